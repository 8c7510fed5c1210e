use std::collections::BTreeMap;

use crate::lambda::function::Function;
use crate::lambda::identifiers::{FunctionArn, Qualifier};
use crate::lambda::validation::Validation;

/// The most entries one page of a list holds, whatever was asked for.
const MAX_PAGE: usize = 50;

/// Checks the member `maxItems`.
pub(super) fn check_max_items(validation: &mut Validation, max_items: Option<i64>) {
    validation.range(max_items, "maxItems", 1..=10_000);
}

/// Checks the member `maxItems` of the lists whose pages are never longer.
pub(super) fn check_short_page(validation: &mut Validation, max_items: Option<i64>) {
    validation.range(max_items, "maxItems", 1..=50);
}

/// Cuts one page out of a list that already starts at the marker.
///
/// The marker of the next page is the key of its first entry; without a next page there is none.
pub(super) fn page<T>(
    entries: impl Iterator<Item = T>,
    max_items: Option<i64>,
    key: impl Fn(&T) -> String,
) -> (Vec<T>, Option<String>) {
    let size = max_items
        .and_then(|items| usize::try_from(items).ok())
        .map_or(MAX_PAGE, |items| items.min(MAX_PAGE));
    let mut entries: Vec<T> = entries.take(size + 1).collect();
    let next = (entries.len() > size).then(|| entries.pop()).flatten();
    (entries, next.as_ref().map(key))
}

/// Cuts one page out of what a function has by qualifier: `$LATEST` first, then versions, then aliases.
///
/// The order is a choice ([`LISTED_SETTINGS`]).
///
/// [`LISTED_SETTINGS`]: crate::lambda::choices::LISTED_SETTINGS
pub(super) fn page_by_qualifier<T: Clone>(
    function: &Function,
    configs: &BTreeMap<Qualifier, T>,
    marker: Option<&str>,
    max_items: Option<i64>,
) -> (Vec<(FunctionArn, T)>, Option<String>) {
    let marker = marker.map(Qualifier::classify);
    let entries = configs
        .iter()
        .filter(|(qualifier, _)| marker.as_ref().is_none_or(|marker| *qualifier >= marker));
    let (entries, next_marker) = page(entries, max_items, |(qualifier, _)| qualifier.to_string());
    let configs = entries
        .into_iter()
        .map(|(qualifier, config)| (function.arn(Some(qualifier.clone())), config.clone()))
        .collect();
    (configs, next_marker)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_leads_from_page_to_page() {
        let numbers = |from: u32, max| page(from..=120, max, u32::to_string);
        assert_eq!(numbers(1, None), ((1..=50).collect(), Some("51".into())));
        assert_eq!(
            numbers(51, Some(1000)),
            ((51..=100).collect(), Some("101".into()))
        );
        assert_eq!(numbers(101, Some(20)), ((101..=120).collect(), None));
        assert_eq!(numbers(1, Some(2)), (vec![1, 2], Some("3".into())));
    }
}
