use super::sheet::sheet;
use crate::components::page::shortcuts::focus_search;
use crate::components::parts::typing::{is_apple, is_composing};
use crate::i18n::{Lang, Words};
use crate::layout::LayoutChange;
use crate::model::{Choice, CustomerId};
use crate::query::Change;
use crate::state::{
    Customers, DetailState, Details, Export, Navigation, OptionList, Options, PrivacyBlur, Question,
    Remembered, Settings, Theme, Toast, Tool, Tools, UndoView, Views, pinyin_initial,
};
use crate::view_model::{
    ColumnView, Command, Does, PALETTE_LINES, PaletteLine, PaletteParts, key_name, palette_index,
    palette_lines,
};
use leptos::{ev, html, prelude::*};
use std::sync::Arc;

/// What the page gives to the palette beside what it finds by itself.
#[derive(Clone, Copy)]
pub struct PalettePage {
    /// All columns that can be shown.
    pub available: Signal<Arc<[ColumnView]>>,
    /// Those that are shown.
    pub shown: Signal<Arc<[ColumnView]>>,
    /// Changes the look of the table.
    pub on_layout: Callback<LayoutChange>,
    /// Whether the sheet of keys is open.
    pub keys_open: RwSignal<bool>,
}

/// Everything that can be gone to or done, found by a few letters.
#[component]
pub fn PaletteSheet(
    /// What the page gives.
    page: PalettePage,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let content = move || content(page, words);
    sheet(Tool::Palette, "palette-sheet", words.palette, content, words)
}

