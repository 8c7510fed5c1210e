//! The function page: what exists, what is selected, what to do with it.

mod alias;
mod aliases;
mod code;
mod compared;
mod configuration;
mod delete;
mod edit_configuration;
mod environments;
mod event;
mod failed_at;
mod logs;
mod map;
mod move_alias;
mod path_dialog;
mod publish;
mod remove_file;
mod request;
mod restore;
mod result;
mod selection;
mod shares;
mod test;
mod traffic;
mod undeployed;
mod variables;
mod versions;

use yew::prelude::*;
use yew_router::prelude::*;

use self::alias::AliasDialog;
use self::aliases::AliasesTab;
use self::code::CodeTab;
pub use self::compared::Compared;
use self::configuration::ConfigurationTab;
use self::delete::{DeleteDialog, Doomed};
use self::edit_configuration::EditConfigurationDialog;
pub use self::environments::{EnvironmentList, EnvironmentListProps};
use self::event::Event;
use self::logs::LogsTab;
use self::map::ReleaseMapView;
use self::move_alias::MoveAliasDialog;
use self::publish::PublishDialog;
use self::restore::RestoreDialog;
use self::result::TestResult;
use self::selection::Selection;
use self::test::TestTab;
use self::traffic::{Traffic, TrafficTab, use_traffic};
use self::undeployed::Undeployed;
use self::versions::VersionsTab;
use super::{CreateFunctionButton, format};
use crate::faults::SourceLine;
use crate::lambda::{Alias, Function, Qualifier, VersionNumber};
use crate::release::Step;
use crate::traffic::Seed;
use crate::ui::components::{
    ButtonKind, Choice, Choices, CopyButton, EmptyState, MenuButton, MenuItem, Select, TabItem,
    Tabs,
};
use crate::ui::playground::use_playground;
use crate::ui::routes::{FunctionQuery, Route, Tab};

#[derive(Properties, Clone, PartialEq)]
pub struct FunctionPageProps {
    pub name: String,
    pub tab: Tab,
    /// What is compared on the Versions tab.
    #[prop_or_default]
    pub compared: Option<Compared>,
}

impl FunctionPageProps {
    fn route(&self) -> Route {
        match &self.compared {
            Some(compared) => compared.route(&self.name),
            None => self.tab(self.tab),
        }
    }

    fn tab(&self, tab: Tab) -> Route {
        Route::FunctionTab {
            name: self.name.clone(),
            tab,
        }
    }
}

/// The dialogs of the function page, of which at most one is open.
#[derive(Clone, Debug, PartialEq)]
enum Open {
    Publish,
    CreateAlias,
    EditAlias(Alias),
    MoveAlias(Alias, Step),
    EditConfiguration,
    Restore(VersionNumber),
    Delete(Doomed),
}

/// What tabs get: what is selected, and how to select or open something else.
#[derive(Properties, Clone, PartialEq)]
struct TabProps {
    /// The tab that is shown.
    tab: Tab,
    /// What is compared on the Versions tab.
    compared: Option<Compared>,
    selection: Selection,
    select: Callback<Qualifier>,
    /// Goes to another place of the function, with the same selected.
    visit: Callback<Route>,
    open: Callback<Open>,
    /// The test event, whichever tab is shown meanwhile.
    event: UseStateHandle<Event>,
    /// What came of the latest test, whichever tab is shown meanwhile.
    result: UseStateHandle<Option<TestResult>>,
    /// A line to which somebody is on the way.
    place: UseStateHandle<Option<SourceLine>>,
    /// Shows a line of the source of something.
    show_source: Callback<(Qualifier, SourceLine)>,
    /// What is fired, and what came of the latest run, whichever tab is shown meanwhile.
    traffic: Traffic,
}

