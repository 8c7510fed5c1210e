use super::Output;
use super::put_function_concurrency::ACCOUNT_LIMIT;
use crate::lambda::function::Function;
use crate::lambda::service::ServiceState;

/// Tells the account's limits, and how much of them is used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountSettings;

/// What an account may have in a region, and what it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountSettings {
    /// How many invocations of functions that keep no concurrency for themselves may run at once.
    pub unreserved_concurrency: u32,
    /// The size of all packages in bytes: each version counts, whether or not it shares its code.
    pub total_code_size: u64,
    pub function_count: usize,
}

impl AccountSettings {
    /// How large all packages together may be, in bytes: 75 GiB.
    pub const MAX_TOTAL_CODE_SIZE: u64 = 75 * 1024 * 1024 * 1024;
    /// How many invocations may run at once.
    pub const CONCURRENCY: u32 = ACCOUNT_LIMIT;
}

impl GetAccountSettings {
    pub(super) fn apply(state: &ServiceState) -> Output {
        let functions = || state.functions.values();
        let claimed = functions().map(Function::claimed_concurrency);
        let claimed = claimed.fold(0, u32::saturating_add);
        let packages = functions().flat_map(|function| {
            let versions = function.versions.values();
            let configurations = versions.map(|version| &version.configuration);
            configurations.chain([&function.latest.configuration])
        });
        let sizes = packages.map(|configuration| configuration.code.size() as u64);
        Output::AccountSettings(AccountSettings {
            unreserved_concurrency: AccountSettings::CONCURRENCY.saturating_sub(claimed),
            total_code_size: sizes.sum(),
            function_count: state.functions.len(),
        })
    }
}
