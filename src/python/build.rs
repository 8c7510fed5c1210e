//! Link arguments of the guest: they belong to this package alone, so changing one relinks and rebuilds nothing else.

/// Bytes of memory the guest begins with: its constants and its stack. `src/js/worker/guest.js` knows the same number.
const INITIAL_MEMORY: u32 = 200 * 65_536;

/// Bytes of the stack in linear memory, at whose end Python raises `RecursionError`.
///
/// The engine has a stack of its own, whose end is a trap. It must come later, or a handler cannot catch it: measured
/// in Chromium's stack of 1 MB, `repr` and `json.dumps` of nested lists, which use least of ours, trap from 640 KB on.
const STACK: u32 = 524_288;

fn main() {
    // The host hands the guest its memory, whose maximum is the function's memory size.
    println!("cargo::rustc-link-arg-cdylib=--import-memory");
    println!("cargo::rustc-link-arg-cdylib=--initial-memory={INITIAL_MEMORY}");
    println!("cargo::rustc-link-arg-cdylib=--max-memory=4294967296");
    println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK}");
    println!("cargo::rerun-if-changed=build.rs");
}
