//! One module for each page, and what several pages share.

mod create_function;
mod format;
mod function;
mod functions;
mod not_found;
mod source;

pub use create_function::CreateFunctionButton;
pub use function::FunctionPage;
pub use functions::FunctionsPage;
pub use not_found::NotFound;
