use yew::prelude::*;
use yew_router::prelude::*;

use super::components::MessagesProvider;
use super::hooks::use_title;
use super::pages::NotFound;
use super::routes::{Route, guard_fragment, use_focus_on_page_change};
use super::shell::Shell;

/// Starts the page in the document's element `page`.
pub fn start() {
    guard_fragment();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("page"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The whole page.
#[component]
pub fn App() -> Html {
    html! {
        <HashRouter>
            <MessagesProvider>
                <Shell><Pages /></Shell>
            </MessagesProvider>
        </HashRouter>
    }
}

/// The page of the current route.
#[component]
fn Pages() -> Html {
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    use_title(route.title());
    use_focus_on_page_change(&route);
    match route {
        Route::Functions | Route::Function { .. } | Route::FunctionTab { .. } | Route::NotFound => {
            html! { <NotFound /> }
        }
    }
}
