//! The names by which the first piece and its script know each other. Those of wasm-bindgen end with a
//! hash of 16 digits each, which no compression makes shorter: 300 of them are a fiftieth of the page.

use std::{collections::BTreeMap, convert::Infallible, fs, path::Path};

use anyhow::{Context, Result};
use wasm_encoder::{
    ImportSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{ImportSectionReader, Parser, Payload};

/// What wasm-bindgen's script hands to the program. Other imports are other scripts' own names.
const FROM_SCRIPT: &str = "./kehu_bg.js";

/// Gives what the program imports from its script short names, in both.
pub fn shorten(program: &Path, script: &Path) -> Result<()> {
    let bytes = fs::read(program).with_context(|| program.display().to_string())?;
    let mut renamer = Renamer { names: short_names(&bytes)? };
    let mut module = Module::new();
    renamer.parse_core_module(&mut module, Parser::new(0), &bytes)?;
    fs::write(program, module.finish())?;
    let text = fs::read_to_string(script).with_context(|| script.display().to_string())?;
    let word_of = |word| renamer.names.get(word).map_or(word, String::as_str);
    fs::write(script, words(&text).map(word_of).collect::<String>())?;
    Ok(())
}

/// From the names of the imports to short ones, which the script uses for nothing else: it calls what it
/// hands out by its place in an object.
fn short_names(program: &[u8]) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(program) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                let import = import?;
                let next = format!("i{}", names.len());
                if import.module == FROM_SCRIPT {
                    names.entry(import.name.to_owned()).or_insert(next);
                }
            }
        }
    }
    Ok(names)
}

/// A script cut into its words and what stands between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '$');
    text.split_inclusive(move |sign| !is_of_word(sign)).flat_map(move |part| {
        let end = part.trim_end_matches(|sign| !is_of_word(sign)).len();
        let (word, after) = part.split_at(end);
        [word, after]
    })
}

struct Renamer {
    names: BTreeMap<String, String>,
}

impl Reencode for Renamer {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let of = self.entity_type(import.ty)?;
            let name = self.names.get(import.name).map_or(import.name, String::as_str);
            imports.import(import.module, name, of);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_renamed() {
        let text = "a: __wbg_x_1(__wbg_x_12), $__wbg_x_1";
        let renamed = words(text).map(|word| if word == "__wbg_x_1" { "i0" } else { word });
        assert_eq!(renamed.collect::<String>(), "a: i0(__wbg_x_12), $__wbg_x_1");
    }
}
