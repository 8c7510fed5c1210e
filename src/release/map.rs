use std::collections::BTreeSet;

use crate::lambda::{Alias, AliasName, Function, Qualifier, Weight};

/// How many of the newest versions are drawn whether or not an alias uses them.
const NEWEST: usize = 3;

/// How many aliases are drawn.
const ALIASES: usize = 8;

/// What the release map shows of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct ReleaseMap {
    /// From the one whose versions stand highest, so that few edges cross.
    pub aliases: Vec<AliasNode>,
    /// `$LATEST`, then published versions, newest first.
    pub versions: Vec<VersionNode>,
    /// Aliases for which there is no room.
    pub more_aliases: usize,
    /// Versions that no alias on the map uses and that are not new.
    pub more_versions: usize,
}

/// An alias and where it sends invocations.
#[derive(Clone, Debug, PartialEq)]
pub struct AliasNode {
    pub name: AliasName,
    /// One edge or two, the higher version first.
    pub edges: Vec<Edge>,
}

/// What an alias sends to one version.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The position of the version in [`ReleaseMap::versions`].
    pub to: usize,
    pub weight: Weight,
}

/// `$LATEST` or a published version.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionNode {
    pub qualifier: Qualifier,
    pub description: String,
}

impl ReleaseMap {
    /// The map of a function; what is selected is on it, whatever else there is no room for.
    #[must_use]
    pub fn of(function: &Function, selected: &Qualifier) -> Self {
        let all: Vec<Qualifier> = std::iter::once(Qualifier::Latest)
            .chain(
                function
                    .versions()
                    .rev()
                    .map(|it| Qualifier::Version(it.number())),
            )
            .collect();
        let aliases = shown_aliases(function, &all, selected);
        let used: BTreeSet<Qualifier> = aliases
            .iter()
            .flat_map(|alias| targets(alias))
            .map(|(version, _)| version)
            .collect();
        let is_shown = |(place, it): &(usize, Qualifier)| {
            *place <= NEWEST || used.contains(it) || it == selected
        };
        let total = all.len();
        let versions: Vec<Qualifier> = all
            .into_iter()
            .enumerate()
            .filter(is_shown)
            .map(|(_, version)| version)
            .collect();
        Self {
            more_aliases: function.aliases().count() - aliases.len(),
            more_versions: total - versions.len(),
            aliases: aliases
                .iter()
                .map(|alias| AliasNode::of(alias, &versions))
                .collect(),
            versions: versions
                .into_iter()
                .map(|qualifier| VersionNode::of(function, qualifier))
                .collect(),
        }
    }

    /// Whether any alias on the map sends to a version.
    #[must_use]
    pub fn is_used(&self, version: usize) -> bool {
        let mut edges = self.aliases.iter().flat_map(|alias| &alias.edges);
        edges.any(|edge| edge.to == version)
    }
}

impl AliasNode {
    fn of(alias: &Alias, versions: &[Qualifier]) -> Self {
        let mut edges: Vec<Edge> = targets(alias)
            .into_iter()
            .filter_map(|(version, weight)| {
                let to = versions.iter().position(|shown| *shown == version)?;
                Some(Edge { to, weight })
            })
            .collect();
        edges.sort_by_key(|edge| edge.to);
        Self {
            name: alias.name().clone(),
            edges,
        }
    }
}

impl VersionNode {
    fn of(function: &Function, qualifier: Qualifier) -> Self {
        let version = match &qualifier {
            Qualifier::Version(number) => function.version(*number),
            _ => None,
        };
        Self {
            description: version.map_or(String::new(), |it| it.description().to_owned()),
            qualifier,
        }
    }

    /// The version's name: `$LATEST`, or `Version 2`.
    #[must_use]
    pub fn name(&self) -> String {
        self.qualifier.title()
    }
}

