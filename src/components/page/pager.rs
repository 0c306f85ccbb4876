mod turn;

use self::turn::{Turn, first_turn};
use crate::components::parts::popover::card_close;
use crate::components::{Icon, IconName};
use crate::i18n::{RowWords, Words, fill};
use crate::model::{NextPage, PageNumber, PageSize};
use crate::query::Change;
use crate::view_model::{PageItem, PagerView};
use leptos::{ev, html, prelude::*};

const SEPARATOR: &str = " · ";

/// Turns pages, mostly without a total: the pages known so far have numbers, any other can be typed.
#[component]
pub fn Pager(
    /// The pages.
    #[prop(into)]
    view: Signal<PagerView>,
    /// How many rows this page has; `None` while nothing was answered.
    #[prop(into)]
    rows: Signal<Option<usize>>,
    /// Rows a page.
    #[prop(into)]
    per_page: Signal<PageSize>,
    /// The address after a change.
    href: Callback<Change, String>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// Whether all but the way to other pages stands on a card of its own.
    #[prop(into, optional)]
    is_phone: Signal<bool>,
    /// Told when the pointer or the focus rests on the way to the next page.
    #[prop(optional)]
    on_intent: Option<Callback<()>>,
    /// The words of the page.
    words: &'static Words,
    /// What stands beside the summary.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let here = move || view.with(|view| summary(view, rows.get(), words));
    let after = move || view.with(|view| what_follows(view, words)).unwrap_or_default();
    let total = Memo::new(move |_| view.with(|view| view.total));
    // The places stay while the next page is on its way, and so do their addresses.
    let places = Memo::new(move |_| {
        view.with(|view| (view.page, addresses(view, |page| href.run(Change::GoTo(page)))))
    });
    let items = move || {
        let (page, places) = places.get();
        items(page, places, words)
    };
    view! {
        <nav class="pager" aria-label=words.pager>
            <div id="pager-rest" class="pager__rest" popover=move || is_phone.get().then_some("auto")>
                <p class="pager__summary">
                    <span prop:textContent=here></span>
                    <span prop:textContent=after></span>
                </p>
                {children.map(|children| children())}
                <PerPage per_page on_change words />
                <GoTo view on_change words />
                {move || is_phone.get().then(|| card_close("pager-rest", words))}
            </div>
            {move || total.get().map(|total| total_text(total, words))}
            <div class="pager__pages">
                <Turn to=Signal::derive(move || view.with(|view| view.previous)) test_id="prev" name=words.previous href on_intent=None />
                <ol class="pager__list">{items}</ol>
                <Turn to=Signal::derive(move || view.with(|view| view.next)) test_id="next" name=words.next href on_intent />
            </div>
            <button type="button" class="button button--quiet button--icon pager__more" data-testid="pager-more" popovertarget="pager-rest" aria-haspopup="dialog" aria-label=words.more title=words.more>
                <Icon name=IconName::More />
            </button>
        </nav>
    }
}

/// The pager before the page around it is there: its links need no program, and all else waits.
pub fn first_pager(
    view: &PagerView,
    rows: usize,
    per_page: PageSize,
    href: impl Fn(PageNumber) -> String,
    words: &'static RowWords,
) -> AnyView {
    let items = items(view.page, addresses(view, &href), words);
    view! {
        <nav class="pager" aria-label=words.pager>
            <div class="pager__rest">
                <p class="pager__summary">
                    {summary(view, Some(rows), words)}
                    <span>{what_follows(view, words)}</span>
                </p>
                <select class="pager__size" disabled aria-label=words.per_page>
                    <option>{fill(words.per_page_option, &[&per_page.to_string()])}</option>
                </select>
                <form class="pager__go"><input disabled aria-label=words.go_to_page placeholder=words.go_to_place /></form>
            </div>
            {view.total.map(|total| total_text(total, words))}
            <div class="pager__pages">
                {first_turn(view.previous.map(&href), "prev", words.previous)}
                <ol class="pager__list">{items}</ol>
                {first_turn(view.next.map(&href), "next", words.next)}
            </div>
            <span class="pager__more"></span>
        </nav>
    }
    .into_any()
}