/// One function: its tabs, under what is selected of it.
#[component]
pub fn FunctionPage(props: &FunctionPageProps) -> Html {
    let playground = use_playground();
    let navigator = use_navigator();
    let location = use_location();
    let query = location.and_then(|location| location.query::<FunctionQuery>().ok());
    let query = query.unwrap_or_default();
    use_seed_of_address(props, &query);
    let open = use_state(|| None::<Open>);
    let event = use_state(Event::default);
    let result = use_state(|| None);
    let place = use_state(|| None);
    let traffic = use_traffic();

    let function = props.name.parse().ok().and_then(|name| {
        let service = playground.service();
        service.function(&name).cloned()
    });
    let Some(function) = function else {
        return html! { <NoFunction name={props.name.clone()} /> };
    };
    let selection = Selection::new(function, query.qualifier.as_deref());

    let go = Callback::from(move |(route, qualifier): (Route, Qualifier)| {
        if let Some(navigator) = &navigator {
            // Any qualifier can be written into a query.
            let _ = navigator.push_with_query(&route, FunctionQuery::of(&qualifier));
        }
    });
    let visit = {
        let qualifier = selection.qualifier().clone();
        go.reform(move |route| (route, qualifier.clone()))
    };
    let tab_props = TabProps {
        tab: props.tab,
        compared: props.compared.clone(),
        select: {
            let route = props.route();
            go.reform(move |qualifier| (route.clone(), qualifier))
        },
        visit: visit.clone(),
        show_source: {
            let (go, place, code) = (go.clone(), place.setter(), props.tab(Tab::Code));
            Callback::from(move |(qualifier, line)| {
                place.set(Some(line));
                go.emit((code.clone(), qualifier));
            })
        },
        open: {
            let open = open.clone();
            Callback::from(move |dialog| open.set(Some(dialog)))
        },
        event,
        result,
        place,
        traffic,
        selection,
    };
    let onselect = {
        let props = props.clone();
        visit.reform(move |tab: AttrValue| props.tab(tab.parse().unwrap_or_default()))
    };
    let onclose = {
        let open = open.clone();
        Callback::from(move |()| open.set(None))
    };
    let tabs = Tab::ALL.map(|tab| TabItem {
        value: tab.to_string().into(),
        text: tab.label().into(),
    });
    html! {
        <>
            <Head ..tab_props.clone() />
            <Tabs
                label="Function"
                tabs={tabs.to_vec()}
                selected={props.tab.to_string()}
                {onselect}
            >
                { panel(props.tab, &tab_props) }
            </Tabs>
            { dialog((*open).clone(), &tab_props, &onclose) }
        </>
    }
}

/// Takes over the seed that stands in the address, and takes it out of there: from then on it is the
/// page's, and may be changed.
#[hook]
fn use_seed_of_address(props: &FunctionPageProps, query: &FunctionQuery) {
    let playground = use_playground();
    let navigator = use_navigator();
    use_effect_with((props.route(), query.clone()), move |(route, query)| {
        let Some(seed) = &query.seed else { return };
        let seed = Seed::new(seed);
        if playground.seed() != seed {
            playground.set_seed(seed);
        }
        if let Some(navigator) = &navigator {
            let query = FunctionQuery {
                seed: None,
                ..query.clone()
            };
            // What was read from a query can be written into one.
            let _ = navigator.replace_with_query(route, query);
        }
    });
}

