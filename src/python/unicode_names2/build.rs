//! Writes the table of names that `lib.rs` reads; how it is laid out is said there.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

include!("layout.rs");

/// Characters in a row whose names are a text and their own number.
struct Run {
    first: u32,
    last: u32,
    prefix: String,
}

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=layout.rs");
    let mut runs: Vec<Run> = Vec::new();
    let mut named: Vec<(u32, String)> = Vec::new();
    for character in '\0'..=char::MAX {
        let Some(name) = names::name(character) else {
            continue;
        };
        let (number, name) = (u32::from(character), name.to_string());
        let mut own = String::new();
        let _ = write!(own, "{number:X}");
        match (name.strip_suffix(&own), runs.last_mut()) {
            (Some(prefix), Some(run)) if run.last + 1 == number && run.prefix == prefix => {
                run.last = number;
            }
            (Some(prefix), _) => runs.push(Run {
                first: number,
                last: number,
                prefix: prefix.to_owned(),
            }),
            (None, _) => named.push((number, name)),
        }
    }
    let folder = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    fs::write(folder.join("names"), table(&runs, &named))
}

fn table(runs: &[Run], named: &[(u32, String)]) -> Vec<u8> {
    let mut table = Vec::new();
    push(&mut table, runs.len());
    for run in runs {
        table.extend(run.first.to_le_bytes());
        table.extend(run.last.to_le_bytes());
        push_text(&mut table, &run.prefix);
    }
    let (mut index, mut entries) = (Vec::new(), Vec::new());
    for block in named.chunks(BLOCK) {
        index.extend(block[0].0.to_le_bytes());
        push(&mut index, entries.len());
        for (number, name) in block {
            entries.extend(number.to_le_bytes());
            push_text(&mut entries, name);
        }
    }
    push(&mut table, index.len() / ENTRY);
    table.extend(index);
    table.extend(entries);
    table
}

fn push(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
    bytes.extend(text.as_bytes());
}
