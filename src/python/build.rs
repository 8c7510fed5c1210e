//! Link arguments of the guest: they belong to this package alone, so changing one relinks and rebuilds nothing else.

fn main() {
    // The host hands the guest its memory, whose maximum is the function's memory size.
    println!("cargo::rustc-link-arg-cdylib=--import-memory");
    println!("cargo::rustc-link-arg-cdylib=--max-memory=4294967296");
    println!("cargo::rerun-if-changed=build.rs");
}
