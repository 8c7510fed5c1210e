//! What a version costs in memory, what differs from the others and no more; and what it costs to read a zip.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod service;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::io::{Cursor, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use lambda_playground::lambda::Package;
use serde_json::{Value, json};
use service::{World, zip};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The system's allocator, which counts the bytes that each thread holds, and the most that it has held.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: usize, add: bool) {
    let bytes = bytes.cast_signed();
    let bytes = if add { bytes } else { -bytes };
    // A thread that ends may free when nothing is left to count in.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        MOST.try_with(|most| most.set(most.get().max(held.get())))
    });
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

const MEBIBYTE: usize = 1024 * 1024;

/// A zip of one file of so many zeros.
fn zip_of_zeros(mebibytes: usize) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("zeros", options).unwrap();
    let block = vec![0; MEBIBYTE];
    for _ in 0..mebibytes {
        writer.write_all(&block).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// How many bytes more than before were held at a time while a zip was read, and whether it is a package.
fn bytes_to_read(zip: Vec<u8>) -> (usize, bool) {
    let zip = zip.into();
    let before = HELD.get();
    MOST.set(before);
    let is_read = Package::read(zip).is_ok();
    (usize::try_from(MOST.get() - before).unwrap(), is_read)
}

#[test]
fn a_zip_that_unpacks_to_more_than_its_limit_is_refused_in_little_memory() {
    let _alone = alone();
    let (bytes, is_read) = bytes_to_read(zip_of_zeros(251));
    assert!(!is_read);
    assert!(bytes < MEBIBYTE, "{bytes}");
}

#[test]
fn what_a_file_says_of_its_size_costs_nothing() {
    let _alone = alone();
    let mut zip = zip_of_zeros(1);
    let size = u32::try_from(MEBIBYTE).unwrap().to_le_bytes();
    let found: Vec<usize> = (0..zip.len() - size.len())
        .filter(|at| zip[*at..].starts_with(&size))
        .collect();
    assert!(!found.is_empty());
    for at in found {
        zip[at..at + size.len()].copy_from_slice(&0xFFFF_FFF0_u32.to_le_bytes());
    }
    let (bytes, _) = bytes_to_read(zip);
    assert!(bytes < 3 * MEBIBYTE, "{bytes}");
}

#[test]
fn a_package_is_read_in_no_more_memory_than_twice_its_largest_file() {
    let _alone = alone();
    let (bytes, is_read) = bytes_to_read(zip_of_zeros(16));
    assert!(is_read);
    assert!(bytes < 33 * MEBIBYTE, "{bytes}");
}
