//! Leptos brings server functions along, and they a library of streams (wasm-streams) that offers its own
//! to scripts. This page has none of them, but what is exported stays in a program: 4 KiB of it, and half a
//! kilobyte of the script. So the exports are taken out before anything else is done with the program.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use wasm_encoder::{CustomSection, ExportKind, ExportSection, Module, RawSection};
use wasmparser::{BinaryReader, ExternalKind, Parser, Payload};

/// How the types are called that are offered; their functions in small letters.
const TYPES: &str = "IntoUnderlying";
/// Where wasm-bindgen's macros leave what its tool is to do: the version and what to do in turn, each with
/// its length before it.
const NOTES: &str = "__wasm_bindgen_unstable";

/// Writes the program `from` without them to `to`.
pub fn take_out(from: &Path, to: &Path) -> Result<()> {
    let program = fs::read(from).with_context(|| from.display().to_string())?;
    fs::write(to, without(&program)?).with_context(|| to.display().to_string())
}

/// All sections but two are copied as they stand: the linker's notes name places in them.
fn without(program: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        match &payload {
            Payload::ExportSection(section) => {
                let mut kept = ExportSection::new();
                for export in section.clone() {
                    let export = export?;
                    if !export.name.contains(&TYPES.to_lowercase()) && !export.name.contains(TYPES) {
                        kept.export(export.name, kind(export.kind)?, export.index);
                    }
                }
                module.section(&kept);
            }
            Payload::CustomSection(section) if section.name() == NOTES => {
                let notes = kept_notes(section.data())?;
                module.section(&CustomSection { name: NOTES.into(), data: notes.into() });
            }
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&RawSection {
                        id,
                        data: &program[range.start as usize..range.end as usize],
                    });
                }
            }
        }
    }
    Ok(module.finish())
}

fn kept_notes(notes: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::with_capacity(notes.len());
    let mut reader = BinaryReader::new(notes, 0);
    while !reader.eof() {
        let start = reader.current_position();
        let version = reader.read_u32()?;
        reader.read_bytes(version as usize)?;
        let length = reader.read_u32()?;
        let note = reader.read_bytes(length as usize)?;
        if !note.windows(TYPES.len()).any(|part| part == TYPES.as_bytes()) {
            kept.extend(&notes[start..reader.current_position()]);
        }
    }
    ensure!(kept.len() < notes.len(), "no streams in the program: {} can go", file!());
    Ok(kept)
}

fn kind(kind: ExternalKind) -> Result<ExportKind> {
    Ok(match kind {
        ExternalKind::Func | ExternalKind::FuncExact => ExportKind::Func,
        ExternalKind::Table => ExportKind::Table,
        ExternalKind::Memory => ExportKind::Memory,
        ExternalKind::Global => ExportKind::Global,
        ExternalKind::Tag => ExportKind::Tag,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_notes_of_streams_are_left_out() {
        let part = |text: &str| [&(text.len() as u32).to_le_bytes(), text.as_bytes()].concat();
        let note = |text: &str| [part("version"), part(text)].concat();
        let notes = [note("fetch"), note("\u{1}IntoUnderlyingSink"), note("Window")].concat();
        assert_eq!(kept_notes(&notes).unwrap(), [note("fetch"), note("Window")].concat());
        assert!(kept_notes(&note("fetch")).is_err());
    }
}
