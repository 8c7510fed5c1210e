//! The release map: which alias sends how much to which version, and the invocations on their way.

mod drawing;
mod marks;

use yew::prelude::*;
use yew_router::prelude::*;

use self::drawing::{lines, sign, weights};
use self::marks::{Marks, Way};
use super::selection::Selection;
use crate::lambda::{FunctionName, Qualifier};
use crate::release::{
    AliasNode, Layout, Rect, ReleaseMap, Run, Sign, VersionNode, next_act, words,
};
use crate::traffic::count;
use crate::ui::hooks::{use_id, use_width};
use crate::ui::routes::{FunctionQuery, Route, Tab};

/// How finely a mark's way is drawn.
const STEPS: u32 = 16;

#[derive(Properties, PartialEq)]
pub(super) struct ReleaseMapProps {
    pub(super) selection: Selection,
    /// The tab that stays open when something is selected.
    pub(super) tab: Tab,
    /// The latest run, which travels the map while it goes on.
    pub(super) run: Option<Run>,
}

/// Aliases on the left, versions on the right, and between them what is sent; selecting a node selects its qualifier.
///
/// The drawing is told once more in sentences for screen readers. What can be reached by keyboard are links.
#[component]
pub(super) fn ReleaseMapView(props: &ReleaseMapProps) -> Html {
    let heading = use_id();
    let node = use_node_ref();
    let width = use_width(&node);
    let selected = props.selection.qualifier();
    let map = ReleaseMap::of(props.selection.function(), selected);
    let layout = Layout::of(&map, width);
    let run = props.run.as_ref();
    html! {
        <section class="map" aria-labelledby={heading.clone()}>
            <div class="map__head">
                <h2 id={heading}>{ "Release map" }</h2>
                { for run.map(caption) }
            </div>
            if let Some(next) = next_act(&map).filter(|_| layout.note.is_none()) {
                <p class="note">{ next }</p>
            }
            <div class="map__canvas" ref={node}>
                <svg
                    class="map__drawing"
                    width={layout.width.to_string()}
                    height={layout.height.to_string()}
                    viewBox={format!("0 0 {} {}", layout.width, layout.height)}
                >
                    <g aria-hidden="true">
                        { lines(&map, &layout, selected) }
                        if let Some(run) = run {
                            <Marks run={run.clone()} ways={ways(&map, &layout, run)} />
                        }
                        { weights(&map, &layout, selected) }
                    </g>
                    { for map.aliases.iter().zip(&layout.aliases).map(|(alias, rect)| {
                        alias_node(props, alias, *rect)
                    }) }
                    { for layout.versions.iter().enumerate().map(|(key, place)| {
                        version_node(props, &map, place.version, place.rect, key)
                    }) }
                    { for layout.note.map(|rect| cell("note", rect, html! {
                        <p class="map__note">{ next_act(&map) }</p>
                    })) }
                    { for layout.more_aliases.map(|rect| cell("more aliases", rect, html! {
                        { more(props, Tab::Aliases, map.more_aliases, "alias", "aliases") }
                    })) }
                    { for layout.more_versions.map(|rect| cell("more versions", rect, html! {
                        { more(props, Tab::Versions, map.more_versions, "version", "versions") }
                    })) }
                </svg>
            </div>
            <ul class="unseen" aria-label="The map in words">
                { for words(&map, run).into_iter().map(|sentence| html! { <li>{ sentence }</li> }) }
            </ul>
        </section>
    }
}

/// What the marks and the numbers are of.
fn caption(run: &Run) -> Html {
    let target = &run.target;
    html! {
        <p class="map__caption note">
            if run.running {
                { format!("Run through {target}") }
                <span class="map__aside">{ ": a mark is one invocation, or several at once" }</span>
            } else {
                { format!("Latest run: through {target}") }
            }
        </p>
    }
}