fn content(page: PalettePage, words: &'static Words) -> AnyView {
    let lang = expect_context::<Settings>().language();
    // Made when it opens: nobody changes the list under it.
    let lines = StoredValue::new(untrack(|| lines(page, lang)));
    let index = lines.with_value(|lines| palette_index(lines));
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        let places = typed.with(|typed| index.find(typed, pinyin_initial));
        places.into_iter().take(PALETTE_LINES).map(|at| at.0).collect::<Vec<_>>()
    });
    let tools = expect_context::<Tools>();
    let acts = Acts::here(page);
    let run = move |at: usize| {
        let Some(does) = lines.with_value(|lines| lines.get(at).map(|line| line.does.clone())) else {
            return;
        };
        tools.close();
        acts.run(does);
    };
    let list = NodeRef::<html::Ul>::new();
    let go = move |to: usize| {
        active.set(to);
        let line = document().get_element_by_id(&line_id(to));
        if let Some(line) = line {
            line.scroll_into_view_with_bool(false);
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        let at = active.get_untracked().min(last);
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "ArrowDown" => go(if at == last { 0 } else { at + 1 }),
            "ArrowUp" => go(if at == 0 { last } else { at - 1 }),
            "Enter" => {
                if let Some(at) = found.with_untracked(|found| found.get(at).copied()) {
                    run(at);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let is_mac = is_apple();
    let rows = move || {
        let row = |(place, at): (usize, usize)| {
            let line = lines.with_value(|lines| lines.get(at).cloned())?;
            Some(view! {
                <li
                    id=line_id(place)
                    role="option"
                    class="palette__line"
                    data-testid="palette-line"
                    aria-selected=move || (active.get() == place).to_string()
                    on:click=move |_| run(at)
                    on:pointermove=move |_| if active.get_untracked() != place { active.set(place) }
                >
                    <span class="palette__title">{line.title.clone()}</span>
                    {keys(&line, is_mac)}
                    <span class="palette__group">{line.group}</span>
                </li>
            })
        };
        found.get().into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    view! {
        <input
            type="text"
            class="tool__field"
            data-testid="palette-input"
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls="palette-lines"
            aria-activedescendant=move || line_id(active.get())
            aria-label=words.palette
            placeholder=words.palette_hint
            autocomplete="off"
            autofocus
            on:input=move |event| {
                if !is_composing(&event) {
                    typed.set(event_target_value(&event));
                    active.set(0);
                }
            }
            on:compositionend=move |event| {
                typed.set(event_target_value(&event));
                active.set(0);
            }
            on:keydown=pressed
        />
        <ul node_ref=list id="palette-lines" class="palette" role="listbox" aria-label=words.palette>{rows}</ul>
        <p class="tool__cost" role="status">{move || found.with(Vec::is_empty).then_some(words.palette_nothing)}</p>
    }
    .into_any()
}

fn line_id(place: usize) -> String {
    format!("palette-line-{place}")
}

fn keys(line: &PaletteLine, is_mac: bool) -> Option<AnyView> {
    let keys: Vec<_> = line
        .keys
        .split('+')
        .filter(|key| !key.is_empty())
        .map(|key| view! { <kbd>{key_name(key, is_mac)}</kbd> })
        .collect();
    (!keys.is_empty())
        .then(|| view! { <span class="palette__keys" aria-hidden="true">{keys}</span> }.into_any())
}

/// All lines, as the page stands now.
fn lines(page: PalettePage, lang: Lang) -> Vec<PaletteLine> {
    let (options, views) = (expect_context::<Options>(), expect_context::<Views>());
    let (available, shown) = (page.available.get(), page.shown.get());
    let catalog = options.catalog().get();
    let values = Choice::ALL.into_iter().flat_map(|choice| match options.list(choice) {
        Some(OptionList::Ready(list)) => list
            .all()
            .filter(|option| option.is_usable)
            .map(|option| (choice, option.value, option.label.clone()))
            .collect(),
        _ => in_rows(choice),
    });
    let parts = PaletteParts {
        views: views.list().into_iter().map(|it| (it.view.name.clone(), it.view.opened())).collect(),
        values: values.collect(),
        available: &available,
        shown: &shown,
        opened: opened(),
        catalog: &catalog,
    };
    palette_lines(parts, lang)
}

/// The values that the loaded rows have, where nobody has opened the filter yet.
fn in_rows(choice: Choice) -> Vec<(Choice, i64, String)> {
    let state = expect_context::<Customers>().state();
    state.with(|state| {
        let page = state.answer().map(|answer| answer.page.clone());
        let mut values: Vec<(Choice, i64, String)> = Vec::new();
        let Some((page, at)) =
            page.and_then(|page| Some((page.position(choice.column())?, page))).map(|(at, page)| (page, at))
        else {
            return values;
        };
        for customer in page.customers.iter() {
            let text = customer.values.get(at).and_then(|value| value.as_text());
            if let (Some(id), Some(text)) = (customer.choices.get(choice), text)
                && values.iter().all(|(_, known, _)| *known != id)
            {
                values.push((choice, id, text.to_owned()));
            }
        }
        values
    })
}

/// The customers who were opened last, of those whose names are here.
fn opened() -> Vec<(CustomerId, String)> {
    let (customers, details) = (expect_context::<Customers>(), expect_context::<Details>());
    let name = |id: &CustomerId| {
        let row = customers.state().with(|state| {
            let page = state.answer()?.page.clone();
            page.customers.iter().find(|it| it.id.as_ref() == Some(id)).map(|it| it.name.clone())
        });
        row.or_else(|| match details.of(id) {
            Some(DetailState::Ready(customer, _)) => Some(customer.name.clone()),
            _ => None,
        })
    };
    let ids = expect_context::<Remembered>().newest_first();
    let named = ids.into_iter().filter_map(|id| Some((name(&id).filter(|it| !it.is_empty())?, id)));
    named.map(|(name, id)| (id, name)).take(8).collect()
}

/// Who does what a line says.
#[derive(Clone, Copy)]
struct Acts {
    page: PalettePage,
    customers: Customers,
    question: Question,
    navigation: Navigation,
    blur: PrivacyBlur,
    tools: Tools,
    export: Export,
    undo: UndoView,
    settings: Settings,
    toast: Toast,
}

impl Acts {
    fn here(page: PalettePage) -> Self {
        Self {
            page,
            customers: expect_context(),
            question: expect_context(),
            navigation: expect_context(),
            blur: expect_context(),
            tools: expect_context(),
            export: expect_context(),
            undo: expect_context(),
            settings: expect_context(),
            toast: expect_context(),
        }
    }

    fn run(self, does: Does) {
        match does {
            Does::Ask(change) => self.question.change(change),
            Does::LayOut(change) => self.page.on_layout.run(change),
            Does::Open(id) => self.navigation.look_at(id),
            Does::Command(command) => self.command(command),
        }
    }

    fn command(self, command: Command) {
        if let Some(tool) = Tool::of(command) {
            return self.tools.open(tool);
        }
        match command {
            // The focus comes back from the sheet first.
            Command::Search => request_animation_frame(focus_search),
            Command::Refresh => self.customers.refresh(true),
            Command::Undo => self.undo.step_and_say(true, self.toast, self.settings.words()),
            Command::Redo => self.undo.step_and_say(false, self.toast, self.settings.words()),
            Command::Veil => self.blur.toggle(),
            Command::Export => self.export.open(None),
            Command::ClearFilters => self.question.change(Change::ClearFilters),
            Command::OtherTheme => self.settings.theme.set(other_theme(self.settings.theme.get_untracked())),
            Command::OtherLanguage => self.settings.lang.update(|lang| {
                *lang = match lang {
                    Lang::Zh => Lang::En,
                    Lang::En => Lang::Zh,
                };
            }),
            Command::Keys => self.page.keys_open.set(true),
            Command::Palette | Command::Overview | Command::OwnerCheck | Command::Share => {}
        }
    }
}

fn other_theme(theme: Theme) -> Theme {
    let is_system_dark = || {
        let media = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
        media.is_some_and(|media| media.matches())
    };
    let is_dark = match theme {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::System => is_system_dark(),
    };
    if is_dark { Theme::Light } else { Theme::Dark }
}
