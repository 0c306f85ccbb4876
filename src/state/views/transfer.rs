//! Personal views as a file: out, and in again after the user has seen what would change.
use super::{ViewImport, Views};
use crate::saved_view::{ViewFile, ViewFileProblem, compare};
use leptos::prelude::*;

impl Views {
    /// All personal views as a file's text; `None` when there are none.
    pub fn export(self) -> Option<String> {
        self.own.with(|own| (!own.views.is_empty()).then(|| own.write()))
    }

    /// Reads a file and tells what taking its views would change. Nothing is changed by it.
    pub fn read_import(self, text: &str) -> Result<ViewImport, ViewFileProblem> {
        let (file, left_out) = ViewFile::read(text)?;
        if file.views.is_empty() {
            return Err(ViewFileProblem::NoView);
        }
        let differences = self.own.with_untracked(|own| compare(&own.views, &file.views));
        let known = untrack(|| self.default_name());
        let default = file.default.clone().filter(|name| *name != known && file.find(name).is_some());
        Ok(ViewImport { file, differences, left_out, default })
    }

    /// Takes views of a file: those whose place in `taken` says so.
    pub fn apply_import(self, import: &ViewImport, taken: &[bool], takes_default: bool) {
        self.edit(&|file| {
            for (view, _) in import.file.views.iter().zip(taken).filter(|(_, taken)| **taken) {
                file.put(view.clone());
            }
            if takes_default && import.default.is_some() {
                file.default.clone_from(&import.default);
            }
        });
    }
}
