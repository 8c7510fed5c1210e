//! Any requests are answered, what was read is written as it was, and what was refused has changed nothing.
//!
//! The input is a list of requests, each three lines: the method, the URL and the body.
//! It gets far sooner with `-- -dict=tests/fuzz/rest.dict`.

#![no_main]

use lambda_playground::lambda::rest::{self, Call, Request};
use lambda_playground::lambda::{CloudDelays, Moment, Service};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut service = Service::new(CloudDelays::None);
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    for (index, lines) in (0_u8..50).zip(lines.chunks(3)) {
        let text =
            |line: usize| String::from_utf8_lossy(lines.get(line).copied().unwrap_or_default());
        let mut request = Request::new(&text(0), &text(1));
        request.body = lines.get(2).copied().unwrap_or_default().into();
        let moment = Moment {
            at: Default::default(),
            entropy: [index; 32],
        };
        let before = service.clone();
        let result = match rest::read(&request) {
            Err(error) => Err(error),
            Ok(Call::Invoke(invoke)) => match service.invoke(&invoke, moment, 0.5, |_| 0) {
                Ok(invocation) => {
                    let answer = rest::answer_invocation(&invocation, None);
                    assert!((200..300).contains(&answer.status));
                    continue;
                }
                Err(error) => Err(error),
            },
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
