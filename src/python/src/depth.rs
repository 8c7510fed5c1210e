//! Native recursion that is noticed in time.
//!
//! The interpreter watches the stack in linear memory; the engine has one of its own, whose end is a trap. Comparing and
//! hashing nested containers takes much of the engine's and little of ours: here each level takes room of ours too, so
//! that the interpreter's `RecursionError` comes first.

use core::hint::black_box;
use core::mem::MaybeUninit;

use rustpython_vm::{
    Context, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyDict, PyList, PyTuple},
    common::hash::PyHash,
    function::{Either, PyComparisonValue},
    types::{Comparable, Hashable, PyComparisonOp},
};

/// Bytes that each level takes: measured in Chromium, comparisons trap from 1,000 levels on, hashes from 3,000.
const COMPARISON: usize = 512;
const HASH: usize = 256;

/// Has the containers of Python take room when they are compared or hashed.
pub(crate) fn watch(context: &Context) {
    let types = &context.types;
    types
        .list_type
        .slots
        .richcompare
        .store(Some(compare::<PyList>));
    types
        .tuple_type
        .slots
        .richcompare
        .store(Some(compare::<PyTuple>));
    types
        .dict_type
        .slots
        .richcompare
        .store(Some(compare::<PyDict>));
    types.tuple_type.slots.hash.store(Some(hash::<PyTuple>));
}

fn compare<T: Comparable>(
    one: &PyObject,
    other: &PyObject,
    operator: PyComparisonOp,
    vm: &VirtualMachine,
) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
    black_box(&MaybeUninit::<[u8; COMPARISON]>::uninit());
    T::slot_richcompare(one, other, operator, vm)
}

fn hash<T: Hashable>(object: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
    black_box(&MaybeUninit::<[u8; HASH]>::uninit());
    T::slot_hash(object, vm)
}
