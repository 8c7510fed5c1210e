use imara_diff::{Algorithm, Diff, InternedInput};

/// How many unchanged lines are shown around a change.
const CONTEXT: usize = 3;

/// How many lines that all changed are shown at once.
const LONGEST: usize = 200;

/// One line of a text, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: LineKind,
    /// Its number in the text before, from 1; nothing for a line that was added.
    pub before: Option<usize>,
    /// Its number in the text after, from 1; nothing for a line that was removed.
    pub after: Option<usize>,
    /// The line without its ending.
    pub text: String,
    /// What is to be said of the ending of a line that changed, where it is not the usual one.
    pub note: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    Same,
    Removed,
    Added,
}

/// Lines that follow each other and are shown or folded together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub folded: bool,
    pub lines: Vec<Line>,
}

/// Compares two texts line by line; long stretches in which nothing or everything changed are folded.
pub(super) fn compare(before: &str, after: &str) -> Vec<Stretch> {
    let input = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);

    let mut writer = Writer::default();
    let (mut left, mut right) = (0, 0);
    while left < input.before.len() || right < input.after.len() {
        // A text holds fewer lines than there are numbers.
        let place = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let kind = if left < input.before.len() && diff.is_removed(place(left)) {
            LineKind::Removed
        } else if right < input.after.len() && diff.is_added(place(right)) {
            LineKind::Added
        } else {
            LineKind::Same
        };
        let token = match kind {
            LineKind::Added => input.after[right],
            LineKind::Removed | LineKind::Same => input.before[left],
        };
        left += usize::from(kind != LineKind::Added);
        right += usize::from(kind != LineKind::Removed);
        writer.push(Line::new(kind, (left, right), input.interner[token]));
    }
    writer.finish()
}

impl Line {
    /// A line, by what was read of both texts up to it and with it.
    fn new(kind: LineKind, (before, after): (usize, usize), token: &str) -> Self {
        let (text, note) = if let Some(text) = token.strip_suffix("\r\n") {
            (text, Some("ends with a carriage return"))
        } else if let Some(text) = token.strip_suffix('\n') {
            (text, None)
        } else {
            (token, Some("no newline at the end of the file"))
        };
        Self {
            kind,
            before: (kind != LineKind::Added).then_some(before),
            after: (kind != LineKind::Removed).then_some(after),
            text: text.to_owned(),
            note: note.filter(|_| kind != LineKind::Same),
        }
    }
}

/// Makes stretches of lines.
#[derive(Default)]
struct Writer {
    stretches: Vec<Stretch>,
    /// The latest lines, which are of one kind.
    run: Vec<Line>,
}

impl Writer {
    fn push(&mut self, line: Line) {
        if self.run.last().is_some_and(|last| last.kind != line.kind) {
            self.end_run(false);
        }
        self.run.push(line);
    }

    fn finish(mut self) -> Vec<Stretch> {
        self.end_run(true);
        self.stretches
    }

    /// Writes the latest lines, with a fold in their middle if there are many.
    fn end_run(&mut self, is_last: bool) {
        let mut head = std::mem::take(&mut self.run);
        let is_first = self.stretches.is_empty();
        let (first, last) = match head.first().map(|line| line.kind) {
            None => return,
            Some(LineKind::Same) => (
                if is_first { 0 } else { CONTEXT },
                if is_last { 0 } else { CONTEXT },
            ),
            Some(LineKind::Removed | LineKind::Added) => (LONGEST, 0),
        };
        // A single line is as high as a fold of it.
        if head.len() > first + last + 1 {
            let mut fold = head.split_off(first);
            let tail = fold.split_off(fold.len() - last);
            self.write(false, head);
            self.write(true, fold);
            self.write(false, tail);
        } else {
            self.write(false, head);
        }
    }

    fn write(&mut self, folded: bool, lines: Vec<Line>) {
        match self.stretches.last_mut() {
            _ if lines.is_empty() => {}
            Some(last) if last.folded == folded => last.lines.extend(lines),
            _ => self.stretches.push(Stretch { folded, lines }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// Stretches as a unified text, a fold as `…` and the number of its lines.
    fn unified(stretches: &[Stretch]) -> String {
        let mut text = String::new();
        for stretch in stretches {
            if stretch.folded {
                writeln!(text, "… {}", stretch.lines.len()).unwrap();
                continue;
            }
            for line in &stretch.lines {
                let sign = match line.kind {
                    LineKind::Same => ' ',
                    LineKind::Removed => '-',
                    LineKind::Added => '+',
                };
                let note = line.note.map(|note| format!(" ({note})"));
                writeln!(text, "{sign}{}{}", line.text, note.unwrap_or_default()).unwrap();
            }
        }
        text
    }

    #[track_caller]
    fn check(before: &str, after: &str, expect: &str) {
        assert_eq!(unified(&compare(before, after)), expect);
    }

    /// Lines from one number to another.
    fn numbered(numbers: std::ops::RangeInclusive<usize>) -> String {
        let lines: Vec<String> = numbers.map(|number| format!("{number}\n")).collect();
        lines.concat()
    }

    #[test]
    fn tells_changed_lines_from_the_same() {
        check("a\nb\nc\n", "a\nx\nc\n", " a\n-b\n+x\n c\n");
        check("a\n", "a\nb\n", " a\n+b\n");
        check("a\nb\n", "b\n", "-a\n b\n");
        check("", "a\n", "+a\n");
        check("", "", "");
    }

    #[test]
    fn numbers_lines_on_both_sides() {
        let lines = compare("a\nb\nc\n", "a\nx\ny\nc\n").remove(0).lines;
        let numbers: Vec<_> = lines.iter().map(|line| (line.before, line.after)).collect();
        let expect = [
            (Some(1), Some(1)),
            (Some(2), None),
            (None, Some(2)),
            (None, Some(3)),
            (Some(3), Some(4)),
        ];
        assert_eq!(numbers, expect);
    }

    #[test]
    fn folds_what_is_far_from_any_change() {
        let before = numbered(1..=20);
        let after = before.replace("10\n", "ten\n");
        let expect = "… 6\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n… 7\n";
        check(&before, &after, expect);
    }

    #[test]
    fn folds_no_single_line() {
        let before = numbered(1..=5);
        check(
            &before,
            &before.replace('5', "five"),
            " 1\n 2\n 3\n 4\n-5\n+five\n",
        );
        let before = numbered(1..=6);
        check(
            &before,
            &before.replace('6', "six"),
            "… 2\n 3\n 4\n 5\n-6\n+six\n",
        );
    }

    #[test]
    fn folds_the_rest_of_a_long_text_that_is_new() {
        let stretches = compare("", &numbered(1..=1000));
        let folded: Vec<_> = stretches
            .iter()
            .map(|stretch| (stretch.folded, stretch.lines.len()))
            .collect();
        assert_eq!(folded, [(false, 200), (true, 800)]);
    }

    #[test]
    fn says_how_a_changed_line_ends() {
        let note = "no newline at the end of the file";
        check("a\n", "a", &format!("-a\n+a ({note})\n"));
        check("a\r\n", "a\n", "-a (ends with a carriage return)\n+a\n");
        check("a\r\nb\n", "a\r\nc\n", " a\n-b\n+c\n");
    }
}
