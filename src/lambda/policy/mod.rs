//! Resource policies: who else may call a function, a version or an alias.

mod document;
mod principal;

pub use principal::Principal;

use super::identifiers::{FunctionArn, RevisionId};

/// The resource policy of a function, of one of its versions or of one of its aliases.
///
/// The three are independent of each other: none inherits anything, and the same statement id may stand in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// In the order in which they were added.
    pub(super) statements: Vec<Statement>,
    pub(super) revision: RevisionId,
}

/// One permission: what a principal may do with a resource, and under which conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub(super) id: String,
    pub(super) principal: Principal,
    pub(super) action: String,
    /// The ARN as it was given the permission: with the qualifier, if there was one.
    pub(super) resource: FunctionArn,
    pub(super) conditions: Conditions,
}

/// What has to be true of a call besides its principal; nothing, where nothing is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Conditions {
    pub(super) source_arn: Option<String>,
    pub(super) source_account: Option<String>,
    pub(super) event_source_token: Option<String>,
    pub(super) principal_org_id: Option<String>,
    pub(super) function_url_auth_type: Option<String>,
    pub(super) invoked_via_function_url: Option<bool>,
}

impl Policy {
    /// How long a policy's document may be, in bytes.
    pub const MAX_LENGTH: usize = 20 * 1024;

    /// The permissions, oldest first.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// The current revision, which is not that of what the policy hangs on.
    #[must_use]
    pub fn revision(&self) -> RevisionId {
        self.revision
    }

    /// The policy as IAM writes it, in JSON.
    #[must_use]
    pub fn document(&self) -> String {
        document::policy(self)
    }
}

impl Statement {
    /// The statement's id, unique within its policy.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The statement as IAM writes it, in JSON.
    #[must_use]
    pub fn document(&self) -> String {
        document::statement(self)
    }
}
