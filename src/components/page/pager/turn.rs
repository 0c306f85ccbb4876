//! The ways to the page before and the next one.
use crate::components::{Icon, IconName};
use crate::model::PageNumber;
use crate::query::Change;
use leptos::prelude::*;
use std::time::Duration;

/// 上一页 or 下一页: a link, or the same words switched off where there is no such page.
#[component]
pub(super) fn Turn(
    to: Signal<Option<PageNumber>>,
    test_id: &'static str,
    name: &'static str,
    href: Callback<Change, String>,
    on_intent: Option<Callback<()>>,
) -> impl IntoView {
    /// Shorter stays are on the way to somewhere else.
    const REST: Duration = Duration::from_millis(120);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    // A pointer that stays where it clicked has not come back; a hand trembles by a pixel or two.
    let clicked_at = StoredValue::new(None);
    let leave = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let rest = move || {
        leave();
        if let Some(on_intent) = on_intent {
            timer.set_value(set_timeout_with_handle(move || on_intent.run(()), REST).ok());
        }
    };
    on_cleanup(leave);
    view! {
        <a
            class="pager__turn"
            data-testid=test_id
            // A link by itself while it leads somewhere.
            role=move || to.with(Option::is_none).then_some("link")
            href=move || to.get().map(|page| href.run(Change::GoTo(page)))
            aria-disabled=move || to.with(Option::is_none).then_some("true")
            on:pointermove=move |event| {
                let (x, y) = (event.client_x(), event.client_y());
                let stays = |(at_x, at_y): (i32, i32)| x.abs_diff(at_x) <= 2 && y.abs_diff(at_y) <= 2;
                if !clicked_at.get_value().is_some_and(stays) {
                    rest();
                }
            }
            on:pointerleave=move |_| leave()
            on:focus=move |_| rest()
            on:blur=move |_| leave()
            // Who turns the page has said what they want.
            on:click=move |event| {
                clicked_at.set_value(Some((event.client_x(), event.client_y())));
                leave();
            }
        >
            {turn_name(test_id, name)}
        </a>
    }
}

/// The same before the page around it is there: a link that needs no program.
pub(super) fn first_turn(href: Option<String>, test_id: &'static str, name: &'static str) -> impl IntoView {
    let is_off = href.is_none();
    view! {
        <a
            class="pager__turn"
            data-testid=test_id
            role=is_off.then_some("link")
            href=href
            aria-disabled=is_off.then_some("true")
        >
            {turn_name(test_id, name)}
        </a>
    }
}

fn turn_name(test_id: &'static str, name: &'static str) -> impl IntoView {
    let is_next = test_id == "next";
    let sign = |is_here: bool, name| is_here.then(|| view! { <Icon name /> });
    view! { {sign(!is_next, IconName::Left)} {name} {sign(is_next, IconName::Right)} }
}
