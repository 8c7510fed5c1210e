use std::rc::Rc;

use serde_json::{Value, json};
use yew::prelude::*;

use super::figure::Figure;
use super::plot::{axis, color, legend, name, patterns, plot, value_axis};
use crate::lambda::{Qualifier, VersionNumber, Weight};
use crate::traffic::{BandPoint, Report, Split, count, percent};

/// A share below this is too narrow for its label.
const LABELLED: f64 = 12.0;

#[derive(Properties, PartialEq)]
pub(super) struct SplitPlotProps {
    pub(super) report: Rc<Report>,
}

/// Each version's share, expected and observed, and how the additional version's share came about.
#[component]
pub(super) fn SplitPlot(props: &SplitPlotProps) -> Html {
    let report = &*props.report;
    let heading = crate::ui::hooks::use_id();
    let band = use_memo((report.planned, report.routing), |_| report.band());
    html! {
        <section class="plots" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ "Split plot" }</h2>
            <div class="plots__charts">
                <Figure
                    title="Share of each version"
                    file={file(report, "shares")}
                    class="plot--shares"
                    label={shares_in_words(&report.rows)}
                    options={of(&props.report, |report| shares(&report.rows).to_string())}
                    sheet={of(&props.report, Report::shares)}
                />
                if let Some((version, weight)) = report.routing.additional() {
                    <Figure
                        title={format!("Running share of version {version}, in the order of the invocations")}
                        file={file(report, "running-share")}
                        class="plot--running"
                        label={running_in_words(version, weight, report)}
                        options={of(&props.report, {
                            let band = Rc::clone(&band);
                            move |report| running(report, version, weight, &band).to_string()
                        })}
                        sheet={of(&props.report, move |report| report.running_shares(&band))}
                    />
                    <Figure
                        title="Stacked shares over the run"
                        file={file(report, "share-over-time")}
                        class="plot--running"
                        label={over_time_in_words(report)}
                        options={of(&props.report, |report| over_time(report).to_string())}
                        sheet={of(&props.report, Report::shares_over_time)}
                    />
                }
            </div>
        </section>
    }
}

/// Gives something of a report to whoever asks for it.
pub(super) fn of<T: 'static>(
    report: &Rc<Report>,
    read: impl Fn(&Report) -> T + 'static,
) -> Callback<(), T> {
    let report = Rc::clone(report);
    Callback::from(move |()| read(&report))
}

/// What a run's files are called, without their ending.
pub(super) fn file(report: &Report, what: &str) -> String {
    match report.number {
        0 => what.to_owned(),
        number => format!("run-{number}-{what}"),
    }
}

/// Two stacked bars: what is expected, and what was observed.
fn shares(rows: &[Split]) -> Value {
    let series = rows.iter().enumerate().map(|(position, row)| {
        let share = |share: Option<f64>| {
            let percent = share.map(percent);
            json!({
                "value": percent,
                "label": { "show": percent.is_some_and(|percent| percent >= LABELLED) },
            })
        };
        json!({
            "name": name(&row.version),
            "type": "bar",
            "stack": "share",
            "barWidth": "70%",
            "color": color(position),
            "label": {
                "formatter": "{a}: {c} %",
                "color": "var(--color-chart-text-strong)",
                "backgroundColor": "var(--color-chart-background)",
                "padding": [2, 6],
                "borderRadius": 4,
            },
            "data": [share(row.share), share(row.weight.map(Weight::fraction))],
        })
    });
    plot(
        " %",
        json!({
            "aria": patterns(),
            "grid": { "left": 72, "right": 24, "top": 0, "bottom": 24 },
            "xAxis": percent_axis(0.0, 100.0),
            "yAxis": axis(json!({
                "type": "category",
                "data": ["Observed", "Expected"],
                "axisTick": { "show": false },
            })),
            "series": series.collect::<Vec<Value>>(),
        }),
    )
}

