use super::map::ReleaseMap;
use crate::lambda::Weight;

/// Below this width each edge has a row of its own; from it on, each version stands once.
const WIDE: f64 = 560.0;

/// The height of a node, and of each edge's place beside its alias.
const ROW: f64 = 32.0;
/// Between two nodes.
const GAP: f64 = 8.0;
/// Sets `$LATEST` apart from what never changes.
const APART: f64 = 16.0;
/// Room for a sentence in place of aliases.
const NOTE: f64 = 64.0;
const MORE: f64 = 24.0;
const LABEL: (f64, f64) = (64.0, 20.0);
/// Between an alias and the label of its edge, and from there to where the edge begins to bend.
const CLEAR: f64 = 8.0;
/// The length of an arrow's head.
const HEAD: f64 = 9.0;

/// Where everything on the map is, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    pub width: f64,
    pub height: f64,
    /// In the order of [`ReleaseMap::aliases`].
    pub aliases: Vec<Rect>,
    /// Each version once, or once for each edge that leads to it.
    pub versions: Vec<Place>,
    pub lines: Vec<Line>,
    /// Where a sentence stands as long as there are no aliases.
    pub note: Option<Rect>,
    /// Where the rest of the aliases is counted.
    pub more_aliases: Option<Rect>,
    /// Where the rest of the versions is counted.
    pub more_versions: Option<Rect>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Where a version stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its position in [`ReleaseMap::versions`].
    pub version: usize,
    pub rect: Rect,
}

/// How an edge runs: straight from the alias past its label, then in a bow to the version.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The position of the alias in [`ReleaseMap::aliases`].
    pub alias: usize,
    /// The position of the version in [`ReleaseMap::versions`].
    pub version: usize,
    pub weight: Weight,
    pub start: (f64, f64),
    /// Where it begins to bend.
    pub bend: f64,
    pub end: (f64, f64),
    pub label: Rect,
}

impl Layout {
    /// Lays a map out in so many pixels of width.
    #[must_use]
    pub fn of(map: &ReleaseMap, width: f64) -> Self {
        let width = width.max(0.0);
        if width < WIDE {
            rows(map, width)
        } else {
            columns(map, width)
        }
    }
}

impl Rect {
    fn middle(self) -> f64 {
        self.y + self.height / 2.0
    }
}

impl Line {
    /// How thick the line is: by its weight, and never so thin that it cannot be seen.
    #[must_use]
    pub fn thickness(&self) -> f64 {
        2.0 + 6.0 * self.weight.fraction()
    }

    /// The line as an SVG path.
    #[must_use]
    pub fn path(&self) -> String {
        let ((x, y), (end_x, end_y)) = (self.start, self.end);
        let [(ax, ay), (bx, by)] = self.handles();
        format!("M{x} {y}H{}C{ax} {ay} {bx} {by} {end_x} {end_y}", self.bend)
    }

    /// About how long the line is.
    #[must_use]
    pub fn length(&self) -> f64 {
        let (straight, bow) = self.parts();
        straight + bow
    }

    /// Points along the line, about equally far from each other, both ends included.
    #[must_use]
    pub fn points(&self, steps: u32) -> Vec<(f64, f64)> {
        let (straight, bow) = self.parts();
        (0..=steps)
            .map(|step| {
                let gone = (straight + bow) * f64::from(step) / f64::from(steps);
                if gone <= straight {
                    (self.start.0 + gone, self.start.1)
                } else {
                    self.on_bow(((gone - straight) / bow).min(1.0))
                }
            })
            .collect()
    }

    /// The length of the straight part, and about that of the bow.
    fn parts(&self) -> (f64, f64) {
        let bow = (self.end.0 - self.bend).hypot(self.end.1 - self.start.1);
        (self.bend - self.start.0, bow)
    }

    /// The bow's control points.
    fn handles(&self) -> [(f64, f64); 2] {
        let middle = f64::midpoint(self.bend, self.end.0);
        [(middle, self.start.1), (middle, self.end.1)]
    }

    /// The point of the bow at a parameter from 0 to 1.
    fn on_bow(&self, t: f64) -> (f64, f64) {
        let [a, b] = self.handles();
        let s = 1.0 - t;
        let mix = |from: f64, a: f64, b: f64, to: f64| {
            s * s * s * from + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * to
        };
        (
            mix(self.bend, a.0, b.0, self.end.0),
            mix(self.start.1, a.1, b.1, self.end.1),
        )
    }
}

