//! What narrows the list.
use crate::contents::{HOSTILE, LONG_WORD, TEXTS};
use crate::customers::today;
use crate::{Part, Room, State};
use kehu::components::{
    DateFilter, FilterChips, FilterSlot, MoreFilters, ProductFilter, SearchBox, SearchField,
};
use kehu::i18n::Lang;
use kehu::model;
use kehu::query::{Change, DateRange, DayPreset, Days, RangeField, SavedFilters};
use kehu::state::Screen;
use kehu::view_model::{ActiveFilter, FilterPlace};
use leptos::prelude::*;

/// The components of this file.
pub const PARTS: [Part; 7] = [
    Part { name: "SearchBox", show: search_boxes },
    Part { name: "SearchField", show: search_fields },
    Part { name: "DateFilter", show: date_filters },
    Part { name: "ProductFilter", show: product_filters },
    Part { name: "FilterSlot", show: slots },
    Part { name: "FilterChips", show: chips },
    Part { name: "MoreFilters", show: more },
];

fn nothing() -> Callback<Change> {
    Callback::new(|_| ())
}

fn fields() -> Vec<model::SearchField> {
    let field = |(name, label): (&str, &str)| model::SearchField { name: name.into(), label: label.into() };
    TEXTS.map(field).into()
}

fn search_boxes(lang: Lang) -> AnyView {
    let words = lang.words();
    let texts = TEXTS.map(|(name, text)| (name, text, true));
    let states = [("empty", "", true), ("on a phone, without a field", "晨光", false)];
    let show = |(name, text, has_field): (&'static str, &'static str, bool)| {
        let field = if text == LONG_WORD { "long" } else { "" }.to_owned();
        view! {
            <State name room=Room::Pair>
                <SearchBox words_asked=Signal::stored(text.to_owned()) field=Signal::stored(field)
                    fields=Signal::stored(fields()) has_field=Signal::stored(has_field)
                    on_change=nothing() on_retype=nothing() words />
            </State>
        }
    };
    states.into_iter().chain(texts).map(show).collect_view().into_any()
}

fn search_fields(lang: Lang) -> AnyView {
    let words = lang.words();
    let show = |(state, chosen): (&'static str, &'static str)| {
        let on_choose = Callback::new(|_| ());
        view! {
            <State name=state>
                <SearchField field=Signal::stored(chosen.to_owned()) fields=Signal::stored(fields()) on_choose words />
            </State>
        }
    };
    let states =
        [("any", ""), ("a long one is chosen", "long word"), ("one with markup is chosen", "markup")];
    states.into_iter().map(show).collect_view().into_any()
}

fn date_filters(lang: Lang) -> AnyView {
    let words = lang.words();
    let range = Days::Fixed(DateRange { from: Some(today()), to: Some(today()) });
    let states = [
        ("off", RangeField::Created, None),
        ("a preset", RangeField::RealRevisit, Some(Days::Preset(DayPreset::Older30))),
        ("two days", RangeField::RevisitRemind, Some(range)),
    ];
    let show = |(name, field, days): (&'static str, RangeField, Option<Days>)| {
        view! { <State name>{date_filter(field, days, words)}</State> }
    };
    states.into_iter().map(show).collect_view().into_any()
}

/// Its card has an id of its own only among those of other dates: each stands on the page once.
fn date_filter(field: RangeField, days: Option<Days>, words: &'static kehu::i18n::Words) -> AnyView {
    let mut filters = SavedFilters::default();
    filters.set_days(field, days);
    let (active, today) = (Signal::stored(None), Callback::new(|()| today()));
    view! {
        <DateFilter field filters=Signal::stored(filters) active today on_change=nothing() words />
    }
    .into_any()
}

fn product_filters(lang: Lang) -> AnyView {
    let words = lang.words();
    let states = [("off", None), ("on", Some(42)), ("a long number", Some(i64::MAX))];
    let show = |(name, product): (&'static str, Option<i64>)| {
        view! {
            <State name><ProductFilter product=Signal::stored(product) on_change=nothing() words /></State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}

/// Where the filters stand on a sheet, chips say what is on.
fn says_it_here() -> Signal<bool> {
    let screen = expect_context::<Screen>();
    Signal::derive(move || !screen.is_narrow.get())
}

fn slots(lang: Lang) -> AnyView {
    let is_chip = says_it_here();
    let words = lang.words();
    let days = Some(Days::Preset(DayPreset::Last7));
    view! {
        <State name="off"><div class="parts__line"><FilterSlot active=Signal::stored(None) is_chip on_change=nothing() words>
                {button("状态", "")}
            </FilterSlot></div></State>
        <State name="on, a date with fixed days"><div class="parts__line"><FilterSlot active=Signal::stored(Some(active("更新时间: 近 7 天", true))) is_chip on_change=nothing() words>
                {date_filter(RangeField::Updated, days, words)}
            </FilterSlot></div></State>
        {TEXTS.map(|(name, text)| view! {
            <State name><div class="parts__line"><FilterSlot active=Signal::stored(Some(active(text, false))) is_chip on_change=nothing() words>
                    {button("状态", text)}
                </FilterSlot></div></State>
        }).into_iter().collect_view()}
        <State name="on, said by chips"><div class="parts__line"><FilterSlot active=Signal::stored(Some(active("状态: 意向", false))) is_chip=Signal::stored(false) on_change=nothing() words>
                {button("状态", "意向")}
            </FilterSlot></div></State>
    }
    .into_any()
}

/// As the filter of a choice, a container, draws it.
fn button(name: &'static str, value: &str) -> AnyView {
    let is_on = !value.is_empty();
    view! {
        <button type="button" class="filter" class=("filter--on", is_on)>
            <span class="filter__name">{name}</span>" "<span class="filter__value">{value.to_owned()}</span>
        </button>
    }
    .into_any()
}

fn active(text: &str, is_fixed: bool) -> ActiveFilter {
    let place = FilterPlace::Product;
    ActiveFilter { place, text: text.to_owned(), exact: None, is_fixed, remove: Change::Product(None) }
}

fn chips(lang: Lang) -> AnyView {
    let words = lang.words();
    let states = [
        ("one", vec![active("状态: 意向", false)]),
        ("fixed days", vec![active("创建时间: 2026-01-01 至 2026-01-12", true)]),
        ("all texts", TEXTS.map(|(name, text)| active(text, name == "markup")).into()),
    ];
    let show = |(name, filters): (&'static str, Vec<ActiveFilter>)| {
        let on_open = Callback::new(|_| ());
        view! {
            <State name room=Room::Line>
                <FilterChips filters=Signal::stored(filters) on_open on_change=nothing() words />
            </State>
        }
    };
    states.into_iter().map(show).collect_view().into_any()
}

/// Its card has an id, so that it stands on the page once.
fn more(lang: Lang) -> AnyView {
    let is_chip = says_it_here();
    let words = lang.words();
    view! {
        <State name="two are on; its button opens it">
            <MoreFilters count=Signal::stored(2) settled=Signal::stored(0) is_open=RwSignal::new(false) words>
                {[HOSTILE, LONG_WORD].map(|text| view! {
                    <FilterSlot active=Signal::stored(Some(active(text, false))) is_chip on_change=nothing() words>
                        {button("来源", text)}
                    </FilterSlot>
                }).into_iter().collect_view()}
            </MoreFilters>
        </State>
    }
    .into_any()
}
