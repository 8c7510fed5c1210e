//! Constraint validation: every failure of a request, collected into one sentence.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

use regex_lite::{Captures, Regex};

use super::error::{Error, ErrorCode};

/// The constraint failures of one request.
///
/// The service checks the shape of every member before anything else and reports all failures together.
#[derive(Debug, Default)]
pub(super) struct Validation {
    clauses: Vec<String>,
}

/// A regular expression of the service's model: the text is both what is matched and what is shown.
#[derive(Debug)]
pub(super) struct Pattern {
    text: &'static str,
    compiled: OnceLock<Option<Regex>>,
}

/// What a text member has to look like: its length in characters, and its pattern.
#[derive(Debug)]
pub(super) struct TextShape {
    member: &'static str,
    length: RangeInclusive<usize>,
    pattern: Pattern,
}

impl Validation {
    /// Ends the validation: an error if anything failed.
    pub(super) fn finish(self) -> Result<(), Error> {
        if self.clauses.is_empty() {
            return Ok(());
        }
        let plural = if self.clauses.len() == 1 { "" } else { "s" };
        Err(Error::new(
            ErrorCode::ValidationException,
            format!(
                "{} validation error{plural} detected: {}",
                self.clauses.len(),
                self.clauses.join("; ")
            ),
        ))
    }

    /// Records a failure of one rule.
    pub(super) fn fail(&mut self, value: impl fmt::Display, member: &str, rule: impl fmt::Display) {
        self.clauses.push(format!(
            "Value '{value}' at '{member}' failed to satisfy constraint: {rule}"
        ));
    }

    /// A member that the request must hold.
    pub(super) fn required<T: ?Sized>(&mut self, value: Option<&T>, member: &str) {
        if value.is_none() {
            self.clauses.push(format!(
                "Value null at '{member}' failed to satisfy constraint: Member must not be null"
            ));
        }
    }

    pub(super) fn max_length(&mut self, value: &str, member: &str, max: usize) {
        if value.chars().count() > max {
            self.fail(value, member, too_long(max));
        }
    }

    pub(super) fn min_length(&mut self, value: &str, member: &str, min: usize) {
        if value.chars().count() < min {
            self.fail(value, member, too_short(min));
        }
    }

    pub(super) fn pattern(&mut self, value: &str, member: &str, pattern: &Pattern) {
        if !pattern.matches(value) {
            self.fail(value, member, pattern);
        }
    }

    /// Checks the shape of a member that may be left out.
    pub(super) fn shape(&mut self, value: Option<&str>, shape: &TextShape) {
        let Some(value) = value else { return };
        self.max_length(value, shape.member, *shape.length.end());
        self.min_length(value, shape.member, *shape.length.start());
        self.pattern(value, shape.member, &shape.pattern);
    }

    pub(super) fn range(&mut self, value: Option<i64>, member: &str, range: RangeInclusive<i64>) {
        let Some(value) = value else { return };
        if value < *range.start() {
            self.fail(
                value,
                member,
                format_args!(
                    "Member must have value greater than or equal to {}",
                    range.start()
                ),
            );
        } else if value > *range.end() {
            self.fail(
                value,
                member,
                format_args!(
                    "Member must have value less than or equal to {}",
                    range.end()
                ),
            );
        }
    }

    pub(super) fn one_of(&mut self, value: &str, member: &str, values: &[&str]) {
        if !values.contains(&value) {
            self.fail(value, member, enum_rule(values));
        }
    }
}

/// The rule text for a member that is too long.
pub(super) fn too_long(max: usize) -> String {
    format!("Member must have length less than or equal to {max}")
}

/// The rule text for a member that is too short.
pub(super) fn too_short(min: usize) -> String {
    format!("Member must have length greater than or equal to {min}")
}

/// The rule text for a member that is none of the values of its enumeration.
pub(super) fn enum_rule(values: &[&str]) -> String {
    format!(
        "Member must satisfy enum value set: [{}]",
        values.join(", ")
    )
}

impl TextShape {
    pub(super) const fn new(
        member: &'static str,
        length: RangeInclusive<usize>,
        pattern: &'static str,
    ) -> Self {
        Self {
            member,
            length,
            pattern: Pattern::new(pattern),
        }
    }

    /// Whether a text has the shape.
    pub(super) fn fits(&self, text: &str) -> bool {
        self.length.contains(&text.chars().count()) && self.pattern.matches(text)
    }

    /// The member that has the shape.
    pub(super) fn member(&self) -> &'static str {
        self.member
    }
}

/// The one look-ahead of the model's patterns: not all digits.
const NOT_DIGITS: [&str; 2] = ["(?!^[0-9]+$)", "(?!^\\d+$)"];

/// The same, of what the last group holds.
const LAST_NOT_DIGITS: &str = "(?!\\d+$)";

impl Pattern {
    pub(super) const fn new(text: &'static str) -> Self {
        Self {
            text,
            compiled: OnceLock::new(),
        }
    }

    /// Whether the whole value matches.
    pub(super) fn matches(&self, value: &str) -> bool {
        if all_digits(value) && NOT_DIGITS.iter().any(|ahead| self.text.contains(ahead)) {
            return false;
        }
        let Some(captures) = self.captures(value) else {
            return false;
        };
        let last = captures.iter().last().flatten();
        !(self.text.contains(LAST_NOT_DIGITS) && last.is_some_and(|it| all_digits(it.as_str())))
    }

    /// The groups of a value that matches as a whole.
    pub(super) fn captures<'v>(&self, value: &'v str) -> Option<Captures<'v>> {
        self.regex()?.captures(value)
    }

    /// The compiled pattern; look-ahead, which regex-lite leaves out, is checked by [`Self::matches`].
    fn regex(&self) -> Option<&Regex> {
        self.compiled
            .get_or_init(|| {
                let mut expression = self.text.replace(LAST_NOT_DIGITS, "");
                for ahead in NOT_DIGITS {
                    expression = expression.replace(ahead, "");
                }
                Regex::new(&format!("^(?:{expression})$")).ok()
            })
            .as_ref()
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Member must satisfy regular expression pattern: {}",
            self.text
        )
    }
}
