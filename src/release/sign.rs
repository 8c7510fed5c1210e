use crate::lambda::Qualifier;

/// What marks the invocations of a version, so that colour is never all that tells versions apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The outline as an SVG path around the origin, about 20 units wide.
    pub shape: &'static str,
    pub letter: char,
    /// How far below the origin the letter's middle is.
    pub drop: i32,
}

/// Outlines, and where the middle of a letter is in each. That there are as many as have no divisor in common with the
/// number of letters makes 130 signs of them.
const SHAPES: [(&str, i32); 5] = [
    ("M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z", 0),
    ("M-8.5-8.5H8.5V8.5H-8.5Z", 0),
    ("M0-11.5L11.5 0L0 11.5L-11.5 0Z", 0),
    ("M0-11.5L12 8.5H-12Z", 2),
    ("M-5.5-9.5H5.5L11 0L5.5 9.5H-5.5L-11 0Z", 0),
];

impl Sign {
    /// The sign of a version: by its number, so that it never changes.
    #[must_use]
    pub fn of(version: &Qualifier) -> Self {
        let (place, letter) = match version {
            Qualifier::Version(number) => {
                let place = number.get() - 1;
                (
                    place,
                    char::from(b'A' + u8::try_from(place % 26).unwrap_or_default()),
                )
            }
            _ => (4, '$'),
        };
        let (shape, drop) = SHAPES[usize::try_from(place % 5).unwrap_or_default()];
        Self {
            shape,
            letter,
            drop,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::release::testing::version;

    #[test]
    fn is_lettered_by_number() {
        let letters = [1, 2, 26, 27].map(|number| Sign::of(&version(number)).letter);
        assert_eq!(letters, ['A', 'B', 'Z', 'A']);
        assert_eq!(Sign::of(&Qualifier::Latest).letter, '$');
    }

    #[test]
    fn differs_in_shape_and_letter_from_that_of_the_next_version() {
        for number in 1..100 {
            let (one, next) = (Sign::of(&version(number)), Sign::of(&version(number + 1)));
            assert_ne!(one.shape, next.shape);
            assert_ne!(one.letter, next.letter);
        }
        let signs: BTreeSet<_> = (1..=130)
            .map(|number| Sign::of(&version(number)))
            .map(|sign| (sign.shape, sign.letter))
            .collect();
        assert_eq!(signs.len(), 130);
    }
}
