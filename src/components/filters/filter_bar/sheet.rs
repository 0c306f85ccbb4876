//! The sheet on which the filters stand in a narrow window.
use crate::components::{Icon, IconName, choice_filter, date_filter, more_filters};
use crate::i18n::{Words, fill};
use crate::query::SavedFilters;
use crate::view_model::FilterPlace;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// Whether it is open, and the buttons that open and close it.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    pub is_open: RwSignal<bool>,
    opener: NodeRef<html::Button>,
    closer: NodeRef<html::Button>,
}

impl Sheet {
    pub fn new() -> Self {
        Self { is_open: RwSignal::new(false), opener: NodeRef::new(), closer: NodeRef::new() }
    }

    /// The focus goes with the sheet: to its button when it opens, back to the bar when it closes.
    pub fn lead_focus(self) {
        Effect::watch(
            move || self.is_open.get(),
            move |is_open, _, _| {
                let button = if *is_open { self.closer } else { self.opener };
                if let Some(button) = button.get_untracked() {
                    let _ = button.focus();
                }
            },
            false,
        );
    }

    /// Opens the card in which a filter is set, or goes to its field.
    pub fn show(self, place: FilterPlace) {
        // The button is only there where the filters stand on a sheet, which has to be shown before a card.
        let has_sheet = self.opener.get_untracked().is_some_and(|opener| opener.offset_width() > 0);
        if has_sheet && place != FilterPlace::Search {
            self.is_open.set(true);
            request_animation_frame(move || {
                show(place);
            });
        } else {
            show(place);
        }
    }

    /// Escape closes it.
    pub fn pressed(self, event: &ev::KeyboardEvent) {
        // A list of values that is open over the sheet is closed first, by the browser.
        let is_over = document().query_selector(":popover-open").ok().flatten().is_some();
        if event.key() == "Escape" && !is_over {
            self.is_open.set(false);
        }
    }

    /// The button that opens it, which says how many filters are on.
    pub fn open_button(self, filters: Memo<SavedFilters>, words: &'static Words) -> impl IntoView {
        let Self { is_open, opener, .. } = self;
        let name = move || {
            let count = filters.with(SavedFilters::count);
            if count == 0 { words.filters.to_owned() } else { fill(words.filters_on, &[&count.to_string()]) }
        };
        view! {
            <button
                node_ref=opener
                type="button"
                class="button filter-bar__open"
                data-testid="open-filters"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="filter-sheet"
                on:click=move |_| is_open.set(true)
            >
                <Icon name=IconName::Filter />
                {name}
            </button>
        }
    }

    /// Its title, and the button that closes it.
    pub fn head(self, words: &'static Words) -> impl IntoView {
        let Self { is_open, closer, .. } = self;
        view! {
            <div class="filter-bar__sheet-head">
                <h2>{words.filters}</h2>
                <button node_ref=closer type="button" class="button button--accent" data-testid="close-filters" on:click=move |_| is_open.set(false)>{words.done}</button>
            </div>
        }
    }
}

/// Opens the card in which a filter is set, or goes to its field.
fn show(place: FilterPlace) -> Option<()> {
    let card = |id: &str| document().get_element_by_id(id)?.dyn_into::<web_sys::HtmlElement>().ok();
    let field = |name: &str| {
        let path = format!(".filter-bar input[name={name}]");
        document().query_selector(&path).ok()??.dyn_into::<web_sys::HtmlInputElement>().ok()
    };
    let is_hidden = |card: &web_sys::HtmlElement| {
        card.closest(&format!("#{}:not(:popover-open)", more_filters::CARD)).ok().flatten().is_some()
    };
    let card = |id: &str| {
        let it = card(id)?;
        // A card within one that is closed cannot be shown.
        if is_hidden(&it) {
            card(more_filters::CARD)?.show_popover().ok()?;
        }
        Some(it)
    };
    match place {
        FilterPlace::Choice(choice) => card(&choice_filter::card_id(choice))?.show_popover().ok(),
        FilterPlace::Days(date) => card(&date_filter::card_id(date))?.show_popover().ok(),
        FilterPlace::Search => field("query")?.focus().ok(),
        FilterPlace::Product => field("product")?.focus().ok(),
    }
}