/// The way from what a run is fired at to each of its versions.
fn ways(map: &ReleaseMap, layout: &Layout, run: &Run) -> Vec<Way> {
    let is_target = |alias: usize| run.target == Qualifier::Alias(map.aliases[alias].name.clone());
    let lines = layout.lines.iter().filter(|line| is_target(line.alias));
    lines
        .map(|line| Way {
            version: map.versions[line.version].qualifier.clone(),
            points: line.points(STEPS),
            length: line.length(),
        })
        .collect()
}

fn alias_node(props: &ReleaseMapProps, alias: &AliasNode, rect: Rect) -> Html {
    let qualifier = Qualifier::Alias(alias.name.clone());
    let content = html! {
        <>
            <span class="unseen">{ "alias " }</span>
            <span class="map__name">{ alias.name.to_string() }</span>
        </>
    };
    cell(
        &format!("alias {}", alias.name),
        rect,
        node(props, &qualifier, "map__node", content),
    )
}

fn version_node(
    props: &ReleaseMapProps,
    map: &ReleaseMap,
    version: usize,
    rect: Rect,
    key: usize,
) -> Html {
    let VersionNode {
        qualifier,
        description,
    } = &map.versions[version];
    let run = props.run.as_ref();
    let observed = run.and_then(|run| run.observed(qualifier));
    let word = matches!(qualifier, Qualifier::Version(_)).then_some("Version ");
    let class = classes!(
        "map__node",
        "map__node--version",
        (*qualifier == Qualifier::Latest).then_some("map__node--latest"),
        (!map.is_used(version)).then_some("map__node--unused"),
    );
    let content = html! {
        <>
            <svg class="map__sign" viewBox="-13 -13 26 26" aria-hidden="true" focusable="false">
                { sign(Sign::of(qualifier), tone(run, qualifier)) }
            </svg>
            <span class="map__name">
                <span class="map__word">{ word }</span>
                { qualifier.to_string() }
            </span>
            <span class="map__description">{ description }</span>
            if let Some(observed) = observed {
                <span class="map__count" aria-hidden="true">{ count(observed) }</span>
            }
        </>
    };
    let key = format!("{} {key}", map.versions[version].qualifier);
    cell(&key, rect, node(props, qualifier, class, content))
}

/// The colour of a version in a run, as in the run's plots.
fn tone(run: Option<&Run>, version: &Qualifier) -> Option<usize> {
    let mut observed = run?.observed.iter();
    observed.position(|(it, _)| it == version)
}

/// A link that selects a qualifier.
fn node(
    props: &ReleaseMapProps,
    qualifier: &Qualifier,
    class: impl Into<Classes>,
    content: Html,
) -> Html {
    let selected = props.selection.qualifier() == qualifier;
    html! {
        <a
            class={class}
            href={address(props.selection.function().name(), props.tab, qualifier)}
            aria-current={selected.then_some("true")}
        >
            { content }
        </a>
    }
}

/// Says how much is not on the map, and leads to the tab that has it.
fn more(props: &ReleaseMapProps, tab: Tab, rest: usize, one: &str, many: &str) -> Html {
    let words = if rest == 1 { one } else { many };
    let name = props.selection.function().name();
    html! {
        <a class="map__more" href={address(name, tab, props.selection.qualifier())}>
            { format!("{rest} more {words}") }
        </a>
    }
}

/// The address of a tab with something selected, which the router follows.
fn address(function: &FunctionName, tab: Tab, qualifier: &Qualifier) -> String {
    let route = Route::FunctionTab {
        name: function.to_string(),
        tab,
    };
    let query = FunctionQuery::of(qualifier).qualifier;
    let query = query.map(|qualifier| format!("?qualifier={qualifier}"));
    format!("#{}{}", route.to_path(), query.unwrap_or_default())
}

/// HTML at a place of the drawing.
fn cell(key: &str, rect: Rect, content: Html) -> Html {
    html! {
        <foreignObject
            key={key.to_owned()}
            x={rect.x.to_string()}
            y={rect.y.to_string()}
            width={rect.width.to_string()}
            height={rect.height.to_string()}
        >
            <div xmlns="http://www.w3.org/1999/xhtml" class="map__cell">{ content }</div>
        </foreignObject>
    }
}
