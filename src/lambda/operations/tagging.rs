use crate::lambda::error::Error;
use crate::lambda::function::{Function, Tags};
use crate::lambda::identifiers::{FunctionReference, NameShape, RevisionId};
use crate::lambda::moment::Moment;
use crate::lambda::validation::{TextShape, Validation, too_long, too_short};

/// How many tags a function can have.
const MAX_TAGS: usize = 50;
const MAX_KEY_LENGTH: usize = 128;
const MAX_VALUE_LENGTH: usize = 256;

/// What the service shows of the pattern of keys and values, which [`is_tag_character`] stands for.
const TAG_RULE: &str = "Member must satisfy regular expression pattern: \
                        ([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)";

/// The shape of the member `resource`.
pub(super) static RESOURCE: TextShape = TextShape::new(
    "resource",
    1..=10_000,
    "arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:\
     (function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|\
     event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|\
     (capacity-provider|network-connector):[a-zA-Z0-9-_]{1,64})",
);

/// Takes the ARN of what is tagged apart, whose shape has been checked.
///
/// # Errors
///
/// Another region or account, a qualifier, or something that the playground does not have
/// ([`OTHER_TAGGED_RESOURCES`]).
///
/// [`OTHER_TAGGED_RESOURCES`]: crate::lambda::choices::OTHER_TAGGED_RESOURCES
pub(super) fn tagged(resource: &str) -> Result<FunctionReference, Error> {
    if resource.split(':').nth(5) != Some("function") {
        return Err(Error::not_found(
            "The resource you requested does not exist.",
        ));
    }
    let reference = NameShape::FunctionName.resolve(resource, None)?;
    if reference.qualifier.is_some() {
        return Err(Error::invalid_parameter(
            "Tags on function aliases and versions are not supported. Please specify a function ARN.",
        ));
    }
    Ok(reference)
}

/// Checks the shape of the member `tags`.
pub(super) fn check_tags(validation: &mut Validation, tags: Option<&Tags>) {
    let Some(tags) = tags else { return };
    let entries = tags.iter().map(|(key, value)| format!("{key}={value}"));
    let shown = format!("{{{}}}", entries.collect::<Vec<_>>().join(", "));
    if !tags.keys().all(|key| is_key(key)) {
        validation.fail(
            &shown,
            "tags",
            format_args!("Map keys must satisfy constraint: [{}]", key_rules()),
        );
    }
    if !tags.values().all(|value| fits(value, 0, MAX_VALUE_LENGTH)) {
        validation.fail(
            &shown,
            "tags",
            format_args!(
                "Map value must satisfy constraint: [{}, {}, {TAG_RULE}, Member must not be null]",
                too_long(MAX_VALUE_LENGTH),
                too_short(0)
            ),
        );
    }
}

/// Checks the shape of the member `tagKeys`.
pub(super) fn check_tag_keys(validation: &mut Validation, keys: &[String]) {
    if !keys.iter().all(|key| is_key(key)) {
        validation.fail(
            format_args!("[{}]", keys.join(", ")),
            "tagKeys",
            format_args!(
                "Member must satisfy constraint: [{}, Member must not be null]",
                key_rules()
            ),
        );
    }
}

/// The 400 of more tags than a function can have, and of keys that belong to AWS ([`RESERVED_TAG_KEYS`]).
///
/// [`RESERVED_TAG_KEYS`]: crate::lambda::choices::RESERVED_TAG_KEYS
pub(super) fn check_limit(tags: &Tags) -> Result<(), Error> {
    if tags.len() > MAX_TAGS {
        return Err(Error::invalid_parameter(
            "Number of tags exceeds resource tag limit.",
        ));
    }
    if tags.keys().any(|key| key.starts_with("aws:")) {
        return Err(not_processed());
    }
    Ok(())
}

/// Gives a function its tags, and `$LATEST` a new revision: so it was recorded, and for a tag that is not there it is a
/// choice ([`UNTAGGED_REVISION`]).
///
/// [`UNTAGGED_REVISION`]: crate::lambda::choices::UNTAGGED_REVISION
pub(super) fn retag(function: &mut Function, tags: Tags, moment: &Moment) {
    function.tags = tags;
    function.latest.revision = RevisionId::new(moment.uuid("tags"));
}

/// The 400 of a request that asks for nothing.
pub(super) fn not_processed() -> Error {
    Error::invalid_parameter("An error occurred and the request cannot be processed.")
}

fn key_rules() -> String {
    format!("{}, {}, {TAG_RULE}", too_long(MAX_KEY_LENGTH), too_short(1))
}

fn is_key(text: &str) -> bool {
    fits(text, 1, MAX_KEY_LENGTH)
}

fn fits(text: &str, min: usize, max: usize) -> bool {
    (min..=max).contains(&text.chars().count()) && text.chars().all(is_tag_character)
}

/// Whether a character is a letter, a separator, a number or one of the signs of the pattern.
///
/// The patterns' engine knows no classes of Unicode. White space that is no control character is what they call a
/// separator.
fn is_tag_character(character: char) -> bool {
    character.is_alphanumeric()
        || character.is_whitespace() && !character.is_control()
        || "_.:/=+-@".contains(character)
}
