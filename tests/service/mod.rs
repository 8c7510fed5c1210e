//! What the tests of the service share: a service that is spoken to in HTTP and JSON, as callers do.

#![allow(dead_code, reason = "each test binary uses its part")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::rc::Rc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use lambda_playground::lambda::rest::{self, Call, Request, Response};
use lambda_playground::lambda::{
    CloudDelays, Error, Execution, Files, InitStatus, Invocation, Invoke, Moment, Service,
    zip_files,
};
use serde_json::{Value, json};

pub(crate) const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:fn";
pub(crate) const ROLE: &str = "arn:aws:iam::123456789012:role/exec-a";
const FUNCTIONS: &str = "/2015-03-31/functions";

/// A service, and the moments its operations happen at.
pub(crate) struct World {
    pub(crate) service: Service,
    operations: u64,
}

/// An answer as a caller sees it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) code: Option<String>,
    pub(crate) body: Value,
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with_delays(CloudDelays::None)
    }

    pub(crate) fn with_delays(delays: CloudDelays) -> Self {
        Self {
            service: Service::new(delays),
            operations: 0,
        }
    }

    /// A world with the function `fn`, which is settled.
    pub(crate) fn with_function() -> Self {
        let mut world = Self::new();
        world.create("fn").expect_status(201);
        world
    }

    /// A world with the function `fn` and so many versions of it, each with code of its own.
    pub(crate) fn with_versions(count: usize) -> Self {
        let mut world = Self::with_function();
        for version in 1..=count {
            if version > 1 {
                world
                    .update_code(&format!("version {version}"))
                    .expect_status(200);
            }
            world.publish(&json!({})).expect_status(201);
        }
        world
    }

    /// So many versions, and the alias `live` for the first.
    pub(crate) fn with_alias(versions: usize) -> Self {
        let mut world = Self::with_versions(versions);
        world
            .create_alias(&json!({ "Name": "live", "FunctionVersion": "1" }))
            .expect_status(201);
        world
    }

    pub(crate) fn create(&mut self, name: &str) -> Answer {
        self.create_with(name, &json!({}))
    }

    /// Creates a function with more members, or other ones, than usual.
    pub(crate) fn create_with(&mut self, name: &str, members: &Value) -> Answer {
        let mut body = json!({
            "FunctionName": name,
            "Runtime": "python3.12",
            "Role": ROLE,
            "Handler": "index.handler",
            "Code": { "ZipFile": zip("version 1") },
        });
        merge(&mut body, members);
        self.post("", &body)
    }

    pub(crate) fn update_code(&mut self, text: &str) -> Answer {
        self.put("/fn/code", &json!({ "ZipFile": zip(text) }))
    }

    pub(crate) fn publish(&mut self, body: &Value) -> Answer {
        self.post("/fn/versions", body)
    }

    pub(crate) fn create_alias(&mut self, body: &Value) -> Answer {
        self.post("/fn/aliases", body)
    }

    pub(crate) fn update_alias(&mut self, name: &str, body: &Value) -> Answer {
        self.put(&format!("/fn/aliases/{name}"), body)
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None)
    }

    pub(crate) fn delete(&mut self, path: &str) -> Answer {
        self.send("DELETE", path, None)
    }

    pub(crate) fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, Some(body))
    }

    pub(crate) fn put(&mut self, path: &str, body: &Value) -> Answer {
        self.send("PUT", path, Some(body))
    }

    /// Sends a request below `/2015-03-31/functions`, or elsewhere if the path begins with a date.
    pub(crate) fn send(&mut self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let path = if path.starts_with("/20") {
            path.to_owned()
        } else {
            format!("{FUNCTIONS}{path}")
        };
        let mut request = Request::new(method, &path);
        if let Some(body) = body {
            request.body = body.to_string().into_bytes().into();
        }
        self.answer(&request).into()
    }

    pub(crate) fn answer(&mut self, request: &Request) -> Response {
        let moment = self.moment();
        let result = match rest::read(request) {
            Ok(Call::Operation(operation)) => self.service.apply(operation, moment),
            Ok(Call::Invoke(_)) => panic!("invocations go through World::invoke"),
            Err(error) => Err(error),
        };
        rest::answer(&result, moment.request_id())
    }

    pub(crate) fn settle(&mut self) {
        let moment = self.moment();
        self.service.settle(moment);
    }

    /// Invokes `fn` under a qualifier with one draw.
    pub(crate) fn invoke(
        &mut self,
        qualifier: Option<&str>,
        draw: f64,
    ) -> Result<Invocation, Error> {
        self.invoke_with(
            &Invoke {
                function_name: "fn".into(),
                qualifier: qualifier.map(str::to_owned),
                ..Invoke::default()
            },
            draw,
        )
    }

    pub(crate) fn invoke_with(&mut self, invoke: &Invoke, draw: f64) -> Result<Invocation, Error> {
        let moment = self.moment();
        self.service.invoke(invoke, moment, draw, &BTreeMap::new())
    }

    /// A moment a second after the last one.
    pub(crate) fn moment(&mut self) -> Moment {
        self.operations += 1;
        let mut entropy = [0; 32];
        entropy[..8].copy_from_slice(&self.operations.to_le_bytes());
        let seconds = 1_764_000_000 + i64::try_from(self.operations).unwrap();
        Moment {
            at: Timestamp::from_second(seconds).unwrap(),
            entropy,
        }
    }
}

