//! What holds for every identifier: reading gives back what was written, and writing what was read.

use proptest::prelude::*;

use super::*;

fn function_name() -> impl Strategy<Value = FunctionName> {
    parsed("[a-zA-Z0-9_-]{1,64}")
}

fn alias_name() -> impl Strategy<Value = AliasName> {
    parsed("[0-9]{0,3}[a-zA-Z_-][a-zA-Z0-9_-]{0,124}")
}

fn version_number() -> impl Strategy<Value = VersionNumber> {
    parsed("[1-9][0-9]{0,18}")
}

fn qualifier() -> impl Strategy<Value = Qualifier> {
    prop_oneof![
        Just(Qualifier::Latest),
        version_number().prop_map(Qualifier::Version),
        alias_name().prop_map(Qualifier::Alias),
        "0[0-9]{0,9}|\\$[a-z]{1,9}|a\\$b".prop_map(Qualifier::Unknown),
    ]
}

fn arn() -> impl Strategy<Value = FunctionArn> {
    (function_name(), proptest::option::of(qualifier())).prop_map(|(name, qualifier)| {
        match qualifier {
            Some(qualifier) => FunctionArn::qualified(&name, qualifier),
            None => FunctionArn::unqualified(&name),
        }
    })
}

/// Values that are read from texts of a form.
fn parsed<T: std::str::FromStr<Err = ParseError> + std::fmt::Debug>(
    form: &'static str,
) -> impl Strategy<Value = T> {
    form.prop_map(|text| text.parse().unwrap())
}

/// Text of any kind, and such as nearly is an identifier.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[$a-zA-Z0-9_:.-]{0,8}",
        "\\$?(LATEST|latest)?(\\.PUBLISHED)?",
        "arn:aws:lambda:us-east-1:123456789012:function:[$a-z0-9:]{0,9}",
    ]
}

/// Expects a text to be refused, or to be written again as it was.
fn is_written_as_it_was<T: std::str::FromStr + std::fmt::Display>(
    text: &str,
) -> Result<(), TestCaseError> {
    if let Ok(value) = text.parse::<T>() {
        prop_assert_eq!(value.to_string(), text);
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        function_name in function_name(),
        alias_name in alias_name(),
        version_number in version_number(),
        qualifier in qualifier(),
        arn in arn(),
    ) {
        prop_assert_eq!(function_name.to_string().parse(), Ok(function_name));
        prop_assert_eq!(alias_name.to_string().parse(), Ok(alias_name));
        prop_assert_eq!(version_number.to_string().parse(), Ok(version_number));
        prop_assert_eq!(qualifier.to_string().parse(), Ok(qualifier));
        prop_assert_eq!(arn.to_string().parse(), Ok(arn));
    }

    #[test]
    fn what_is_read_is_written_as_it_was(text in text()) {
        is_written_as_it_was::<FunctionName>(&text)?;
        is_written_as_it_was::<AliasName>(&text)?;
        is_written_as_it_was::<VersionNumber>(&text)?;
        is_written_as_it_was::<Qualifier>(&text)?;
        is_written_as_it_was::<FunctionArn>(&text)?;
        is_written_as_it_was::<Description>(&text)?;
    }

    #[test]
    fn versions_are_in_the_order_of_their_numbers(a in 1_u64.., b in 1_u64..) {
        let version = |number: u64| number.to_string().parse::<VersionNumber>().unwrap();
        prop_assert_eq!(version(a).cmp(&version(b)), a.cmp(&b));
    }

    #[test]
    fn a_weight_is_read_as_it_is_shown(fraction in 0.0..=1.0, other in 0.0..=1.0) {
        let weight = Weight::new(fraction).unwrap();
        let read: Weight = weight.to_string().parse().unwrap();
        // It is shown with ten decimals of a per cent.
        prop_assert!((read.fraction() - fraction).abs() <= 1e-12);
        prop_assert_eq!(read.to_string(), weight.to_string());
        let other = Weight::new(other).unwrap();
        prop_assert_eq!(Some(weight.cmp(&other)), fraction.partial_cmp(&other.fraction()));
    }
}
