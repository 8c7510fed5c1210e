use std::collections::BTreeSet;

use super::lines::{self, LineKind, Stretch};
use crate::lambda::{CodeSha256, Files};

/// The largest file that is compared line by line, in bytes.
const LARGEST_TEXT: usize = 512 * 1024;

/// A file that is not the same in both packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileDifference {
    pub path: String,
    pub difference: Difference,
    pub content: Content,
}

/// What has become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    Added,
    Removed,
    Changed,
}

/// How the content of a file differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Text(Vec<Stretch>),
    /// Anything else than text: its size and digest before and after, where the file is there.
    Other([Option<(usize, CodeSha256)>; 2]),
}

impl FileDifference {
    /// How many lines were removed and how many added; nothing where lines were not compared.
    #[must_use]
    pub fn counts(&self) -> Option<(usize, usize)> {
        let Content::Text(stretches) = &self.content else {
            return None;
        };
        let lines = || stretches.iter().flat_map(|stretch| &stretch.lines);
        let count = |kind| lines().filter(|line| line.kind == kind).count();
        Some((count(LineKind::Removed), count(LineKind::Added)))
    }
}

/// The files that differ, and the paths of those that do not.
pub(super) fn compare(before: &Files, after: &Files) -> (Vec<FileDifference>, Vec<String>) {
    let mut differ = Vec::new();
    let mut same = Vec::new();
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for path in paths {
        let sides = [before, after].map(|files| files.get(path).map(|bytes| &**bytes));
        let difference = match sides {
            [Some(before), Some(after)] if before == after => {
                same.push(path.clone());
                continue;
            }
            [None, _] => Difference::Added,
            [_, None] => Difference::Removed,
            [Some(_), Some(_)] => Difference::Changed,
        };
        differ.push(FileDifference {
            path: path.clone(),
            difference,
            content: content(sides),
        });
    }
    (differ, same)
}

fn content(sides: [Option<&[u8]>; 2]) -> Content {
    let [before, after] = sides.map(|side| text(side.unwrap_or_default()));
    match (before, after) {
        (Some(before), Some(after)) => Content::Text(lines::compare(before, after)),
        _ => {
            Content::Other(sides.map(|side| side.map(|bytes| (bytes.len(), CodeSha256::of(bytes)))))
        }
    }
}

/// The bytes as text, unless they are something else or too many.
fn text(bytes: &[u8]) -> Option<&str> {
    let is_text = bytes.len() <= LARGEST_TEXT && !bytes.contains(&0);
    std::str::from_utf8(bytes).ok().filter(|_| is_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &[u8])]) -> Files {
        let file = |(path, bytes): &(&str, &[u8])| ((*path).to_owned(), (*bytes).into());
        files.iter().map(file).collect()
    }

    #[track_caller]
    fn check(before: &[(&str, &[u8])], after: &[(&str, &[u8])], expect: &[(&str, Difference)]) {
        let (differ, _) = compare(&files(before), &files(after));
        let differ: Vec<_> = differ
            .iter()
            .map(|file| (file.path.as_str(), file.difference))
            .collect();
        assert_eq!(differ, expect);
    }

    #[test]
    fn tells_what_has_become_of_each_file() {
        check(
            &[("a.py", b"1"), ("b.py", b"2"), ("c.py", b"3")],
            &[("b.py", b"2"), ("c.py", b"4"), ("d.py", b"5")],
            &[
                ("a.py", Difference::Removed),
                ("c.py", Difference::Changed),
                ("d.py", Difference::Added),
            ],
        );
        check(&[("a.py", b"1")], &[("a.py", b"1")], &[]);
        check(
            &[],
            &[("__init__.py", b"")],
            &[("__init__.py", Difference::Added)],
        );
    }

    #[test]
    fn names_the_files_that_are_the_same() {
        let (_, same) = compare(
            &files(&[("a.py", b"1"), ("b.py", b"2")]),
            &files(&[("a.py", b"1"), ("b.py", b"3")]),
        );
        assert_eq!(same, ["a.py"]);
    }

    #[track_caller]
    fn check_counts(before: &[u8], after: &[u8], expect: Option<(usize, usize)>) {
        let (differ, _) = compare(&files(&[("f", before)]), &files(&[("f", after)]));
        assert_eq!(differ[0].counts(), expect);
    }

    #[test]
    fn counts_lines_of_text_alone() {
        check_counts(b"a\nb\n", b"a\nc\nd\n", Some((1, 2)));
        check_counts(b"a\n", b"\0\n", None);
        check_counts(b"a\n", b"\xff\n", None);
        check_counts(b"", &vec![b'a'; LARGEST_TEXT], Some((0, 1)));
        check_counts(b"", &vec![b'a'; LARGEST_TEXT + 1], None);
    }

    #[test]
    fn gives_size_and_digest_of_what_is_no_text() {
        let (differ, _) = compare(&files(&[]), &files(&[("f", b"\0")]));
        let expect = Content::Other([None, Some((1, CodeSha256::of(b"\0")))]);
        assert_eq!(differ[0].content, expect);
    }
}