impl Answer {
    #[track_caller]
    pub(crate) fn expect_status(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    /// Expects an error of the service, word for word.
    #[track_caller]
    pub(crate) fn expect_error(&self, status: u16, code: &str, message: &str) {
        let text = self
            .body
            .get("message")
            .or_else(|| self.body.get("Message"));
        assert_eq!(
            (
                self.status,
                self.code.as_deref(),
                text.and_then(Value::as_str)
            ),
            (status, Some(code), Some(message)),
        );
    }

    /// A member of the body, as text.
    #[track_caller]
    pub(crate) fn text(&self, member: &str) -> String {
        match &self.body[member] {
            Value::String(text) => text.clone(),
            other => panic!("{member} is {other} in {self:?}"),
        }
    }

    /// A member of the body that is JSON in a string.
    #[track_caller]
    pub(crate) fn document(&self, member: &str) -> Value {
        serde_json::from_str(&self.text(member)).unwrap()
    }

    pub(crate) fn has(&self, member: &str) -> bool {
        self.body.get(member).is_some()
    }
}

impl From<Response> for Answer {
    fn from(response: Response) -> Self {
        let code = response
            .headers
            .iter()
            .find(|(name, _)| *name == "x-amzn-ErrorType");
        Self {
            status: response.status,
            code: code.map(|(_, code)| code.clone()),
            body: serde_json::from_slice(&response.body).unwrap_or(Value::Null),
        }
    }
}

/// A package with one file, in base64.
pub(crate) fn zip(text: &str) -> String {
    let files = Files::from([("index.py".to_owned(), Rc::from(text.as_bytes()))]);
    BASE64_STANDARD.encode(zip_files(&files).unwrap())
}

/// What an environment might have answered.
pub(crate) fn execution(payload: &str) -> Execution {
    Execution {
        payload: payload.to_owned(),
        failure: None,
        log: String::new(),
        init_log: None,
        init_status: InitStatus::Success,
        duration: std::time::Duration::from_micros(3_010),
        init_duration: None,
        memory_used: 36 * 1024 * 1024,
        log_stream: "stream".into(),
    }
}

/// Lays the members of one object over another.
pub(crate) fn merge(body: &mut Value, members: &Value) {
    if let (Value::Object(body), Value::Object(members)) = (body, members) {
        for (member, value) in members {
            body.insert(member.clone(), value.clone());
        }
    }
}
