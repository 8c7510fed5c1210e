//! What a version costs in memory: what differs from the others, and no more.

#![cfg(not(target_arch = "wasm32"))]

mod service;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::{Mutex, MutexGuard, PoisonError};

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

/// Lets one test at a time work: a compiled pattern keeps working memory for as many threads as match at the same time, and
/// what the other test's thread makes necessary is not a version's.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many bytes more each of 100 versions takes, its changes in the history included.
///
/// One version more goes first: by then all is there that the program makes once and keeps.
fn bytes_per_version(world: &mut World, change: impl Fn(&mut World, u32)) -> isize {
    let mut publish = |version| {
        change(world, version);
        world.publish(&json!({})).expect_status(201);
    };
    publish(0);
    let before = HELD.get();
    (1..=100).for_each(publish);
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
    let _alone = alone();
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
    let _alone = alone();
    let mut world = World::with_function();
    let variables = json!({ "Variables": { "LARGE": "x".repeat(4000) } });
    configure(&mut world, &json!({ "Environment": variables }));
    let bytes = bytes_per_version(&mut world, |world, version| {
        configure(world, &json!({ "Description": version.to_string() }));
    });
    check(bytes, 2048);
}
