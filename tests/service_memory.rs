//! What a version costs in memory: what differs from the others, and no more.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use serde_json::{Value, json};
use service::{World, zip};

/// The system's allocator, which counts the bytes that each thread holds.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: usize, add: bool) {
    let bytes = bytes.cast_signed();
    let bytes = if add { bytes } else { -bytes };
    // A thread that ends may free when nothing is left to count in.
    let _ = HELD.try_with(|held| held.set(held.get() + bytes));
}

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), true);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(layout.size(), false);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many bytes more each of 100 versions takes, its changes in the history included.
fn bytes_per_version(world: &mut World, change: impl Fn(&mut World, u32)) -> isize {
    let before = HELD.get();
    for version in 0..100 {
        change(world, version);
        world.publish(&json!({})).expect_status(201);
    }
    (HELD.get() - before) / 100
}

fn configure(world: &mut World, body: &Value) {
    world.put("/fn/configuration", body).expect_status(200);
}

/// 256 KiB that no zip makes smaller.
fn large() -> String {
    "#".repeat(256 * 1024)
}

#[track_caller]
fn check(bytes: isize, limit: isize) {
    assert!((1..limit).contains(&bytes), "{bytes} bytes a version");
}

#[test]
fn the_same_code_costs_nothing_again() {
    let mut world = World::with_function();
    let codes = [zip(&large()), zip(&format!("{} ", large()))];
    for code in &codes {
        let body = json!({ "ZipFile": code });
        world.put("/fn/code", &body).expect_status(200);
        world.publish(&json!({})).expect_status(201);
    }
    let bytes = bytes_per_version(&mut world, |world, version| {
        let code = &codes[usize::from(version % 2 == 1)];
        let body = json!({ "ZipFile": code });
        world.put("/fn/code", &body).expect_status(200);
    });
    check(bytes, 2048);
}

#[test]
fn a_description_costs_a_description() {
    let mut world = World::with_function();
    let variables = json!({ "Variables": { "LARGE": "x".repeat(4000) } });
    configure(&mut world, &json!({ "Environment": variables }));
    let bytes = bytes_per_version(&mut world, |world, version| {
        configure(world, &json!({ "Description": version.to_string() }));
    });
    check(bytes, 2048);
}
