use super::{Comparison, Difference, FileDifference};
use crate::lambda::{Function, Qualifier};

impl Comparison {
    /// How much differs between two states, in a sentence or two.
    #[must_use]
    pub fn summary(&self, before: &Qualifier, after: &Qualifier) -> String {
        let (before, after) = (before.words(), after.words());
        if before == after {
            return format!("This is {before} compared with itself: choose another one.");
        }
        if self.is_empty() {
            return format!(
                "Nothing differs: {before} and {after} have the same code and the same configuration."
            );
        }
        let files = (!self.files.is_empty()).then(|| count(self.files.len(), "file"));
        let settings = (!self.settings.is_empty()).then(|| count(self.settings.len(), "setting"));
        let verb = match self.files.len() + self.settings.len() {
            1 => "differs",
            _ => "differ",
        };
        match (files, settings) {
            (Some(files), Some(settings)) => format!("{files} and {settings} {verb}."),
            (Some(files), None) => format!("{files} {verb}. The configuration is the same."),
            (None, Some(settings)) if !self.repacked => {
                format!("{settings} {verb}. The code is the same.")
            }
            (None, settings) => {
                let settings = settings.map(|settings| format!("{settings} {verb}. "));
                format!(
                    "{}The files are the same, in packages that are not: their SHA-256 differs.",
                    settings.unwrap_or_default()
                )
            }
        }
    }
}

impl FileDifference {
    /// What has become of the file: `changed: 1 line removed, 2 lines added`.
    #[must_use]
    pub fn words(&self) -> String {
        let what = match self.difference {
            Difference::Added => "added",
            Difference::Removed => "removed",
            Difference::Changed => "changed",
        };
        let counts = match (self.difference, self.counts()) {
            (_, None | Some((0, 0))) => return what.to_owned(),
            (Difference::Added, Some((_, added))) => count(added, "line"),
            (Difference::Removed, Some((removed, _))) => count(removed, "line"),
            (Difference::Changed, Some((removed, added))) => {
                format!("{} removed, {added} added", count(removed, "line"))
            }
        };
        format!("{what}: {counts}")
    }
}

/// What publishing would do, where two states with nothing between them make one ask.
#[must_use]
pub fn publishing(function: &Function, before: &Qualifier, after: &Qualifier) -> Option<String> {
    let version = match (before, after) {
        (Qualifier::Latest, Qualifier::Version(version))
        | (Qualifier::Version(version), Qualifier::Latest) => *version,
        _ => return None,
    };
    let same = function.version(version)?.configuration() == function.latest().configuration();
    let newest = function.unchanged_since();
    same.then(|| match newest {
        Some(newest) => format!(
            "Publishing $LATEST now would make no new version: the service would answer with version {newest}."
        ),
        None => "Publishing $LATEST now would make a new version all the same: the service compares with the newest \
                 one alone."
            .to_owned(),
    })
}

fn count(number: usize, one: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {one}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::testing::Demo;
    use crate::lambda::{Settings, UpdateFunctionCode};

    fn qualifier(text: &str) -> Qualifier {
        Qualifier::classify(text)
    }

    /// Version 1 of a function, compared with `$LATEST` after a change.
    #[track_caller]
    fn check(change: impl FnOnce(&mut Demo), expect: &str) {
        let mut demo = Demo::new();
        demo.publish();
        change(&mut demo);
        let function = demo.function();
        let version = function.versions().next().unwrap();
        let comparison = Comparison::of(function.name(), version.configuration(), &demo.latest());
        let summary = comparison.summary(&qualifier("1"), &Qualifier::Latest);
        assert_eq!(summary, expect);
    }

    fn timeout(seconds: i64) -> Settings {
        Settings {
            timeout: Some(seconds),
            ..Settings::default()
        }
    }

    #[test]
    fn says_how_much_differs() {
        check(
            |_| {},
            "Nothing differs: version 1 and $LATEST have the same code and the same configuration.",
        );
        check(
            |demo| demo.deploy("2\n"),
            "1 file differs. The configuration is the same.",
        );
        check(
            |demo| demo.set(timeout(5)),
            "1 setting differs. The code is the same.",
        );
        check(
            |demo| {
                demo.deploy("2\n");
                demo.set(timeout(5));
            },
            "1 file and 1 setting differ.",
        );
    }

    #[test]
    fn tells_packages_apart_that_hold_the_same_files() {
        let repack = |demo: &mut Demo| {
            // A zip may be preceded by anything.
            let zip = [b"#".as_slice(), &demo.latest().code.zip()].concat();
            demo.apply(UpdateFunctionCode {
                function_name: "demo".to_owned(),
                zip_file: Some(zip.into()),
                ..UpdateFunctionCode::default()
            });
        };
        let same_files = "The files are the same, in packages that are not: their SHA-256 differs.";
        check(repack, same_files);
        check(
            |demo| {
                repack(demo);
                demo.set(timeout(5));
            },
            &format!("1 setting differs. {same_files}"),
        );
    }

    #[test]
    fn asks_for_another_one_in_place_of_the_same() {
        let latest = Demo::new().latest();
        let comparison = Comparison::of(&"demo".parse().unwrap(), &latest, &latest);
        let summary = comparison.summary(&Qualifier::Latest, &Qualifier::Latest);
        assert_eq!(
            summary,
            "This is $LATEST compared with itself: choose another one."
        );
    }

    #[track_caller]
    fn check_file(before: &str, after: &str, expect: &str) {
        let file = |text: &str| -> crate::lambda::Files {
            let file = ("f".to_owned(), text.as_bytes().into());
            (!text.is_empty()).then_some(file).into_iter().collect()
        };
        let (files, _) = crate::comparison::files::compare(&file(before), &file(after));
        assert_eq!(files[0].words(), expect);
    }

    #[test]
    fn says_what_has_become_of_a_file() {
        check_file("a\n", "b\nc\n", "changed: 1 line removed, 2 added");
        check_file("", "b\nc\n", "added: 2 lines");
        check_file("a\n", "", "removed: 1 line");
        check_file("a\n", "\0", "changed");
    }

    #[track_caller]
    fn check_publishing(change: impl FnOnce(&mut Demo), version: &str, expect: Option<&str>) {
        let mut demo = Demo::new();
        demo.publish();
        change(&mut demo);
        let words = publishing(&demo.function(), &Qualifier::Latest, &qualifier(version));
        assert_eq!(words.as_deref(), expect);
    }

    #[test]
    fn says_what_publishing_would_do_with_what_a_version_has() {
        let none_new = "Publishing $LATEST now would make no new version: the service would answer with version 1.";
        check_publishing(|_| {}, "1", Some(none_new));
        check_publishing(|demo| demo.deploy("2\n"), "1", None);
        let back = |demo: &mut Demo| {
            demo.deploy("2\n");
            demo.publish();
            demo.deploy("1\n");
        };
        let all_the_same = "Publishing $LATEST now would make a new version all the same: the service compares with \
                            the newest one alone.";
        check_publishing(back, "1", Some(all_the_same));
        check_publishing(back, "2", None);
    }
}
