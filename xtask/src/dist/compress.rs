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

/// Edited by whoever deploys the page. A compressed copy would go on serving the old settings.
const EDITED_LATER: [&str; 2] = ["config.json", "views.json"];

/// Writes `.br` and `.gz` beside every file that becomes clearly smaller by it. Pictures and fonts do
/// not, so no list of endings is needed.
pub fn compress(dist: &Path) -> Result<()> {
    for file in files::all_under(dist)? {
        if !is_compressible(&file) {
            continue;
        }
        let plain = fs::read(&file)?;
        for (ending, packed) in [("br", brotli(&plain)?), ("gz", gzip(&plain)?)] {
            if packed.len() * 20 < plain.len() * 19 {
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
    let is_copy = file.extension().is_some_and(|ending| ending == "br" || ending == "gz");
    !is_copy && file.file_name().is_some_and(|name| !EDITED_LATER.iter().any(|edited| name == *edited))
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
        assert!(!is_compressible(Path::new("dist/kehu_bg.wasm.br")));
    }

    #[test]
    fn a_copy_that_saves_nothing_is_not_made() {
        let folder = std::env::temp_dir().join(format!("kehu-compress-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.unknown"), "客户 ".repeat(500)).unwrap();
        fs::write(folder.join("b.png"), brotli("客户 ".repeat(500).as_bytes()).unwrap()).unwrap();
        compress(&folder).unwrap();
        let names: Vec<_> = files::all_under(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let names: Vec<_> = names.iter().filter_map(|file| file.file_name()?.to_str()).collect();
        assert_eq!(names, ["a.unknown", "a.unknown.br", "a.unknown.gz", "b.png"]);
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
