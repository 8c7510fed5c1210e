use serde::Deserialize;

use super::imports;
use crate::lambda::Files;

/// Where a function's files are while it runs.
const TASK_ROOT: &str = "/var/task/";

/// What Python said of a failure, and the lines of the function's own files that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What went wrong, such as `KeyError: 'name'`.
    pub text: String,
    /// The lines that were called, each once, from the handler's to where it happened.
    callers: Vec<SourceLine>,
    /// The innermost line of the function's own files.
    pub place: SourceLine,
}

/// A line of one of the function's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    pub path: String,
    /// Counted from 1.
    pub line: u32,
}

/// The error as Lambda answers it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    error_message: String,
    error_type: String,
    #[serde(default)]
    stack_trace: Vec<String>,
}

impl Fault {
    /// Reads what a failed function answered; nothing if it names no line of the function's own files.
    #[must_use]
    pub fn read(payload: &str, files: &Files) -> Option<Self> {
        let answer: Answer = serde_json::from_str(payload).ok()?;
        let mut lines = Vec::new();
        let frames = answer.stack_trace.iter();
        for line in frames.filter_map(|frame| own_line(frame, files)) {
            lines.retain(|earlier| *earlier != line);
            lines.push(line);
        }
        let place = lines.pop().or_else(|| {
            imports::find(answer.reason()?, files)
                .filter(|_| answer.error_type == "Runtime.ImportModuleError")
        })?;
        Some(Self {
            text: answer.text(),
            callers: lines,
            place,
        })
    }

    /// The lines of a file that it is about, with what to say at each; the one to look at first comes last.
    #[must_use]
    pub fn lines_of(&self, path: &str) -> Vec<(u32, String)> {
        let SourceLine { path: other, line } = &self.place;
        let callers = self.callers.iter().filter(|caller| caller.path == path);
        let mut lines: Vec<_> = callers
            .map(|caller| {
                let text = if other == path {
                    format!("called line {line}, which failed")
                } else {
                    format!("called line {line} of {other}, which failed: {}", self.text)
                };
                (caller.line, text)
            })
            .collect();
        if other == path {
            lines.push((*line, self.text.clone()));
        }
        lines
    }
}

impl Answer {
    /// The error's type and the first line of its message, without what the place says better.
    fn text(&self) -> String {
        let Self {
            error_type,
            error_message,
            ..
        } = self;
        match (error_type.as_str(), self.reason()) {
            ("Runtime.UserCodeSyntaxError", Some(reason)) => {
                let place = reason.rfind(" (").unwrap_or(reason.len());
                format!("Syntax error: {}", &reason[..place])
            }
            ("Runtime.ImportModuleError", Some(reason)) => reason.to_owned(),
            _ => match error_message.lines().next() {
                None => error_type.clone(),
                Some(first) => format!("{error_type}: {first}"),
            },
        }
    }

    /// What follows the module in a message such as `Unable to import module 'app': No module named 'x'`.
    fn reason(&self) -> Option<&str> {
        let (_, reason) = self.error_message.split_once("': ")?;
        Some(reason)
    }
}