/// Aliases on the left, each version once on the right.
fn columns(map: &ReleaseMap, width: f64) -> Layout {
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

/// A row for each edge, with the version at its end, then a row for each version without an edge.
fn rows(map: &ReleaseMap, width: f64) -> Layout {
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

/// The height of an alias with so many edges.
fn height(edges: usize) -> f64 {
    if edges > 1 { 2.0 * ROW } else { ROW }
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

fn label(x: f64, middle: f64) -> Rect {
    let (width, height) = LABEL;
    Rect {
        x,
        y: middle - height / 2.0,
        width,
        height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lambda::Qualifier;
    use crate::release::testing::function;

    const WIDTHS: [f64; 7] = [280.0, 296.0, 336.0, 559.0, 560.0, 900.0, 1400.0];

    fn map(versions: usize, aliases: &[&str]) -> ReleaseMap {
        ReleaseMap::of(&function(versions, aliases), &Qualifier::Latest)
    }

    /// A map of each kind there is.
    fn maps() -> Vec<ReleaseMap> {
        let many: Vec<String> = (1..=12)
            .map(|number| format!("a{number} {number} {}:0.1", number + 1))
            .collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        vec![
            map(0, &[]),
            map(2, &[]),
            map(0, &["dev $LATEST"]),
            map(2, &["dev $LATEST", "prod 1 2:0.5", "test 2"]),
            map(20, &["a 1 20:0.5", "b 20 1:0.5", "c 3", "d $LATEST"]),
            map(20, &many),
        ]
    }

    fn everything(layout: &Layout) -> Vec<Rect> {
        let versions = layout.versions.iter().map(|place| place.rect);
        let labels = layout.lines.iter().map(|line| line.label);
        let rest = [layout.note, layout.more_aliases, layout.more_versions];
        layout
            .aliases
            .iter()
            .copied()
            .chain(versions)
            .chain(labels)
            .chain(rest.into_iter().flatten())
            .collect()
    }

    fn overlap(a: Rect, b: Rect) -> bool {
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
    }

    #[test]
    fn nothing_overlaps_and_all_is_inside_at_every_width() {
        for map in maps() {
            for width in WIDTHS {
                let layout = Layout::of(&map, width);
                let rects = everything(&layout);
                for (place, rect) in rects.iter().enumerate() {
                    assert!(
                        rect.width >= 20.0 && rect.height >= 20.0,
                        "{rect:?} at {width}"
                    );
                    assert!(
                        rect.x >= 0.0 && rect.x + rect.width <= width,
                        "{rect:?} at {width}"
                    );
                    assert!(
                        rect.y >= 0.0 && rect.y + rect.height <= layout.height,
                        "{rect:?} at {width}, {} high",
                        layout.height
                    );
                    for other in &rects[place + 1..] {
                        assert!(!overlap(*rect, *other), "{rect:?} and {other:?} at {width}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_line_runs_through_the_label_of_another() {
        for map in maps() {
            for width in WIDTHS {
                let layout = Layout::of(&map, width);
                for line in &layout.lines {
                    for other in layout.lines.iter().filter(|other| *other != line) {
                        let label = other.label;
                        let through = line.points(100).into_iter().any(|(x, y)| {
                            (label.x..label.x + label.width).contains(&x)
                                && (label.y..label.y + label.height).contains(&y)
                        });
                        assert!(!through, "{line:?} through {label:?} at {width}");
                    }
                }
            }
        }
    }

    #[test]
    fn lines_lead_from_their_alias_to_their_version() {
        for map in maps() {
            for width in WIDTHS {
                let layout = Layout::of(&map, width);
                for line in &layout.lines {
                    let alias = layout.aliases[line.alias];
                    assert!((line.start.0 - alias.x - alias.width).abs() < 0.001);
                    assert!((alias.y..alias.y + alias.height).contains(&line.start.1));
                    let ends_at = |place: &Place| {
                        place.version == line.version
                            && (place.rect.x - HEAD - line.end.0).abs() < 0.001
                            && (place.rect.middle() - line.end.1).abs() < 0.001
                    };
                    assert!(layout.versions.iter().any(ends_at), "{line:?} at {width}");
                    assert!(line.end.0 > line.bend, "{line:?} at {width}");
                    let points = line.points(8);
                    assert_eq!((points[0], points.len()), (line.start, 9));
                    let (x, y) = points[8];
                    assert!((x - line.end.0).hypot(y - line.end.1) < 0.001);
                    let beeline = (x - line.start.0).hypot(y - line.start.1);
                    assert!((beeline - 0.001..1.5 * beeline).contains(&line.length()));
                }
            }
        }
    }

    #[test]
    fn a_wide_map_has_each_version_once_and_a_narrow_one_has_it_at_each_edge() {
        let map = map(2, &["dev $LATEST", "prod 1 2:0.5", "test 2"]);
        let versions = |width| {
            let layout = Layout::of(&map, width);
            let versions = layout.versions.iter().map(|place| place.version);
            versions.collect::<Vec<usize>>()
        };
        assert_eq!(versions(900.0), [0, 1, 2]);
        assert_eq!(versions(336.0), [0, 1, 1, 2]);
    }

    #[test]
    fn a_line_is_as_thick_as_its_weight() {
        let map = map(2, &["prod 1 2:0.25"]);
        let layout = Layout::of(&map, 900.0);
        let thickness: Vec<f64> = layout.lines.iter().map(Line::thickness).collect();
        assert_eq!(thickness, [3.5, 6.5]);
    }

    #[test]
    fn latest_stands_apart() {
        let layout = Layout::of(&map(3, &["prod 1"]), 900.0);
        let tops: Vec<f64> = layout.versions.iter().map(|place| place.rect.y).collect();
        assert_eq!((tops[1] - tops[0], tops[2] - tops[1]), (48.0, 40.0));
    }

    #[test]
    fn a_line_is_drawn_as_a_path() {
        let layout = Layout::of(&map(0, &["dev $LATEST"]), 600.0);
        let expect = "M144 16H224C299.5 16 299.5 16 375 16";
        assert_eq!(layout.lines[0].path(), expect);
    }
}