/// Where the reader is, in words.
fn summary(view: &PagerView, rows: Option<usize>, words: &'static RowWords) -> String {
    match (rows, view.before) {
        (Some(rows @ 1..), Some(before)) => {
            let places = [before + 1, before.saturating_add(rows as u64)].map(|place| place.to_string());
            fill(words.page_rows, &[&places[0], &places[1]])
        }
        _ => fill(words.page_number, &[&view.page.to_string()]),
    }
}

/// Whether there is more, in words that go on from [`summary`].
fn what_follows(view: &PagerView, words: &'static RowWords) -> Option<String> {
    let after = match (view.next, view.follows?) {
        (Some(_), NextPage::Unknown) => words.maybe_more_pages,
        (Some(_), _) => words.more_pages,
        (None, NextPage::No) => words.last_page,
        (None, _) => return None,
    };
    Some([SEPARATOR, after].concat())
}

/// How many customers there are in all, as the endpoint says.
fn total_text(total: u64, words: &'static RowWords) -> AnyView {
    let text = fill(words.total, &[&total.to_string()]);
    view! { <p class="pager__total" data-testid="total">{text}</p> }.into_any()
}

/// The pages with their addresses; `None` for a gap.
fn addresses(view: &PagerView, href: impl Fn(PageNumber) -> String) -> Vec<Option<(PageNumber, String)>> {
    let address = |item: &PageItem| match *item {
        PageItem::Gap => None,
        PageItem::Page(number) => Some((number, href(number))),
    };
    view.items.iter().map(address).collect()
}

fn items(
    page: PageNumber,
    places: Vec<Option<(PageNumber, String)>>,
    words: &'static RowWords,
) -> Vec<AnyView> {
    let item = |place: Option<(PageNumber, String)>| match place {
        None => view! { <li class="pager__gap" aria-hidden="true">"…"</li> }.into_any(),
        Some((number, address)) => {
            let current = (number == page).then_some("page");
            let test_id = current.map(|_| "page-number");
            let name = fill(words.page_number, &[&number.to_string()]);
            view! {
                <li class=current.map(|_| "pager__here")>
                    <a
                        class="pager__page"
                        href=address
                        aria-current=current
                        aria-label=name
                        data-testid=test_id
                        prop:textContent=number.to_string()
                    ></a>
                </li>
            }
            .into_any()
        }
    };
    places.into_iter().map(item).collect()
}

#[component]
fn PerPage(per_page: Signal<PageSize>, on_change: Callback<Change>, words: &'static Words) -> impl IntoView {
    // Told of every turned page, and seldom of another size.
    let per_page = Memo::new(move |_| per_page.get());
    let sizes = move || {
        let mut sizes = PageSize::OFFERED.to_vec();
        if !sizes.contains(&per_page.get()) {
            sizes.push(per_page.get());
            sizes.sort_unstable();
        }
        sizes
    };
    let changed = move |event: ev::Event| {
        if let Some(size) = event_target_value(&event).parse().ok().and_then(PageSize::asked) {
            on_change.run(Change::PerPage { size, before: per_page.get_untracked() });
        }
    };
    view! {
        <select class="pager__size" data-testid="per-page" aria-label=words.per_page on:change=changed>
            {move || sizes()
                .into_iter()
                .map(|size| view! {
                    <option value=size.to_string() selected=move || per_page.get() == size>
                        {fill(words.per_page_option, &[&size.to_string()])}
                    </option>
                })
                .collect::<Vec<_>>()}
        </select>
    }
}

#[component]
fn GoTo(view: Signal<PagerView>, on_change: Callback<Change>, words: &'static Words) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(input) = input.get_untracked() {
            if let Ok(page) = input.value().trim().parse() {
                on_change.run(Change::GoTo(view.with_untracked(|view| view.turn_to(page))));
            }
            input.set_value("");
        }
    };
    view! {
        <form class="pager__go" on:submit=submit>
            <input
                node_ref=input
                type="number"
                min="1"
                step="1"
                inputmode="numeric"
                name="page"
                aria-label=words.go_to_page
                title=words.go_to_page
                placeholder=words.go_to_place
            />
        </form>
    }
}
