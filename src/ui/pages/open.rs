use yew::prelude::*;
use yew_router::prelude::*;

use super::format::count;
use super::share::open;
use crate::lambda::{Alias, Function};
use crate::ui::components::{Button, ButtonKind, Message, MessageBox, use_messages};
use crate::ui::playground::{Contents, use_playground};
use crate::ui::routes::Route;

#[derive(Properties, PartialEq)]
pub struct OpenPageProps {
    /// What stands in the link.
    pub text: AttrValue,
}

/// What a link holds, to be looked at before it takes the place of what there is.
#[component]
pub fn OpenPage(props: &OpenPageProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let navigator = use_navigator();
    // Replayed, not run: that is for the person to say.
    let contents = use_memo(props.text.clone(), |text| Contents::from_link(text));
    let leave = {
        let navigator = navigator.clone();
        move |_| {
            if let Some(navigator) = &navigator {
                navigator.push(&Route::Functions);
            }
        }
    };
    let contents = match &*contents {
        Ok(contents) => contents,
        Err(why) => {
            let message = Message::failure(
                format!("The link cannot be opened: {why}."),
                "Ask for it again: it may have been cut off on its way. Nothing here has changed.",
            );
            return html! {
                <div class="stack">
                    <h1 tabindex="-1">{ "A shared playground" }</h1>
                    <MessageBox {message} />
                    <p><Link<Route> to={Route::Functions}>{ "See all functions" }</Link<Route>></p>
                </div>
            };
        }
    };
    let accept = {
        let (playground, text) = (playground.handle(), props.text.clone());
        move |_| {
            if let Ok(contents) = Contents::from_link(&text) {
                let done = "Opened what was shared.";
                open(&playground, contents, done, &messages, navigator.clone());
            }
        }
    };
    let service = &contents.service;
    html! {
        <div class="stack">
            <h1 tabindex="-1">{ "A shared playground" }</h1>
            <p>
                { format!("It was made by {}. Nothing of it has run here.", count(contents.changes, "change")) }
                if !contents.seed.is_empty() {
                    { " Its seed is " }<code>{ &contents.seed }</code>{ "." }
                }
            </p>
            if service.functions().len() == 0 {
                <p>{ "It holds no functions." }</p>
            } else {
                <dl class="facts">{ for service.functions().map(about) }</dl>
            }
            if playground.service().functions().len() > 0 {
                <p>{ "Opened here, it takes the place of what you have, which can be undone." }</p>
            }
            <div class="button-row">
                <Button kind={ButtonKind::Primary} onclick={accept}>{ "Open it here" }</Button>
                <Button onclick={leave}>{ "Not now" }</Button>
            </div>
        </div>
    }
}

fn about(function: &Function) -> Html {
    let runtime = function.latest().configuration().runtime.name();
    let versions = count(function.versions().count(), "version");
    html! {
        <div class="facts__fact">
            <dt>{ function.name().to_string() }</dt>
            <dd>
                <p>{ format!("{runtime}, {versions}, {}", count(function.aliases().count(), "alias")) }</p>
                { for function.aliases().map(|alias| html! { <p>{ routing(alias) }</p> }) }
            </dd>
        </div>
    }
}

/// An alias with where it points.
fn routing(alias: &Alias) -> String {
    let routing = alias.routing();
    let (name, primary) = (alias.name(), routing.primary());
    match routing.additional() {
        None => format!("{name} → {primary}"),
        Some((version, weight)) => format!(
            "{name} → {primary}, and {:.0} % to {version}",
            weight.fraction() * 100.0
        ),
    }
}
