use yew::prelude::*;
use yew_router::prelude::*;

use crate::ui::routes::Route;

/// What is shown where there is nothing.
#[component]
pub fn NotFound() -> Html {
    html! {
        <>
            <h1 tabindex="-1">{ "Page not found" }</h1>
            <p>
                { "There is nothing at this address. See the " }
                <Link<Route> to={Route::Functions}>{ "list of functions" }</Link<Route>>
                { "." }
            </p>
        </>
    }
}
