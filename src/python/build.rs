//! Link arguments of the guest: they belong to this package alone, so changing one relinks and rebuilds nothing else.

/// Bytes of memory the guest begins with: its constants and its stack. `src/js/worker/guest.js` knows the same number.
const INITIAL_MEMORY: u32 = 320 * 65_536;

/// Bytes of the stack in linear memory, at whose end Python raises `RecursionError`.
const STACK: u32 = 1_048_576;

fn main() {
    // The host hands the guest its memory, whose maximum is the function's memory size.
    println!("cargo::rustc-link-arg-cdylib=--import-memory");
    println!("cargo::rustc-link-arg-cdylib=--initial-memory={INITIAL_MEMORY}");
    println!("cargo::rustc-link-arg-cdylib=--max-memory=4294967296");
    println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK}");
    println!("cargo::rerun-if-changed=build.rs");
}
