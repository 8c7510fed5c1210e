use std::fmt;

use serde::de::IgnoredAny;

const CONTROL_CHARACTER: &str = "control character (\\u0000-\\u001F) found while parsing a string";

/// Where a text stops being JSON, and what is wrong there in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonFault {
    /// Counted from 1.
    pub line: u32,
    /// Counted from 1, in UTF-16 units as editors do.
    pub column: u32,
    pub what: &'static str,
}

impl JsonFault {
    /// The first fault of a text, if it has one.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let error = serde_json::from_str::<IgnoredAny>(text).err()?;
        let words = error.to_string();
        let words = words
            .split_once(" at line ")
            .map_or(&*words, |(words, _)| words);
        let at = if error.is_eof() {
            text.trim_end().len()
        } else {
            let lines = text.split_inclusive('\n').take(error.line() - 1);
            let after = lines.map(str::len).sum::<usize>() + error.column();
            // The parser is past what it stumbled over, unless that ends a text too early.
            let past = usize::from(words != CONTROL_CHARACTER);
            text.floor_char_boundary(after.saturating_sub(past))
        };
        let before = &text[..at];
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        Some(Self {
            line: count(before.matches('\n').count()),
            column: count(before[start..].encode_utf16().count()),
            what: plainly(words, before.trim_end(), &text[at..]),
        })
    }
}

/// Such as `line 3, column 5: expected , or }`.
impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, what } = self;
        write!(f, "line {line}, column {column}: {what}")
    }
}

/// The number of what comes after so many.
fn count(before: usize) -> u32 {
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

/// What the parser says, for people, between what it has read and what it stumbles over.
fn plainly(words: &str, before: &str, after: &str) -> &'static str {
    match words {
        "EOF while parsing a list" => "expected ] to close the list",
        "EOF while parsing an object" => "expected } to close the object",
        "EOF while parsing a string" => "expected \" to close the text",
        "EOF while parsing a value" => "expected a value, but here is the end",
        "expected `:`" => "expected : between a name and its value",
        "expected `,` or `]`" => "expected , or ]",
        "expected `,` or `}`" => "expected , or }",
        "expected value" | "key must be a string"
            if before.ends_with(',') && after.starts_with([']', '}']) =>
        {
            "expected something between the comma and this"
        }
        "expected value" => "expected a value, such as \"text\", 1 or true",
        "expected ident" => "expected true, false or null",
        "key must be a string" => "expected a name in double quotes",
        "trailing characters" => "expected nothing more",
        "invalid escape" => "expected one of \" \\ / b f n r t u after the backslash",
        "invalid number" => "expected a number as JSON writes it, such as 0.5",
        CONTROL_CHARACTER => "expected \" to close the text before the line ends",
        _ => "expected JSON",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let fault = JsonFault::find(text).map(|fault| fault.to_string());
        assert_eq!(fault.as_deref().unwrap_or("JSON"), expected);
    }

    #[test]
    fn names_what_is_expected_and_where() {
        check(r#"{"a": [1, "two", null]}"#, "JSON");
        check("{\"a\": 1\n \"b\": 2}", "line 2, column 2: expected , or }");
        check("[1 2]", "line 1, column 4: expected , or ]");
        check(
            "{\"a\" 1}",
            "line 1, column 6: expected : between a name and its value",
        );
        check(
            "{a: 1}",
            "line 1, column 2: expected a name in double quotes",
        );
        check(
            "{\n  \"a\": 1,\n}",
            "line 3, column 1: expected something between the comma and this",
        );
        check("{} {}", "line 1, column 4: expected nothing more");
        check(
            "{\"a\": 'b'}",
            "line 1, column 7: expected a value, such as \"text\", 1 or true",
        );
        check("[nul]", "line 1, column 5: expected true, false or null");
        check(
            r#"["\x"]"#,
            "line 1, column 4: expected one of \" \\ / b f n r t u after the backslash",
        );
        check(
            "[1.]",
            "line 1, column 4: expected a number as JSON writes it, such as 0.5",
        );
    }

    #[test]
    fn places_what_is_missing_at_the_end() {
        check(
            "",
            "line 1, column 1: expected a value, but here is the end",
        );
        check(
            "{\n  \"a\": [1\n\n",
            "line 2, column 10: expected ] to close the list",
        );
        check(
            "{\n  \"a\": 1\n",
            "line 2, column 9: expected } to close the object",
        );
        check("\"a", "line 1, column 3: expected \" to close the text");
    }

    #[test]
    fn places_a_text_that_is_not_closed_at_the_end_of_its_line() {
        check(
            "{\n  \"a\": \"b\n}",
            "line 2, column 10: expected \" to close the text before the line ends",
        );
    }

    #[test]
    fn counts_columns_as_editors_do() {
        check("[\"äß\" 1]", "line 1, column 7: expected , or ]");
        check("[\"🎈\" 1]", "line 1, column 7: expected , or ]");
        check(
            "[ä]",
            "line 1, column 2: expected a value, such as \"text\", 1 or true",
        );
    }
}
