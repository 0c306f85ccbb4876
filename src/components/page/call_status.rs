use crate::components::parts::waiting::waiting_text;
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::state::{Calls, Customers, Freshness, LoadState, Meter, lasts, now_ms};
use leptos::prelude::*;
use std::time::Duration;

/// An answer that takes longer is said to be slow.
const SLOW: Duration = Duration::from_secs(1);

/// Says why the rows are not the newest: no network, no calls left for the moment, a slow answer.
/// What was loaded stays below it, and everything can be used meanwhile.
#[component]
pub fn CallStatus(
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let customers = expect_context::<Customers>();
    let calls = expect_context::<Calls>();
    let freshness = expect_context::<Freshness>();
    let state = customers.state();
    let meter = calls.meter();
    let is_loading = Memo::new(move |_| state.with(|state| matches!(state, LoadState::Loading(_))));
    let is_slow_call = lasts(is_loading, SLOW);
    let waiting = waiting_text(meter, words);
    let said_near = calls.said_near();
    let is_said_here = Memo::new(move |_| said_near.get() == 0 && waiting.with(Option::is_some));
    let time = RwSignal::new(0);
    // A clock only while somebody waits.
    Effect::new(move |timer: Option<Option<IntervalHandle>>| {
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        if !is_slow_call.get() {
            return None;
        }
        let began = now_ms();
        let tick = move || {
            let _ = time.try_set(now_ms() - began + 1000);
        };
        tick();
        set_interval_with_handle(tick, Duration::from_millis(250)).ok()
    });
    let text = Memo::new(move |_| {
        let has_rows = state.with(|state| state.answer().is_some());
        let is_failed = state.with(|state| matches!(state, LoadState::Failed(..)));
        if waiting.with(Option::is_some) {
            return waiting.get().filter(|_| is_said_here.get());
        }
        if !freshness.is_online().get() {
            // Without rows, or with a question that failed, the notice below says it.
            return (has_rows && !is_failed).then(|| words.offline_kept.to_owned());
        }
        let is_slow = is_slow_call.get() && is_loading.get();
        is_slow.then(|| fill(words.slow_answer, &[&(time.get() / 1000).max(1).to_string()]))
    });
    let is_shown = Memo::new(move |_| text.with(Option::is_some));
    let stop = move || {
        (is_shown.get() && is_loading.get()).then(|| {
            view! {
                <button
                    type="button"
                    class="button button--quiet calls__stop"
                    data-testid="stop-waiting"
                    on:click=move |_| customers.stop_waiting()
                >
                    {words.stop_waiting}
                </button>
            }
        })
    };
    view! {
        <div class="calls">
            <p class=("calls__line", move || is_shown.get()) data-testid=move || is_shown.get().then_some("call-status")>
                // It is there before its words are, and says them alone, without the button's.
                <span role="status" data-testid=move || is_said_here.get().then_some("waiting")>{move || text.get()}</span>
                {stop}
            </p>
        </div>
    }
}

/// From 7 of 10 on, a word that calls run short: until then nobody needs to know that there is a limit.
#[component]
pub fn CallMeter(
    /// How the calls stand.
    meter: Signal<Meter>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let name = move || {
        let Meter { used, limit, waiting, .. } = meter.get();
        let used = fill(words.calls_used, &[&used.to_string(), &limit.to_string()]);
        if waiting == 0 {
            used
        } else {
            [used, fill(words.calls_waiting, &[&waiting.to_string()])].join(" · ")
        }
    };
    let is_many = Memo::new(move |_| meter.with(|it| it.limit > 0 && it.used * 10 >= it.limit * 7));
    let text = move || {
        let Meter { used, limit, .. } = meter.get();
        fill(words.calls_many, &[&used.to_string(), &limit.to_string()])
    };
    move || {
        is_many.get().then(|| {
            view! { <span class="meter" data-testid="call-meter" role="img" title=name aria-label=name>{text}</span> }
        })
    }
}

/// Asks for the rows again, and says how old they are.
#[component]
pub fn Refresh(
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let customers = expect_context::<Customers>();
    let freshness = expect_context::<Freshness>();
    let is_refreshing = customers.is_refreshing();
    let minutes = freshness.minutes();
    let age = move || {
        let minutes = minutes.get();
        (minutes > 0).then(|| {
            let text = match minutes {
                1..60 => fill(words.minutes_ago, &[&minutes.to_string()]),
                _ => fill(words.hours_ago, &[&(minutes / 60).to_string()]),
            };
            view! { <span class="refresh__age" data-testid="age">{text}</span> }
        })
    };
    view! {
        <span class="refresh">
            <button
                type="button"
                class="button button--quiet button--icon refresh__button"
                data-testid="refresh"
                aria-label=words.refresh
                title=words.refresh
                // Not by `aria-busy`: the browser would look for signs in the whole table when that is busy.
                class=("refresh__button--busy", is_refreshing)
                aria-busy=move || is_refreshing.get().to_string()
                on:click=move |_| customers.refresh(true)
            >
                <Icon name=IconName::Refresh />
            </button>
            {age}
        </span>
    }
}
