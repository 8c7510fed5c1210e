//! RustPython as a WASI reactor.
