use std::path::Path;

use super::SourceLine;
use crate::lambda::Files;

/// An import that failed: of a module that is not there, or of a name that a module does not have.
struct Missing<'a> {
    module: &'a str,
    name: Option<&'a str>,
}

/// Finds the statement that Python's reason for a failed import is about, if one alone can be meant.
///
/// Lambda reports a failed import without the lines that led to it.
pub(super) fn find(reason: &str, files: &Files) -> Option<SourceLine> {
    let missing = Missing::read(reason)?;
    let mut found = Vec::new();
    let is_python = |path: &str| {
        Path::new(path)
            .extension()
            .is_some_and(|found| found == "py")
    };
    for (path, bytes) in files.iter().filter(|(path, _)| is_python(path)) {
        let text = String::from_utf8_lossy(bytes);
        let mut rest = &*text;
        for (number, line) in (1..).zip(text.lines()) {
            if missing.is_imported_by(line.trim_start(), rest, path) {
                found.push(SourceLine {
                    path: path.clone(),
                    line: number,
                });
            }
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        }
    }
    let only = found.pop()?;
    found.is_empty().then_some(only)
}

impl<'a> Missing<'a> {
    fn read(reason: &'a str) -> Option<Self> {
        let mut quoted = reason.split('\'').skip(1).step_by(2);
        if reason.starts_with("No module named '") {
            let module = quoted.next()?;
            return Some(Self { module, name: None });
        }
        if reason.starts_with("cannot import name '") {
            let (name, module) = (quoted.next()?, quoted.next()?);
            return Some(Self {
                module,
                name: Some(name),
            });
        }
        None
    }

    /// Whether a line of a file is the statement; `rest` is the file's text from that line on.
    fn is_imported_by(&self, line: &str, rest: &str, path: &str) -> bool {
        if let Some(modules) = line.strip_prefix("import ") {
            return self.name.is_none() && names(modules).any(|module| self.includes(module));
        }
        let statement = line.strip_prefix("from ");
        let Some((module, imported)) = statement.and_then(|from| from.split_once(" import "))
        else {
            return false;
        };
        let module = absolute(module.trim(), path);
        let Some(name) = self.name else {
            return self.includes(&module);
        };
        let imported = match imported.trim_start().strip_prefix('(') {
            Some(_) => rest
                .split_once('(')
                .and_then(|(_, names)| names.split_once(')'))
                .map_or("", |(names, _)| names),
            None => imported,
        };
        module == self.module && names(imported).any(|imported| imported == name)
    }

    /// Whether a module's import begins with that of the missing one.
    fn includes(&self, module: &str) -> bool {
        let rest = module.strip_prefix(self.module);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

/// The names in a list such as `a as b, c`, of which some may be followed by a comment.
fn names(list: &str) -> impl Iterator<Item = &str> {
    let code = list
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default());
    code.flat_map(|line| line.split([',', ';']))
        .filter_map(|item| item.split_whitespace().next())
}

/// The whole name of a module that a file may name from where it is, as in `from .orders import pay`.
fn absolute(module: &str, path: &str) -> String {
    let name = module.trim_start_matches('.');
    let up = module.len() - name.len();
    if up == 0 {
        return name.to_owned();
    }
    let folders: Vec<&str> = path.split('/').collect();
    let package = folders[..folders.len().saturating_sub(up)].iter();
    let parts = package
        .copied()
        .chain([name])
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expects `path:line`, or nothing.
    #[track_caller]
    fn check(files: &[(&str, &str)], reason: &str, expected: &str) {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().into()));
        let found = find(reason, &files.collect());
        let found = found.map(|SourceLine { path, line }| format!("{path}:{line}"));
        assert_eq!(found.unwrap_or_default(), expected);
    }

    #[test]
    fn finds_the_import_of_a_missing_module() {
        for statement in [
            "import stripe",
            "import json, stripe as s",
            "import stripe.cards",
            "from stripe import pay",
            "from stripe.cards import pay",
            "    import stripe  # in a function",
        ] {
            let text = format!("import os\n{statement}\n");
            check(&[("app.py", &text)], "No module named 'stripe'", "app.py:2");
        }
        check(
            &[("app.py", "from shop.orders import pay")],
            "No module named 'shop.orders'; 'shop' is not a package",
            "app.py:1",
        );
    }

    #[test]
    fn finds_the_import_of_a_missing_name() {
        let reason = "cannot import name 'total' from partially initialized module 'orders' \
                      (most likely due to a circular import) (/var/task/orders.py)";
        let app = (
            "app.py",
            "from orders import count\nfrom orders import count, total as sum\n",
        );
        check(&[app], reason, "app.py:2");
        let several = (
            "app.py",
            "from orders import (\n    count,  # how many\n    total,\n)\n",
        );
        check(&[several], reason, "app.py:1");
        check(&[("app.py", "import orders.total\n")], reason, "");
    }

    #[test]
    fn follows_relative_imports() {
        let reason = "No module named 'shop.orders'";
        check(
            &[("shop/app.py", "from .orders import pay")],
            reason,
            "shop/app.py:1",
        );
        check(
            &[("shop/web/app.py", "from ..orders import pay")],
            reason,
            "shop/web/app.py:1",
        );
        check(
            &[("shop/web/app.py", "from .orders import pay")],
            reason,
            "",
        );
        let reason = "cannot import name 'pay' from 'shop' (/var/task/shop/__init__.py)";
        check(
            &[("shop/app.py", "from . import pay")],
            reason,
            "shop/app.py:1",
        );
    }

    #[test]
    fn gives_nothing_unless_one_statement_alone_can_be_meant() {
        let reason = "No module named 'stripe'";
        check(
            &[("app.py", "import stripes\n# import stripe\n")],
            reason,
            "",
        );
        check(
            &[("app.py", "import stripe\n"), ("b.py", "import stripe\n")],
            reason,
            "",
        );
        check(&[("notes.txt", "import stripe\n")], reason, "");
        check(&[("app.py", "import stripe\n")], "something else", "");
    }
}
