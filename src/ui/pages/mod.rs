//! One module for each page, and what several pages share.

mod create_function;
mod differences;
pub(super) mod format;
mod function;
mod function_select;
mod functions;
mod handlers;
mod history;
mod learn;
mod not_found;
mod open;
mod settings;
mod share;
mod source;
mod unsettled;
mod update;

pub use create_function::CreateFunctionButton;
pub use differences::Differences;
pub use function::{Compared, EnvironmentList, EnvironmentListProps, FunctionPage};
pub use function_select::FunctionSelect;
pub use functions::FunctionsPage;
pub use history::HistoryPage;
pub use learn::{AssignmentPage, AssignmentPageProps, LearnPage};
pub use not_found::NotFound;
pub use open::OpenPage;
pub use settings::SettingsButton;
pub use share::ShareButton;
pub(super) use share::put_back;
pub use unsettled::Unsettled;
pub use update::UpdateOffer;
