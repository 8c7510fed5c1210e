use crate::lambda::{Alias, AliasName, Function, Qualifier, Weight};

/// The aliases that send to `$LATEST` or to a version, by name, and how much each sends there.
#[must_use]
pub fn senders(function: &Function, version: &Qualifier) -> Vec<(AliasName, Weight)> {
    let weight = |alias: &Alias| {
        let routing = alias.routing();
        let additional = routing.additional();
        match additional {
            Some((number, weight)) if *version == Qualifier::Version(number) => Some(weight),
            _ if routing.primary() == *version => {
                let weight = additional.map(|(_, weight)| weight);
                Some(weight.unwrap_or_default().remainder())
            }
            _ => None,
        }
    };
    function
        .aliases()
        .filter_map(|alias| Some((alias.name().clone(), weight(alias)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::testing::function;

    #[track_caller]
    fn check(version: &str, expect: &[&str]) {
        let aliases = ["canary 2 1:0.1", "dev $LATEST", "prod 1 2:0", "test 2"];
        let senders = senders(&function(3, &aliases), &Qualifier::classify(version));
        let senders: Vec<String> = senders
            .iter()
            .map(|(name, weight)| format!("{name} {weight}"))
            .collect();
        assert_eq!(senders, expect);
    }

    #[test]
    fn tells_what_each_alias_sends_to_a_version() {
        check("1", &["canary 10 %", "prod 100 %"]);
        check("2", &["canary 90 %", "prod 0 %", "test 100 %"]);
        check("3", &[]);
        check("$LATEST", &["dev 100 %"]);
    }
}
