use std::collections::BTreeMap;

use yew::prelude::*;
use yew_router::prelude::*;

use super::selection::Selection;
use crate::lambda::{FunctionName, Qualifier, Routing};
use crate::sandbox::{EnvironmentState, EnvironmentView};
use crate::traffic::count;
use crate::ui::components::Icon;
use crate::ui::playground::use_playground;
use crate::ui::routes::{FunctionQuery, Route, Tab};

#[derive(Properties, PartialEq)]
pub(super) struct EnvironmentsProps {
    pub(super) selection: Selection,
    /// Where invocations go from here: these versions have a place even before anything runs.
    pub(super) routing: Routing,
}

/// The execution environments of a function, as they are now.
#[component]
pub(super) fn Environments(props: &EnvironmentsProps) -> Html {
    let playground = use_playground();
    let function = props.selection.function().name();
    let environments = playground.environments();
    let environments: Vec<EnvironmentView> = environments
        .into_iter()
        .filter(|environment| environment.key.function == function.as_str())
        .collect();
    let additional = props.routing.additional();
    let additional = additional.map(|(version, _)| Qualifier::Version(version));
    html! {
        <EnvironmentList
            function={function.clone()}
            selected={props.selection.qualifier().clone()}
            expected={std::iter::once(props.routing.primary()).chain(additional).collect::<Vec<_>>()}
            {environments}
        />
    }
}

#[derive(Properties, PartialEq)]
pub struct EnvironmentListProps {
    pub function: FunctionName,
    /// What stays selected on the way to a log.
    pub selected: Qualifier,
    /// Versions that are shown even if nothing runs in them.
    pub expected: Vec<Qualifier>,
    /// Those of the function, oldest first.
    pub environments: Vec<EnvironmentView>,
}

/// A box for each execution environment, under the version that runs in it.
#[component]
pub fn EnvironmentList(props: &EnvironmentListProps) -> Html {
    let mut versions: BTreeMap<Qualifier, Vec<&EnvironmentView>> = BTreeMap::new();
    for version in &props.expected {
        versions.entry(version.clone()).or_default();
    }
    for environment in &props.environments {
        let version = Qualifier::classify(&environment.key.version);
        versions.entry(version).or_default().push(environment);
    }
    html! {
        <section class="environments" aria-label="Execution environments">
            <h2>{ "Execution environments" }</h2>
            <p class="note">
                if props.environments.is_empty() {
                    { "Environments start with the first invocation." }
                } else {
                    { "Each runs one version and serves one invocation at a time." }
                }
            </p>
            <div class="environments__versions">
                { for versions.iter().map(|(version, environments)| group(props, version, environments)) }
            </div>
        </section>
    }
}

fn group(
    props: &EnvironmentListProps,
    version: &Qualifier,
    environments: &[&EnvironmentView],
) -> Html {
    let name = match version {
        Qualifier::Latest => version.to_string(),
        version => format!("Version {version}"),
    };
    html! {
        <div class="environments__version" key={version.to_string()}>
            <h3>{ &name }</h3>
            if environments.is_empty() {
                <p class="environments__none">{ "None is running" }</p>
            } else {
                <ul class="environments__boxes" aria-label={format!("Environments of {name}")}>
                    { for environments.iter().map(|environment| item(props, environment)) }
                </ul>
            }
        </div>
    }
}

fn item(props: &EnvironmentListProps, environment: &EnvironmentView) -> Html {
    let (class, icon, state) = match environment.state {
        EnvironmentState::Starting => ("starting", Icon::Clock, "Starting"),
        EnvironmentState::Idle => ("idle", Icon::Circle, "Idle"),
        EnvironmentState::Busy => ("busy", Icon::Play, "Busy"),
        EnvironmentState::Retired => ("ending", Icon::Square, "Ending"),
    };
    let (kind, start) = if environment.provisioned {
        ("Provisioned", "Init, ahead")
    } else {
        ("On demand", "Cold start")
    };
    let init = environment.init.map_or_else(nothing, |init| {
        format!("{:.0} ms", init.as_secs_f64() * 1000.0)
    });
    let memory = match environment.memory {
        0 => nothing(),
        bytes => format!("{} MB", bytes.div_ceil(1024 * 1024)),
    };
    html! {
        <li class={classes!("environment", format!("environment--{class}"))} key={environment.id}>
            <p class="environment__head">
                <span class="environment__state">{ icon.draw() }{ state }</span>
                { " " }
                <span class="environment__id">{ format!("#{}", environment.id) }</span>
            </p>
            <dl class="environment__facts">
                { fact("Invocations", count(environment.invocations)) }
                { fact(start, init) }
                { fact("Memory", memory) }
            </dl>
            <p class="environment__foot">
                <span>{ kind }</span>
                { " " }
                if environment.invocations > 0 {
                    { log_link(props, environment) }
                }
            </p>
        </li>
    }
}

fn fact(name: &'static str, value: String) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// Stands for a figure that is not known yet.
fn nothing() -> String {
    "–".to_owned()
}

fn log_link(props: &EnvironmentListProps, environment: &EnvironmentView) -> Html {
    let to = Route::FunctionTab {
        name: props.function.to_string(),
        tab: Tab::Logs,
    };
    let query = FunctionQuery {
        stream: Some(environment.log_stream.to_string()),
        ..FunctionQuery::of(&props.selected)
    };
    html! {
        <Link<Route, FunctionQuery> {to} {query}>
            { "Log" }
            <span class="unseen">{ format!(" of environment {}", environment.id) }</span>
        </Link<Route, FunctionQuery>>
    }
}
