//! The Traffic tab: firing many invocations and seeing where they went.

mod behaviour_plot;
mod controls;
mod draws;
mod figure;
mod kept_runs;
mod plot;
mod run;
mod sheet_table;
mod split_plot;
mod split_table;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use self::behaviour_plot::BehaviourPlot;
use self::controls::{Controls, Form};
use self::draws::Draws;
use self::kept_runs::KeptRuns;
use self::run::{Order, Run};
use self::split_plot::SplitPlot;
use self::split_table::SplitTable;
use super::TabProps;
use super::environments::Environments;
use crate::lambda::{Alias, Function, Invoke, Qualifier, Routing};
use crate::lessons::Deed;
use crate::release;
use crate::traffic::{Asked, Report, Runs, Stage, count};
use crate::ui::advice::failure;
use crate::ui::components::{Progress, use_messages};
use crate::ui::playground::use_playground;

/// A function's traffic: what is typed, and the latest runs. It outlives the tab.
#[derive(Clone)]
pub(super) struct Traffic {
    form: UseStateHandle<Form>,
    kept: UseReducerHandle<Kept>,
    run: Rc<RefCell<Option<Rc<Run>>>>,
    /// How many runs were fired.
    fired: Rc<Cell<u32>>,
}

/// The latest runs, as a state of the page.
#[derive(Clone, Default, PartialEq)]
struct Kept(Rc<Runs>);

enum Keep {
    Picture(Report),
    Show(u32),
    Compare(Option<u32>),
}

impl Reducible for Kept {
    type Action = Keep;

    fn reduce(self: Rc<Self>, action: Keep) -> Rc<Self> {
        let mut runs = (*self.0).clone();
        match action {
            Keep::Picture(report) => runs.picture(report),
            Keep::Show(number) => runs.show(number),
            Keep::Compare(number) => runs.compare(number),
        }
        Rc::new(Self(Rc::new(runs)))
    }
}

/// The traffic of the function whose page calls it; a run ends with the page.
#[hook]
pub(super) fn use_traffic() -> Traffic {
    let traffic = Traffic {
        form: use_state(Form::default),
        kept: use_reducer(Kept::default),
        run: use_mut_ref(|| None),
        fired: (*use_memo((), |()| Rc::new(Cell::new(0)))).clone(),
    };
    use_effect_with((), {
        let traffic = traffic.clone();
        move |()| move || traffic.stop()
    });
    traffic
}

impl Traffic {
    /// The latest run in figures; nothing before the first.
    pub(super) fn latest(&self) -> Option<release::Run> {
        let report = self.kept.0.newest()?;
        let observed = report.rows.iter();
        Some(release::Run {
            target: report.target.clone(),
            running: report.is_running(),
            observed: observed
                .map(|row| (row.version.clone(), row.observed))
                .collect(),
        })
    }

    /// The numbers of the kept runs that reached a version, the newest first.
    pub(super) fn reaching(&self, version: &Qualifier) -> Vec<u32> {
        self.kept.0.reaching(version)
    }

    /// Looks at a kept run again.
    pub(super) fn show(&self, number: u32) {
        self.kept.dispatch(Keep::Show(number));
    }

    fn stop(&self) {
        let run = self.run.borrow().clone();
        if let Some(run) = run {
            run.stop();
        }
    }
}

impl PartialEq for Traffic {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form && self.kept == other.kept
    }
}

