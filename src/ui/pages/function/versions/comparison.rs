use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::super::{Compared, Open, TabProps};
use super::difference::FileView;
use super::users::{alias_links, run_links};
use crate::comparison::{Comparison, SettingDifference, publishing, restoring};
use crate::lambda::{Configuration, Function, Qualifier, Version};
use crate::ui::components::{Button, Choice, Column, EmptyState, KeyValue, Select, Table};
use crate::ui::hooks::rescue_focus;
use crate::ui::pages::format;
use crate::ui::playground::use_playground;
use crate::ui::routes::{Route, Tab};

/// How many files that are the same are named.
const NAMED: usize = 10;

#[derive(Properties, PartialEq)]
pub(super) struct ComparisonViewProps {
    pub(super) tab: TabProps,
    pub(super) compared: Compared,
}

/// Two states of the function: what differs between them, and what uses each.
#[component]
pub(super) fn ComparisonView(props: &ComparisonViewProps) -> Html {
    let heading = use_node_ref();
    {
        let heading = heading.clone();
        use_effect_with((), move |()| {
            if let Some(heading) = heading.cast::<HtmlElement>() {
                let _ = heading.focus();
            }
            || spawn_local(async { rescue_focus() })
        });
    }
    let Compared { before, after } = &props.compared;
    let function = props.tab.selection.function();
    let name = function.name().to_string();
    let all = Route::FunctionTab {
        name: name.clone(),
        tab: Tab::Versions,
    };
    let swapped = Compared {
        before: after.clone(),
        after: before.clone(),
    };
    let missing = [before, after]
        .into_iter()
        .find(|state| configuration(function, state).is_none());
    html! {
        <div class="stack">
            <div class="comparison__head">
                <h2 tabindex="-1" ref={heading}>{ props.compared.title() }</h2>
                <div class="button-row">
                    <Button onclick={props.tab.visit.reform(move |_| swapped.route(&name))}>
                        { "Swap sides" }
                    </Button>
                    <Button onclick={props.tab.visit.reform(move |_| all.clone())}>
                        { "All versions" }
                    </Button>
                </div>
            </div>
            <div class="comparison__sides">
                { side(props, "Compare", before, |compared, before| compared.before = before) }
                { side(props, "With", after, |compared, after| compared.after = after) }
            </div>
            if let Some(missing) = missing {
                <EmptyState
                    title={format!("There is no {}", missing.words())}
                    text="It may have been deleted: choose another one."
                />
            } else {
                <Outcome function={function.clone()} compared={props.compared.clone()} />
            }
        </div>
    }
}

/// One of the two: which it is, what there is to know of it, and the act that brings it back.
fn side(
    props: &ComparisonViewProps,
    label: &'static str,
    state: &Qualifier,
    set: fn(&mut Compared, Qualifier),
) -> Html {
    let function = props.tab.selection.function();
    let versions = function.versions().rev().map(|version| {
        let number = version.number().to_string();
        Choice::new(number, Qualifier::Version(version.number()).title())
    });
    let latest = Choice::new(Qualifier::LATEST, Qualifier::LATEST);
    let choices: Vec<Choice> = std::iter::once(latest).chain(versions).collect();
    let onchange = {
        let (compared, name) = (props.compared.clone(), function.name().to_string());
        props.tab.visit.reform(move |text: String| {
            let mut compared = compared.clone();
            set(&mut compared, Qualifier::classify(&text));
            compared.route(&name)
        })
    };
    let pair = |key: &'static str, value: Html| (AttrValue::from(key), value);
    let mut pairs = match version(function, state) {
        Some(version) => vec![
            pair("Description", format::shown(version.description()).into()),
            pair("Published", format::time(version.published()).into()),
        ],
        None if *state == Qualifier::Latest => {
            let at = function.latest().last_modified();
            vec![pair("Last modified", format::time(at).into())]
        }
        None => Vec::new(),
    };
    pairs.push(pair("Aliases", alias_links(&props.tab, state)));
    pairs.push(pair("Runs", run_links(&props.tab, state)));
    html! {
        <div class="comparison__side">
            <Select
                {label}
                inline={true}
                groups={vec![choices.into()]}
                value={state.to_string()}
                {onchange}
            />
            <KeyValue {pairs} />
            if let Some(version) = version(function, state) {
                { restore(props, version) }
            }
        </div>
    }
}

