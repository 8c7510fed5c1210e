use std::fmt::Display;

use crate::lambda::attached::{Cors, FunctionUrl};
use crate::lambda::error::Error;
use crate::lambda::function::Function;
use crate::lambda::identifiers::{AliasName, FunctionReference, NameShape, Qualifier};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::{Pattern, Validation, too_long};

/// What both creating and updating a URL can set, as it was sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UrlSettings {
    pub auth_type: Option<String>,
    pub cors: Option<Cors>,
    pub invoke_mode: Option<String>,
}

/// The shape of the qualifier of these operations: an alias, and nothing else.
static QUALIFIER: Pattern = Pattern::new("((?!^\\d+$)^[0-9a-zA-Z-_]+$)");

impl UrlSettings {
    pub(super) fn check(&self, validation: &mut Validation) {
        if let Some(auth_type) = &self.auth_type {
            validation.one_of(auth_type, "authType", &["NONE", "AWS_IAM"]);
        }
        if let Some(invoke_mode) = &self.invoke_mode {
            let modes = ["RESPONSE_STREAM", FunctionUrl::BUFFERED];
            validation.one_of(invoke_mode, "invokeMode", &modes);
        }
        if let Some(cors) = &self.cors {
            check_cors(validation, cors);
        }
    }
}

/// Checks the names of a function and of the alias whose URL is meant.
pub(super) fn check_target(
    validation: &mut Validation,
    function_name: &str,
    qualifier: Option<&str>,
) {
    NameShape::FunctionUrl.check(validation, function_name);
    if let Some(qualifier) = qualifier {
        validation.max_length(qualifier, "qualifier", 128);
        validation.min_length(qualifier, "qualifier", 1);
        validation.pattern(qualifier, "qualifier", &QUALIFIER);
    }
}

/// Finds the function, and the alias if one is meant; either may be missing.
pub(super) fn url_target<'s>(
    state: &'s mut ServiceState,
    reference: &FunctionReference,
) -> Option<(&'s mut Function, Option<AliasName>)> {
    let function = state.functions.get_mut(&reference.name)?;
    match &reference.qualifier {
        None => Some((function, None)),
        Some(Qualifier::Alias(name)) => {
            let name = function.alias(name)?.name.clone();
            Some((function, Some(name)))
        }
        Some(_) => None,
    }
}

/// The 404 of a function or an alias that is not there.
pub(super) fn nowhere() -> Error {
    Error::not_found("Function does not exist")
}

/// The 404 of a URL that is not there.
pub(super) fn no_url() -> Error {
    Error::not_found("The resource you requested does not exist.")
}

fn check_cors(validation: &mut Validation, cors: &Cors) {
    let mut check = |list: &Option<Vec<String>>, member: &str, items: usize, length| {
        if let Some(list) = list {
            check_list(validation, list, &format!("cors.{member}"), items, length);
        }
    };
    check(&cors.allow_headers, "allowHeaders", 100, 0..=1024);
    check(&cors.allow_methods, "allowMethods", 6, 0..=6);
    check(&cors.allow_origins, "allowOrigins", 100, 1..=253);
    check(&cors.expose_headers, "exposeHeaders", 100, 0..=1024);
    validation.range(cors.max_age, "cors.maxAge", 0..=86_400);
}

fn check_list(
    validation: &mut Validation,
    list: &[String],
    member: &str,
    items: usize,
    length: std::ops::RangeInclusive<usize>,
) {
    let shown = || format!("[{}]", list.join(", "));
    if list.len() > items {
        validation.fail(shown(), member, too_long(items));
    }
    if list
        .iter()
        .any(|item| !length.contains(&item.chars().count()))
    {
        let rule: &dyn Display = &format_args!(
            "Member must satisfy constraint: [{}, Member must have length greater than or equal to \
             {}, Member must satisfy regular expression pattern: .*, Member must not be null]",
            too_long(*length.end()),
            length.start()
        );
        validation.fail(shown(), member, rule);
    }
}