/// Fires invocations at an alias or a version, and shows live which version got how many.
#[component]
pub(super) fn TrafficTab(props: &TabProps) -> Html {
    let playground = use_playground();
    let messages = use_messages();
    let Traffic {
        form,
        kept,
        run,
        fired,
    } = &props.traffic;
    let function = props.selection.function();
    let target = form.target(function, props.selection.qualifier());
    let routing = routing(function, &target);

    let planned = form.invocations().unwrap_or(Form::DEFAULT_INVOCATIONS);
    let runs = &kept.0;
    let report = match runs.shown() {
        Some(report) => Rc::clone(report),
        None => Rc::new(Report::planned(target.clone(), routing, planned)),
    };
    let fire = {
        let (playground, messages) = (playground.handle(), messages.clone());
        let (run, fired) = (Rc::clone(run), Rc::clone(fired));
        let keep = kept.dispatcher();
        let function = function.clone();
        let payload: Rc<[u8]> = props.event.json.as_bytes().into();
        Callback::from(
            move |(target, invocations, concurrency): (Qualifier, u32, u32)| {
                messages.clear();
                let order = Order {
                    invoke: Invoke {
                        function_name: function.name().to_string(),
                        qualifier: (target != Qualifier::Latest).then(|| target.to_string()),
                        payload: Rc::clone(&payload),
                        ..Invoke::default()
                    },
                    asked: Asked {
                        number: fired.get() + 1,
                        routing: self::routing(&function, &target),
                        target,
                        invocations,
                        seed: playground.seed().text().to_owned(),
                        draws: playground.run_draws(),
                    },
                    concurrency,
                };
                let show = {
                    let keep = keep.clone();
                    Callback::from(move |report| keep.dispatch(Keep::Picture(report)))
                };
                let fail = {
                    let messages = messages.clone();
                    Callback::from(move |error| messages.show(failure(&error)))
                };
                match Run::fire(playground.clone(), order, show, fail) {
                    Ok(begun) => {
                        fired.set(fired.get() + 1);
                        run.replace(Some(begun));
                    }
                    Err(error) => messages.show(failure(&error)),
                }
            },
        )
    };
    let onfire = {
        let (form, fire, target) = (form.clone(), fire.clone(), target.clone());
        Callback::from(move |()| {
            if let (Ok(invocations), Ok(concurrency)) = (form.invocations(), form.concurrency()) {
                fire.emit((target.clone(), invocations, concurrency));
            }
        })
    };
    {
        // What a lesson shows is done here.
        let (playground, name) = (playground.handle(), function.name().clone());
        let form = form.clone();
        use_effect(move || {
            let is_here =
                |deed: &Deed| matches!(deed, Deed::Fire { function, .. } if *function == name);
            if let Some(Deed::Fire {
                target,
                invocations,
                concurrency,
                ..
            }) = playground.take_wish(is_here)
            {
                let concurrency = concurrency.unwrap_or(Form::DEFAULT_CONCURRENCY);
                form.set(form.sending(&target, invocations, concurrency));
                fire.emit((target, invocations, concurrency));
            }
        });
    }
    let onstop = {
        let traffic = props.traffic.clone();
        Callback::from(move |()| traffic.stop())
    };
    let onshow = {
        let keep = kept.dispatcher();
        Callback::from(move |number| keep.dispatch(Keep::Show(number)))
    };
    let oncompare = {
        let keep = kept.dispatcher();
        Callback::from(move |number| keep.dispatch(Keep::Compare(number)))
    };
    html! {
        <div class="stack">
            <Controls
                form={form.clone()}
                function={function.clone()}
                {target}
                running={runs.newest().is_some_and(|newest| newest.is_running())}
                {onfire}
                {onstop}
            />
            <Progress label="Invocations answered" done={report.answered} total={report.planned} />
            <Summary report={Rc::clone(&report)} />
            <SplitTable rows={report.rows.clone()} />
            <Environments selection={props.selection.clone()} {routing} />
            <SplitPlot report={Rc::clone(&report)} />
            <BehaviourPlot report={Rc::clone(&report)} />
            <Draws explanations={Rc::clone(&report.explanations)} />
            <KeptRuns runs={Rc::clone(runs)} {onshow} {oncompare} />
        </div>
    }
}

/// Where a qualifier sends invocations now.
pub(super) fn routing(function: &Function, target: &Qualifier) -> Routing {
    match target {
        Qualifier::Alias(name) => function.alias(name).map_or(Routing::Latest, Alias::routing),
        Qualifier::Version(number) => Routing::Version(*number),
        Qualifier::Latest | Qualifier::Unknown(_) => Routing::Latest,
    }
}

#[derive(Properties, PartialEq)]
struct SummaryProps {
    report: Rc<Report>,
}

/// What the table and the plots are of, and how to read them.
#[component]
fn Summary(props: &SummaryProps) -> Html {
    let report = &*props.report;
    let invocations = match report.planned {
        1 => "1 invocation".to_owned(),
        planned => format!("{} invocations", count(planned)),
    };
    let seed = match report.seed.as_str() {
        "" => "without a seed".to_owned(),
        seed => format!("with seed {seed}"),
    };
    let target = &report.target;
    let what = match report.stage {
        Stage::Planned => format!("What to expect of {invocations} through {target}."),
        Stage::Running => format!("{invocations} through {target} {seed}, under way."),
        Stage::Finished => format!("{invocations} through {target} {seed}."),
        Stage::Stopped => format!(
            "{invocations} through {target} {seed}, stopped after {}.",
            count(report.answered)
        ),
    };
    let what = match report.number {
        0 => what,
        number => format!("Run {number}: {what}"),
    };
    let reading = report.reading.clone().unwrap_or_default();
    html! {
        <div class="traffic__summary">
            <p class="note">{ what }</p>
            // A screen reader is told the result once, not at each step towards it.
            if report.is_running() {
                <p class="traffic__reading">{ reading.clone() }</p>
            }
            <div role="status">
                if !report.is_running() {
                    <p class="traffic__reading">{ reading }</p>
                    <p>{ report.fairness.clone() }</p>
                }
            </div>
        </div>
    }
}
