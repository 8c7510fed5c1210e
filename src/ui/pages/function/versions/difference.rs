use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::super::Compared;
use crate::comparison::{Comparison, Content, Line, LineKind, Stretch};
use crate::lambda::{CodeSha256, Qualifier};
use crate::ui::components::{Button, ButtonKind, KeyValue};
use crate::ui::hooks::use_id;

#[derive(Properties, Clone, PartialEq)]
pub(super) struct FileViewProps {
    pub(super) comparison: Rc<Comparison>,
    /// Which of its files is shown.
    pub(super) place: usize,
    pub(super) compared: Compared,
}

/// A file that differs: its lines where it is text, otherwise what is known of it.
#[component]
pub(super) fn FileView(props: &FileViewProps) -> Html {
    let heading = use_id();
    let file = &props.comparison.files[props.place];
    html! {
        <section class="difference" aria-labelledby={heading.clone()}>
            <h3 id={heading}>
                <code>{ &file.path }</code>
                <span class="difference__words">{ file.words() }</span>
            </h3>
            { match &file.content {
                Content::Text(stretches) if stretches.is_empty() => html! {
                    <p class="note">{ "The file is empty." }</p>
                },
                Content::Text(_) => html! { <Lines ..props.clone() /> },
                Content::Other(sides) => other(&props.compared, sides),
            } }
        </section>
    }
}

/// What is known of a file that is not compared line by line.
fn other(compared: &Compared, sides: &[Option<(usize, CodeSha256)>; 2]) -> Html {
    let names = [&compared.before, &compared.after].map(Qualifier::words);
    let fact = |side: &Option<(usize, CodeSha256)>| match side {
        Some((size, digest)) => format!("{size} bytes, SHA-256 {digest}"),
        None => "not there".to_owned(),
    };
    let pairs = names.into_iter().zip(sides);
    let pairs =
        pairs.map(|(name, side)| (AttrValue::from(format!("In {name}")), fact(side).into()));
    html! { <KeyValue pairs={pairs.collect::<Vec<(AttrValue, Html)>>()} /> }
}

/// The lines of a file, in a box that scrolls by itself; what is folded can be unfolded.
#[component]
fn Lines(props: &FileViewProps) -> Html {
    let file = &props.comparison.files[props.place];
    let unfolded = use_state(BTreeSet::<usize>::new);
    let frame = use_node_ref();
    let Content::Text(stretches) = &file.content else {
        return Html::default();
    };
    let [before, after] = [&props.compared.before, &props.compared.after].map(Qualifier::words);
    let rows = stretches.iter().enumerate().map(|(place, stretch)| {
        if !stretch.folded || unfolded.contains(&place) {
            return html! { <>{ for stretch.lines.iter().map(row) }</> };
        }
        let (unfolded, frame) = (unfolded.clone(), frame.clone());
        let onclick = move |_| {
            let mut places = (*unfolded).clone();
            places.insert(place);
            unfolded.set(places);
            // The button is about to go.
            if let Some(frame) = frame.cast::<HtmlElement>() {
                let _ = frame.focus();
            }
        };
        html! {
            <tr class="diff__fold">
                <td colspan="4">
                    <Button kind={ButtonKind::Link} {onclick}>{ unfold(stretch) }</Button>
                </td>
            </tr>
        }
    });
    html! {
        <>
            <p class="note">
                <span class="diff__sign--removed">{ "−" }</span>{ format!(" only in {before}, ") }
                <span class="diff__sign--added">{ "+" }</span>{ format!(" only in {after}") }
            </p>
            <div
                class="diff"
                ref={frame.clone()}
                role="group"
                aria-label={format!("Lines of {}", file.path)}
                tabindex="0"
            >
                <table class="diff__table">
                    <thead class="unseen">
                        <tr>
                            <th scope="col">{ format!("Line in {before}") }</th>
                            <th scope="col">{ format!("Line in {after}") }</th>
                            <th scope="col">{ "Change" }</th>
                            <th scope="col">{ "Text" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </>
    }
}

fn row(line: &Line) -> Html {
    let text = html! { <code>{ &line.text }</code> };
    let (class, sign, words, text) = match line.kind {
        LineKind::Same => ("diff__line", "", "", text),
        LineKind::Removed => (
            "diff__line diff__line--removed",
            "−",
            "Removed",
            html! { <del>{ text }</del> },
        ),
        LineKind::Added => (
            "diff__line diff__line--added",
            "+",
            "Added",
            html! { <ins>{ text }</ins> },
        ),
    };
    let number = |number: Option<usize>| number.map(|number| number.to_string());
    html! {
        <tr {class}>
            <td class="diff__number">{ number(line.before) }</td>
            <td class="diff__number">{ number(line.after) }</td>
            <td class="diff__sign">
                <span aria-hidden="true">{ sign }</span>
                <span class="unseen">{ words }</span>
            </td>
            <td class="diff__text">
                { text }
                if let Some(note) = line.note {
                    <span class="diff__note">{ format!("({note})") }</span>
                }
            </td>
        </tr>
    }
}

/// The words on the button that unfolds lines.
fn unfold(stretch: &Stretch) -> String {
    let kind = match stretch.lines.first().map(|line| line.kind) {
        Some(LineKind::Removed) => "removed",
        Some(LineKind::Added) => "added",
        Some(LineKind::Same) | None => "unchanged",
    };
    format!("Show {} {kind} lines", stretch.lines.len())
}
