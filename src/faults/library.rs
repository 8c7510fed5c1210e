//! Which modules of Python's standard library the playground's Python lacks, though Lambda's has them.

/// Modules that Lambda has and `src/python/build.rs` leaves out.
const LEFT_OUT: &[&str] = &[
    "bdb",
    "cmd",
    "code",
    "compileall",
    "concurrent.futures.process",
    "ctypes",
    "dbm",
    "doctest",
    "ensurepip",
    "filecmp",
    "fileinput",
    "ftplib",
    "http.server",
    "imaplib",
    "mailbox",
    "modulefinder",
    "multiprocessing",
    "optparse",
    "pdb",
    "pickletools",
    "plistlib",
    "poplib",
    "profile",
    "pstats",
    "pty",
    "py_compile",
    "pyclbr",
    "pydoc",
    "rlcompleter",
    "shelve",
    "site",
    "sqlite3",
    "symtable",
    "tabnanny",
    "this",
    "trace",
    "tracemalloc",
    "tty",
    "venv",
    "wave",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
    "zipapp",
];

/// Modules in C that Lambda has and the interpreter lacks in a worker.
const NOT_IN_WASM: &[&str] = &["cProfile", "grp", "mmap", "syslog", "termios"];

/// Returns the module that an import did not find, at the start or in the handler, from the payload of the failure.
#[must_use]
pub fn missing_module(payload: &str) -> Option<&str> {
    let is_import = ["Runtime.ImportModuleError", "ModuleNotFoundError"]
        .iter()
        .any(|kind| payload.contains(kind));
    let (_, rest) = payload.split_once("No module named '")?;
    let (module, _) = rest.split_once('\'')?;
    is_import.then_some(module)
}

/// Whether Lambda has a module of the standard library that is not there in the playground.
#[must_use]
pub fn is_left_out(module: &str) -> bool {
    let package = module.split('.').next().unwrap_or_default();
    [module, package]
        .iter()
        .any(|name| LEFT_OUT.contains(name) || NOT_IN_WASM.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_left_out_of_the_guest() {
        let build = include_str!("../python/build.rs");
        for module in LEFT_OUT {
            assert!(build.contains(&format!("    \"{module}\",\n")), "{module}");
        }
    }

    #[test]
    fn a_module_of_the_library_is_told_from_a_package() {
        for module in ["sqlite3", "xmlrpc.client", "http.server", "cProfile"] {
            assert!(is_left_out(module), "{module}");
        }
        for module in ["stripe", "orders.sqlite3", "http", "json"] {
            assert!(!is_left_out(module), "{module}");
        }
    }

    #[test]
    fn a_missing_module_is_found_wherever_it_was_imported() {
        #[track_caller]
        fn check(kind: &str, message: &str, module: Option<&str>) {
            let payload = format!(r#"{{"errorMessage": "{message}", "errorType": "{kind}"}}"#);
            assert_eq!(missing_module(&payload), module);
        }
        let at_start = "Unable to import module 'lambda_function': No module named 'sqlite3'";
        check("Runtime.ImportModuleError", at_start, Some("sqlite3"));
        check("ModuleNotFoundError", "No module named 'pdb'", Some("pdb"));
        check("ValueError", "No module named 'pdb'", None);
        check("KeyError", "'pdb'", None);
    }
}
