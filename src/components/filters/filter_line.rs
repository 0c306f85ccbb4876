use super::remove_buttons::clear_button;
use crate::components::parts::resize::on_resize;
use crate::components::{ChoiceFilter, DateFilter, FilterSlot, MoreFilters, ProductFilter};
use crate::i18n::Words;
use crate::query::{Change, SavedFilters};
use crate::state::{Question, Screen, today};
use crate::view_model::{ActiveFilter, FILTERS, FilterPlace, LineItem, choice_name, in_line, range_name};
use leptos::{html, prelude::*};

/// The filters in their line, what is set at its front, and behind a button those for which it has no room.
/// On a narrow screen all of them stand one below the other, on a sheet.
#[component]
pub fn FilterLine(
    /// Where they stand.
    line: NodeRef<html::Div>,
    /// The filters in use.
    #[prop(into)]
    filters: Signal<SavedFilters>,
    /// The same, in words.
    #[prop(into)]
    active: Signal<Vec<ActiveFilter>>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (question, is_narrow) = (expect_context::<Question>(), expect_context::<Screen>().is_narrow);
    let room = width_of(line);
    let is_chip = Signal::derive(move || !is_narrow.get());
    let active_at = move |place: FilterPlace| {
        active.with(|active| active.iter().find(|filter| filter.place == place).cloned())
    };
    let is_more_open = RwSignal::new(false);
    // Before the line has a width, nobody knows what stands in it.
    let is_known = move || is_narrow.get() || room.with(Option::is_some);
    let places = Memo::new(move |known: Option<&Vec<FilterPlace>>| {
        // What somebody is just working with stays where it is.
        if let Some(known) = known.filter(|_| is_more_open.get()) {
            return known.clone();
        }
        if is_narrow.get() {
            return FILTERS.to_vec();
        }
        let Some(room) = room.get() else { return Vec::new() };
        let item = |place| {
            let name = name_of(place, words);
            let value = active_at(place).map(|filter| {
                let value = filter.text.strip_prefix(name).unwrap_or(&filter.text);
                value.trim_start_matches([':', ' ']).to_owned()
            });
            LineItem { place, name, value }
        };
        in_line(&FILTERS.map(item), room)
    });
    let control = move |place: FilterPlace| match place {
        FilterPlace::Choice(choice) => {
            let value = Signal::derive(move || filters.with(|filters| filters.choices.get(choice)));
            let value_name = Signal::derive(move || question.choice_name(choice, value.get()?));
            let active = Signal::derive(move || active_at(place));
            view! { <ChoiceFilter choice value value_name active on_change words /> }.into_any()
        }
        FilterPlace::Days(field) => {
            let active = Signal::derive(move || active_at(place));
            let today = Callback::new(|()| today());
            view! { <DateFilter field filters active today on_change words /> }.into_any()
        }
        FilterPlace::Product | FilterPlace::Search => {
            let product = Signal::derive(move || filters.with(|filters| filters.product));
            view! { <ProductFilter product on_change words /> }.into_any()
        }
    };
    let slot = move |place: FilterPlace, stands_in_line: bool| {
        let is_here =
            Memo::new(move |_| is_known() && places.with(|places| places.contains(&place)) == stands_in_line);
        move || {
            is_here.get().then(|| {
                let active = Memo::new(move |_| active_at(place));
                view! { <FilterSlot active is_chip on_change words>{control(place)}</FilterSlot> }
            })
        }
    };
    let has_more =
        Memo::new(move |_| room.with(Option::is_some) && places.with(|places| places.len() < FILTERS.len()));
    let count = move || {
        let is_behind = |filter: &&ActiveFilter| {
            filter.place != FilterPlace::Search && places.with(|places| !places.contains(&filter.place))
        };
        active.with(|active| active.iter().filter(is_behind).count())
    };
    let settled = Memo::new(move |known: Option<&u32>| {
        active.track();
        known.map_or(0, |known| known.wrapping_add(1))
    });
    let more = move || {
        has_more.get().then(|| {
            let count = Signal::derive(count);
            view! { <MoreFilters count settled is_open=is_more_open words>{FILTERS.map(|place| slot(place, false))}</MoreFilters> }
        })
    };
    let clear = move || {
        let is_on = is_chip.get() && active.with(|active| !active.is_empty());
        is_on.then(|| clear_button("button button--quiet filter-bar__clear", on_change, words))
    };
    view! {
        {FILTERS.map(|place| slot(place, true))}
        {more}
        {clear}
    }
}

fn name_of(place: FilterPlace, words: &Words) -> &'static str {
    match place {
        FilterPlace::Choice(choice) => choice_name(choice, words),
        FilterPlace::Days(field) => range_name(field, words),
        FilterPlace::Product => words.product,
        FilterPlace::Search => words.search,
    }
}

/// How wide an element is, in CSS pixels; `None` before it stands in the page.
fn width_of(element: NodeRef<html::Div>) -> ReadSignal<Option<u32>> {
    let (width, set_width) = signal(None);
    on_resize(element, move || {
        // What cannot be seen has no width, and its line stays as it was.
        let now = element.try_get_untracked().flatten().map(|it| it.client_width() as u32);
        if let Some(now) = now.filter(|now| *now > 0 && width.try_get_untracked() != Some(Some(*now))) {
            set_width.try_set(Some(now));
        }
    });
    width
}
