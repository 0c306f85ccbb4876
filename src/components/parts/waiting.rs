use crate::i18n::{Words, fill};
use crate::state::{Calls, Meter, lasts, now_ms};
use leptos::prelude::*;
use std::time::Duration;

/// Waits that are shorter need no word.
const MOMENT: Duration = Duration::from_millis(400);

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

/// What is said while somebody waits for the turn of a call: with seconds, which count down.
pub(crate) fn waiting_text(meter: Signal<Meter>, words: &'static Words) -> Memo<Option<String>> {
    let is_waiting = Memo::new(move |_| meter.with(|meter| meter.until.is_some()));
    let is_long = lasts(is_waiting, MOMENT);
    let left = RwSignal::new(None);
    Effect::new(move |timer: Option<Option<IntervalHandle>>| {
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        if !is_long.get() {
            left.maybe_update(|left| left.take().is_some());
            return None;
        }
        let tick = move || {
            let until = meter.try_with_untracked(|meter| meter.until).flatten();
            let _ = left.try_set(until.map(|until| (until - now_ms() + 999).max(1000) / 1000));
        };
        tick();
        set_interval_with_handle(tick, Duration::from_millis(250)).ok()
    });
    Memo::new(move |_| {
        let left = left.get().filter(|_| is_long.get());
        left.map(|left: i64| fill(words.waits_for_calls, &[&left.to_string()]))
    })
}
