use crate::components::filters::filter_slot::{button_title, button_words};
use crate::components::lazy_views;
use crate::components::parts::popover::{card_close, opens};
use crate::i18n::{Words, fill};
use crate::query::{
    Change, Date, DateRange, DayPreset, Days, RangeField, SavedFilters, parse_date, write_date,
};
use crate::view_model::{ActiveFilter, describe_days, preset_name, range_name, range_text};
use leptos::{ev, html, prelude::*};

/// A filter by the days of one date: presets, from–to, and for the actual follow-up one day.
#[component]
pub fn DateFilter(
    /// Which date.
    field: RangeField,
    /// The filters in use.
    #[prop(into)]
    filters: Signal<SavedFilters>,
    /// The filter, while it is on.
    #[prop(into)]
    active: Signal<Option<ActiveFilter>>,
    /// Today, asked when it is opened: a page stays open over midnight.
    today: Callback<(), Date>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let name = range_name(field, words);
    let id = card_id(field);
    let test_id = format!("filter-{}", field.as_str().replace('_', "-"));
    let card = NodeRef::<html::Div>::new();
    let (is_open, set_open) = signal(false);
    let day =
        move || filters.with(SavedFilters::real_revisit_day).filter(|_| field == RangeField::RealRevisit);
    let days = move || filters.with(|filters| filters.days(field));
    let chosen = Signal::derive(move || match days() {
        Some(days) => Some(describe_days(field, days, words)),
        None => day().map(write_date),
    });
    let label = move || chosen.get().map(|chosen| fill(words.chip, &[name, &chosen]));
    let send = Callback::new(move |change: Change| {
        if let Some(card) = card.get_untracked() {
            let _ = card.hide_popover();
        }
        on_change.run(change);
    });
    let content = move || lazy_views::days_card(field, filters, today, send, on_change, words);
    view! {
        <button
            type="button"
            class="filter"
            class=("filter--open", is_open)
            class=("filter--on", move || days().is_some() || day().is_some())
            data-testid=test_id
            popovertarget=id.clone()
            aria-haspopup="dialog"
            aria-label=label
            title=button_title(active, words)
        >
            {button_words(name, chosen)}
        </button>
        <div
            node_ref=card
            popover="auto"
            id=id.clone()
            class="days"
            role="dialog"
            aria-label=name
            on:toggle=move |event: ev::Event| set_open.set(opens(&event))
        >
            {move || is_open.get().then(content)}
            {card_close(id.clone(), words)}
        </div>
    }
}

/// The id of the card with the days of a date.
pub(crate) fn card_id(field: RangeField) -> String {
    format!("days-{}", field.as_str())
}

pub(crate) fn card(
    field: RangeField,
    filters: Signal<SavedFilters>,
    today: Callback<(), Date>,
    send: Callback<Change>,
    on_change: Callback<Change>,
    words: &'static Words,
) -> AnyView {
    let today = today.run(());
    let (days, day) = filters.with_untracked(|filters| (filters.days(field), filters.real_revisit_day()));
    let day = day.filter(|_| field == RangeField::RealRevisit);
    let preset = |preset: &DayPreset| {
        let chosen = Days::Preset(*preset);
        view! {
            <button
                type="button"
                class="preset"
                title=range_text(preset.on(today), words)
                aria-pressed=(days == Some(chosen)).to_string()
                on:click=move |_| send.run(Change::Days(field, Some(chosen)))
            >
                {preset_name(field, *preset, words)}
            </button>
        }
    };
    let groups: Vec<_> = DayPreset::offered(field)
        .iter()
        .map(
            |group| view! { <div class="days__presets">{group.iter().map(preset).collect::<Vec<_>>()}</div> },
        )
        .collect();
    let is_fixed = day.is_some() || matches!(days, Some(Days::Fixed(_)));
    let hint = is_fixed.then(|| view! { <p class="days__hint">{words.fixed_days_hint}</p> });
    let one_day = (field == RangeField::RealRevisit).then(|| view! { <OneDay day send words /> });
    view! {
        {hint}
        {groups}
        <FromTo field range=days.map(|days| days.on(today)) send on_change words />
        {one_day}
    }
    .into_any()
}

/// A year that is typed digit by digit is an earlier one at first.
const EARLIEST: i32 = 1900;

#[component]
fn FromTo(
    field: RangeField,
    range: Option<DateRange>,
    send: Callback<Change>,
    on_change: Callback<Change>,
    words: &'static Words,
) -> impl IntoView {
    let (from, to) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let end =
        move |input: NodeRef<html::Input>| input.get_untracked().and_then(|input| parse_date(&input.value()));
    let change = move || Change::Days(field, DateRange::new(end(from), end(to)).map(Days::Fixed));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        send.run(change());
    };
    // The second day says all there is to say. The card stays: it may be put right.
    let changed = move |_: ev::Event| {
        let is_whole = |day: Option<Date>| day.is_some_and(|day| day.year() >= EARLIEST);
        if is_whole(end(from)) && is_whole(end(to)) {
            on_change.run(change());
        }
    };
    let text = |day: Option<Date>| day.map(write_date).unwrap_or_default();
    view! {
        <form class="days__form" on:submit=submit on:change=changed>
            <label>{words.from_day}<input node_ref=from type="date" name="from" value=text(range.and_then(|range| range.from)) /></label>
            <label>{words.to_day}<input node_ref=to type="date" name="to" value=text(range.and_then(|range| range.to)) /></label>
            <button type="submit" class="button">{words.apply}</button>
        </form>
    }
}

#[component]
fn OneDay(day: Option<Date>, send: Callback<Change>, words: &'static Words) -> impl IntoView {
    // Not at every change: while a year is typed digit by digit, each is a date of its own.
    let input = NodeRef::<html::Input>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let day = input.get_untracked().and_then(|input| parse_date(&input.value()));
        send.run(Change::RealRevisitDay(day));
    };
    view! {
        <form class="days__form" on:submit=submit>
            <label class="days__one">{words.one_day}<input node_ref=input type="date" name="day" value=day.map(write_date) /></label>
            <button type="submit" class="button">{words.apply}</button>
        </form>
    }
}
