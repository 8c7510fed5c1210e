//! Where one can be: routes live in the fragment, as `#/functions/{name}/{tab}?qualifier=…`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, window};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::lambda::Qualifier;
use crate::ui::hooks::focus_heading;
use crate::ui::pages::Compared;

#[derive(Clone, Debug, PartialEq, Routable)]
pub enum Route {
    #[at("/")]
    Functions,
    #[at("/functions/:name")]
    Function { name: String },
    #[at("/functions/:name/:tab")]
    FunctionTab { name: String, tab: Tab },
    /// What differs between two states of a function: `$LATEST` or a version each.
    #[at("/functions/:name/versions/:before/:after")]
    Comparison {
        name: String,
        before: String,
        after: String,
    },
    #[at("/learn")]
    Learn,
    #[at("/learn/:lesson")]
    Assignment { lesson: String },
    /// What a link holds.
    #[at("/open/:text")]
    Open { text: String },
    #[at("/history")]
    History,
    #[at("/differences")]
    Differences,
    #[not_found]
    #[at("/not-found")]
    NotFound,
}

impl Route {
    /// The document's title.
    #[must_use]
    pub fn title(&self) -> String {
        let place = match self {
            Self::Functions => "Functions".to_owned(),
            Self::Function { name } => name.clone(),
            Self::FunctionTab { name, tab } => format!("{name}: {}", tab.label()),
            Self::Comparison {
                name,
                before,
                after,
            } => {
                format!("{name}: {}", Compared::new(before, after).title())
            }
            Self::Learn => "Lessons".to_owned(),
            Self::Assignment { lesson } => format!("Lesson: {lesson}"),
            Self::Open { .. } => "A shared playground".to_owned(),
            Self::History => "History".to_owned(),
            Self::Differences => "Differences from AWS".to_owned(),
            Self::NotFound => "Page not found".to_owned(),
        };
        format!("{place} – Lambda Playground")
    }

    /// The same route without its tab: what changes when one page is left for another.
    #[must_use]
    pub fn page(&self) -> Self {
        match self {
            Self::FunctionTab { name, .. } | Self::Comparison { name, .. } => {
                Self::Function { name: name.clone() }
            }
            other => other.clone(),
        }
    }
}

/// The tabs of the function page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tab {
    #[default]
    Code,
    Test,
    Versions,
    Aliases,
    Traffic,
    Logs,
    Configuration,
}

impl Tab {
    pub const ALL: [Self; 7] = [
        Self::Code,
        Self::Test,
        Self::Versions,
        Self::Aliases,
        Self::Traffic,
        Self::Logs,
        Self::Configuration,
    ];

    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Code => "Code",
            Self::Test => "Test",
            Self::Versions => "Versions",
            Self::Aliases => "Aliases",
            Self::Traffic => "Traffic",
            Self::Logs => "Logs",
            Self::Configuration => "Configuration",
        }
    }
}

/// The tab as it stands in the fragment.
impl fmt::Display for Tab {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.label().to_lowercase())
    }
}

impl FromStr for Tab {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|tab| tab.to_string() == text)
            .ok_or(())
    }
}

/// What follows the `?` of a function's route.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FunctionQuery {
    /// A version or an alias; `$LATEST` goes without saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<String>,
    /// A log stream to show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream: Option<String>,
}

impl FunctionQuery {
    /// The query that selects a qualifier.
    #[must_use]
    pub fn of(qualifier: &Qualifier) -> Self {
        Self {
            qualifier: (*qualifier != Qualifier::Latest).then(|| qualifier.to_string()),
            ..Self::default()
        }
    }
}

/// The whole address of a route on this site, with what stands in its query.
#[must_use]
pub fn address(route: &Route, query: &[(&str, Option<String>)]) -> String {
    let base = window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    let base = base.split('#').next().unwrap_or_default();
    let parts = query.iter().filter_map(|(name, value)| {
        let value = js_sys::encode_uri_component(value.as_ref()?);
        Some(format!("{name}={value}"))
    });
    let parts: Vec<String> = parts.collect();
    let mark = if parts.is_empty() { "" } else { "?" };
    format!("{base}#{}{mark}{}", route.to_path(), parts.join("&"))
}

/// Moves focus to the page's heading when one page is left for another, which a change of tab is
/// not. A list in which arrow keys go from page to page keeps it.
#[hook]
pub fn use_focus_on_page_change(route: &Route) {
    let arrived = use_mut_ref(|| false);
    use_effect_with(route.page(), move |_| {
        if arrived.replace(true) && !is_choosing() {
            focus_heading();
        }
    });
}

/// Whether the focus is in a list that stands around every page.
fn is_choosing() -> bool {
    let document = window().and_then(|window| window.document());
    matches!(
        document.map(|document| document.query_selector(".bar select:focus")),
        Some(Ok(Some(_)))
    )
}

/// Keeps the fragment one that the router can read: it throws at any that is no absolute path.
pub fn guard_fragment() {
    mend_fragment();
    let Some(window) = window() else { return };
    let listener = Closure::<dyn Fn()>::new(mend_fragment);
    let options = AddEventListenerOptions::new();
    // The router listens to the same event, and must come second.
    options.set_capture(true);
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        "popstate",
        listener.as_ref().unchecked_ref(),
        &options,
    );
    listener.forget();
}

fn mend_fragment() {
    let Some(window) = window() else { return };
    let fragment = window.location().hash().unwrap_or_default();
    if fragment.starts_with("#/") && !fragment.starts_with("#//") {
        return;
    }
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some("#/"));
    }
}
