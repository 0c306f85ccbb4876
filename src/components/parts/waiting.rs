use crate::i18n::{Words, fill};
use crate::state::{Calls, Meter, lasts, now_ms};
use leptos::prelude::*;
use std::time::Duration;

/// Waits that are shorter need no word.
const MOMENT: Duration = Duration::from_millis(400);
/// A queue that lets a call through sooner is none to speak of.
const SHORT_LINE: Duration = Duration::from_secs(1);

/// Says how long a call has still to wait, near to whoever waits for it, and something else while none does.
/// The line above the rows leaves it to this one.
#[component]
pub fn Waiting(
    /// What is said while the call is on its way.
    otherwise: &'static str,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let calls = expect_context::<Calls>();
    let waiting = waiting_text(calls.meter(), words);
    let said_near = calls.said_near();
    said_near.update(|count| *count += 1);
    on_cleanup(move || {
        let _ = said_near.try_update(|count| *count -= 1);
    });
    view! {
        <span data-testid=move || waiting.with(Option::is_some).then_some("waiting")>
            {move || waiting.get().unwrap_or_else(|| otherwise.to_owned())}
        </span>
    }
}

/// What is said while somebody waits for the turn of a call: with the seconds that are left, which count down,
/// or in the company's queue, whose length nobody knows, with those that have gone by.
pub(crate) fn waiting_text(meter: Signal<Meter>, words: &'static Words) -> Memo<Option<String>> {
    let is_waiting = Memo::new(move |_| meter.with(|meter| meter.until.is_some()));
    let is_in_line = Memo::new(move |_| meter.with(|meter| meter.in_line_since.is_some()));
    let (is_long, is_long_line) = (lasts(is_waiting, MOMENT), lasts(is_in_line, SHORT_LINE));
    let now = RwSignal::new(0);
    Effect::new(move |timer: Option<Option<IntervalHandle>>| {
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        if !is_long.get() && !is_long_line.get() {
            return None;
        }
        let tick = move || {
            let _ = now.try_set(now_ms());
        };
        tick();
        set_interval_with_handle(tick, Duration::from_millis(250)).ok()
    });
    Memo::new(move |_| {
        let now = now.get();
        let Meter { until, in_line_since, .. } = meter.get();
        let left = until.filter(|_| is_long.get()).map(|until| (until - now + 999).max(1000) / 1000);
        let waited = in_line_since.filter(|_| is_long_line.get()).map(|since| (now - since).max(1000) / 1000);
        let say = |text, seconds: i64| fill(text, &[&seconds.to_string()]);
        left.map(|left| say(words.waits_for_calls, left))
            .or_else(|| waited.map(|waited| say(words.waits_in_line, waited)))
    })
}
