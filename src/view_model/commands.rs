//! What can be done from anywhere, as one table: the palette, the menu of the account and the sheet of keys take
//! their lines from it, so that nothing is named twice.
use crate::i18n::Words;

/// Something that can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Opens the palette.
    Palette,
    /// Goes to the search.
    Search,
    /// Asks for newer rows.
    Refresh,
    /// Undoes what was done to the list.
    Undo,
    /// Does it again.
    Redo,
    /// Blurs the customers.
    Veil,
    /// The loaded rows as pictures.
    Overview,
    /// Who has a customer.
    OwnerCheck,
    /// The list as words.
    Share,
    /// The customers as a file.
    Export,
    /// All filters off.
    ClearFilters,
    /// Light or dark, whichever it is not.
    OtherTheme,
    /// The other language.
    OtherLanguage,
    /// All keys.
    Keys,
}

struct Definition {
    /// As [`KeyGroup`](super::KeyGroup) writes them; empty for none.
    keys: &'static str,
    name: fn(&Words) -> &'static str,
    /// The sheet of keys says more of some than their name.
    on_sheet: fn(&Words) -> &'static str,
}

const fn row(keys: &'static str, name: fn(&Words) -> &'static str) -> Definition {
    Definition { keys, name, on_sheet: name }
}

const TABLE: [Definition; 14] = [
    row("Mod+K", |words| words.palette),
    row("/", |words| words.search),
    row("r", |words| words.key_refresh),
    Definition { on_sheet: |words| words.key_undo, ..row("Mod+Z", |words| words.undo) },
    row("Mod+Shift+Z", |words| words.key_redo),
    row("b", |words| words.key_veil),
    row("", |words| words.overview),
    row("", |words| words.held),
    row("", |words| words.share),
    row("", |words| words.export_title),
    row("", |words| words.palette_clear),
    row("", |words| words.palette_theme),
    row("", |words| words.palette_language),
    row("?", |words| words.keys),
];

impl Command {
    /// All of them, in their order in lists.
    pub const ALL: [Self; 14] = [
        Self::Palette,
        Self::Search,
        Self::Refresh,
        Self::Undo,
        Self::Redo,
        Self::Veil,
        Self::Overview,
        Self::OwnerCheck,
        Self::Share,
        Self::Export,
        Self::ClearFilters,
        Self::OtherTheme,
        Self::OtherLanguage,
        Self::Keys,
    ];
    /// Those that the menu of the account has.
    pub const IN_MENU: [Self; 4] = [Self::Palette, Self::Overview, Self::OwnerCheck, Self::Share];

    /// What a person reads.
    pub fn name(self, words: &Words) -> &'static str {
        (TABLE[self as usize].name)(words)
    }

    /// Its keys; empty for none.
    pub fn keys(self) -> &'static str {
        TABLE[self as usize].keys
    }

    /// The lines of the sheet of keys.
    pub fn on_sheet(words: &Words) -> impl Iterator<Item = (&'static str, &'static str)> {
        TABLE.iter().filter(|it| !it.keys.is_empty()).map(|it| (it.keys, (it.on_sheet)(words)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use std::collections::BTreeSet;

    #[test]
    fn every_command_has_its_row_and_a_name_of_its_own() {
        for lang in [Lang::Zh, Lang::En] {
            let names: BTreeSet<_> = Command::ALL.iter().map(|it| it.name(lang.words())).collect();
            assert_eq!(names.len(), Command::ALL.len());
        }
        for (at, command) in Command::ALL.into_iter().enumerate() {
            assert_eq!(command as usize, at);
        }
        assert_eq!(
            (Command::Palette.keys(), Command::Keys.keys(), Command::Share.keys()),
            ("Mod+K", "?", "")
        );
        assert_eq!(Command::Undo.keys(), "Mod+Z");
    }

    #[test]
    fn the_sheet_of_keys_has_all_that_have_keys() {
        let lines: Vec<_> = Command::on_sheet(Lang::Zh.words()).collect();
        assert_eq!(lines.len(), Command::ALL.iter().filter(|it| !it.keys().is_empty()).count());
        assert!(lines.contains(&("Mod+Z", Lang::Zh.words().key_undo)));
    }
}
