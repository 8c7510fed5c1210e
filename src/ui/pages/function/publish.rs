use yew::prelude::*;

use crate::lambda::{Function, Output, PublishVersion, Qualifier, Version};
use crate::ui::advice::failure;
use crate::ui::components::{Dialog, Field, Message, use_messages};
use crate::ui::playground::use_playground;

#[derive(Properties, PartialEq)]
pub(super) struct PublishDialogProps {
    pub(super) function: Function,
    pub(super) select: Callback<Qualifier>,
    pub(super) onclose: Callback<()>,
}

/// Publishes `$LATEST` and selects the version it became, as the console does.
///
/// What is said where there is no new one is a choice ([`PUBLISHED_UNCHANGED`]).
///
/// [`PUBLISHED_UNCHANGED`]: crate::lambda::choices::PUBLISHED_UNCHANGED
#[component]
pub(super) fn PublishDialog(props: &PublishDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let description = use_state(String::new);
    let refused = use_state(|| None::<Message>);
    let name = props.function.name();
    let undeployed = !playground.drafts(name).is_empty();

    let onsubmit = {
        let operation = PublishVersion {
            function_name: name.to_string(),
            description: (!description.is_empty()).then(|| (*description).clone()),
            ..PublishVersion::default()
        };
        let before = props.function.versions().next_back().map(Version::number);
        let (refused, select, onclose) =
            (refused.clone(), props.select.clone(), props.onclose.clone());
        Callback::from(move |()| {
            messages.clear();
            match playground.apply(operation.clone()) {
                Ok(Output::Created(published)) => {
                    onclose.emit(());
                    let version = published.version;
                    let message = if before.map(Qualifier::Version).as_ref() == Some(&version) {
                        format!(
                            "Nothing has changed since version {version}, so there is no new one."
                        )
                    } else {
                        format!(
                            "Published version {version}. To change code again, select $LATEST."
                        )
                    };
                    messages.show(Message::success(message));
                    select.emit(version);
                }
                Ok(_) => onclose.emit(()),
                Err(error) => refused.set(Some(failure(&error))),
            }
        })
    };
    let oninput = {
        let description = description.clone();
        Callback::from(move |text| description.set(text))
    };
    html! {
        <Dialog
            title="Publish new version"
            submit="Publish"
            {onsubmit}
            onclose={&props.onclose}
            failure={(*refused).clone()}
        >
            <p>
                { "A version is a copy of the deployed code and the configuration of $LATEST. It never changes." }
            </p>
            if undeployed {
                <p class="note">
                    { "What you have edited since the last deploy will not be in it." }
                </p>
            }
            <Field
                label="Version description"
                optional={true}
                value={(*description).clone()}
                {oninput}
            />
        </Dialog>
    }
}
