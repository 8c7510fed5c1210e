//! What stands around every page.

use web_sys::MouseEvent;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::ui::components::{Choice, MessageArea, Select};
use crate::ui::hooks::{Theme, focus_heading, use_theme};
use crate::ui::routes::Route;

#[derive(Properties, PartialEq)]
pub struct ShellProps {
    pub children: Html,
}

/// The top bar, the page's message, the page and the footer.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    html! {
        <>
            <header class="bar">
                <button
                    class="bar__skip"
                    type="button"
                    onclick={|_: MouseEvent| focus_heading()}
                >
                    { "Skip to content" }
                </button>
                <Link<Route> classes="bar__name" to={Route::Functions}>
                    { "Lambda Playground" }
                </Link<Route>>
                <ThemeSelect />
            </header>
            <main class="main">
                <MessageArea />
                { props.children.clone() }
            </main>
            <footer class="footer">
                <p>{ "Not affiliated with Amazon Web Services." }</p>
            </footer>
        </>
    }
}

#[component]
fn ThemeSelect() -> Html {
    let (theme, choose) = use_theme();
    let choices = Theme::ALL.map(|theme| {
        let text = match theme {
            Theme::System => "System",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        };
        Choice::new(theme.name(), text)
    });
    let onchange = Callback::from(move |name: String| {
        if let Some(theme) = Theme::from_name(&name) {
            choose.emit(theme);
        }
    });
    html! {
        <div class="bar__theme">
            <Select
                label="Theme"
                groups={vec![Vec::from(choices).into()]}
                value={theme.name()}
                {onchange}
                inline={true}
            />
        </div>
    }
}
