//! Compressed copies beside the files, made once here instead of at every request.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::files;

/// Pictures and fonts are compressed already.
const COMPRESSIBLE: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// Edited by whoever deploys the page. A compressed copy would go on serving the old settings.
const EDITED_LATER: [&str; 2] = ["config.json", "views.json"];

/// Writes `.br` and `.gz` beside every file that becomes smaller by it.
pub fn compress(dist: &Path) -> Result<()> {
    for file in files::all_under(dist)? {
        if !is_compressible(&file) {
            continue;
        }
        let plain = fs::read(&file)?;
        for (ending, packed) in [("br", brotli(&plain)?), ("gz", gzip(&plain)?)] {
            if packed.len() < plain.len() {
                let copy = with_ending(&file, ending);
                fs::write(&copy, packed).with_context(|| copy.display().to_string())?;
            }
        }
    }
    Ok(())
}

/// `index.html` -> `index.html.br`.
pub fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn is_compressible(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| COMPRESSIBLE.contains(&ending))
        && file.file_name().is_some_and(|name| !EDITED_LATER.iter().any(|edited| name == *edited))
}

fn brotli(plain: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, size_hint: plain.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &params)?;
    Ok(packed)
}

fn gzip(plain: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_are_edited_later_have_no_stale_copy() {
        assert!(is_compressible(Path::new("dist/kehu_bg.wasm")));
        assert!(!is_compressible(Path::new("dist/config.json")));
        assert!(!is_compressible(Path::new("dist/views.json")));
        assert!(!is_compressible(Path::new("dist/icon.png")));
        assert!(!is_compressible(Path::new("dist/kehu_bg.wasm.br")));
    }

    #[test]
    fn what_is_packed_is_smaller_and_can_be_unpacked() {
        let plain = "客户 customer ".repeat(100).into_bytes();
        let mut unpacked = Vec::new();
        let packed = brotli(&plain).unwrap();
        brotli::BrotliDecompress(&mut &packed[..], &mut unpacked).unwrap();
        assert_eq!(unpacked, plain);
        assert!(gzip(&plain).unwrap().len() < plain.len());
    }
}
