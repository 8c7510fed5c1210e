use std::collections::BTreeMap;

use crate::lambda::alias::Routing;
use crate::lambda::error::Error;
use crate::lambda::function::{Function, Version};
use crate::lambda::identifiers::{Qualifier, VersionNumber, Weight};
use crate::lambda::validation::{Pattern, Validation};

/// The weights of additional versions, by version, as they were sent: `null` is no weight, and refused as such.
pub(super) type Weights = BTreeMap<String, Option<f64>>;

static FUNCTION_VERSION: Pattern = Pattern::new("(\\$LATEST(\\.PUBLISHED)?|[0-9]+)");
static WEIGHT_KEY: Pattern = Pattern::new("[0-9]+");

const MAX_LENGTH: usize = 1024;
const WEIGHTS: &str = "routingConfig.additionalVersionWeights";

/// Checks the shape of the member `functionVersion`.
pub(super) fn check_function_version(validation: &mut Validation, version: Option<&str>) {
    let Some(version) = version else { return };
    validation.max_length(version, "functionVersion", MAX_LENGTH);
    validation.min_length(version, "functionVersion", 1);
    validation.pattern(version, "functionVersion", &FUNCTION_VERSION);
}

/// Checks the shape of the weights: keys are numbers, values fractions.
pub(super) fn check_weights(validation: &mut Validation, weights: &Weights) {
    let fits = |key: &String| (1..=MAX_LENGTH).contains(&key.len()) && WEIGHT_KEY.matches(key);
    if !weights.keys().all(fits) {
        validation.fail(
            shown(weights),
            WEIGHTS,
            format_args!(
                "Map keys must satisfy constraint: [Member must have length less than or equal to \
                 {MAX_LENGTH}, Member must have length greater than or equal to 1, {WEIGHT_KEY}]"
            ),
        );
    }
    if !weights
        .values()
        .all(|weight| weight.and_then(Weight::new).is_some())
    {
        validation.fail(
            shown(weights),
            WEIGHTS,
            "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, \
             Member must have value greater than or equal to 0.0, Member must not be null]",
        );
    }
}

/// Makes a routing of what was sent, against the versions there are.
///
/// # Errors
///
/// In this order: more than one additional version, the same version twice, `$LATEST` with a weight, a version that
/// is not there, versions whose roles or dead-letter targets differ. The first two are recorded in this order, each
/// other alone; the text for dead-letter targets is a choice ([`DEAD_LETTER_TARGETS`]).
///
/// [`DEAD_LETTER_TARGETS`]: crate::lambda::choices::DEAD_LETTER_TARGETS
pub(super) fn resolve(
    function: &Function,
    primary: &str,
    weights: &Weights,
) -> Result<Routing, Error> {
    if weights.len() > 1 {
        return Err(Error::invalid_parameter(
            "Number of items in AdditionalVersionWeights cannot be greater than 1",
        ));
    }
    let additional = weights.first_key_value();
    if additional.is_some_and(|(version, _)| version == primary) {
        return Err(Error::invalid_parameter(format!(
            "Invalid function version {primary}. Function version {primary} is already included in \
             routing configuration."
        )));
    }
    let Some((additional, weight)) = additional else {
        return match Qualifier::classify(primary) {
            Qualifier::Latest => Ok(Routing::Latest),
            _ => Ok(Routing::Version(find(function, primary)?.number)),
        };
    };
    if primary == Qualifier::LATEST {
        return Err(Error::invalid_parameter(
            "$LATEST is not supported for an alias pointing to more than 1 version",
        )
        .without_type());
    }
    let primary = find(function, primary)?;
    let additional = find(function, additional)?;
    if primary.configuration.role != additional.configuration.role {
        return Err(Error::invalid_parameter(
            "Specified versions must be associated with the same execution role",
        ));
    }
    if primary.configuration.dead_letter_target != additional.configuration.dead_letter_target {
        return Err(Error::invalid_parameter(
            "Specified versions must have the same dead letter queue configuration",
        ));
    }
    Ok(Routing::Weighted {
        primary: primary.number,
        additional: additional.number,
        weight: weight.and_then(Weight::new).unwrap_or_default(),
    })
}

impl Function {
    /// Where an alias would send invocations that names a version, and additional ones with their weights as fractions.
    ///
    /// # Errors
    ///
    /// What the service would say of it.
    pub fn route(&self, version: &str, weights: &Weights) -> Result<Routing, Error> {
        let mut validation = Validation::default();
        check_function_version(&mut validation, Some(version));
        check_weights(&mut validation, weights);
        validation.finish()?;
        resolve(self, version, weights)
    }
}

fn find<'f>(function: &'f Function, version: &str) -> Result<&'f Version, Error> {
    let number: Option<VersionNumber> = version.parse().ok();
    number
        .and_then(|number| function.version(number))
        .ok_or_else(|| Error::function_not_found(function.arn(Some(Qualifier::classify(version)))))
}

/// Weights as the service prints a map: `{2=0.5}`.
fn shown(weights: &Weights) -> String {
    let entries: Vec<String> = weights
        .iter()
        .map(|(version, weight)| {
            let weight = weight.map_or_else(|| "null".to_owned(), java_double);
            format!("{version}={weight}")
        })
        .collect();
    format!("{{{}}}", entries.join(", "))
}

/// A number as Java prints a double: `2.0`, `1.0E8`, `-1.0E-4`.
fn java_double(number: f64) -> String {
    let size = number.abs();
    if size == 0.0 || (1e-3..1e7).contains(&size) {
        return format!("{number:?}");
    }
    let text = format!("{number:E}");
    match text.split_once('E') {
        Some((digits, exponent)) if !digits.contains('.') => format!("{digits}.0E{exponent}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: f64, expect: &str) {
        assert_eq!(java_double(number), expect);
    }

    #[test]
    fn numbers_are_printed_as_java_prints_them() {
        check(2.0, "2.0");
        check(-1.0, "-1.0");
        check(0.0, "0.0");
        check(0.1, "0.1");
        check(12_345.678, "12345.678");
        check(1e7, "1.0E7");
        check(1.5e8, "1.5E8");
        check(-0.0001, "-1.0E-4");
    }
}
