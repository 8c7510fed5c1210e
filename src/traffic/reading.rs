use super::results::Results;
use super::split::Split;
use crate::lambda::{Qualifier, Routing};

/// Reads a run's result in plain words: `Version 2 got 47 of 100. With 50 % expected, 40 to 60 is normal.`
///
/// It speaks of the additional version, which is the one on trial. Further sentences say so if the count is not normal
/// or if invocations were throttled. Nothing before the first answer.
#[must_use]
pub fn reading(routing: Routing, rows: &[Split], results: &Results) -> Option<String> {
    if results.answered() == 0 {
        return None;
    }
    let executed = results.executed();
    let subject = match routing.additional() {
        Some((additional, _)) => Qualifier::Version(additional),
        None => routing.primary(),
    };
    let row = rows.iter().find(|row| row.version == subject)?;
    let mut sentences = Vec::new();
    if executed > 0 {
        sentences.push(got(row, executed));
        if rows.len() > 1 {
            sentences.extend(expected(row));
        }
    }
    let throttled = results.throttled();
    if throttled > 0 {
        let were = if throttled == 1 { "was" } else { "were" };
        sentences.push(format!("{} {were} throttled.", count(throttled)));
    }
    Some(sentences.join(" "))
}

/// Writes a count with a comma between thousands: `12,345`.
#[must_use]
pub fn count(count: impl Into<u64>) -> String {
    let digits = count.into().to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn got(row: &Split, executed: u32) -> String {
    let name = match &row.version {
        Qualifier::Latest => Qualifier::LATEST.to_owned(),
        version => format!("Version {version}"),
    };
    if row.observed == executed {
        format!("{name} got all {}.", count(executed))
    } else {
        format!("{name} got {} of {}.", count(row.observed), count(executed))
    }
}

fn expected(row: &Split) -> Option<String> {
    let weight = row.weight?;
    let (low, high) = (*row.normal.start(), *row.normal.end());
    let range = if low == high {
        format!("only {}", count(low))
    } else {
        format!("{} to {}", count(low), count(high))
    };
    let verdict = if row.observed < low {
        " Chance alone gives fewer in at most 1 run of 40."
    } else if row.observed > high {
        " Chance alone gives more in at most 1 run of 40."
    } else {
        ""
    };
    Some(format!(
        "With {weight} expected, {range} is normal.{verdict}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traffic::results::Answer;
    use crate::traffic::split::split;
    use crate::traffic::testing::{ran, weighted};

    #[track_caller]
    fn check(routing: Routing, got: [u32; 2], throttled: u32, expect: Option<&str>) {
        let mut results = Results::new(got[0] + got[1] + throttled);
        let answers = (0..got[0]).map(|_| ran(1, 1));
        let answers = answers.chain((0..got[1]).map(|_| ran(2, 1)));
        let answers = answers.chain((0..throttled).map(|_| Answer::Throttled));
        for (index, answer) in (0..).zip(answers) {
            results.record(index, answer);
        }
        let rows = split(routing, results.executed(), &results);
        assert_eq!(reading(routing, &rows, &results).as_deref(), expect);
    }

    #[test]
    fn compares_the_additional_version_with_chance() {
        check(
            weighted(0.5),
            [53, 47],
            0,
            Some("Version 2 got 47 of 100. With 50 % expected, 40 to 60 is normal."),
        );
        check(
            weighted(0.1),
            [8_999, 1_001],
            0,
            Some("Version 2 got 1,001 of 10,000. With 10 % expected, 942 to 1,059 is normal."),
        );
    }

    #[test]
    fn says_what_is_not_normal() {
        check(
            weighted(0.5),
            [70, 30],
            0,
            Some(
                "Version 2 got 30 of 100. With 50 % expected, 40 to 60 is normal. \
                 Chance alone gives fewer in at most 1 run of 40.",
            ),
        );
        check(
            weighted(0.01),
            [0, 1],
            0,
            Some(
                "Version 2 got all 1. With 1 % expected, only 0 is normal. \
                 Chance alone gives more in at most 1 run of 40.",
            ),
        );
    }

    #[test]
    fn expects_nothing_of_weights_that_leave_nothing_to_chance() {
        check(
            weighted(0.0),
            [5, 0],
            0,
            Some("Version 2 got 0 of 5. With 0 % expected, only 0 is normal."),
        );
        check(
            weighted(1.0),
            [0, 5],
            0,
            Some("Version 2 got all 5. With 100 % expected, only 5 is normal."),
        );
    }

    #[test]
    fn reads_a_single_version() {
        let one = Routing::Version("1".parse().unwrap());
        check(one, [100, 0], 0, Some("Version 1 got all 100."));
        check(
            one,
            [100, 0],
            1,
            Some("Version 1 got all 100. 1 was throttled."),
        );
        check(one, [0, 0], 1_000, Some("1,000 were throttled."));
    }

    #[test]
    fn has_nothing_to_say_before_the_first_answer() {
        check(weighted(0.5), [0, 0], 0, None);
        check(Routing::Latest, [0, 0], 0, None);
    }

    #[test]
    fn puts_commas_between_thousands() {
        assert_eq!(
            [0_u32, 999, 1_000, 100_000].map(count),
            ["0", "999", "1,000", "100,000"]
        );
    }
}
