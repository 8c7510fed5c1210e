//! What uses a version: aliases that send to it, and runs that reached it.

use yew::prelude::*;

use super::super::TabProps;
use crate::lambda::{AliasName, Qualifier, Weight};
use crate::release::senders;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::routes::{Route, Tab};

/// The aliases that send to a version, each of which can be selected, and how much they send there.
pub(super) fn alias_links(props: &TabProps, version: &Qualifier) -> Html {
    let senders = senders(props.selection.function(), version);
    let link = |(place, (name, weight)): (usize, (AliasName, Weight))| {
        let qualifier = Qualifier::Alias(name.clone());
        html! {
            <>
                { if place == 0 { "" } else { ", " } }
                <Button
                    kind={ButtonKind::Link}
                    label={format!("Select {name}")}
                    onclick={props.select.reform(move |_| qualifier.clone())}
                >
                    { name.to_string() }
                </Button>
                { format!(" {weight}") }
            </>
        }
    };
    if senders.is_empty() {
        return "–".into();
    }
    html! { { for senders.into_iter().enumerate().map(link) } }
}

/// The latest kept run that reached a version, which can be looked at, and how many more there are.
pub(super) fn run_links(props: &TabProps, version: &Qualifier) -> Html {
    let runs = props.traffic.reaching(version);
    let Some((newest, others)) = runs.split_first() else {
        return "–".into();
    };
    let route = Route::FunctionTab {
        name: props.selection.function().name().to_string(),
        tab: Tab::Traffic,
    };
    let onclick = {
        let (traffic, visit, newest) = (props.traffic.clone(), props.visit.clone(), *newest);
        move |_| {
            traffic.show(newest);
            visit.emit(route.clone());
        }
    };
    html! {
        <>
            <Button kind={ButtonKind::Link} label={format!("Show run {newest}")} {onclick}>
                { format!("Run {newest}") }
            </Button>
            if !others.is_empty() {
                { format!(" and {} more", others.len()) }
            }
        </>
    }
}
