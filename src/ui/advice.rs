//! What to do about an error of the service, in one plain sentence.

use super::components::Message;
use crate::faults;
use crate::lambda::Error;

/// The message for a failure: the service's own code and text, and what to do.
#[must_use]
pub(super) fn failure(error: &Error) -> Message {
    Message::failure(error.to_string(), advice(error.code(), &error.to_string()))
        .with_code(error.code())
}

/// The same in one text, for what is refused before it is sent.
#[must_use]
pub(super) fn objection(error: &Error) -> String {
    let (code, text) = (error.code(), error.to_string());
    // Some of the service's sentences end without a full stop.
    let sentence = text.trim_end_matches('.');
    format!("{code}: {sentence}. {}", advice(code, &text))
}

/// What to do about an error, by its code and, where one code means many things, its text.
fn advice(code: &str, text: &str) -> &'static str {
    let says = |part: &str| text.contains(part);
    match code {
        "ResourceConflictException" if says("Function already exist") => {
            "Choose another name, or open the function that has this one."
        }
        "ResourceConflictException" if says("Alias already exists") => {
            "Choose another name, or edit the alias that has this one."
        }
        "ResourceConflictException" if says("following aliases") => {
            "Point the aliases that use this version at another one first."
        }
        "ResourceConflictException" if says("shows an earlier state") => {
            "Press Continue from here, or Return to now, then try again."
        }
        "ResourceConflictException" => {
            "Wait until the function has settled, or press Settle now, then try again."
        }
        "ResourceNotFoundException" => {
            "It may have been deleted in the meantime: see what is there now."
        }
        "PreconditionFailedException" => {
            "It was changed in the meantime: see what it is now, then try again."
        }
        "InvalidParameterValueException" if says("already included in routing") => {
            "Choose two different versions, or no additional version."
        }
        "InvalidParameterValueException" if says("$LATEST is not supported") => {
            "Publish $LATEST and choose the version it becomes, or no additional version."
        }
        "InvalidParameterValueException" if says("same execution role") => {
            "Choose two versions that have the same role."
        }
        "InvalidParameterValueException" if says("no longer supported") => {
            "Choose a newer runtime."
        }
        "InvalidParameterValueException" if says("reserved keys") => {
            "Give the environment variable a name that Lambda does not use itself."
        }
        "ValidationException" if says("'functionName'") => {
            "Name the function with up to 64 letters, digits, hyphens and underscores."
        }
        "ValidationException" if says("'name'") => {
            "Name the alias with letters, digits, hyphens and underscores, not with digits alone."
        }
        "ValidationException" if says("additionalVersionWeights") => {
            "Choose a published version and give it a weight from 0 to 100 %."
        }
        "ValidationException" if says("'role'") => {
            "Give a role such as arn:aws:iam::123456789012:role/lambda-role."
        }
        "ValidationException" | "InvalidParameterValueException" => {
            "Change the value that the message names, then try again."
        }
        "InvalidRequestContentException" => "Correct the event: it has to be JSON.",
        "RequestEntityTooLargeException" => "Send a smaller event.",
        "TooManyRequestsException" => {
            "Wait until other invocations are over, or raise the reserved concurrency."
        }
        _ => "Change what the message names, then try again.",
    }
}

/// What to do about a function that failed for a reason the playground has and AWS has not.
#[must_use]
pub(super) fn difference(payload: &str) -> Option<&'static str> {
    let says = |part: &str| payload.contains(part);
    if says("No module named 'boto") {
        return Some(
            "Lambda's own runtime carries boto3; this one does not, and there is no AWS to call. Put what calls \
             AWS into a function of its own, and return from it what AWS would answer.",
        );
    }
    if let Some(module) = faults::missing_module(payload) {
        return Some(if faults::is_left_out(module) {
            "This module of the standard library is left out of the playground. It is there on Lambda, where the \
             handler would find it."
        } else {
            "Only the function's own files and the standard library can be imported. A package of pure Python \
             works if its files are in the function's code."
        });
    }
    if says("there is no network in the playground") {
        return Some("A handler reaches no address here: return what the other side would answer.");
    }
    if says("there are no other processes in the playground") {
        return Some("A handler starts no programs here: do the work in Python.");
    }
    None
}
