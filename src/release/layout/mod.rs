mod columns;
mod line;
mod rows;

pub use self::line::Line;
use super::map::ReleaseMap;

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

impl Layout {
    /// Lays a map out in so many pixels of width.
    #[must_use]
    pub fn of(map: &ReleaseMap, width: f64) -> Self {
        let width = width.max(0.0);
        if width < WIDE {
            rows::rows(map, width)
        } else {
            columns::columns(map, width)
        }
    }
}

impl Rect {
    fn middle(self) -> f64 {
        self.y + self.height / 2.0
    }
}

/// The height of an alias with so many edges.
fn height(edges: usize) -> f64 {
    if edges > 1 { 2.0 * ROW } else { ROW }
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
