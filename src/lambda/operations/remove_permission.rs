use super::Output;
use super::add_permission::{check_policy_revision, owner_revision};
use crate::lambda::error::Error;
use crate::lambda::identifiers::{NameShape, RevisionId, check_qualifier};
use crate::lambda::moment::Moment;
use crate::lambda::service::ServiceState;
use crate::lambda::validation::{TextShape, Validation};

/// Takes a permission back.
///
/// A version that is not there is told as by the operation that adds permissions ([`POLICY_OF_NOTHING`]).
///
/// [`POLICY_OF_NOTHING`]: crate::lambda::choices::POLICY_OF_NOTHING
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemovePermission {
    pub function_name: String,
    pub statement_id: String,
    pub qualifier: Option<String>,
    /// What the caller believes the policy's revision to be.
    pub revision_id: Option<String>,
}

static STATEMENT_ID: TextShape = TextShape::new("statementId", 1..=100, "([a-zA-Z0-9-_.]+)");

impl RemovePermission {
    pub(super) fn apply(&self, state: &mut ServiceState, moment: &Moment) -> Result<Output, Error> {
        let mut validation = Validation::default();
        NameShape::Namespaced.check(&mut validation, &self.function_name);
        validation.shape(Some(&self.statement_id), &STATEMENT_ID);
        check_qualifier(&mut validation, self.qualifier.as_deref());
        validation.finish()?;

        let reference =
            NameShape::Namespaced.resolve(&self.function_name, self.qualifier.as_deref())?;
        let function = state
            .functions
            .get_mut(&reference.name)
            .ok_or_else(|| Error::not_found(format!("No policy found for: {}", reference.arn())))?;
        let owner = owner_revision(function, reference.qualifier.as_ref())?;
        let policies = &mut function.policies;
        let policy = policies
            .get_mut(&reference.qualifier)
            .ok_or_else(|| Error::not_found("No policy is associated with the given resource."))?;
        let index = policy
            .statements
            .iter()
            .position(|statement| statement.id == self.statement_id)
            .ok_or_else(|| {
                Error::not_found(format!(
                    "Statement {} is not found in resource policy.",
                    self.statement_id
                ))
            })?;
        check_policy_revision(self.revision_id.as_deref(), Some(policy), owner)?;

        policy.statements.remove(index);
        policy.revision = RevisionId::new(moment.uuid("policy"));
        // A policy is gone with its last statement.
        if policy.statements.is_empty() {
            policies.remove(&reference.qualifier);
        }
        Ok(Output::Deleted)
    }
}
