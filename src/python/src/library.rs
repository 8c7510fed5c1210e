//! The parts of the memory that an instance does without until somebody asks for them.
//!
//! They would be a quarter of what has to come before the first call, and most handlers need none: so the build takes them
//! out of the module, and the host puts them back.

use rustpython_vm::VirtualMachine;

use crate::Text;

#[link(wasm_import_module = "playground")]
unsafe extern "C" {
    /// Has the host put the parts where they belong, unless they are there; false where they cannot be had.
    fn bring() -> bool;
}

/// Brings the parts, unless they are there; false where they cannot be had.
pub(crate) fn open() -> bool {
    // SAFETY: the host writes what was there when the guest booted, so nothing that has been read changes.
    unsafe { bring() }
}

/// Finds where the parts lie: modules, of which those that most handlers import have been imported by now, names of
/// characters, and what has been compiled.
pub(crate) fn parts(vm: &VirtualMachine) -> Vec<Text> {
    let modules = vm.state.frozen.values().map(|module| module.code.bytes);
    let others = [unicode_names2::table(), crate::BOOTSTRAP.as_bytes()];
    let mut parts: Vec<_> = modules.chain(others).map(Text::of).collect();
    // Some modules have two names.
    parts.sort_unstable_by_key(|part| part.start);
    parts.dedup_by_key(|part| part.start);
    parts
}
