use serde_json::Value;
use yew::prelude::*;

use crate::lambda::{Operation, rest};

#[derive(Properties, PartialEq)]
pub(super) struct RequestPreviewProps {
    pub(super) operation: Operation,
    /// The words before the operation's name: `This is sent, as`.
    pub(super) lead: AttrValue,
}

/// The request of an operation as it is sent; of a package the size alone.
#[component]
pub(super) fn RequestPreview(props: &RequestPreviewProps) -> Html {
    let mut operation = props.operation.clone();
    let zip = operation.zip_file_mut().and_then(Option::take);
    let sent = rest::write(&operation);
    let mut body = serde_json::from_slice::<Value>(&sent.body).unwrap_or_default();
    if let Some(zip) = zip {
        body["ZipFile"] = format!("… {} bytes …", zip.len()).into();
    }
    html! {
        <>
            <p>{ &props.lead }{ " " }<code>{ operation.name() }</code>{ ":" }</p>
            <pre>{ format!("{} {}\n{body:#}", sent.method, sent.path) }</pre>
        </>
    }
}