/// The aliases to draw, in the order in which their versions stand.
fn shown_aliases<'f>(
    function: &'f Function,
    versions: &[Qualifier],
    selected: &Qualifier,
) -> Vec<&'f Alias> {
    let height = |alias: &Alias| {
        let targets = targets(alias);
        let places = targets
            .iter()
            .filter_map(|(version, _)| versions.iter().position(|it| it == version));
        // Twice the mean: whole numbers compare, and a single target counts twice.
        places.sum::<usize>() * 2 / targets.len()
    };
    let mut aliases: Vec<&Alias> = function.aliases().collect();
    aliases.sort_by_key(|alias| height(alias));
    let is_selected = |alias: &&&Alias| *selected == Qualifier::Alias(alias.name().clone());
    let kept = aliases.iter().skip(ALIASES).find(is_selected).copied();
    aliases.truncate(ALIASES);
    if let (Some(kept), Some(last)) = (kept, aliases.last_mut()) {
        *last = kept;
    }
    aliases
}

/// The versions of an alias and their weights, the primary one first.
fn targets(alias: &Alias) -> Vec<(Qualifier, Weight)> {
    let routing = alias.routing();
    let everything = Weight::default().remainder();
    match routing.additional() {
        Some((additional, weight)) => vec![
            (routing.primary(), weight.remainder()),
            (Qualifier::Version(additional), weight),
        ],
        None => vec![(routing.primary(), everything)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::testing::{function, version};

    /// Each alias and its edges in words, then the versions.
    fn outline(map: &ReleaseMap) -> (Vec<String>, Vec<String>) {
        let alias = |alias: &AliasNode| {
            let edge =
                |edge: &Edge| format!(" {}:{}", map.versions[edge.to].qualifier, edge.weight);
            let edges: String = alias.edges.iter().map(edge).collect();
            format!("{}{edges}", alias.name)
        };
        (
            map.aliases.iter().map(alias).collect(),
            map.versions
                .iter()
                .map(|it| it.qualifier.to_string())
                .collect(),
        )
    }

    #[track_caller]
    fn check(versions: usize, aliases: &[&str], expect_aliases: &[&str], expect_versions: &[&str]) {
        let map = ReleaseMap::of(&function(versions, aliases), &Qualifier::Latest);
        let (aliases, versions) = outline(&map);
        assert_eq!(aliases, expect_aliases);
        assert_eq!(versions, expect_versions);
    }

    #[test]
    fn shows_latest_before_anything_is_published() {
        check(0, &[], &[], &["$LATEST"]);
        check(0, &["dev $LATEST"], &["dev $LATEST:100 %"], &["$LATEST"]);
    }

    #[test]
    fn puts_aliases_in_the_order_of_their_versions() {
        check(
            2,
            &["dev $LATEST", "prod 1 2:0.3", "test 2"],
            &["dev $LATEST:100 %", "test 2:100 %", "prod 2:30 % 1:70 %"],
            &["$LATEST", "2", "1"],
        );
    }

    #[test]
    fn leaves_out_old_versions_that_no_alias_uses() {
        let function = function(20, &["prod 4 6:0.5"]);
        let map = ReleaseMap::of(&function, &Qualifier::Latest);
        assert_eq!(outline(&map).1, ["$LATEST", "20", "19", "18", "6", "4"]);
        assert_eq!(map.more_versions, 15);

        let map = ReleaseMap::of(&function, &version(9));
        assert_eq!(
            outline(&map).1,
            ["$LATEST", "20", "19", "18", "9", "6", "4"]
        );
        assert_eq!(map.more_versions, 14);
    }

    #[test]
    fn leaves_out_aliases_for_which_there_is_no_room_but_not_the_selected_one() {
        let names: Vec<String> = (10..30).map(|number| format!("a{number} 1")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let function = function(1, &names);
        let selected = Qualifier::classify("a29");
        let map = ReleaseMap::of(&function, &selected);
        assert_eq!((map.aliases.len(), map.more_aliases), (8, 12));
        assert_eq!(Qualifier::Alias(map.aliases[7].name.clone()), selected);
    }

    #[test]
    fn knows_which_versions_are_used() {
        let map = ReleaseMap::of(&function(2, &["prod 1"]), &Qualifier::Latest);
        assert_eq!([0, 1, 2].map(|it| map.is_used(it)), [false, false, true]);
        assert_eq!(map.versions[0].name(), "$LATEST");
        assert_eq!(map.versions[1].name(), "Version 2");
    }
}
