mod calling_through;
mod chat;
mod copies;
mod find;
mod foreign;
mod grouped;
mod list;
mod menus;
mod opened;
mod overview;
mod pick;
mod selected;
mod shown;
mod table_or_cards;

pub use self::find::Find;
pub use self::list::List;

use self::grouped::Grouped;
use self::opened::Opened;
use self::overview::{alone_note, only_rows};
use self::shown::shown_rows;
use self::table_or_cards::RowsStatus;
use crate::components::parts::lazy_view::once;
use crate::components::{Turns, lazy_views};
use crate::state::{Answer, CallRunState, OnlyRows, Screen, Selection, Settings, Today, Tool, Tools};
use crate::view_model::{ColumnView, Dates};
use leptos::portal::Portal;
use leptos::{html, prelude::*};
use std::sync::Arc;

/// The rows, and all that can be done with them: selecting, copying, opening, another look.
#[component]
pub fn CustomerRows(
    /// The last good answer.
    #[prop(into)]
    answer: Signal<Option<Arc<Answer>>>,
    /// The columns to show, in their order.
    #[prop(into)]
    columns: Signal<Arc<[ColumnView]>>,
    /// All columns that can be shown.
    #[prop(into)]
    available: Signal<Arc<[ColumnView]>>,
    /// Whether newer rows are on their way.
    #[prop(into)]
    is_busy: Signal<bool>,
    /// Whether the rows are seen to answer another question than the one on the screen.
    #[prop(into)]
    is_foreign: Signal<bool>,
    /// The page's foot, where the bar of the selected stands.
    foot: NodeRef<html::Div>,
    /// What is looked for in these rows as soon as they are there.
    sought: RwSignal<Option<String>>,
) -> impl IntoView {
    let (settings, today) = (expect_context::<Settings>(), expect_context::<Today>());
    let (only, screen) = (expect_context::<OnlyRows>(), expect_context::<Screen>());
    let words = settings.words();
    // What fails leaves rows in which there is nothing to find for the question on the screen.
    let own_answer = move || answer.get().filter(|_| is_busy.get() || !is_foreign.get());
    let dates = Signal::derive(move || Dates { today: today.get(), are_exact: settings.exact_dates.get() });
    let find = Find::new(Signal::derive(own_answer), available, sought);
    let alone = Memo::new(move |_| answer.with(|answer| only_rows(answer.as_ref(), only)));
    let found = Signal::derive(move || find.found().or_else(|| alone.get()));
    let grouped = Grouped::new(answer, available, found);
    let rows = shown_rows(answer, found, grouped, dates);
    let opened = Opened::new(answer, rows);
    let list = List::new(answer, rows, columns, available, opened);
    let menu_asked = RwSignal::new(None);
    let actions = list.actions(grouped, menu_asked);
    let turns = use_context::<Turns>();
    let is_shown = Signal::derive(move || turns.is_none_or(Turns::are_over));
    let status = RowsStatus { is_busy, is_foreign, is_shown };
    let rows_view = move || match screen.is_phone.get() {
        true => list.cards(status, actions),
        false => list.table(status, actions, menu_asked),
    };
    let picked = expect_context::<Selection>().picked();
    let has_picked = Memo::new(move |_| picked.with(|picked| !picked.is_empty()));
    let picked_text = list.picked_text();
    // In the place of the pager's left half: it lies on no row.
    let selection_bar = move || {
        let place = foot.get().filter(|_| has_picked.get())?;
        Some(view! { <Portal mount=place>{lazy_views::selection_bar(list, picked_text)}</Portal> })
    };
    let call_run = expect_context::<CallRunState>();
    let is_called_through = Signal::derive(move || {
        call_run.run().with(Option::is_some) || call_run.asked().with(Option::is_some)
    });
    let is_overview = expect_context::<Tools>().is_open(Tool::Overview);
    view! {
        {find.bar()}
        {alone_note(answer, only, alone, words)}
        <div class="workspace">
            <div
                class="workspace__rows"
                on:click:capture=move |event| list.stop(&event)
                on:auxclick:capture=move |event| list.stop(&event)
                on:dblclick:capture=move |event| list.stop(&event)
                on:contextmenu:capture=move |event| list.stop(&event)
                on:dragstart:capture=move |event| list.stop(&event)
                on:copy:capture=move |event| list.stop(&event)
            >
                {rows_view}
            </div>
            // The bar comes with its words, and only what changes in a status is said.
            <p class="unseen" role="status">{picked_text}</p>
            {selection_bar}
            {opened.preview(available, dates)}
            {once(is_overview, move || lazy_views::overview(list))}
            {once(is_called_through, move || lazy_views::calling_through(list))}
        </div>
    }
}
