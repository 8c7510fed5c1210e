use yew::prelude::*;

/// Writes a text in which words in `**` are those of a control, and words in backquotes are code.
pub fn marked(text: &str) -> Html {
    let parts = text.split('`').enumerate().map(|(place, part)| {
        if place % 2 == 1 {
            return html! { <code>{ part.to_owned() }</code> };
        }
        let parts = part.split("**").enumerate();
        parts
            .map(|(place, part)| match place % 2 {
                1 => html! { <b>{ part.to_owned() }</b> },
                _ => html! { part.to_owned() },
            })
            .collect()
    });
    html! { <>{ for parts }</> }
}

/// The line to paste in the browser's console that a text holds, if it holds one.
pub(super) fn script_of(text: &str) -> Option<&str> {
    let mut codes = text.split('`').skip(1).step_by(2);
    codes.find(|code| code.starts_with("await "))
}
