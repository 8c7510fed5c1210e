use super::{APART, CLEAR, GAP, HEAD, Layout, Line, MORE, NOTE, Place, ROW, Rect, height, label};
use crate::release::map::ReleaseMap;

/// Aliases on the left, each version once on the right.
pub(super) fn columns(map: &ReleaseMap, width: f64) -> Layout {
    let left = (width * 0.24).clamp(120.0, 240.0);
    let right = (width * 0.36).clamp(200.0, 380.0);
    let alias_heights: Vec<f64> = map
        .aliases
        .iter()
        .map(|it| height(it.edges.len()))
        .collect();
    let more_aliases = more(map.more_aliases);
    let left_height = match map.aliases.len() {
        0 => NOTE,
        _ => stacked(&alias_heights) + more_aliases,
    };
    let apart = if map.versions.len() > 1 { APART } else { 0.0 };
    let version_heights = vec![ROW; map.versions.len()];
    let more_versions = more(map.more_versions);
    let right_height = stacked(&version_heights) + apart - gap(apart) + more_versions;
    let full = left_height.max(right_height);

    let mut y = (full - right_height) / 2.0;
    let mut versions = Vec::new();
    for version in 0..map.versions.len() {
        let rect = Rect {
            x: width - right,
            y,
            width: right,
            height: ROW,
        };
        versions.push(Place { version, rect });
        y += ROW
            + if version == 0 && apart > 0.0 {
                APART
            } else {
                GAP
            };
    }
    let more_versions = (map.more_versions > 0).then_some(Rect {
        x: width - right,
        y,
        width: right,
        height: MORE,
    });

    let mut y = (full - left_height) / 2.0;
    let mut aliases = Vec::new();
    let mut lines = Vec::new();
    for (alias, height) in alias_heights.into_iter().enumerate() {
        let rect = Rect {
            x: 0.0,
            y,
            width: left,
            height,
        };
        for (slot, edge) in (0_u32..).zip(&map.aliases[alias].edges) {
            let middle = y + ROW * (f64::from(slot) + 0.5);
            let target = versions[edge.to].rect;
            let label = label(left + CLEAR, middle);
            lines.push(Line {
                alias,
                version: edge.to,
                weight: edge.weight,
                start: (left, middle),
                bend: label.x + label.width + CLEAR,
                end: (target.x - HEAD, target.middle()),
                label,
            });
        }
        aliases.push(rect);
        y += height + GAP;
    }
    let more_aliases = (map.more_aliases > 0).then_some(Rect {
        x: 0.0,
        y,
        width: left,
        height: MORE,
    });
    let note = map.aliases.is_empty().then_some(Rect {
        x: 0.0,
        y: (full - NOTE) / 2.0,
        width: width - right - APART,
        height: NOTE,
    });
    Layout {
        width,
        height: full,
        aliases,
        versions,
        lines,
        note,
        more_aliases,
        more_versions,
    }
}

/// The height of nodes above each other.
fn stacked(heights: &[f64]) -> f64 {
    let gaps = heights.iter().skip(1).map(|_| GAP);
    heights.iter().copied().chain(gaps).sum()
}

/// The gap that a larger one takes the place of.
fn gap(larger: f64) -> f64 {
    larger.min(GAP)
}

/// The height that counting a rest takes.
fn more(rest: usize) -> f64 {
    if rest > 0 { GAP + MORE } else { 0.0 }
}
