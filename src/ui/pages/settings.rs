use yew::prelude::*;

use crate::lambda::CloudDelays;
use crate::ui::advice::failure;
use crate::ui::components::{
    Button, ButtonKind, Choice, Dialog, Field, FieldKind, Message, Select, use_messages,
};
use crate::ui::hooks::use_form;
use crate::ui::playground::use_playground;

const NONE: &str = "none";
const SECONDS: &str = "seconds";
const UNTIL_SETTLED: &str = "until settled";

/// The button that opens the settings of the whole playground.
#[component]
pub fn SettingsButton() -> Html {
    let open = use_state(|| false);
    let onclick = {
        let open = open.clone();
        move |_: MouseEvent| open.set(true)
    };
    let onclose = {
        let open = open.clone();
        move |()| open.set(false)
    };
    html! {
        <>
            <Button kind={ButtonKind::Link} {onclick}>{ "Settings" }</Button>
            if *open {
                <SettingsDialog {onclose} />
            }
        </>
    }
}

/// What was chosen and typed.
#[derive(Clone, PartialEq)]
struct Form {
    delays: String,
    seconds: String,
}

#[derive(Properties, PartialEq)]
struct SettingsDialogProps {
    onclose: Callback<()>,
}

/// Changes the cloud delays.
#[component]
fn SettingsDialog(props: &SettingsDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let form = use_form(|| Form::of(playground.service().delays()));
    let error = use_state(|| None::<&'static str>);

    let onsubmit = {
        let chosen = form.delays();
        let (error, onclose) = (error.clone(), props.onclose.clone());
        Callback::from(move |()| {
            let Some(delays) = chosen else {
                error.set(Some("Give a number from 0."));
                return;
            };
            onclose.emit(());
            let changes = playground.service().delays() != delays;
            let result = if changes {
                playground.set_delays(delays)
            } else {
                Ok(())
            };
            messages.show(match result {
                Ok(()) => Message::success("Saved the settings."),
                Err(error) => failure(&error),
            });
        })
    };
    let choices = vec![
        Choice::new(NONE, "None: done before the next request"),
        Choice::new(SECONDS, "A number of seconds"),
        Choice::new(UNTIL_SETTLED, "Until settled: as long as you like"),
    ];
    html! {
        <Dialog title="Settings" submit="Save" {onsubmit} onclose={&props.onclose}>
            <Select
                label="Cloud delays"
                hint="How long a function stays Pending once it is created, and an update InProgress. What is pending already moves on by what you choose."
                groups={vec![choices.into()]}
                value={form.delays.clone()}
                onchange={form.change(|form, delays| form.delays = delays)}
            />
            if form.delays == SECONDS {
                <Field
                    label="Seconds"
                    kind={FieldKind::Number { min: 0.0, max: 86_400.0, step: "any".into() }}
                    error={*error}
                    value={form.seconds.clone()}
                    oninput={form.change(|form, seconds| form.seconds = seconds)}
                />
            }
        </Dialog>
    }
}

impl Form {
    fn of(delays: CloudDelays) -> Self {
        let (delays, seconds) = match delays {
            CloudDelays::None => (NONE, "5".to_owned()),
            CloudDelays::After(delay) => (SECONDS, delay.as_secs_f64().to_string()),
            CloudDelays::UntilSettled => (UNTIL_SETTLED, "5".to_owned()),
        };
        Self {
            delays: delays.to_owned(),
            seconds,
        }
    }

    /// What was chosen, unless a number is needed and there is none.
    fn delays(&self) -> Option<CloudDelays> {
        match self.delays.as_str() {
            SECONDS => CloudDelays::seconds(self.seconds.trim().parse().ok()?),
            UNTIL_SETTLED => Some(CloudDelays::UntilSettled),
            _ => Some(CloudDelays::None),
        }
    }
}
