//! One module for each page, and what several pages share.

mod create_function;
mod differences;
mod format;
mod function;
mod functions;
mod handlers;
mod learn;
mod not_found;
mod settings;
mod source;
mod unsettled;

pub use create_function::CreateFunctionButton;
pub use differences::Differences;
pub use function::{EnvironmentList, EnvironmentListProps, FunctionPage};
pub use functions::FunctionsPage;
pub use learn::{AssignmentPage, AssignmentPageProps, LearnPage};
pub use not_found::NotFound;
pub use settings::SettingsButton;
pub use unsettled::Unsettled;
