use super::{CLEAR, GAP, HEAD, LABEL, Layout, Line, MORE, NOTE, Place, ROW, Rect, height, label};
use crate::release::map::ReleaseMap;

/// A row for each edge, with the version at its end, then a row for each version without an edge.
pub(super) fn rows(map: &ReleaseMap, width: f64) -> Layout {
    let between = 2.0 * CLEAR + LABEL.0 + HEAD + CLEAR;
    let left = ((width - between) * 0.42).max(0.0);
    let x = if map.aliases.is_empty() {
        0.0
    } else {
        left + between
    };
    let version_rect = |y: f64| Rect {
        x,
        y,
        width: (width - x).max(0.0),
        height: ROW,
    };
    let mut y = 0.0;
    let note = map.aliases.is_empty().then_some(Rect {
        x: 0.0,
        y,
        width,
        height: NOTE,
    });
    if note.is_some() {
        y += NOTE + GAP;
    }
    let (mut aliases, mut versions, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for (alias, node) in map.aliases.iter().enumerate() {
        aliases.push(Rect {
            x: 0.0,
            y,
            width: left,
            height: height(node.edges.len()),
        });
        for edge in &node.edges {
            let rect = Rect {
                // Rows of one alias touch; its versions do not.
                y: y + 1.0,
                height: ROW - 2.0,
                ..version_rect(y)
            };
            let label = label(left + CLEAR, rect.middle());
            lines.push(Line {
                alias,
                version: edge.to,
                weight: edge.weight,
                start: (left, rect.middle()),
                bend: label.x + label.width + CLEAR,
                end: (rect.x - HEAD, rect.middle()),
                label,
            });
            versions.push(Place {
                version: edge.to,
                rect,
            });
            y += ROW;
        }
        y += GAP;
    }
    let more_aliases = (map.more_aliases > 0).then_some(Rect {
        x: 0.0,
        y,
        width,
        height: MORE,
    });
    if more_aliases.is_some() {
        y += MORE + GAP;
    }
    for version in (0..map.versions.len()).filter(|version| !map.is_used(*version)) {
        versions.push(Place {
            version,
            rect: version_rect(y),
        });
        y += ROW + GAP;
    }
    let more_versions = (map.more_versions > 0).then_some(Rect {
        height: MORE,
        ..version_rect(y)
    });
    if more_versions.is_some() {
        y += MORE + GAP;
    }
    Layout {
        width,
        height: y - GAP,
        aliases,
        versions,
        lines,
        note,
        more_aliases,
        more_versions,
    }
}
