use super::Rect;
use crate::lambda::Weight;

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
