//! Where a function's code is.

/// The path of the file that a handler such as `lambda_function.lambda_handler` names.
pub(super) fn path(handler: &str) -> String {
    let module = handler
        .rsplit_once('.')
        .map_or(handler, |(module, _)| module);
    format!("{}.py", module.replace('.', "/"))
}