/// The running share of the additional version, between the limits of what is normal.
fn running(report: &Report, version: VersionNumber, weight: Weight, band: &[BandPoint]) -> Value {
    // The first place is that of no invocations at all, so that the axis begins at 0.
    let at = |points: &mut dyn Iterator<Item = Value>| {
        std::iter::once(Value::Null)
            .chain(points)
            .collect::<Vec<Value>>()
    };
    let line = |name: &str, color: &str, data: Vec<Value>| {
        json!({
            "name": name,
            "type": "line",
            "symbol": "none",
            "color": color,
            "lineStyle": { "width": 1 },
            "data": data,
        })
    };
    let threshold = "var(--color-chart-threshold)";
    let version = Qualifier::Version(version);
    let mut low = line(
        "Normal from",
        threshold,
        at(&mut band.iter().map(|point| json!(percent(point.low)))),
    );
    low["stack"] = json!("band");
    let mut range = line(
        "Normal range",
        threshold,
        at(&mut band
            .iter()
            .map(|point| json!(percent(point.high) - percent(point.low)))),
    );
    range["stack"] = json!("band");
    range["areaStyle"] = json!({ "opacity": 0.2 });
    range["lineStyle"] = json!({ "width": 0 });
    range["tooltip"] = json!({ "show": false });
    let high = line(
        "Normal to",
        threshold,
        at(&mut band.iter().map(|point| json!(percent(point.high)))),
    );
    let mut expected = line(
        "Expected",
        "var(--color-chart-text)",
        at(&mut band.iter().map(|_| json!(percent(weight.fraction())))),
    );
    expected["lineStyle"] = json!({ "width": 1, "type": "dashed" });
    let place = report.rows.iter().position(|row| row.version == version);
    let mut share = line(
        &name(&version),
        color(place.unwrap_or(0)),
        at(&mut report.share.iter().map(|(_, share)| json!(percent(*share)))),
    );
    share["lineStyle"] = json!({ "width": 2 });

    let places = std::iter::once(0).chain(band.iter().map(|point| point.n));
    let (lowest, highest) = limits(report, band);
    let label_every = band.len().div_ceil(5);
    let mut legend = legend(&[&name(&version), "Expected", "Normal range"]);
    legend["itemHeight"] = json!(4);
    plot(
        " %",
        json!({
            "grid": { "left": 48, "right": 24, "top": 32, "bottom": 24 },
            "legend": legend,
            "xAxis": axis(json!({
                "type": "category",
                "boundaryGap": false,
                "data": places.collect::<Vec<u32>>(),
                "axisLabel": { "color": "var(--color-chart-text)", "interval": label_every.saturating_sub(1) },
                "axisTick": { "interval": label_every.saturating_sub(1) },
            })),
            "yAxis": percent_axis(lowest, highest),
            "series": [low, range, high, expected, share],
        }),
    )
}

/// Each version's share of each window of invocations, on top of each other.
fn over_time(report: &Report) -> Value {
    let names: Vec<String> = report.rows.iter().map(|row| name(&row.version)).collect();
    let series = names.iter().enumerate().map(|(place, name)| {
        let shares = report.window_shares(place);
        json!({
            "name": name,
            "type": "bar",
            "stack": "share",
            "barCategoryGap": "0%",
            "color": color(place),
            "data": shares.map(|share| share.map(percent)).collect::<Vec<Option<f64>>>(),
        })
    });
    plot(
        " %",
        json!({
            "aria": patterns(),
            "grid": { "left": 48, "right": 24, "top": 32, "bottom": 24 },
            "legend": legend(&names.iter().map(String::as_str).collect::<Vec<&str>>()),
            "xAxis": axis(json!({
                "type": "category",
                "data": report.window_names(),
                "axisTick": { "show": false },
            })),
            "yAxis": percent_axis(0.0, 100.0),
            "series": series.collect::<Vec<Value>>(),
        }),
    )
}

/// The least and the most to show, in whole tens of per cent, so that a long run does not look like a flat line.
fn limits(report: &Report, band: &[BandPoint]) -> (f64, f64) {
    let shares = report.share.iter().map(|(_, share)| *share);
    let limits = band.iter().flat_map(|point| [point.low, point.high]);
    let (low, high) = shares.chain(limits).fold((1.0, 0.0), |(low, high), share| {
        (share.min(low), share.max(high))
    });
    ((low * 10.0).floor() * 10.0, (high * 10.0).ceil() * 10.0)
}

fn percent_axis(min: f64, max: f64) -> Value {
    value_axis(" %", json!({ "min": min, "max": max }))
}

fn shares_in_words(rows: &[Split]) -> String {
    let words = rows.iter().map(|row| {
        let share = |share: Option<f64>| {
            share.map_or("nothing yet".to_owned(), |share| {
                format!("{} %", percent(share))
            })
        };
        format!(
            "{}: expected {}, observed {}.",
            name(&row.version),
            share(row.weight.map(Weight::fraction)),
            share(row.share)
        )
    });
    words.collect::<Vec<String>>().join(" ")
}

fn over_time_in_words(report: &Report) -> String {
    let ranges = report.rows.iter().enumerate().map(|(place, row)| {
        let shares = report.window_shares(place).flatten();
        let (least, most) = shares.fold((1.0_f64, 0.0_f64), |(least, most), share| {
            (least.min(share), most.max(share))
        });
        let version = name(&row.version);
        if least > most {
            format!("{version}: nothing yet.")
        } else {
            format!(
                "{version}: from {} % to {} %.",
                percent(least),
                percent(most)
            )
        }
    });
    let size = report.window();
    let ranges = ranges.collect::<Vec<String>>().join(" ");
    format!(
        "Shares of each {} invocations in a row. {ranges}",
        count(size)
    )
}

fn running_in_words(version: VersionNumber, weight: Weight, report: &Report) -> String {
    let so_far = match report.share.last() {
        Some((n, share)) => format!("is {} % after {n} invocations", percent(*share)),
        None => "has not begun".to_owned(),
    };
    format!(
        "The running share of version {version} {so_far}. The normal range narrows towards {weight}."
    )
}
