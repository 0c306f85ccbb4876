use super::Command;
use crate::i18n::Words;

/// Keys that belong together on the sheet.
pub struct KeyGroup {
    /// Where they work.
    pub title: &'static str,
    /// The keys and what they do. Keys pressed together stand with `+`, one or the other with a
    /// blank between; `Mod` is ⌘ on a Mac and Ctrl elsewhere. See [`key_name`].
    pub lines: Vec<(&'static str, &'static str)>,
}

/// All keys of the page.
pub fn key_groups(words: &Words) -> [KeyGroup; 5] {
    [
        KeyGroup {
            title: words.keys_anywhere,
            lines: Command::on_sheet(words)
                .chain([("Mod+F", words.key_find), ("Alt+1…9", words.key_view), ("Esc", words.key_escape)])
                .collect(),
        },
        KeyGroup {
            title: words.keys_table,
            lines: vec![
                ("← ↑ ↓ →", words.key_cell),
                ("Home End", words.key_row_ends),
                ("Mod+Home Mod+End", words.key_table_ends),
                ("PageUp PageDown", words.key_page),
                ("Enter", words.key_open),
                ("Space", words.key_select),
                ("Shift+↑ Shift+↓", words.key_select_more),
                ("Mod+A", words.key_select_all),
                ("Mod+C", words.key_copy),
                ("F2", words.key_enter_cell),
                ("Shift+F10", words.key_menu),
            ],
        },
        KeyGroup {
            title: words.keys_head,
            lines: vec![
                ("Enter", words.key_sort),
                ("Shift+← Shift+→", words.key_width),
                ("Mod+Shift+← Mod+Shift+→", words.key_move_column),
            ],
        },
        KeyGroup {
            title: words.preview,
            lines: vec![("↑ ↓", words.key_neighbour), ("Esc", words.key_close_preview)],
        },
        KeyGroup {
            title: words.run,
            lines: vec![("n ↓ →", words.next_customer), ("p ↑ ←", words.previous_customer)],
        },
    ]
}

/// What stands on a key.
pub fn key_name(key: &'static str, is_mac: bool) -> &'static str {
    match (key, is_mac) {
        ("Mod", true) => "⌘",
        ("Mod", false) => "Ctrl",
        ("Shift", true) => "⇧",
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn no_key_does_two_things_in_one_place() {
        for group in key_groups(Lang::Zh.words()) {
            for (at, (keys, _)) in group.lines.iter().enumerate() {
                assert!(group.lines[..at].iter().all(|(other, _)| other != keys), "{keys}");
            }
        }
    }

    #[test]
    fn a_mac_has_other_keys() {
        assert_eq!((key_name("Mod", true), key_name("Mod", false)), ("⌘", "Ctrl"));
        assert_eq!((key_name("Shift", true), key_name("F2", true)), ("⇧", "F2"));
    }
}
