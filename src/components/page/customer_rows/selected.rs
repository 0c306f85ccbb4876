//! The bar that says how many customers are selected, and what can be done with them.
use super::List;
use crate::components::SelectionBar;
use crate::export::Scope;
use crate::i18n::{Words, fill};
use crate::state::write_clipboard;
use crate::view_model::Copied;
use leptos::prelude::*;

impl List {
    /// How many are selected; empty until somebody is for the first time.
    pub(super) fn picked_text(self) -> Memo<String> {
        let words = self.words();
        let picked = self.selection.picked();
        let here = move || {
            self.rows.with(|rows| {
                picked.with(|picked| {
                    let is_picked =
                        |row: &usize| rows.customer(*row).is_some_and(|customer| picked.contains(customer));
                    (0..rows.count()).filter(is_picked).count()
                })
            })
        };
        Memo::new(move |before: Option<&String>| {
            let count = picked.with(|picked| picked.len());
            if count == 0 {
                let was_picked = before.is_some_and(|before| !before.is_empty());
                return if was_picked { words.picked_nobody.to_owned() } else { String::new() };
            }
            let text = fill(words.picked, &[&count.to_string()]);
            match count.saturating_sub(here()) {
                0 => text,
                others => format!("{text}{}", fill(words.picked_elsewhere, &[&others.to_string()])),
            }
        })
    }

    /// The bar, while somebody is selected.
    pub fn selection_bar(self, text: Memo<String>) -> AnyView {
        let words = self.words();
        let picked = self.selection.picked();
        let said = RwSignal::new(String::new());
        // Other rows make the word about the last copy untrue.
        Effect::new(move |_| {
            picked.track();
            said.set(String::new());
        });
        let on_copy = Callback::new(move |with_titles| {
            let say = move |text| {
                said.try_set(text);
            };
            if !self.refuses() {
                let count = picked.with_untracked(|picked| picked.len());
                self.copy(Some(self.copied_rows(with_titles)), rows_copied(count, words), say);
            }
        });
        let on_lines = Callback::new(move |()| {
            let say = move |text| {
                said.try_set(text);
            };
            if !self.refuses() {
                let count = picked.with_untracked(|picked| picked.len());
                self.copy(Some(self.picked_lines()), rows_copied(count, words), say);
            }
        });
        let on_numbers = Callback::new(move |()| {
            if self.refuses() {
                return;
            }
            let (copied, count) = self.picked_numbers();
            if count == 0 {
                return said.set(words.no_numbers.to_owned());
            }
            let say = move |text| {
                said.try_set(text);
            };
            self.copy(Some(copied), fill(words.numbers_copied, &[&count.to_string()]), say);
        });
        let on_clear = Callback::new(move |()| self.selection.clear());
        let on_export = Callback::new(move |()| {
            if !self.refuses() {
                self.export.open(Some(Scope::Selection));
            }
        });
        view! { <SelectionBar text on_copy on_lines on_numbers on_export on_clear said words /> }.into_any()
    }

    /// Copies without a key, and says what came of it: what was `done`, or why not.
    pub(super) fn copy(self, copied: Option<Copied>, done: String, say: impl FnOnce(String) + 'static) {
        let words = self.words();
        if let Some(copied) = copied {
            write_clipboard(copied, move |is_written| {
                say(if is_written { done } else { words.copy_by_key.to_owned() });
            });
        }
    }
}

/// So many rows were copied.
pub(super) fn rows_copied(count: usize, words: &Words) -> String {
    fill(words.rows_copied, &[&count.to_string()])
}