fn restore(props: &ComparisonViewProps, version: &Version) -> Html {
    let number = version.number();
    let nothing = restoring(props.tab.selection.function(), version).is_empty();
    html! {
        <div class="button-row">
            <Button
                onclick={props.tab.open.reform(move |_| Open::Restore(number))}
                disabled_reason={nothing.then_some("$LATEST has its code and its configuration already.")}
            >
                { format!("Restore version {number}") }
            </Button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OutcomeProps {
    function: Function,
    compared: Compared,
}

/// What differs.
#[component]
fn Outcome(props: &OutcomeProps) -> Html {
    let playground = use_playground();
    let OutcomeProps { function, compared } = props;
    let Compared { before, after } = compared;
    let sides = [before, after].map(|state| configuration(function, state).cloned());
    let comparison = use_memo(sides, |sides| match sides {
        [Some(before), Some(after)] => Comparison::of(function.name(), before, after),
        _ => Comparison::default(),
    });
    let has_latest = [before, after].contains(&&Qualifier::Latest);
    let is_edited = has_latest && !playground.drafts(function.name()).is_empty();
    let publishing = publishing(function, before, after);
    let files = 0..comparison.files.len();
    html! {
        <>
            <div role="status">
                <p class="comparison__summary">{ comparison.summary(before, after) }</p>
                if let Some(publishing) = publishing {
                    <p>{ publishing }</p>
                }
                if is_edited {
                    <p class="note">{ "What you have edited since the last deploy is not in $LATEST yet." }</p>
                }
            </div>
            if !comparison.settings.is_empty() {
                <h3>{ "Configuration" }</h3>
                <Table label="Settings that differ" columns={[
                    Column::text("Setting"),
                    Column::text(before.title()),
                    Column::text(after.title()),
                ].to_vec()}>
                    { for comparison.settings.iter().map(setting) }
                </Table>
            }
            { for files.map(|place| html! {
                <FileView
                    key={format!("{before} {after} {}", comparison.files[place].path)}
                    comparison={Rc::clone(&comparison)}
                    {place}
                    compared={compared.clone()}
                />
            }) }
            { same_files(&comparison) }
        </>
    }
}

fn setting(setting: &SettingDifference) -> Html {
    let value = |value: &Option<String>| match value {
        Some(value) => html! { <td class="words">{ value }</td> },
        None => html! { <td class="words note">{ "not set" }</td> },
    };
    html! {
        <tr key={setting.name.clone()}>
            <th scope="row" class="words">{ &setting.name }</th>
            { value(&setting.before) }
            { value(&setting.after) }
        </tr>
    }
}

/// The names of the files that are the same, beside those that are not.
fn same_files(comparison: &Comparison) -> Html {
    let same = &comparison.same_files;
    if comparison.files.is_empty() || same.is_empty() {
        return Html::default();
    }
    let mut names = same[..same.len().min(NAMED)].join(", ");
    if let Some(more) = same.len().checked_sub(NAMED + 1) {
        names = format!("{names} and {} more", more + 1);
    }
    html! { <p class="note">{ format!("The same in both: {names}.") }</p> }
}

/// `$LATEST` or a version; nothing else is compared.
fn configuration<'f>(function: &'f Function, state: &Qualifier) -> Option<&'f Rc<Configuration>> {
    match state {
        Qualifier::Latest | Qualifier::Version(_) => function.configuration(state),
        Qualifier::Alias(_) | Qualifier::Unknown(_) => None,
    }
}

fn version<'f>(function: &'f Function, state: &Qualifier) -> Option<&'f Version> {
    match state {
        Qualifier::Version(number) => function.version(*number),
        _ => None,
    }
}
