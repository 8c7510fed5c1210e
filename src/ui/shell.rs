//! What stands around every page.

use web_sys::MouseEvent;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::ui::components::{ButtonKind, Choice, MessageArea, Select};
use crate::ui::history::{EarlierState, HistoryStrip, use_undo_keys};
use crate::ui::hooks::{Theme, focus_heading, use_theme};
use crate::ui::kept::{KeepingNotice, KeepingState};
use crate::ui::lessons::{LearnButton, LessonPanel};
use crate::ui::pages::{FunctionSelect, SettingsButton, ShareButton, Unsettled, UpdateOffer};
use crate::ui::playground::use_playground;
use crate::ui::routes::Route;

#[derive(Properties, PartialEq)]
pub struct ShellProps {
    pub children: Html,
}

/// The top bar, the page's message, the page and the footer.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let playground = use_playground();
    let seed = playground.seed();
    use_undo_keys();
    html! {
        <>
            <header class="bar">
                <button
                    class="bar__skip"
                    type="button"
                    onclick={|_: MouseEvent| focus_heading()}
                >
                    { "Jump to content" }
                </button>
                <Link<Route> classes="bar__name" to={Route::Functions}>
                    { "Lambda Playground" }
                </Link<Route>>
                <FunctionSelect />
                if !seed.is_empty() {
                    <span class="bar__seed">{ "Seed " }<code>{ seed.text() }</code></span>
                }
                <div class="bar__tools">
                    <LearnButton kind={ButtonKind::Link} />
                    <ShareButton />
                    <SettingsButton />
                    <ThemeSelect />
                </div>
            </header>
            <div class="frame">
            <LessonPanel />
            <main class="main">
                <KeepingNotice />
                <MessageArea />
                <EarlierState />
                if !playground.is_looking_back() {
                    <Unsettled />
                }
                { props.children.clone() }
            </main>
            </div>
            <HistoryStrip />
            <footer class="footer">
                <p>{ "Not affiliated with Amazon Web Services." }</p>
                <KeepingState />
                <Link<Route> to={Route::Differences}>{ "Differences from AWS" }</Link<Route>>
            </footer>
            <UpdateOffer />
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
        <Select
            label="Theme"
            groups={vec![Vec::from(choices).into()]}
            value={theme.name()}
            {onchange}
            inline={true}
        />
    }
}
