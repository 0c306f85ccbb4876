use super::Source;
use crate::components::parts::debounce::Debounce;
use crate::model::{Choice, ChoiceOption};
use crate::state::{Extent, Rest, pinyin_initial};
use crate::view_model::{FindIndex, Haystack};
use leptos::prelude::*;
use std::sync::Arc;

/// What is typed to find a value.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub text: RwSignal<String>,
    /// Whether an input method has not written its word yet.
    pub is_composing: RwSignal<bool>,
}

impl Wanted {
    pub fn new() -> Self {
        Self { text: RwSignal::new(String::new()), is_composing: RwSignal::new(false) }
    }

    pub fn is_nothing(self) -> bool {
        self.text.with_untracked(|text| text.trim().is_empty())
    }
}

/// The values to show, with `None` for any value. What is typed is found in what is loaded, by its words or
/// as the initials of a pinyin; after it come those of whom the endpoint says that they fit.
pub(super) fn found(source: Source, wanted: Wanted) -> Memo<Vec<Option<ChoiceOption>>> {
    // Made anew for new values only, since pinyin takes its time.
    let known = Memo::new(move |_| {
        source.list.with(|list| list.as_ref().map(|list| (list.options.clone(), list.found.clone())))
    });
    let index = Memo::new_with_compare(
        move |_| {
            let all: Vec<ChoiceOption> = known.with(|known| {
                let (options, found) = known.as_ref().map_or((&[][..], &[][..]), |(a, b)| (a, b));
                options.iter().chain(found).cloned().collect()
            });
            let texts = all.iter().map(|it| Haystack::of_texts([it.label.as_str(), it.note.as_str()]));
            Arc::new((FindIndex::new(texts), all))
        },
        |_, _| true,
    );
    Memo::new(move |_| {
        let wanted = wanted.text.get();
        let (index, all) = &*index.get();
        if wanted.trim().is_empty() {
            return std::iter::once(None).chain(all.iter().cloned().map(Some)).collect();
        }
        let mut found: Vec<&ChoiceOption> =
            index.find(&wanted, pinyin_initial).into_iter().filter_map(|at| all.get(at.0)).collect();
        source.search.with(|search| {
            for id in search.found(wanted.trim()) {
                if !found.iter().any(|option| option.value == *id) {
                    found.extend(all.iter().find(|option| option.value == *id));
                }
            }
        });
        found.into_iter().cloned().map(Some).collect()
    })
}

/// Looks for what is typed beyond what is loaded, when typing rests: colleagues by their name, which is one
/// call, other values by loading the rest of them.
pub(super) fn look_further(choice: Choice, source: Source, wanted: Wanted) {
    let settled = RwSignal::new(String::new());
    let debounce = Debounce::new();
    Effect::new(move |_| {
        let name = wanted.text.with(|text| text.trim().to_owned());
        if wanted.is_composing.get() {
            debounce.stop();
        } else {
            debounce.after(move || settled.set(name));
        }
    });
    Effect::new(move |_| {
        let name = settled.get();
        let Some((extent, is_idle)) =
            source.list.with(|list| list.as_ref().map(|list| (list.extent, list.rest == Rest::Idle)))
        else {
            return;
        };
        match extent {
            _ if name.is_empty() => {}
            Extent::Part | Extent::Capped if choice == Choice::User => source.look_up.run(name),
            Extent::Perhaps | Extent::Part if is_idle => source.more.run(()),
            _ => {}
        }
    });
}
