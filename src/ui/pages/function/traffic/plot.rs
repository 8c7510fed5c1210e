//! What the plots of a run have in common.

use serde_json::{Value, json};

use crate::lambda::Qualifier;
use crate::traffic::Split;

/// The colours of versions, which also differ by pattern and by label.
const COLORS: [&str; 3] = [
    "var(--color-chart-1)",
    "var(--color-chart-2)",
    "var(--color-chart-3)",
];

/// What every plot has: the page's colours and type, and no movement.
pub(super) fn plot(unit: &str, particular: Value) -> Value {
    merged(
        json!({
            "animation": false,
            "backgroundColor": "var(--color-chart-background)",
            "textStyle": { "fontFamily": "system-ui, sans-serif" },
            "tooltip": {
                "trigger": "axis",
                "confine": true,
                "transitionDuration": 0,
                "valueFormatter": format!("{{value}}{unit}"),
                "backgroundColor": "var(--color-chart-background)",
                "borderColor": "var(--color-chart-grid)",
                "textStyle": { "color": "var(--color-chart-text-strong)" },
            },
        }),
        particular,
    )
}

/// An axis in the page's colours, with what is particular to it.
pub(super) fn axis(particular: Value) -> Value {
    merged(
        json!({
            "axisLabel": { "color": "var(--color-chart-text)" },
            "axisLine": { "lineStyle": { "color": "var(--color-chart-grid)" } },
            "splitLine": { "lineStyle": { "color": "var(--color-chart-grid)" } },
        }),
        particular,
    )
}

/// An axis of values with a unit behind each.
pub(super) fn value_axis(unit: &str, particular: Value) -> Value {
    let labels = json!({
        "type": "value",
        "axisLabel": { "color": "var(--color-chart-text)", "formatter": format!("{{value}}{unit}") },
    });
    axis(merged(labels, particular))
}

/// An axis with a place for each version, the first on top.
pub(super) fn version_axis(rows: &[Split]) -> Value {
    let names: Vec<String> = rows.iter().map(|row| name(&row.version)).collect();
    axis(
        json!({ "type": "category", "data": names, "inverse": true, "axisTick": { "show": false } }),
    )
}

/// The names of series above a plot, in a row.
pub(super) fn legend(names: &[&str]) -> Value {
    json!({
        "top": 0,
        "left": 0,
        "icon": "roundRect",
        "itemWidth": 16,
        "itemHeight": 8,
        "data": names,
        "textStyle": { "color": "var(--color-chart-text)" },
    })
}

/// Patterns beside colours; words are in the chart's own label.
pub(super) fn patterns() -> Value {
    json!({ "enabled": true, "label": { "enabled": false }, "decal": { "show": true } })
}

/// What a version is called.
pub(super) fn name(version: &Qualifier) -> String {
    match version {
        Qualifier::Latest => Qualifier::LATEST.to_owned(),
        version => format!("Version {version}"),
    }
}

pub(super) fn color(position: usize) -> &'static str {
    COLORS[position % COLORS.len()]
}

/// The first object with the second's members added to it, or put in their place.
fn merged(mut value: Value, particular: Value) -> Value {
    if let (Value::Object(value), Value::Object(particular)) = (&mut value, particular) {
        value.extend(particular);
    }
    value
}
