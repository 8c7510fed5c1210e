use std::rc::Rc;

use yew::prelude::*;

use super::request::RequestPreview;
use crate::comparison::restoring;
use crate::lambda::{Configuration, Function, FunctionName, Operation, VersionNumber};
use crate::storage::Drafts;
use crate::ui::advice::failure;
use crate::ui::components::{
    Choice, ConfirmDialog, Message, Select, Status, StatusBadge, use_messages,
};
use crate::ui::history::undo_to;
use crate::ui::playground::{Playground, use_playground};

#[derive(Properties, PartialEq)]
pub(super) struct RestoreDialogProps {
    pub(super) function: Function,
    pub(super) number: VersionNumber,
    pub(super) onclose: Callback<()>,
}

/// How far restoring has come.
#[derive(Clone, Copy, PartialEq)]
struct Progress {
    /// How many of the requests were sent.
    sent: usize,
    /// Whether the next one is sent as soon as `$LATEST` is settled.
    waits: bool,
}

/// Asks before `$LATEST` gets the code and the configuration of a version, and shows the requests that will do it.
///
/// The service takes the second request only once the first is through, so with cloud delays the dialog stays until then.
#[component]
pub(super) fn RestoreDialog(props: &RestoreDialogProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let refused = use_state(|| None::<Message>);
    let progress = use_state(|| Progress {
        sent: 0,
        waits: false,
    });
    let discards = use_state(|| false);
    let RestoreDialogProps {
        function, number, ..
    } = props;
    let number = *number;
    let name = function.name();
    // What is shown is what is sent, whatever happens meanwhile.
    let operations = use_memo((), |()| {
        let version = function.version(number);
        version.map_or_else(Vec::new, |version| restoring(function, version))
    });
    let before = use_memo((), |()| playground.position().present);
    let undo = undo_to(*before, playground.handle());
    let is_busy = is_busy(&playground, name);
    let drafts = playground.drafts(name);

    let send = {
        let (playground, messages) = (playground.handle(), messages.clone());
        let (operations, onclose) = (Rc::clone(&operations), props.onclose.clone());
        let (refused, progress) = (refused.clone(), progress.clone());
        let (undo, discards) = (undo.clone(), *discards);
        let wanted = function
            .version(number)
            .map(|version| Rc::clone(version.configuration()));
        let name = name.clone();
        Callback::from(move |()| {
            messages.clear();
            refused.set(None);
            let mut sent = progress.sent;
            while let Some(operation) = operations.get(sent) {
                if self::is_busy(&playground, &name) {
                    progress.set(Progress { sent, waits: true });
                    return;
                }
                if let Err(error) = playground.apply(operation.clone()) {
                    progress.set(Progress { sent, waits: false });
                    refused.set(Some(failure(&error)));
                    return;
                }
                sent += 1;
            }
            let forgotten = wanted.as_deref().map_or_else(Drafts::default, |wanted| {
                forget_drafts(&playground, &name, wanted, discards)
            });
            let undo = {
                let (undo, playground, name) = (undo.clone(), playground.clone(), name.clone());
                Callback::from(move |messages| {
                    undo.emit(messages);
                    playground.edit_drafts(&name, |drafts| drafts.extend(forgotten.clone()));
                })
            };
            let text = if self::is_busy(&playground, &name) {
                "Tests of $LATEST run the earlier code until the update is through."
            } else {
                "Tests of $LATEST run its code now."
            };
            onclose.emit(());
            let message =
                Message::success(format!("Restored version {number} into $LATEST. {text}"));
            messages.show(message.with_action("Undo", undo));
        })
    };
    {
        let send = send.clone();
        use_effect_with((*progress, is_busy), move |(progress, is_busy)| {
            if progress.waits && !is_busy {
                send.emit(());
            }
        });
    }
    let onconfirm = {
        let playground = playground.handle();
        let waits = progress.waits;
        Callback::from(move |()| {
            if waits {
                playground.settle();
            } else {
                send.emit(());
            }
        })
    };
    let onclose = {
        let (onclose, messages) = (props.onclose.clone(), messages.clone());
        let rest = operations.get(progress.sent).map(Operation::name);
        let is_partial = progress.sent > 0;
        Callback::from(move |()| {
            onclose.emit(());
            if let Some(rest) = rest.filter(|_| is_partial) {
                let text = format!("Restored version {number} in part: {rest} was not sent.");
                messages.show(Message::success(text).with_action("Undo", undo.clone()));
            }
        })
    };
    let act = if progress.waits {
        "Settle now".to_owned()
    } else {
        format!("Restore version {number}")
    };
    html! {
        <ConfirmDialog
            title={format!("Restore version {number} into $LATEST?")}
            {act}
            {onconfirm}
            {onclose}
            failure={(*refused).clone()}
        >
            <p>{ format!(
                "$LATEST gets {} of version {number}. The versions and the aliases stay as they are.",
                what(&operations)
            ) }</p>
            { for operations.iter().enumerate().map(|(place, operation)| html! {
                <RequestPreview operation={operation.clone()} lead={lead(place, progress.sent)} />
            }) }
            if !drafts.is_empty() {
                { what_of_drafts(&drafts, *discards, discards.setter()) }
            }
            <div role="status">
                if let Some(operation) = operations.get(progress.sent).filter(|_| progress.waits) {
                    <StatusBadge
                        status={Status::Pending}
                        text={format!(
                            "An update is in progress. {} is sent as soon as it is through.",
                            operation.name()
                        )}
                    />
                }
            </div>
        </ConfirmDialog>
    }
}

/// Asks what becomes of what was typed and not deployed.
fn what_of_drafts(drafts: &Drafts, discards: bool, setter: UseStateSetter<bool>) -> Html {
    let paths: Vec<&str> = drafts.paths().collect();
    let choices = vec![
        Choice::new("keep", "Keep it in the editor"),
        Choice::new("discard", "Discard it"),
    ];
    html! {
        <Select
            label="What you have typed since the last deploy"
            hint={format!("In {}. It is sent in neither case.", paths.join(", "))}
            groups={vec![choices.into()]}
            value={if discards { "discard" } else { "keep" }}
            onchange={move |value: String| setter.set(value == "discard")}
        />
    }
}

/// Forgets what was typed, all of it or what is now deployed; what that was.
fn forget_drafts(
    playground: &Playground,
    name: &FunctionName,
    deployed: &Configuration,
    all: bool,
) -> Drafts {
    let mut forgotten = Drafts::default();
    playground.edit_drafts(name, |drafts| {
        forgotten = if all {
            std::mem::take(drafts)
        } else {
            drafts.settle(deployed.code.files())
        };
    });
    forgotten
}

/// Whether the service would refuse a change of `$LATEST` for the time being.
fn is_busy(playground: &Playground, name: &FunctionName) -> bool {
    let service = playground.service();
    let latest = service.function(name).map(Function::latest);
    latest.is_some_and(|latest| latest.is_pending() || latest.is_updating())
}

/// What the operations bring back.
fn what(operations: &[Operation]) -> &'static str {
    match operations {
        [Operation::UpdateFunctionCode(_)] => "the code",
        [_] => "the configuration",
        _ => "the code and the configuration",
    }
}

fn lead(place: usize, sent: usize) -> &'static str {
    match place {
        _ if place < sent => "This was sent, as",
        0 => "This is sent, as",
        _ => "Then, once that is through, as",
    }
}
