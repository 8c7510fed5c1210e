use std::fmt::Write as _;

use serde_json::Value;

use super::{Request, write};
use crate::lambda::history::{Act, Change};

/// Where the script's requests go, by name: the page answers them without looking at the host.
const HOST: &str = "https://lambda.us-east-1.amazonaws.com";

const HEAD: &str = r"// What was done in Lambda Playground, as requests of Lambda's REST API, for the console of a page that shows it.
const send = async (method, path, body) => {
  const options = { method, body: body && JSON.stringify(body) };
  const response = await window.lambda.fetch(new Request(`HOST${path}`, options));
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
};
";

/// Writes changes as a script for `window.lambda.fetch`.
///
/// It sends no revision ids, which are others each time; the rest is as it was sent.
#[must_use]
pub fn script<'a>(changes: impl IntoIterator<Item = &'a Change>) -> String {
    let mut script = HEAD.replace("HOST", HOST);
    for change in changes {
        let at = change.moment.at.strftime("%Y-%m-%d %H:%M:%S UTC");
        // Writing to a string cannot fail.
        let _ = writeln!(script, "\n// {at}: {change}");
        match &change.act {
            Act::Operation(operation) => {
                let _ = writeln!(script, "{}", call(write(operation)));
            }
            Act::Settle => script.push_str("await window.lambda.settle();\n"),
            Act::SetDelays(_) | Act::ProvisioningFailed { .. } => {}
        }
    }
    script
}

fn call(mut request: Request) -> String {
    request.query.retain(|(name, _)| name != "RevisionId");
    let method = Value::from(request.method.as_str());
    let path = Value::from(request.path_and_query());
    match body(&request.body) {
        None => format!("await send({method}, {path});"),
        Some(body) => format!("await send({method}, {path}, {body:#});"),
    }
}

/// The members of a body, as they stand in a script.
fn body(bytes: &[u8]) -> Option<Value> {
    let mut body: Value = serde_json::from_slice(bytes).ok()?;
    if let Value::Object(members) = &mut body {
        members.remove("RevisionId");
    }
    Some(body)
}
