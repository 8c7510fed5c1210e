use std::rc::Rc;
use std::time::Duration;

use serde_json::{Value, json};
use yew::prelude::*;

use super::figure::Figure;
use super::plot::{color, legend, name, patterns, plot, value_axis, version_axis};
use super::split_plot::{file, of};
use crate::traffic::{Report, Split, count, milliseconds};

#[derive(Properties, PartialEq)]
pub(super) struct BehaviourPlotProps {
    pub(super) report: Rc<Report>,
}

/// How long each version took, and how often it failed.
#[component]
pub(super) fn BehaviourPlot(props: &BehaviourPlotProps) -> Html {
    let report = &*props.report;
    let heading = crate::ui::hooks::use_id();
    html! {
        <section class="plots" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ "Latency and errors" }</h2>
            <div class="plots__charts">
                <Figure
                    title="Duration of each version"
                    file={file(report, "durations")}
                    class={height(&report.rows)}
                    label={in_words(&report.rows, &took)}
                    options={of(&props.report, |report| durations(&report.rows).to_string())}
                    sheet={of(&props.report, Report::durations)}
                />
                <Figure
                    title="Errors of each version"
                    file={file(report, "errors")}
                    class={height(&report.rows)}
                    label={in_words(&report.rows, &failed)}
                    options={of(&props.report, |report| errors(&report.rows).to_string())}
                    sheet={of(&props.report, Report::errors)}
                />
            </div>
        </section>
    }
}

/// Room for the bars of so many versions.
fn height(rows: &[Split]) -> Classes {
    let rows = rows.len().clamp(1, 3);
    classes!(format!("plot--rows-{rows}"))
}

fn durations(rows: &[Split]) -> Value {
    let bar = |place: usize, label: &str, of: fn(&Split) -> Option<Duration>| {
        json!({
            "name": label,
            "type": "bar",
            "color": color(place),
            "data": rows.iter().map(|row| of(row).map(milliseconds)).collect::<Vec<Option<f64>>>(),
        })
    };
    plot(
        " ms",
        json!({
            "aria": patterns(),
            "grid": { "left": 72, "right": 24, "top": 32, "bottom": 24 },
            "legend": legend(&["p50", "p95", "Slowest"]),
            "xAxis": value_axis(" ms", json!({ "min": 0, "splitNumber": 4 })),
            "yAxis": version_axis(rows),
            "series": [
                bar(0, "p50", |row| row.p50),
                bar(1, "p95", |row| row.p95),
                bar(2, "Slowest", |row| row.slowest),
            ],
        }),
    )
}

fn errors(rows: &[Split]) -> Value {
    let bar = |label: &str, color: &str, of: fn(&Split) -> u32| {
        json!({
            "name": label,
            "type": "bar",
            "stack": "invocations",
            "color": color,
            "data": rows.iter().map(of).collect::<Vec<u32>>(),
        })
    };
    plot(
        "",
        json!({
            "aria": patterns(),
            "grid": { "left": 72, "right": 24, "top": 32, "bottom": 24 },
            "legend": legend(&["Succeeded", "Errors"]),
            "xAxis": value_axis("", json!({ "min": 0, "minInterval": 1, "splitNumber": 4 })),
            "yAxis": version_axis(rows),
            "series": [
                bar("Succeeded", "var(--color-chart-3)", |row| row.observed - row.errors),
                bar("Errors", "var(--color-chart-2)", |row| row.errors),
            ],
        }),
    )
}

fn in_words(rows: &[Split], words: &dyn Fn(&Split) -> String) -> String {
    let words = rows.iter().map(|row| match row.observed {
        0 => format!("{}: nothing yet.", name(&row.version)),
        _ => format!("{}: {}.", name(&row.version), words(row)),
    });
    words.collect::<Vec<String>>().join(" ")
}

fn took(row: &Split) -> String {
    let figure = |duration: Option<Duration>| milliseconds(duration.unwrap_or_default());
    format!(
        "half within {} ms, 95 % within {} ms, the slowest {} ms",
        figure(row.p50),
        figure(row.p95),
        figure(row.slowest)
    )
}

fn failed(row: &Split) -> String {
    format!("{} of {} failed", count(row.errors), count(row.observed))
}
