use super::Output;
use crate::lambda::error::{Error, ErrorCode};
use crate::lambda::function::Function;
use crate::lambda::identifiers::{NameShape, Qualifier, RevisionId, check_qualifier};
use crate::lambda::moment::Moment;
use crate::lambda::policy::{Conditions, Policy, Statement};
use crate::lambda::service::ServiceState;
use crate::lambda::validation::{TextShape, Validation};

/// Lets somebody call a function, a version or an alias.
///
/// A statement id that is taken is noticed before a wrong principal ([`TAKEN_STATEMENT_ID`]).
///
/// [`TAKEN_STATEMENT_ID`]: crate::lambda::choices::TAKEN_STATEMENT_ID
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPermission {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub statement_id: Option<String>,
    pub action: Option<String>,
    pub principal: Option<String>,
    pub source_arn: Option<String>,
    pub source_account: Option<String>,
    pub event_source_token: Option<String>,
    pub principal_org_id: Option<String>,
    pub function_url_auth_type: Option<String>,
    pub invoked_via_function_url: Option<bool>,
    /// What the caller believes the policy's revision to be.
    pub revision_id: Option<String>,
}

static STATEMENT_ID: TextShape = TextShape::new("statementId", 1..=100, "([a-zA-Z0-9-_]+)");
static ACTION: TextShape =
    TextShape::new("action", 0..=10_000, "(lambda:[*]|lambda:[a-zA-Z]+|[*])");
static PRINCIPAL: TextShape = TextShape::new("principal", 0..=2048, "[^\\s]+");
static SOURCE_ARN: TextShape = TextShape::new(
    "sourceArn",
    0..=10_000,
    "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:\
     (\\d{12})?:(.*)",
);
static SOURCE_ACCOUNT: TextShape = TextShape::new("sourceAccount", 0..=12, "\\d{12}");
static EVENT_SOURCE_TOKEN: TextShape =
    TextShape::new("eventSourceToken", 0..=256, "[a-zA-Z0-9._\\-]+");
static PRINCIPAL_ORG_ID: TextShape = TextShape::new("principalOrgID", 12..=34, "o-[a-z0-9]{10,32}");

const AUTH_TYPES: [&str; 2] = ["NONE", "AWS_IAM"];

impl AddPermission {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        self.check()?;
        let reference =
            NameShape::Namespaced.resolve(&self.function_name, self.qualifier.as_deref())?;
        if reference.qualifier == Some(Qualifier::Latest) {
            return Err(Error::invalid_parameter(
                "We currently do not support adding policies for $LATEST.",
            ));
        }
        let function = state.function_mut(&reference.name, reference.arn())?;
        let qualifier = &reference.qualifier;
        let owner = owner_revision(function, qualifier.as_ref())?;
        let existing = function.policies.get(qualifier);
        check_policy_revision(self.revision_id.as_deref(), existing, owner)?;

        let id = self.statement_id.clone().unwrap_or_default();
        let mut statements = existing.map_or(Vec::new(), |policy| policy.statements.clone());
        check_new(&statements, &id)?;
        let statement = Statement {
            id,
            principal: self.principal.as_deref().unwrap_or_default().parse()?,
            action: self.action.clone().unwrap_or_default(),
            resource: reference.asked(),
            conditions: self.conditions(),
        };
        statements.push(statement.clone());
        let policy = Policy {
            statements,
            revision: RevisionId::new(moment.uuid("policy")),
        };
        check_length(&policy)?;
        function.policies.insert(qualifier.clone(), policy);
        Ok(Output::PermissionAdded(statement))
    }

    fn check(&self) -> Result<(), Error> {
        let mut validation = Validation::default();
        NameShape::Namespaced.check(&mut validation, &self.function_name);
        check_qualifier(&mut validation, self.qualifier.as_deref());
        for (text, shape) in [
            (&self.statement_id, &STATEMENT_ID),
            (&self.action, &ACTION),
            (&self.principal, &PRINCIPAL),
        ] {
            validation.required(text.as_ref(), shape.member());
            validation.shape(text.as_deref(), shape);
        }
        for (text, shape) in [
            (&self.source_arn, &SOURCE_ARN),
            (&self.source_account, &SOURCE_ACCOUNT),
            (&self.event_source_token, &EVENT_SOURCE_TOKEN),
            (&self.principal_org_id, &PRINCIPAL_ORG_ID),
        ] {
            validation.shape(text.as_deref(), shape);
        }
        if let Some(auth_type) = &self.function_url_auth_type {
            validation.one_of(auth_type, "functionUrlAuthType", &AUTH_TYPES);
        }
        validation.finish()
    }

    fn conditions(&self) -> Conditions {
        Conditions {
            source_arn: self.source_arn.clone(),
            source_account: self.source_account.clone(),
            event_source_token: self.event_source_token.clone(),
            principal_org_id: self.principal_org_id.clone(),
            function_url_auth_type: self.function_url_auth_type.clone(),
            invoked_via_function_url: self.invoked_via_function_url,
        }
    }
}

/// The revision of what a policy hangs on: of `$LATEST` for the function, of a version or of an alias.
///
/// # Errors
///
/// The version or alias is not there.
pub(super) fn owner_revision(
    function: &Function,
    qualifier: Option<&Qualifier>,
) -> Result<RevisionId, Error> {
    let arn = || function.arn(qualifier.cloned());
    match qualifier {
        None | Some(Qualifier::Latest) => Ok(function.latest.revision),
        Some(Qualifier::Version(number)) => function
            .version(*number)
            .map(|version| version.revision)
            .ok_or_else(|| Error::function_not_found(arn())),
        Some(Qualifier::Alias(name)) => function
            .alias(name)
            .map(|alias| alias.revision)
            .ok_or_else(|| Error::alias_not_found(arn())),
        Some(Qualifier::Unknown(_)) => Err(Error::function_not_found(arn())),
    }
}

/// The 412 of a caller who read an older revision than the current one.
///
/// A policy that is not there yet has the revision of what it would hang on ([`FIRST_POLICY_REVISION`]).
///
/// [`FIRST_POLICY_REVISION`]: crate::lambda::choices::FIRST_POLICY_REVISION
pub(super) fn check_policy_revision(
    given: Option<&str>,
    policy: Option<&Policy>,
    owner: RevisionId,
) -> Result<(), Error> {
    let current = policy.map_or(owner, Policy::revision);
    match given {
        Some(given) if !current.is(given) => Err(Error::stale_policy()),
        _ => Ok(()),
    }
}

/// The 409 of a statement id that the policy holds already.
fn check_new(statements: &[Statement], id: &str) -> Result<(), Error> {
    if statements.iter().all(|statement| statement.id != id) {
        return Ok(());
    }
    Err(Error::conflict(format!(
        "The statement id ({id}) provided already exists. Please provide a new statement id, or \
         remove the existing statement."
    )))
}

/// The 400 of a policy that has grown too long ([`POLICY_LENGTH`]).
///
/// [`POLICY_LENGTH`]: crate::lambda::choices::POLICY_LENGTH
fn check_length(policy: &Policy) -> Result<(), Error> {
    let length = policy.document().len();
    if length <= Policy::MAX_LENGTH {
        return Ok(());
    }
    Err(Error::new(
        ErrorCode::PolicyLengthExceededException,
        format!(
            "The final policy size ({length}) is bigger than the limit ({}).",
            Policy::MAX_LENGTH
        ),
    ))
}
