//! Any requests are answered, what was read is written as it was, and what was refused has changed nothing.
//!
//! The input is a line that chooses the cloud delays, and then a list of requests, each four lines: the method, the URL,
//! the headers as `name: value; name: value`, and the body. A method of `SETTLE` finishes what is pending.
//! It gets far sooner with `-- -dict=tests/fuzz/rest.dict`.

#![no_main]

use std::collections::BTreeMap;
use std::time::Duration;

use lambda_playground::lambda::rest::{self, Call, Request};
use lambda_playground::lambda::{CloudDelays, Moment, Service};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let mut service = Service::new(delays(lines.next().unwrap_or_default()));
    let lines: Vec<&[u8]> = lines.collect();
    for (index, lines) in (0_u8..50).zip(lines.chunks(4)) {
        let text =
            |line: usize| String::from_utf8_lossy(lines.get(line).copied().unwrap_or_default());
        let moment = moment(index);
        if text(0) == "SETTLE" {
            service.settle(moment);
            continue;
        }
        let mut request = Request::new(&text(0), &text(1));
        request.headers = headers(&text(2));
        request.body = lines.get(3).copied().unwrap_or_default().into();
        // What only time changes is no work of the request.
        service.pass_time(moment.at);
        let before = service.clone();
        let result = match rest::read(&request) {
            Err(error) => Err(error),
            Ok(Call::Invoke(invoke)) => {
                match service.invoke(&invoke, moment, 0.5, &BTreeMap::new()) {
                    Ok(invocation) => {
                        let answer = rest::answer_invocation(&invocation, None);
                        assert!((200..300).contains(&answer.status));
                        continue;
                    }
                    Err(error) => Err(error),
                }
            }
            Ok(Call::Operation(operation)) => {
                let again = rest::read(&rest::write(&operation));
                assert_eq!(again, Ok(Call::Operation(operation.clone())));
                service.apply(operation, moment)
            }
        };
        if result.is_err() {
            assert!(service == before, "a refused request changed something");
        }
        let answer = rest::answer(&result, moment.request_id());
        assert!((200..600).contains(&answer.status));
    }
});

/// One of the three delays; the seconds between requests are fewer than those of the second.
fn delays(line: &[u8]) -> CloudDelays {
    match line.first().map(|byte| byte % 3) {
        Some(1) => CloudDelays::seconds(3.0).unwrap_or_default(),
        Some(2) => CloudDelays::UntilSettled,
        _ => CloudDelays::None,
    }
}

/// A request's moment, a second after the one before.
fn moment(index: u8) -> Moment {
    let first = Moment {
        at: Default::default(),
        entropy: [index; 32],
    };
    Moment {
        at: first.at + Duration::from_secs(index.into()),
        ..first
    }
}

/// Headers by their names in lower case, as the page gives them.
fn headers(line: &str) -> Vec<(String, String)> {
    line.split("; ")
        .filter_map(|header| header.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect()
}
