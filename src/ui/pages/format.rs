//! How facts are written on every page.

use jiff::Timestamp;
use yew::prelude::*;

use crate::lambda::{LastUpdateStatus, State};
use crate::ui::components::{Status, StatusBadge};

/// A time, to the second, in UTC.
pub(in crate::ui) fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// A number and what it counts: `1 version`, `2 versions`.
pub(in crate::ui) fn count(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ if one.ends_with('s') => format!("{number} {one}es"),
        _ => format!("{number} {one}s"),
    }
}

/// A text, or a dash where there is none.
pub(super) fn shown(text: &str) -> String {
    if text.is_empty() {
        "–".to_owned()
    } else {
        text.to_owned()
    }
}

/// The state of a function or version: as a badge as long as it is under way.
pub(super) fn state(state: State, update: Option<LastUpdateStatus>) -> Html {
    under_way(state, update).unwrap_or_else(|| state.name().into())
}

/// What a function or version is in the middle of, if it is.
pub(super) fn under_way(state: State, update: Option<LastUpdateStatus>) -> Option<Html> {
    let text = match (state, update) {
        (State::Pending, _) => format!("State: {}", state.name()),
        (State::Active, Some(update @ LastUpdateStatus::InProgress)) => {
            format!("Last update: {}", update.name())
        }
        (State::Active, _) => return None,
    };
    Some(html! { <StatusBadge status={Status::Pending} {text} /> })
}
