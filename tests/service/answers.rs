//! What every answer of the service looks like.

use lambda_playground::lambda::rest::{Request, Response};
use serde_json::Value;

/// The status of each exception, and the member that holds its text.
const EXCEPTIONS: &[(&str, u16, &str)] = &[
    ("AccessDeniedException", 403, "Message"),
    ("InvalidParameterValueException", 400, "message"),
    ("InvalidRequestContentException", 400, "message"),
    ("PolicyLengthExceededException", 400, "message"),
    ("PreconditionFailedException", 412, "message"),
    (
        "ProvisionedConcurrencyConfigNotFoundException",
        404,
        "message",
    ),
    ("RequestEntityTooLargeException", 413, "message"),
    ("ResourceConflictException", 409, "message"),
    ("ResourceNotFoundException", 404, "Message"),
    ("SerializationException", 400, "message"),
    ("TooManyRequestsException", 429, "message"),
    ("UnknownOperationException", 404, "message"),
    ("ValidationException", 400, "message"),
];

/// Checks that an answer is one that Lambda could give, whatever was asked.
#[track_caller]
pub(crate) fn check_answer(request: &Request, answer: &Response) {
    let said = || format!("{request:?} was answered {answer:?}");
    let header = |name: &str| {
        let mut found = answer
            .headers
            .iter()
            .filter(|(key, _)| key.eq_ignore_ascii_case(name));
        let first = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} twice: {}", said());
        first
    };
    let request_id = header("x-amzn-RequestId").unwrap_or_default();
    assert_eq!(
        request_id.split('-').map(str::len).collect::<Vec<_>>(),
        [8, 4, 4, 4, 12]
    );
    assert!(
        answer
            .headers
            .iter()
            .all(|(_, value)| value.bytes().all(|byte| (b' '..=b'~').contains(&byte))),
        "{}",
        said()
    );
    if matches!(answer.status, 202 | 204) && answer.body.is_empty() {
        assert_eq!(header("x-amzn-ErrorType"), None, "{}", said());
        return;
    }
    assert_eq!(
        header("Content-Type"),
        Some("application/json"),
        "{}",
        said()
    );
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("{}", said()));
    let Some(code) = header("x-amzn-ErrorType") else {
        assert!(matches!(answer.status, 200..=202), "{}", said());
        return;
    };
    let (_, status, key) = EXCEPTIONS
        .iter()
        .find(|(name, _, _)| *name == code)
        .unwrap_or_else(|| panic!("{code} is no exception: {}", said()));
    assert_eq!(answer.status, *status, "{}", said());
    let members = body.as_object().unwrap_or_else(|| panic!("{}", said()));
    for (member, value) in members {
        let valid = match member.as_str() {
            "Type" => value == "User",
            "Reason" => value.is_string(),
            member if member == *key => value.is_string() || code == "AccessDeniedException",
            _ => false,
        };
        assert!(valid, "{}", said());
    }
    assert!(members.contains_key(*key), "{}", said());
}