/// The function's name, what to do with it, and what of it is selected.
#[component]
fn Head(props: &TabProps) -> Html {
    let TabProps {
        tab,
        selection,
        select,
        open,
        traffic,
        ..
    } = props;
    let items = ["Publish new version", "Create alias", "Delete function"];
    let items = items.map(|text| MenuItem {
        value: text.into(),
        text: text.into(),
    });
    let onchoose = open.reform(|item: AttrValue| match item.as_str() {
        "Publish new version" => Open::Publish,
        "Create alias" => Open::CreateAlias,
        _ => Open::Delete(Doomed::Function),
    });
    let arn = selection.arn().to_string();
    let under_way = format::under_way(selection.state(), selection.last_update_status());
    html! {
        <>
            <div class="page-head">
                <h1 tabindex="-1">{ selection.function().name().to_string() }</h1>
                <div class="button-row">
                    <MenuButton label="Actions" items={items.to_vec()} {onchoose} />
                    <CreateFunctionButton />
                </div>
            </div>
            <ReleaseMapView
                selection={selection.clone()}
                tab={*tab}
                run={traffic.latest()}
            />
            <div class="selection">
                <Select
                    label="Qualifier"
                    inline={true}
                    groups={qualifiers(selection.function())}
                    value={selection.qualifier().to_string()}
                    onchange={select.reform(|text: String| Qualifier::classify(&text))}
                />
                <div class="selection__arn">
                    <code>{ &arn }</code>
                    <CopyButton what="ARN" text={arn.clone()} />
                </div>
                { under_way }
                <Undeployed selection={selection.clone()} tab={*tab} />
            </div>
            if let Some(missing) = selection.missing() {
                <p class="selection__missing">
                    { format!("There is no version or alias {missing}: this is $LATEST.") }
                </p>
            }
        </>
    }
}

/// Everything that can be selected.
fn qualifiers(function: &Function) -> Vec<Choices> {
    let latest = vec![Choice::new(Qualifier::LATEST, Qualifier::LATEST)].into();
    let versions = function.versions().rev().map(|version| {
        let number = version.number().to_string();
        Choice::new(number.clone(), format!("Version {number}"))
    });
    let aliases = function.aliases().map(|alias| {
        let name = alias.name().to_string();
        Choice::new(name.clone(), name)
    });
    let group = |heading: &'static str, choices: Vec<Choice>| Choices {
        heading: Some(heading.into()),
        choices,
    };
    let groups = [
        group("Aliases", aliases.collect()),
        group("Versions", versions.collect()),
    ];
    std::iter::once(latest)
        .chain(groups.into_iter().filter(|group| !group.choices.is_empty()))
        .collect()
}

fn panel(tab: Tab, props: &TabProps) -> Html {
    let props = props.clone();
    match tab {
        Tab::Code => html! { <CodeTab ..props /> },
        Tab::Test => html! { <TestTab ..props /> },
        Tab::Versions => html! { <VersionsTab ..props /> },
        Tab::Aliases => html! { <AliasesTab ..props /> },
        Tab::Traffic => html! { <TrafficTab ..props /> },
        Tab::Logs => html! { <LogsTab ..props /> },
        Tab::Configuration => html! { <ConfigurationTab ..props /> },
    }
}

fn dialog(open: Option<Open>, props: &TabProps, onclose: &Callback<()>) -> Html {
    let function = props.selection.function().clone();
    let select = props.select.clone();
    match open {
        None => html! {},
        Some(Open::Publish) => html! { <PublishDialog {function} {select} {onclose} /> },
        Some(Open::CreateAlias) => html! { <AliasDialog {function} {onclose} /> },
        Some(Open::EditAlias(alias)) => html! { <AliasDialog {function} {alias} {onclose} /> },
        Some(Open::MoveAlias(alias, step)) => {
            html! { <MoveAliasDialog {function} {alias} {step} {onclose} /> }
        }
        Some(Open::Restore(number)) => html! { <RestoreDialog {function} {number} {onclose} /> },
        Some(Open::EditConfiguration) => {
            html! { <EditConfigurationDialog {function} {onclose} /> }
        }
        Some(Open::Delete(doomed)) => {
            let selection = props.selection.clone();
            html! { <DeleteDialog {selection} {doomed} {select} {onclose} /> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct NoFunctionProps {
    name: String,
}

/// What is shown for a name that no function has.
#[component]
fn NoFunction(props: &NoFunctionProps) -> Html {
    html! {
        <>
            <h1 tabindex="-1">{ &props.name }</h1>
            <EmptyState
                title={format!("There is no function {}", props.name)}
                text="It may have been deleted, or never have been in this browser."
            >
                <CreateFunctionButton kind={ButtonKind::Primary} />
            </EmptyState>
            <p><Link<Route> to={Route::Functions}>{ "See all functions" }</Link<Route>></p>
        </>
    }
}
