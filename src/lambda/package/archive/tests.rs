use super::*;

const BAD: &str =
    "Could not unzip uploaded file. Please check your file, then try to upload again.";
const TOO_LARGE: &str = "Unzipped size must be smaller than 262144000 bytes";

fn files(entries: &[(&str, &str)]) -> Files {
    entries
        .iter()
        .map(|(name, text)| ((*name).to_owned(), text.as_bytes().into()))
        .collect()
}

fn zip_with(write: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    write(&mut writer);
    writer.finish().unwrap().into_inner()
}

fn deflated() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

/// A zip whose entries have these names, as its bytes say them.
///
/// The writer is given other names of the same length, since it would not write every one.
fn zip_of_names(names: &[&str]) -> Vec<u8> {
    let stand_in = |index: usize, name: &str| format!("{index}{}", "#".repeat(name.len() - 1));
    let mut zip = zip_with(|writer| {
        for (index, name) in names.iter().enumerate() {
            let stand_in = stand_in(index, name);
            writer
                .start_file(stand_in, SimpleFileOptions::default())
                .unwrap();
        }
    });
    for (index, name) in names.iter().enumerate() {
        replace(&mut zip, stand_in(index, name).as_bytes(), name.as_bytes());
    }
    zip
}

/// Replaces bytes wherever they stand, by as many.
#[track_caller]
fn replace(zip: &mut [u8], from: &[u8], to: &[u8]) {
    let found: Vec<usize> = zip
        .windows(from.len())
        .enumerate()
        .filter(|(_, bytes)| *bytes == from)
        .map(|(at, _)| at)
        .collect();
    assert!(!found.is_empty());
    for at in found {
        zip[at..at + from.len()].copy_from_slice(to);
    }
}

#[track_caller]
fn refused(zip: Vec<u8>, expect: &str) {
    assert_eq!(Package::read(zip.into()).unwrap_err().to_string(), expect);
}

#[track_caller]
fn check_names(names: &[&str], valid: bool) {
    let read = unzip(&zip_of_names(names));
    assert_eq!(read.is_ok(), valid, "{names:?}: {read:?}");
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let files = files(&[("b/__init__.py", ""), ("a.py", "x = 1\n")]);
    let zip = zip_files(&files).unwrap();
    assert_eq!(zip, zip_files(&files).unwrap());
    assert_eq!(Package::read(zip).unwrap().files(), &files);
}

#[test]
fn a_compressed_zip_is_read() {
    let zip = zip_with(|writer| {
        writer.start_file("index.py", deflated()).unwrap();
        writer.write_all(&[b'#'; 4096]).unwrap();
    });
    assert!(zip.len() < 1024);
    let package = Package::read(zip.into()).unwrap();
    assert_eq!(package.files()["index.py"].len(), 4096);
}

#[test]
fn folders_are_no_files() {
    let zip = zip_with(|writer| {
        let options = SimpleFileOptions::default();
        writer.add_directory("lib", options).unwrap();
        writer.start_file("lib/a.py", options).unwrap();
    });
    let package = Package::read(zip.into()).unwrap();
    assert!(package.files().keys().eq(["lib/a.py"]));
}

#[test]
fn what_is_no_zip_is_refused() {
    refused(b"not a zip".to_vec(), BAD);
    refused(Vec::new(), BAD);
}

#[test]
fn an_empty_zip_is_refused() {
    let expect = "Uploaded file must be a non-empty zip";
    refused(zip_with(|_| ()), expect);
    let folder = |writer: &mut ZipWriter<_>| {
        let options = SimpleFileOptions::default();
        writer.add_directory("lib", options).unwrap();
    };
    refused(zip_with(folder), expect);
}

#[test]
fn paths_lie_within_the_package() {
    check_names(&["index.py", "lib/__init__.py", "größe.txt", "..a"], true);
    // Windows writes its own separator.
    check_names(&["lib\\a.py"], true);
    for name in [
        "../etc/passwd",
        "lib/../../a.py",
        "lib/../a.py",
        "lib/..",
        "..\\a.py",
        "/etc/passwd",
        "\\a.py",
        "./a.py",
        "lib//a.py",
        "a\0.py",
    ] {
        check_names(&[name], false);
    }
}

#[test]
fn a_path_leads_to_one_file() {
    check_names(&["a.py", "b.py"], true);
    check_names(&["a.py", "a.py"], false);
    check_names(&["a/b.py", "a\\b.py"], false);
    // A file cannot be a folder as well, in whatever order they come.
    check_names(&["a", "a/b.py"], false);
    check_names(&["a/b/c.py", "a"], false);
    check_names(&["a.py", "a/b.py"], true);
}

#[test]
fn contents_are_checked() {
    let mut zip = zip_files(&files(&[("a.py", "handler")])).unwrap().to_vec();
    replace(&mut zip, b"handler", b"tampers");
    refused(zip, BAD);
}

#[test]
fn a_zip_that_is_cut_off_is_refused() {
    let zip = zip_files(&files(&[("a.py", "x = 1\n")])).unwrap();
    for end in 0..zip.len() {
        refused(zip[..end].to_vec(), BAD);
    }
}

#[test]
fn a_zip_is_measured_by_what_comes_out() {
    let mut zip = zip_with(|writer| {
        writer.start_file("bomb", deflated()).unwrap();
        let block = vec![0; 1024 * 1024];
        for _ in 0..=250 {
            writer.write_all(&block).unwrap();
        }
    });
    assert!(zip.len() < 1024 * 1024);
    refused(zip.clone(), TOO_LARGE);
    // Whatever it says of itself.
    let declared = (251_u32 * 1024 * 1024).to_le_bytes();
    replace(&mut zip, &declared, &1_u32.to_le_bytes());
    let error = Package::read(zip.into()).unwrap_err().to_string();
    assert!([BAD, TOO_LARGE].contains(&&*error), "{error}");
}

#[test]
fn all_files_together_have_the_limit() {
    let zip = |blocks: usize| {
        zip_with(|writer| {
            let block = vec![0; 50 * 1024 * 1024];
            for index in 0..blocks {
                writer.start_file(index.to_string(), deflated()).unwrap();
                writer.write_all(&block).unwrap();
            }
        })
    };
    let five = Package::read(zip(5).into()).unwrap();
    assert_eq!(five.files().len(), 5);
    refused(zip(6), TOO_LARGE);
}

#[test]
fn fifty_mebibytes_can_be_sent() {
    let zip = |size: usize| vec![0; size];
    refused(zip(Package::MAX_ZIPPED), BAD);
    refused(
        zip(Package::MAX_ZIPPED + 1),
        "Zipped size must be smaller than 52428800 bytes",
    );
}