/// The line that a frame names, such as `File "/var/task/app.py", line 7, in handler`, if the file has it.
///
/// A syntax error's frame is worded `File "/var/task/app.py" Line 7`.
fn own_line(frame: &str, files: &Files) -> Option<SourceLine> {
    let rest = frame.trim_start().strip_prefix("File \"")?;
    let (path, rest) = rest.strip_prefix(TASK_ROOT)?.split_once('"')?;
    let digits = rest.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let end = digits
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(digits.len());
    let line = digits[..end].parse().ok()?;
    let text = String::from_utf8_lossy(files.get(path)?);
    let lines = text.lines().count();
    (1..=lines)
        .contains(&usize::try_from(line).ok()?)
        .then(|| SourceLine {
            path: path.to_owned(),
            line,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HANDLER: (&str, &str) = (
        "lambda_function.py",
        "from shop.orders import pay\n\n\ndef lambda_handler(event, context):\n    return pay(event)\n",
    );

    /// Expects, for each line, `path:line text`.
    #[track_caller]
    fn check(kind: &str, message: &str, frames: &[&str], expected: &[&str]) {
        let orders = "import stripe\n\n\ndef pay(event):\n    return event['cart']\n";
        let files = [
            HANDLER,
            ("shop/orders.py", orders),
            ("shop/__init__.py", ""),
        ];
        let files: Files = files
            .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
            .into();
        let payload = serde_json::json!({
            "errorMessage": message, "errorType": kind, "requestId": "", "stackTrace": frames
        });
        let fault = Fault::read(&payload.to_string(), &files);
        let found = files.keys().flat_map(|path| {
            let lines = fault.iter().flat_map(|fault| fault.lines_of(path));
            lines.map(move |(line, text)| format!("{path}:{line} {text}"))
        });
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_exception_is_at_its_innermost_own_line() {
        check(
            "KeyError",
            "'cart'\nis not in the event",
            &[
                "  File \"/var/task/lambda_function.py\", line 5, in lambda_handler\n    return pay(event)\n",
            ],
            &["lambda_function.py:5 KeyError: 'cart'"],
        );
        check(
            "KeyError",
            "'cart'",
            &[
                "  File \"/var/task/lambda_function.py\", line 5, in lambda_handler\n    return pay(event)\n",
                "  File \"/var/task/shop/orders.py\", line 5, in pay\n    return event['cart']\n",
                "  File \"/var/lang/lib/python3.13/json/decoder.py\", line 353, in raw_decode\n    obj\n",
            ],
            &[
                "lambda_function.py:5 called line 5 of shop/orders.py, which failed: KeyError: 'cart'",
                "shop/orders.py:5 KeyError: 'cart'",
            ],
        );
        check(
            "ValueError",
            "",
            &[
                "  File \"/var/task/shop/orders.py\", line 4, in pay\n    pay(event)\n",
                "  File \"/var/task/shop/orders.py\", line 5, in pay\n    pay(event)\n",
                "  [Previous line repeated 900 more times]\n",
                "  File \"/var/task/shop/orders.py\", line 5, in pay\n    pay(event)\n",
            ],
            &[
                "shop/orders.py:4 called line 5, which failed",
                "shop/orders.py:5 ValueError",
            ],
        );
    }

    #[test]
    fn lines_that_are_not_the_functions_own_are_left_out() {
        check(
            "ValueError",
            "no",
            &["  File \"<string>\", line 1, in <module>\n"],
            &[],
        );
        check(
            "ValueError",
            "no",
            &["  File \"/opt/python/lambda_function.py\", line 1, in f\n"],
            &[],
        );
        check(
            "ValueError",
            "no",
            &["  File \"/var/task/other.py\", line 1, in f\n"],
            &[],
        );
        check(
            "ValueError",
            "no",
            &["  File \"/var/task/lambda_function.py\", line 6, in f\n"],
            &[],
        );
        check(
            "ValueError",
            "no",
            &["  File \"/var/task/lambda_function.py\", line 0, in f\n"],
            &[],
        );
        check("ValueError", "no", &["rubbish"], &[]);
        check(
            "Sandbox.Timedout",
            "RequestId: 1 Error: Task timed out after 3.00 seconds",
            &[],
            &[],
        );
    }

    #[test]
    fn a_syntax_error_is_at_the_line_it_names() {
        check(
            "Runtime.UserCodeSyntaxError",
            "Syntax error in module 'lambda_function': '(' was never closed (orders.py, line 5)",
            &["  File \"/var/task/shop/orders.py\" Line 5\n        return event['cart']\n"],
            &["shop/orders.py:5 Syntax error: '(' was never closed"],
        );
    }

    #[test]
    fn a_failed_import_is_at_its_statement() {
        check(
            "Runtime.ImportModuleError",
            "Unable to import module 'lambda_function': No module named 'stripe'",
            &[],
            &["shop/orders.py:1 No module named 'stripe'"],
        );
        check(
            "Runtime.ImportModuleError",
            "Unable to import module 'other': No module named 'other'",
            &[],
            &[],
        );
    }

    #[test]
    fn an_answer_of_another_shape_names_nothing() {
        assert_eq!(Fault::read("null", &Files::new()), None);
        assert_eq!(Fault::read("{\"errorMessage\": 1}", &Files::new()), None);
    }
}
