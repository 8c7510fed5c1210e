use std::rc::Rc;

use serde_json::{Value, json};
use yew::prelude::*;

use super::report::{Report, plotted_band};
use crate::lambda::{Qualifier, VersionNumber, Weight};
use crate::traffic::{BandPoint, Split};
use crate::ui::components::Chart;

/// The colours of versions, which also differ by pattern and by label.
const COLORS: [&str; 3] = [
    "var(--color-chart-1)",
    "var(--color-chart-2)",
    "var(--color-chart-3)",
];

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
    let band = use_memo((report.planned, report.routing), |&(planned, routing)| {
        plotted_band(planned, routing)
    });
    html! {
        <section class="split-plot" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ "Split plot" }</h2>
            <div class="split-plot__charts">
                <figure class="split-plot__figure">
                    <figcaption>{ "Share of each version" }</figcaption>
                    <Chart
                        class="split-plot__shares"
                        label={shares_in_words(&report.rows)}
                        options={shares(&report.rows).to_string()}
                    />
                </figure>
                if let Some((version, weight)) = report.routing.additional() {
                    <figure class="split-plot__figure">
                        <figcaption>
                            { format!("Running share of version {version}, in the order of the invocations") }
                        </figcaption>
                        <Chart
                            class="split-plot__running"
                            label={running_in_words(version, weight, report)}
                            options={running(report, version, weight, &band).to_string()}
                        />
                    </figure>
                }
            </div>
        </section>
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
    json!({
        "animation": false,
        "aria": { "enabled": true, "label": { "enabled": false }, "decal": { "show": true } },
        "textStyle": { "fontFamily": "system-ui, sans-serif" },
        "grid": { "left": 72, "right": 24, "top": 0, "bottom": 24 },
        "tooltip": tooltip(),
        "xAxis": percent_axis(0.0, 100.0),
        "yAxis": axis(json!({
            "type": "category",
            "data": ["Observed", "Expected"],
            "axisTick": { "show": false },
        })),
        "series": series.collect::<Vec<Value>>(),
    })
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
    json!({
        "animation": false,
        "textStyle": { "fontFamily": "system-ui, sans-serif" },
        "grid": { "left": 48, "right": 24, "top": 32, "bottom": 24 },
        "legend": {
            "top": 0,
            "left": 0,
            "icon": "roundRect",
            "itemWidth": 16,
            "itemHeight": 4,
            "data": [name(&version), "Expected", "Normal range"],
            "textStyle": { "color": "var(--color-chart-text)" },
        },
        "tooltip": tooltip(),
        "xAxis": axis(json!({
            "type": "category",
            "boundaryGap": false,
            "data": places.collect::<Vec<u32>>(),
            "axisLabel": { "color": "var(--color-chart-text)", "interval": label_every.saturating_sub(1) },
            "axisTick": { "interval": label_every.saturating_sub(1) },
        })),
        "yAxis": percent_axis(lowest, highest),
        "series": [low, range, high, expected, share],
    })
}

fn tooltip() -> Value {
    json!({
        "trigger": "axis",
        "confine": true,
        "transitionDuration": 0,
        "valueFormatter": "{value} %",
        "backgroundColor": "var(--color-chart-background)",
        "borderColor": "var(--color-chart-grid)",
        "textStyle": { "color": "var(--color-chart-text-strong)" },
    })
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
    axis(json!({
        "type": "value",
        "min": min,
        "max": max,
        "axisLabel": { "color": "var(--color-chart-text)", "formatter": "{value} %" },
    }))
}

/// An axis in the page's colours, with what is particular to it.
fn axis(particular: Value) -> Value {
    let mut axis = json!({
        "axisLabel": { "color": "var(--color-chart-text)" },
        "axisLine": { "lineStyle": { "color": "var(--color-chart-grid)" } },
        "splitLine": { "lineStyle": { "color": "var(--color-chart-grid)" } },
    });
    if let (Value::Object(axis), Value::Object(particular)) = (&mut axis, particular) {
        axis.extend(particular);
    }
    axis
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

fn running_in_words(version: VersionNumber, weight: Weight, report: &Report) -> String {
    let so_far = match report.share.last() {
        Some((n, share)) => format!("is {} % after {n} invocations", percent(*share)),
        None => "has not begun".to_owned(),
    };
    format!(
        "The running share of version {version} {so_far}. The normal range narrows towards {weight}."
    )
}

fn name(version: &Qualifier) -> String {
    match version {
        Qualifier::Latest => Qualifier::LATEST.to_owned(),
        version => format!("Version {version}"),
    }
}

fn color(position: usize) -> &'static str {
    COLORS[position % COLORS.len()]
}

/// A share in per cent, with as many decimals as a plot can show.
fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}
