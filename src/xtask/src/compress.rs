use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context as _, Result, anyhow, bail};
use brotlic::{BrotliEncoderOptions, CompressorWriter, Quality, WindowSize};
use flate2::Compression;
use flate2::write::GzEncoder;

/// The endings that compressed copies have.
pub(crate) const ENDINGS: [&str; 2] = ["br", "gz"];

/// Puts a `.br` and a `.gz` beside each file of which they save at least a tenth.
pub(crate) fn compress_all(files: &[PathBuf]) -> Result<()> {
    let tasks = files
        .iter()
        .flat_map(|file| ENDINGS.map(|ending| (file, ending)));
    let tasks = Mutex::new(tasks);
    let next = || tasks.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some((file, ending)) = next() {
            compress(file, ending)
                .with_context(|| format!("{} cannot be compressed", file.display()))?;
        }
        anyhow::Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker
                .join()
                .unwrap_or_else(|_| bail!("a compressor gave up"))?;
        }
        Ok(())
    })
}

/// Returns whether a file is a compressed copy of another.
pub(crate) fn is_compressed(file: &Path) -> bool {
    let ending = file.extension().unwrap_or_default();
    ENDINGS.iter().any(|known| ending == *known)
}

/// Returns where the compressed copy of a file stands.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut path = file.as_os_str().to_owned();
    path.push(".");
    path.push(ending);
    path.into()
}

fn compress(file: &Path, ending: &str) -> Result<()> {
    let content = fs::read(file)?;
    let compressed = match ending {
        "br" => brotli(&content)?,
        _ => gzip(&content)?,
    };
    if is_worth_it(content.len(), compressed.len()) {
        fs::write(beside(file, ending), compressed)?;
    }
    Ok(())
}

fn is_worth_it(plain: usize, compressed: usize) -> bool {
    compressed <= plain - plain / 10 && plain > 0
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let encoder = BrotliEncoderOptions::new()
        .quality(Quality::best())
        .window_size(WindowSize::best())
        .build()?;
    let mut compressor = CompressorWriter::with_encoder(encoder, Vec::new());
    compressor.write_all(content)?;
    compressor
        .into_inner()
        .map_err(|_| anyhow!("brotli did not finish"))
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use brotlic::DecompressorReader;

    use super::*;

    #[test]
    fn both_kinds_give_back_what_went_in() {
        let text = "version one, version two, ".repeat(100).into_bytes();

        let mut plain = Vec::new();
        let compressed = brotli(&text).unwrap();
        DecompressorReader::new(&compressed[..])
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, text);

        let mut plain = Vec::new();
        let compressed = gzip(&text).unwrap();
        flate2::read::GzDecoder::new(&compressed[..])
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
    }

    #[test]
    fn a_copy_that_saves_less_than_a_tenth_is_not_kept() {
        assert!(is_worth_it(100, 90));
        assert!(!is_worth_it(100, 91));
        assert!(!is_worth_it(0, 0));
    }
}
