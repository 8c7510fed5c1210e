use crate::lambda::Operation;
use crate::lambda::rest;

/// The line that does an operation from the browser's console, through the page's own `window.lambda`.
pub(super) fn line(operation: &Operation) -> String {
    let request = rest::write(operation);
    let body = String::from_utf8_lossy(&request.body);
    let body = if body.is_empty() {
        String::new()
    } else {
        let quoted = body.replace('\\', "\\\\").replace('\'', "\\'");
        format!(", body: '{quoted}'")
    };
    format!(
        "await lambda.fetch(new Request(\"{}\", {{ method: \"{}\"{body} }}))",
        request.path_and_query(),
        request.method
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lambda::{DeleteFunction, PublishVersion};

    #[track_caller]
    fn check(operation: impl Into<Operation>, expect: &str) {
        assert_eq!(line(&operation.into()), expect);
    }

    #[test]
    fn has_method_path_and_body() {
        check(
            PublishVersion {
                function_name: "demo".to_owned(),
                description: Some("it's \"new\"".to_owned()),
                ..PublishVersion::default()
            },
            r#"await lambda.fetch(new Request("/2015-03-31/functions/demo/versions", { method: "POST", body: '{"Description":"it\'s \\"new\\""}' }))"#,
        );
        check(
            DeleteFunction {
                function_name: "demo".to_owned(),
                qualifier: Some("1".to_owned()),
            },
            r#"await lambda.fetch(new Request("/2015-03-31/functions/demo?Qualifier=1", { method: "DELETE" }))"#,
        );
    }
}
