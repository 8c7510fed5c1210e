//! What belongs to this package alone, so that changing it rebuilds nothing else: the link arguments, and which modules
//! of the standard library are frozen into the guest.

use std::path::PathBuf;
use std::{env, fs, io};

use rustpython_compiler_core::bytecode::{BasicBag, CodeFlags, CodeObject, ConstantData};
use rustpython_compiler_core::frozen::{FrozenCodeObject, FrozenLib, FrozenModule};
use rustpython_compiler_core::{OneIndexed, marshal};

/// Bytes of memory the guest boots with: its constants and its stack. `src/js/bake/bake.js` knows the same number.
const INITIAL_MEMORY: u32 = 200 * 65_536;

/// Bytes of the stack in linear memory, at whose end Python raises `RecursionError`.
///
/// The engine has a stack of its own, whose end is a trap. It must come later, or a handler cannot catch it: measured
/// in Chromium's stack of 1 MB, `repr` and `json.dumps` of nested lists, which use least of ours, trap from 640 KB on.
const STACK: u32 = 524_288;

/// Modules, and packages with all that is in them, that no handler has a use for: windows, terminals, debuggers,
/// installers, servers, what runs as a command, what needs a library that is not there, what is for other systems, and
/// what stands in for a native module that is there. Importing one of them raises `ModuleNotFoundError`.
const LEFT_OUT: [&str; 75] = [
    "__hello__",
    "__phello__",
    "_aix_support",
    "_android_support",
    "_apple_support",
    "_ios_support",
    "_osx_support",
    "_pydatetime",
    "_pyio",
    "_pyrepl",
    "antigravity",
    "asyncio.__main__",
    "asyncio.proactor_events",
    "asyncio.tools",
    "asyncio.windows_events",
    "asyncio.windows_utils",
    "bdb",
    "cmd",
    "code",
    "compileall",
    "compression.zstd",
    "concurrent.futures.interpreter",
    "concurrent.futures.process",
    "concurrent.interpreters",
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
    "json.__main__",
    "mailbox",
    "modulefinder",
    "multiprocessing",
    "nturl2path",
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
    "pydoc_data",
    "rlcompleter",
    "shelve",
    "site",
    "sqlite3",
    "ssl",
    "symtable",
    "sysconfig.__main__",
    "tabnanny",
    "this",
    "tkinter",
    "trace",
    "tracemalloc",
    "tty",
    "turtle",
    "turtledemo",
    "unittest.__main__",
    "venv",
    "wave",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
    "zipapp",
    "zipfile.__main__",
    "zoneinfo._zoneinfo",
];

/// Encodings of systems that no handler exchanges text with, by how their names begin.
const LEFT_OUT_ENCODINGS: [&str; 27] = [
    "_win",
    "big5",
    "cp0",
    "cp10",
    "cp11",
    "cp2",
    "cp42",
    "cp5",
    "cp7",
    "cp85",
    "cp86",
    "cp87",
    "cp9",
    "euc_",
    "gb",
    "hp_",
    "hz",
    "iso2022",
    "johab",
    "kz1048",
    "mac_",
    "mbcs",
    "oem",
    "palmos",
    "ptcp",
    "shift_jis",
    "tis_",
];

fn main() -> io::Result<()> {
    // The host hands the guest its memory, whose maximum is the function's memory size.
    println!("cargo::rustc-link-arg-cdylib=--import-memory");
    println!("cargo::rustc-link-arg-cdylib=--initial-memory={INITIAL_MEMORY}");
    println!("cargo::rustc-link-arg-cdylib=--max-memory=4294967296");
    println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK}");
    println!("cargo::rustc-link-arg-cdylib=--Map={}", map().display());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=lib");
    freeze()
}

/// Where the linker tells what lies where: beside what cargo makes of the package.
fn map() -> PathBuf {
    let own = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    own.ancestors()
        .nth(3)
        .map(|profile| profile.join("guest.map"))
        .unwrap_or_default()
}

/// Writes the frozen modules that are kept for the guest to include.
fn freeze() -> io::Result<()> {
    let kept: Vec<_> = rustpython_pylib::FROZEN_STDLIB
        .decode()
        .filter(|(name, _)| is_kept(name))
        .map(|(name, module)| (name, thin(&module)))
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

/// Makes a module smaller once it is compressed for the way to the browser: its code is stored as it is, for the whole
/// is compressed far better than each module alone, and knows the lines of its instructions but neither their columns nor
/// what its functions say of themselves.
fn thin(module: &FrozenModule) -> FrozenModule<Vec<u8>> {
    let mut code = module.code.decode(BasicBag);
    forget(&mut code);
    let mut plain = Vec::new();
    marshal::serialize_code(&mut plain, &code);
    let code = FrozenCodeObject {
        bytes: stored(&plain),
    };
    let package = module.package;
    FrozenModule { code, package }
}

fn forget(code: &mut CodeObject) {
    code.linetable = lines(code);
    let has_docstring = code.flags.contains(CodeFlags::HAS_DOCSTRING);
    for (index, constant) in code.constants.iter_mut().enumerate() {
        match constant {
            ConstantData::Code { code } => forget(code),
            ConstantData::Str { .. } if has_docstring && index == 0 => {
                *constant = ConstantData::None;
            }
            _ => {}
        }
    }
}

/// A line table (PEP 626, as of Python 3.11) that gives each instruction its line.
fn lines(code: &CodeObject) -> Box<[u8]> {
    /// The first byte of an entry without columns, for one instruction.
    const NO_COLUMNS: u8 = 0x80 | 13 << 3;
    const MOST_INSTRUCTIONS: usize = 8;

    let mut table = Vec::new();
    let mut line = code.first_line_number.map_or(0, OneIndexed::get);
    for run in code.locations.chunk_by(|a, b| a.0.line == b.0.line) {
        for entry in run.chunks(MOST_INSTRUCTIONS) {
            let next = entry[0].0.line.get();
            table.push(NO_COLUMNS | u8::try_from(entry.len() - 1).unwrap_or_default());
            write_signed(&mut table, next, line);
            line = next;
        }
    }
    table.into()
}

/// Writes the difference of two lines, six bits a byte from the lowest on, the sign in the lowest bit.
fn write_signed(table: &mut Vec<u8>, line: usize, from: usize) {
    let mut value = line.abs_diff(from) << 1 | usize::from(line < from);
    while value >= 64 {
        table.push(0x40 | u8::try_from(value & 63).unwrap_or_default());
        value >>= 6;
    }
    table.push(u8::try_from(value).unwrap_or_default());
}

/// An LZ4 block, behind its length, of literals alone: what the interpreter unpacks.
fn stored(plain: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(plain.len())
        .unwrap_or(u32::MAX)
        .to_le_bytes()
        .to_vec();
    match plain.len().checked_sub(15) {
        None => bytes.push(u8::try_from(plain.len()).unwrap_or_default() << 4),
        Some(rest) => {
            bytes.push(15 << 4);
            bytes.resize(bytes.len() + rest / 255, 255);
            bytes.push(u8::try_from(rest % 255).unwrap_or_default());
        }
    }
    bytes.extend_from_slice(plain);
    bytes
}
