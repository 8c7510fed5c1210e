//! What belongs to this package alone, so that changing it rebuilds nothing else: the link arguments, and which modules
//! of the standard library are frozen into the guest.

use std::path::PathBuf;
use std::{env, fs, io};

use rustpython_compiler_core::frozen::FrozenLib;

/// Bytes of memory the guest begins with: its constants and its stack. `src/js/worker/guest.js` knows the same number.
const INITIAL_MEMORY: u32 = 200 * 65_536;

/// Bytes of the stack in linear memory, at whose end Python raises `RecursionError`.
///
/// The engine has a stack of its own, whose end is a trap. It must come later, or a handler cannot catch it: measured
/// in Chromium's stack of 1 MB, `repr` and `json.dumps` of nested lists, which use least of ours, trap from 640 KB on.
const STACK: u32 = 524_288;

/// Modules, and packages with all that is in them, that no handler has a use for: windows, terminals, debuggers,
/// installers, servers, what needs a library that is not there, and what is for other systems. Importing one of them
/// raises `ModuleNotFoundError`.
const LEFT_OUT: [&str; 60] = [
    "__hello__",
    "__phello__",
    "_aix_support",
    "_android_support",
    "_apple_support",
    "_ios_support",
    "_osx_support",
    "_pyio",
    "_pyrepl",
    "antigravity",
    "asyncio.proactor_events",
    "asyncio.tools",
    "asyncio.windows_events",
    "asyncio.windows_utils",
    "bdb",
    "cmd",
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
    "idlelib",
    "imaplib",
    "mailbox",
    "modulefinder",
    "multiprocessing",
    "pdb",
    "pickletools",
    "plistlib",
    "poplib",
    "profile",
    "pstats",
    "pty",
    "pyclbr",
    "pydoc",
    "pydoc_data",
    "rlcompleter",
    "site",
    "sqlite3",
    "ssl",
    "symtable",
    "tabnanny",
    "this",
    "tkinter",
    "trace",
    "tracemalloc",
    "tty",
    "turtle",
    "turtledemo",
    "venv",
    "wave",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
    "zipapp",
];

/// Encodings of systems that no handler exchanges text with, by how their names begin.
const LEFT_OUT_ENCODINGS: [&str; 14] = [
    "big5",
    "cp0",
    "cp7",
    "cp86",
    "cp9",
    "euc_",
    "gb",
    "hp_",
    "hz",
    "iso2022",
    "johab",
    "kz1048",
    "mac_",
    "shift_jis",
];

fn main() -> io::Result<()> {
    // The host hands the guest its memory, whose maximum is the function's memory size.
    println!("cargo::rustc-link-arg-cdylib=--import-memory");
    println!("cargo::rustc-link-arg-cdylib=--initial-memory={INITIAL_MEMORY}");
    println!("cargo::rustc-link-arg-cdylib=--max-memory=4294967296");
    println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=lib");
    freeze()
}

/// Writes the frozen modules that are kept for the guest to include.
fn freeze() -> io::Result<()> {
    let kept: Vec<_> = rustpython_pylib::FROZEN_STDLIB
        .decode()
        .filter(|(name, _)| is_kept(name))
        .collect();
    let folder = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    fs::write(folder.join("stdlib.frozen"), FrozenLib::encode(kept).bytes)
}

fn is_kept(name: &str) -> bool {
    let is_left_out = LEFT_OUT.iter().any(|left_out| {
        let rest = name.strip_prefix(left_out);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    });
    let encoding = name.strip_prefix("encodings.").unwrap_or_default();
    let is_left_out_encoding = LEFT_OUT_ENCODINGS
        .iter()
        .any(|beginning| encoding.starts_with(beginning));
    !is_left_out && !is_left_out_encoding
}
