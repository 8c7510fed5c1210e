//! Any bytes are a package or an error, and a package holds no more than it may.

#![no_main]

use lambda_playground::lambda::Package;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(package) = Package::read(bytes.into()) else {
        return;
    };
    let size: usize = package.files().values().map(|content| content.len()).sum();
    assert!(size as u64 <= Package::MAX_UNZIPPED);
    for name in package.files().keys() {
        assert!(
            !name.starts_with('/') && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
        );
    }
});
