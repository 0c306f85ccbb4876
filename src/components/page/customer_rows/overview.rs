//! The loaded rows as pictures, and those rows of a bar that the endpoint cannot be asked for.
use super::List;
use crate::components::{GroupNames, OverviewPanel, OverviewScope};
use crate::i18n::{Words, fill};
use crate::model::{AnswerIndex, Customer};
use crate::overview::{Overview, overview};
use crate::state::{Answer, Back, LabelGroupNames, OnlyRows, Screen, Today, Tool, Tools, WholeList};
use leptos::prelude::*;
use std::sync::Arc;

impl List {
    /// The pictures beside the list, or over it on a phone, while they are open.
    pub fn overview(self) -> AnyView {
        let words = self.words();
        let (tools, only) = (expect_context::<Tools>(), expect_context::<OnlyRows>());
        let (today, screen) = (expect_context::<Today>(), expect_context::<Screen>());
        let is_open = tools.is_open(Tool::Overview);
        expect_context::<Back>().closes(is_open, move || tools.close());
        // Whoever is opened or called lies in the same place.
        let (opened, call_run) = (self.opened.is_open(), self.call_run.run());
        let is_shown = Memo::new(move |_| is_open.get() && !opened.get() && call_run.with(Option::is_none));
        let names = LabelGroupNames::new(expect_context(), expect_context(), self.customers);
        let group_names = GroupNames {
            known: names.names(),
            is_asking: names.is_asking(),
            on_ask: Callback::new(move |()| names.ask()),
        };
        let is_whole_wanted = RwSignal::new(true);
        let known_whole = self.whole_list(today);
        let whole = Memo::new(move |_| known_whole.get().filter(|_| is_whole_wanted.get()));
        let counted = Memo::new(move |_| {
            let answer = self.answer.get().filter(|_| is_shown.get())?;
            if let Some(whole) = whole.get() {
                return Some(whole.overview);
            }
            let rows: Vec<(AnswerIndex, &Customer)> =
                answer.page.customers.indices().zip(answer.page.customers.iter()).collect();
            Some(self.available.with(|columns| overview(&rows, columns, today.get(), words)))
        });
        let title = self.overview_title(whole);
        let leave = move || {
            if screen.is_phone.get_untracked() {
                tools.close();
            }
        };
        let on_only = Callback::new(move |(name, rows): (String, Vec<AnswerIndex>)| {
            if self.refuses() {
                return;
            }
            self.answer.with_untracked(|answer| {
                if let Some(answer) = answer {
                    let customers = rows.iter().filter_map(|at| answer.page.customers.get(*at));
                    only.show(name, customers, answer);
                }
            });
            leave();
        });
        let chosen = Signal::derive(move || {
            self.answer.with(|answer| Some(only.of(answer.as_ref()?)?.name)).unwrap_or_default()
        });
        let panel = move || {
            let href = Callback::new(move |change| self.navigation.href(change));
            let counted = Signal::derive(move || counted.get().unwrap_or_else(Overview::default));
            view! {
                <OverviewPanel
                    title
                    scope=OverviewScope {
                        read_at: Signal::derive(move || whole.with(|it| it.as_ref().map(|it| it.read_at.clone()))),
                        has_whole: Signal::derive(move || known_whole.with(Option::is_some)),
                        is_whole_wanted,
                    }
                    group_names
                    counted
                    chosen
                    is_sheet=screen.is_phone
                    href
                    on_only
                    on_all=Callback::new(move |()| only.show_all())
                    on_leave=Callback::new(move |()| leave())
                    on_close=Callback::new(move |()| tools.close())
                    words
                />
            }
            .into_any()
        };
        (move || is_shown.get().then(panel)).into_any()
    }
}

impl List {
    /// How many customers are counted.
    fn overview_title(self, whole: Memo<Option<WholeList>>) -> Memo<String> {
        let words = self.words();
        Memo::new(move |_| {
            if let Some(whole) = whole.get() {
                return fill(words.overview_all, &[&whole.overview.rows.to_string()]);
            }
            self.answer.with(|answer| {
                let Some(answer) = answer else { return String::new() };
                let rows = answer.page.customers.len() as u64;
                let is_whole = answer.page.count(answer.query.page, answer.per_page) == Some(rows);
                let sentence = if is_whole { words.overview_all } else { words.overview_loaded };
                fill(sentence, &[&rows.to_string()])
            })
        })
    }

    /// What an export has counted of this very list.
    fn whole_list(self, today: Today) -> Memo<Option<WholeList>> {
        let whole = self.export.whole();
        Memo::new(move |_| {
            let answer = self.answer.get()?;
            let (lang, today) = (self.settings.language(), today.get());
            whole.get().filter(|whole| whole.is_of(&answer.query.filters, lang, today))
        })
    }
}

/// Where those rows stand that are shown alone.
pub(super) fn only_rows(answer: Option<&Arc<Answer>>, only: OnlyRows) -> Option<Arc<[AnswerIndex]>> {
    let answer = answer?;
    Some(only.of(answer)?.rows(answer))
}

/// What says that only those rows are shown, and the way back to all of them.
pub(super) fn alone_note(
    answer: Signal<Option<Arc<Answer>>>,
    only: OnlyRows,
    alone: Memo<Option<Arc<[AnswerIndex]>>>,
    words: &'static Words,
) -> impl IntoView {
    move || {
        let count = alone.with(|alone| alone.as_ref().map(|alone| alone.len()))?;
        let answer = answer.get()?;
        let name = only.of(&answer)?.name;
        let (count, all) = (count.to_string(), answer.page.customers.len().to_string());
        Some(view! {
            <p class="list-note list-note--plain" role="status" data-testid="only-rows">
                {fill(words.overview_alone, &[&name, &all, &count])}
                <button type="button" class="button button--quiet" data-testid="only-rows-end" on:click=move |_| only.show_all()>{words.overview_end}</button>
            </p>
        })
    }
}
