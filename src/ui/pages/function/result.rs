use std::rc::Rc;
use std::time::Duration;

use yew::prelude::*;

use super::failed_at::FailedAt;
use super::selection::Selection;
use crate::faults::SourceLine;
use crate::lambda::{Execution, Invocation, InvocationRecord, Qualifier};
use crate::sandbox::Loading;
use crate::ui::advice::difference;
use crate::ui::components::{
    EmptyState, KeyValue, Message, MessageBox, Progress, Status, StatusBadge,
};

/// What came of the latest test.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TestResult {
    Running,
    Done(Rc<InvocationRecord>),
    /// The service refused the request; no code ran.
    Refused(Message),
}

#[derive(Properties, PartialEq)]
pub(super) struct ResultRegionProps {
    pub(super) result: Option<TestResult>,
    /// How far Python is: the first test may have to wait for it.
    pub(super) loading: Loading,
    pub(super) selection: Selection,
    pub(super) show_source: Callback<(Qualifier, SourceLine)>,
}

/// The region that shows what came of a test, there from the start.
#[component]
pub(super) fn ResultRegion(props: &ResultRegionProps) -> Html {
    html! {
        <section class="result" aria-label="Execution result">
            <h2>{ "Execution result" }</h2>
            { match &props.result {
                None => html! {
                    <EmptyState
                        title="Nothing has run yet"
                        text="Test sends the event to what is selected and shows what comes back."
                    />
                },
                Some(TestResult::Running) => running(&props.loading),
                Some(TestResult::Refused(message)) => html! {
                    <>
                        { headline(false) }
                        <MessageBox message={message.clone()} />
                    </>
                },
                Some(TestResult::Done(record)) => done(record, props),
            } }
        </section>
    }
}

fn running(loading: &Loading) -> Html {
    let text = match loading {
        Loading::Fetching { received, total } => {
            return html! {
                <>
                    <StatusBadge status={Status::Pending} text="Loading Python" />
                    <Progress
                        label="Python, unpacked"
                        done={megabytes(*received)}
                        total={megabytes(*total)}
                        unit="MB"
                    />
                </>
            };
        }
        Loading::Starting => "Starting Python".to_owned(),
        Loading::Ready => "Executing function".to_owned(),
        Loading::Failed(why) => {
            let advice = "Reload the page to try again; nothing is lost.";
            return html! { <MessageBox message={Message::failure(why.clone(), advice)} /> };
        }
    };
    html! { <StatusBadge status={Status::Pending} {text} /> }
}

fn megabytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1_000_000)).unwrap_or(u32::MAX)
}

fn headline(succeeded: bool) -> Html {
    let (status, text) = if succeeded {
        (Status::Success, "Executing function: succeeded")
    } else {
        (Status::Failure, "Executing function: failed")
    };
    html! { <p class="result__headline"><StatusBadge {status} {text} /></p> }
}

fn done(record: &Rc<InvocationRecord>, props: &ResultRegionProps) -> Html {
    let InvocationRecord {
        invocation,
        execution,
    } = &**record;
    let log = invocation.callers_log(execution);
    html! {
        <>
            { headline(execution.failure.is_none()) }
            <h3>{ "Response" }</h3>
            <pre>{ &execution.payload }</pre>
            if let Some(advice) = execution.failure.and_then(|_| difference(&execution.payload)) {
                <p>{ advice }</p>
            }
            <FailedAt
                record={Rc::clone(record)}
                selection={props.selection.clone()}
                show_source={props.show_source.clone()}
            />
            <h3>{ "Summary" }</h3>
            <KeyValue pairs={summary(invocation, execution)} />
            <h3>{ "Log output" }</h3>
            <pre>{ Invocation::tail(&log) }</pre>
        </>
    }
}

fn summary(invocation: &Invocation, execution: &Execution) -> Vec<(AttrValue, Html)> {
    let pair = |key: &'static str, value: String| (AttrValue::from(key), Html::from(value));
    let mut pairs = vec![
        pair("Function version", invocation.executed_version.to_string()),
        pair("Request ID", invocation.request_id.to_string()),
        pair("Duration", milliseconds(execution.duration)),
        pair(
            "Billed duration",
            format!("{} ms", execution.billed().as_millis()),
        ),
    ];
    if let Some(init) = execution.init_apart() {
        pairs.push(pair("Init duration", milliseconds(init)));
    }
    pairs.push(pair(
        "Max memory used",
        format!("{} MB", execution.memory_used_megabytes()),
    ));
    if let Some((draw, weight)) = invocation.draw {
        let comparison = if draw < weight.fraction() {
            "below"
        } else {
            "not below"
        };
        pairs.push(pair(
            "Draw",
            format!("{draw:.4}, {comparison} the weight of {weight}"),
        ));
    }
    pairs
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.2} ms", duration.as_secs_f64() * 1000.0)
}
