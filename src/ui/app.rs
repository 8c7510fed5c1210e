use wasm_bindgen_futures::spawn_local;
use web_sys::window;
use yew::prelude::*;
use yew_router::prelude::*;

use super::components::MessagesProvider;
use super::hooks::use_title;
use super::pages::{
    AssignmentPage, Compared, Differences, FunctionPage, FunctionsPage, HistoryPage, LearnPage,
    NotFound, OpenPage,
};
use super::playground::{Playground, PlaygroundProvider};
use super::routes::{Route, Tab, guard_fragment, use_focus_on_page_change};
use super::shell::Shell;
use crate::sandbox::Assets;

/// Where the browser keeps the page's state.
const DATABASE: &str = "lambda-playground";

/// Starts the page in the document's element `page`, once what was saved has been read.
pub fn start() {
    guard_fragment();
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    let Some(root) = document.get_element_by_id("page") else {
        return;
    };
    let playground = Playground::open(Assets::of(&document), DATABASE);
    // A page whose window takes no new member is still a page.
    let _ = playground.expose();
    spawn_local(async move {
        playground.ready().await;
        yew::Renderer::<App>::with_root_and_props(root, AppProps { playground }).render();
    });
}

#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// One that has read what was saved.
    pub playground: Playground,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    html! {
        <HashRouter>
            <PlaygroundProvider playground={props.playground.clone()}>
                <Routed />
            </PlaygroundProvider>
        </HashRouter>
    }
}

/// The current route's page, with what stands around every page.
#[component]
fn Routed() -> Html {
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    use_title(route.title());
    use_focus_on_page_change(&route);
    html! {
        <MessagesProvider place={route.page().to_path()}>
            <Shell><Page {route} /></Shell>
        </MessagesProvider>
    }
}

#[derive(Properties, PartialEq)]
struct PageProps {
    route: Route,
}

/// The page of a route.
#[component]
fn Page(props: &PageProps) -> Html {
    match &props.route {
        Route::Functions => html! { <FunctionsPage /> },
        Route::Function { name } => page(name, Tab::default(), None),
        Route::FunctionTab { name, tab } => page(name, *tab, None),
        Route::Comparison {
            name,
            before,
            after,
        } => page(name, Tab::Versions, Some(Compared::new(before, after))),
        Route::Learn => html! { <LearnPage /> },
        Route::Assignment { lesson } => {
            html! { <AssignmentPage key={lesson.clone()} lesson={lesson.clone()} /> }
        }
        Route::Open { text } => html! { <OpenPage text={text.clone()} /> },
        Route::History => html! { <HistoryPage /> },
        Route::Differences => html! { <Differences /> },
        Route::NotFound => html! { <NotFound /> },
    }
}

/// The page of one function, which forgets what another one's was doing.
fn page(name: &str, tab: Tab, compared: Option<Compared>) -> Html {
    html! { <FunctionPage key={name} name={name.to_owned()} {tab} {compared} /> }
}
