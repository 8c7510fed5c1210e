use yew::prelude::*;

use super::selection::Selection;
use crate::ui::components::{Status, StatusBadge};
use crate::ui::playground::{Playground, use_playground};
use crate::ui::routes::Tab;

#[derive(Properties, PartialEq)]
pub(super) struct UndeployedProps {
    pub(super) selection: Selection,
    pub(super) tab: Tab,
}

/// Says beside what is selected that edits wait, which no test runs; empty where the editor itself says so.
#[component]
pub(super) fn Undeployed(props: &UndeployedProps) -> Html {
    let playground = use_playground();
    let UndeployedProps { selection, tab } = props;
    let is_told_there = *tab == Tab::Code && frozen(&playground, selection).is_none();
    if is_told_there || playground.drafts(selection.function().name()).is_empty() {
        return Html::default();
    }
    html! {
        <span class="selection__waiting">
            { waiting() }
            if !selection.is_latest() {
                <span class="note">{ " in $LATEST" }</span>
            }
        </span>
    }
}

/// Why the code of what is selected cannot be edited now, if it cannot.
pub(super) fn frozen(playground: &Playground, selection: &Selection) -> Option<String> {
    if playground.is_looking_back() {
        Some("This is an earlier state: continue from it to make changes.".to_owned())
    } else {
        selection.frozen()
    }
}

/// That edits wait for a deploy.
pub(super) fn waiting() -> Html {
    html! {
        <span role="status">
            <StatusBadge status={Status::Warning} text="Changes not deployed" />
        </span>
    }
}
