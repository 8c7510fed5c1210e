use std::collections::BTreeMap;

use crate::lambda::{Alias, FunctionName, UpdateAlias, VersionNumber, Weight};

/// One act on an alias that shares between two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The additional version becomes the only one.
    Promote,
    /// The primary version becomes the only one.
    RollBack,
    /// The additional version gets a tenth of all invocations more, up to all of them.
    Shift,
}

impl Step {
    pub const ALL: [Self; 3] = [Self::Shift, Self::Promote, Self::RollBack];

    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Promote => "Promote",
            Self::RollBack => "Roll back",
            Self::Shift => "Shift 10 %",
        }
    }

    /// What the step sends; nothing where it would change nothing: for an alias that does not share, and once the
    /// additional version gets everything for one more shift.
    #[must_use]
    pub fn request(self, function: &FunctionName, alias: &Alias) -> Option<UpdateAlias> {
        let (additional, weight) = alias.routing().additional()?;
        let (version, weights) = match self {
            Self::Promote => (Some(additional.to_string()), BTreeMap::new()),
            Self::RollBack => (Some(alias.routing().primary().to_string()), BTreeMap::new()),
            Self::Shift if weight == shifted(weight) => return None,
            Self::Shift => {
                let shifted = shifted(weight).fraction();
                (
                    None,
                    BTreeMap::from([(additional.to_string(), Some(shifted))]),
                )
            }
        };
        Some(UpdateAlias {
            function_name: function.to_string(),
            name: alias.name().to_string(),
            function_version: version,
            weights: Some(weights),
            ..UpdateAlias::default()
        })
    }

    /// What happens to the shares, in a sentence.
    #[must_use]
    pub fn effect(self, alias: &Alias) -> Option<String> {
        let (additional, weight) = alias.routing().additional()?;
        let name = alias.name();
        let primary = alias.routing().primary();
        Some(match self {
            Self::Promote => format!(
                "Version {additional} becomes the version of {name} and gets 100 %, up from {weight}. \
                 Version {primary} gets nothing any more."
            ),
            Self::RollBack => format!(
                "Version {primary} gets 100 % of {name} again, up from {}. \
                 Version {additional} gets nothing any more.",
                weight.remainder()
            ),
            Self::Shift => format!(
                "Version {additional} gets {} of {name}, up from {weight}. Version {primary} keeps {}.",
                shifted(weight),
                shifted(weight).remainder()
            ),
        })
    }

    /// What has happened, in a sentence.
    #[must_use]
    pub fn done(self, alias: &Alias) -> Option<String> {
        let (additional, weight) = alias.routing().additional()?;
        let only = |version: String| format!("{} sends 100 % to version {version}.", alias.name());
        let of_both = |additional: VersionNumber| {
            format!(
                "{} sends {} to version {additional}.",
                alias.name(),
                shifted(weight)
            )
        };
        Some(match self {
            Self::Promote => only(additional.to_string()),
            Self::RollBack => only(alias.routing().primary().to_string()),
            Self::Shift => of_both(additional),
        })
    }
}

/// A tenth more, and no more than everything.
fn shifted(weight: Weight) -> Weight {
    let sum = (weight.fraction() + 0.1).min(1.0);
    // 0.1 + 0.2 is to be sent as 0.3.
    let sum = (sum * 1e12).round() / 1e12;
    Weight::new(sum).unwrap_or(weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lambda::Operation;
    use crate::lambda::rest;
    use crate::release::testing::function;

    fn alias(words: &str) -> Alias {
        let function = function(2, &[words]);
        function.aliases().next().unwrap().clone()
    }

    #[track_caller]
    fn check(step: Step, words: &str, expect: &str) {
        let request = step
            .request(&"demo".parse().unwrap(), &alias(words))
            .unwrap();
        let request = rest::write(&Operation::from(request));
        assert_eq!(
            (request.method.as_str(), request.path.as_str()),
            ("PUT", "/2015-03-31/functions/demo/aliases/prod")
        );
        assert_eq!(String::from_utf8_lossy(&request.body), expect);
    }

    #[test]
    fn promoting_makes_the_additional_version_the_only_one() {
        let expect = r#"{"FunctionVersion":"2","RoutingConfig":{"AdditionalVersionWeights":{}}}"#;
        check(Step::Promote, "prod 1 2:0.5", expect);
        check(Step::Promote, "prod 1 2:0", expect);
    }

    #[test]
    fn rolling_back_leaves_the_primary_version_alone() {
        let expect = r#"{"FunctionVersion":"1","RoutingConfig":{"AdditionalVersionWeights":{}}}"#;
        check(Step::RollBack, "prod 1 2:0.5", expect);
        check(Step::RollBack, "prod 1 2:1", expect);
    }

    #[track_caller]
    fn check_shift(from: &str, expect: &str) {
        let expect =
            format!(r#"{{"RoutingConfig":{{"AdditionalVersionWeights":{{"2":{expect}}}}}}}"#);
        check(Step::Shift, &format!("prod 1 2:{from}"), &expect);
    }

    #[test]
    fn shifting_adds_a_tenth_without_noise_and_stops_at_everything() {
        check_shift("0", "0.1");
        check_shift("0.1", "0.2");
        check_shift("0.2", "0.3");
        check_shift("0.125", "0.225");
        check_shift("0.9", "1.0");
        check_shift("0.95", "1.0");
    }

    #[test]
    fn there_is_nothing_to_do_for_an_alias_that_does_not_share() {
        for step in Step::ALL {
            assert_eq!(
                step.request(&"demo".parse().unwrap(), &alias("prod 1")),
                None
            );
            assert_eq!(step.effect(&alias("prod 1")), None);
        }
    }

    #[test]
    fn there_is_nothing_to_shift_once_the_additional_version_gets_everything() {
        let function = "demo".parse().unwrap();
        let alias = alias("prod 1 2:1");
        let possible = Step::ALL.map(|step| step.request(&function, &alias).is_some());
        assert_eq!(Step::ALL, [Step::Shift, Step::Promote, Step::RollBack]);
        assert_eq!(possible, [false, true, true]);
    }

    #[test]
    fn says_what_will_happen() {
        let effect = |step: Step| step.effect(&alias("prod 1 2:0.3")).unwrap();
        assert_eq!(
            effect(Step::Shift),
            "Version 2 gets 40 % of prod, up from 30 %. Version 1 keeps 60 %."
        );
        assert_eq!(
            effect(Step::Promote),
            "Version 2 becomes the version of prod and gets 100 %, up from 30 %. \
             Version 1 gets nothing any more."
        );
        assert_eq!(
            effect(Step::RollBack),
            "Version 1 gets 100 % of prod again, up from 70 %. Version 2 gets nothing any more."
        );
    }

    #[test]
    fn says_what_has_happened() {
        let done = |step: Step| step.done(&alias("prod 1 2:0.3")).unwrap();
        assert_eq!(done(Step::Shift), "prod sends 40 % to version 2.");
        assert_eq!(done(Step::Promote), "prod sends 100 % to version 2.");
        assert_eq!(done(Step::RollBack), "prod sends 100 % to version 1.");
    }
}
