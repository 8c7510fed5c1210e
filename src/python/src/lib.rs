//! `RustPython` as a WASI reactor: the Python of one execution environment.
//!
//! `boot` is called when the site is built, and the memory it leaves becomes what the module begins with. So an instance
//! has booted: the host calls `start` once and `invoke` as often as it likes. Text goes in through a buffer from
//! `allocate` and comes out as a [`Text`].
//! What Lambda does stands in `bootstrap.py`; this file only carries text in and out.

mod depth;
mod library;
mod memory;
mod native;
mod well_formed;

use core::cell::{Cell, RefCell};

use rustpython_compiler_core::frozen::FrozenLib;
use rustpython_vm::{
    AsObject, Interpreter, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyStr},
    compiler::Mode,
    vm::Settings,
};

/// The modules of the standard library that handlers have a use for; `build.rs` says which.
const STDLIB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/stdlib.frozen"));

/// What puts right how the interpreter in a worker differs from Python on Lambda.
const AMENDMENTS: &FrozenLib =
    rustpython_vm::py_freeze!(dir = "../lib", crate_name = "rustpython_compiler_core");

/// How the modules with tables of Chinese, Japanese and Korean encodings begin, which no encoding that is kept uses: the
/// build wipes the tables.
const CJK_CODECS: &str = "_codecs_";

const BOOTSTRAP: &str = include_str!("../bootstrap.py");

/// The file that tracebacks name for [`BOOTSTRAP`], as on Lambda.
const BOOTSTRAP_PATH: &str = "/var/runtime/bootstrap.py";

unsafe extern "C" {
    /// The constructors of C and Rust statics. Unless the guest calls them itself, the linker has them run again at
    /// every call from the host.
    fn __wasm_call_ctors();
}

/// Where something lies in the memory.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    start: *const u8,
    length: usize,
}

impl Text {
    fn of(bytes: &[u8]) -> Self {
        Self {
            start: bytes.as_ptr(),
            length: bytes.len(),
        }
    }
}

/// The booted interpreter and the two functions of `bootstrap.py` that the host calls.
struct Guest {
    interpreter: Interpreter,
    start: PyObjectRef,
    invoke: PyObjectRef,
}

thread_local! {
    static GUEST: RefCell<Option<Guest>> = const { RefCell::new(None) };
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
    static ANSWER: Cell<Text> = const { Cell::new(Text { start: core::ptr::null(), length: 0 }) };
    static PARTS: RefCell<Vec<Text>> = const { RefCell::new(Vec::new()) };
}

/// Makes a buffer of `length` bytes for the host to write into, or returns null when there is no room for it.
///
/// The next `start` or `invoke` takes the buffer over.
#[unsafe(no_mangle)]
pub extern "C" fn allocate(length: usize) -> *mut u8 {
    let mut buffer = Vec::<u8>::new();
    if buffer.try_reserve_exact(length.max(1)).is_err() {
        return core::ptr::null_mut();
    }
    core::mem::ManuallyDrop::new(buffer).as_mut_ptr()
}

/// Starts the interpreter and runs `bootstrap.py`; true when that worked.
///
/// What went wrong otherwise is on standard error.
#[unsafe(no_mangle)]
pub extern "C" fn boot() -> bool {
    // SAFETY: the linker defines it, and `boot` is called once, before anything else.
    unsafe { __wasm_call_ctors() };
    let builder = Interpreter::builder(settings());
    let mut modules = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
    modules.retain(|module| !module.name.as_str().starts_with(CJK_CODECS));
    modules.push(native::module_def(&builder.ctx));
    let interpreter = builder
        .add_native_modules(&modules)
        .add_frozen_modules(FrozenLib::from_ref(STDLIB))
        .add_frozen_modules(AMENDMENTS)
        .build();
    unicode_names2::bring_by(library::open);
    let functions = interpreter.enter(|vm| {
        depth::watch(&vm.ctx);
        PARTS.set(library::parts(vm));
        load(vm).map_err(|error| vm.print_exception(&error))
    });
    let Ok((start, invoke)) = functions else {
        return false;
    };
    GUEST.set(Some(Guest {
        interpreter,
        start,
        invoke,
    }));
    memory::stop_wiping();
    true
}

/// Tells the build which parts of the memory the host is to bring when they are asked for: where a list of them lies,
/// and how many they are.
#[unsafe(no_mangle)]
pub extern "C" fn parts() -> *const Text {
    PARTS.with_borrow(|parts| tell(parts.as_ptr().cast(), parts.len()))
}

/// Calls `start` of `bootstrap.py` with the text in a buffer from [`allocate`].
///
/// # Safety
///
/// `buffer` came from `allocate(length)`, was not handed in before, and holds UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn start(buffer: *mut u8, length: usize) -> *const Text {
    let input = unsafe { take(buffer, length) };
    answer(|guest, vm| guest.start.call((input,), vm))
}

/// Calls `invoke` of `bootstrap.py` with the text in a buffer from [`allocate`].
///
/// # Safety
///
/// `buffer` came from `allocate(length)`, was not handed in before, and holds UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn invoke(buffer: *mut u8, length: usize) -> *const Text {
    let input = unsafe { take(buffer, length) };
    answer(|guest, vm| guest.invoke.call((input,), vm))
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.install_signal_handlers = false;
    settings.import_site = false;
    settings.user_site_directory = false;
    settings.ignore_environment = true;
    settings.write_bytecode = false;
    // Written through, so that nothing a handler printed is lost when its environment dies.
    settings.buffered_stdio = false;
    settings.utf8_mode = 1;
    // Every environment begins as the one that was booted: the order of a set is the same on every machine.
    settings.hash_seed = Some(0);
    settings
}

fn load(vm: &VirtualMachine) -> PyResult<(PyObjectRef, PyObjectRef)> {
    let scope = vm.new_scope_with_main()?;
    let code = vm
        .compile(BOOTSTRAP, Mode::Exec, BOOTSTRAP_PATH)
        .map_err(|error| error.into_pyexception(vm, Some(BOOTSTRAP)))?;
    vm.run_code_obj(code, scope.clone())?;
    Ok((
        scope.globals.get_item("start", vm)?,
        scope.globals.get_item("invoke", vm)?,
    ))
}

unsafe fn take(buffer: *mut u8, length: usize) -> String {
    // SAFETY: the caller vouches for the buffer, and the host only ever writes encoded text.
    unsafe { String::from_raw_parts(buffer, length, length.max(1)) }
}

fn answer(call: impl FnOnce(&Guest, &VirtualMachine) -> PyResult) -> *const Text {
    let text = GUEST.with_borrow(|guest| {
        let guest = guest.as_ref()?;
        Some(guest.interpreter.enter(|vm| {
            match call(guest, vm) {
                Ok(value) => value
                    .downcast_ref::<PyStr>()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                Err(error) => escaped(&error, vm),
            }
        }))
    });
    TEXT.set(text.unwrap_or_default());
    TEXT.with_borrow(|text| tell(text.as_ptr(), text.len()))
}

/// Hands out where something lies.
fn tell(start: *const u8, length: usize) -> *const Text {
    ANSWER.set(Text { start, length });
    ANSWER.with(|answer| answer.as_ptr().cast_const())
}

/// Words what got past `bootstrap.py`, which ends Python: it catches everything that is not of its own making, unless
/// there is no room left even for that.
fn escaped(error: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    if error.fast_isinstance(vm.ctx.exceptions.memory_error) {
        return "memory\n".to_owned();
    }
    vm.print_exception(error);
    "exit\n1".to_owned()
}
