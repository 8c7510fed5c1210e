use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::sheet_table::SheetTable;
use crate::traffic::Sheet;
use crate::ui::components::{Button, ButtonKind, Chart, Message, use_chart_picture, use_messages};
use crate::ui::hooks::{save_blob, save_file};

#[derive(Properties, PartialEq)]
pub(super) struct FigureProps {
    pub(super) title: AttrValue,
    /// What files of it are called, without their ending.
    pub(super) file: AttrValue,
    /// What the chart shows, in words.
    pub(super) label: AttrValue,
    /// As those of a [`Chart`].
    pub(super) options: Callback<(), String>,
    pub(super) class: Classes,
    /// Gives the figures, where they are asked for.
    pub(super) sheet: Callback<(), Sheet>,
}

/// A chart with its figures in a table, and both to take along as files.
#[component]
pub(super) fn Figure(props: &FigureProps) -> Html {
    let messages = use_messages();
    let picture = use_chart_picture();
    let open = use_state(|| false);
    let title = &props.title;
    let csv = {
        let (file, sheet) = (props.file.clone(), props.sheet.clone());
        Callback::from(move |_| {
            save_file(&format!("{file}.csv"), "text/csv", &sheet.emit(()).csv());
        })
    };
    let svg = {
        let (file, picture, messages) = (props.file.clone(), picture.clone(), messages.clone());
        Callback::from(move |_| match picture.svg() {
            Some(svg) => save_file(&format!("{file}.svg"), "image/svg+xml", &svg),
            None => messages.show(not_drawn()),
        })
    };
    let png = {
        let (file, picture) = (props.file.clone(), picture.clone());
        Callback::from(move |_| {
            let (file, picture, messages) = (file.clone(), picture.clone(), messages.clone());
            spawn_local(async move {
                match picture.png().await {
                    Some(png) => save_blob(&format!("{file}.png"), &png),
                    None => messages.show(not_drawn()),
                }
            });
        })
    };
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            let details = event.target_dyn_into::<HtmlDetailsElement>();
            open.set(details.is_some_and(|details| details.open()));
        })
    };
    let export = |kind: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <Button kind={ButtonKind::Link} label={format!("{kind}: {title}")} {onclick}>
                { kind }
            </Button>
        }
    };
    html! {
        <figure class="figure">
            <figcaption class="figure__caption">{ title }</figcaption>
            <Chart
                class={props.class.clone()}
                label={&props.label}
                options={&props.options}
                {picture}
            />
            <div class="figure__foot">
                <div class="button-row" role="group" aria-label={format!("Download: {title}")}>
                    { export("CSV", csv) }
                    { export("SVG", svg) }
                    { export("PNG", png) }
                </div>
                <details class="figure__figures" {ontoggle}>
                    <summary>{ "Figures" }</summary>
                    // Hundreds of rows that nobody sees would be made anew with each answer.
                    if *open {
                        <SheetTable label={title.clone()} sheet={props.sheet.emit(())} />
                    }
                </details>
            </div>
        </figure>
    }
}

fn not_drawn() -> Message {
    Message::failure(
        "The chart is not drawn.",
        "Wait until it is on the page, or take its figures as CSV.",
    )
}
