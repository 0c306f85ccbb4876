//! What `start/early_call.js` asked while this program was still on its way: `config.json`, and the first
//! list call. They are taken over once; nothing is asked twice.
use super::rate_limiter::Millis;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// The text of `config.json`: `Some(None)` when there is no such file or nobody could be asked, `None`
/// when it was not asked for.
pub(super) async fn config_file() -> Option<Option<String>> {
    let text: Promise = property("config")?.dyn_into().ok()?;
    JsFuture::from(text).await.ok().map(|text| text.as_string())
}

/// The answer on its way, if it is to this very call: the same address, the same headers (`sender`). The
/// first question of the program decides; a call that it does not ask for is given up there and then.
pub(super) fn take(address: &str, sender: &str, abort: Option<&AbortSignal>) -> Option<EarlyAnswer> {
    let early = early()?;
    let take: Function = property("take")?.dyn_into().ok()?;
    let signal = abort.map_or(JsValue::UNDEFINED, JsValue::from);
    let answer = take.call3(&early, &address.into(), &sender.into(), &signal).ok()?;
    answer.dyn_into().ok().map(EarlyAnswer)
}

/// Waits until the first list call has begun, or until it is clear that there will be none: a moment. Where no
/// start has noted its path before, it begins now.
pub(super) async fn begun(path: impl FnOnce() -> String) {
    let begun = match property("begun") {
        Some(begun) => Some(begun),
        None => property("ask")
            .and_then(|it| it.dyn_into::<Function>().ok())
            .and_then(|ask| ask.call1(&JsValue::UNDEFINED, &path().into()).ok()),
    };
    if let Some(begun) = begun.and_then(|it| it.dyn_into::<Promise>().ok()) {
        let _ = JsFuture::from(begun).await;
    }
}

/// The answer to the first list call, if it comes soon, for whoever only wants to look at it.
pub(super) async fn first() -> Option<EarlyReply> {
    let first: Function = property("first")?.dyn_into().ok()?;
    let answer: Promise = first.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok()?;
    EarlyAnswer(answer).reply().await
}

/// Waits until the first rows are on the screen.
pub(super) async fn painted() {
    let painted = property("painted").and_then(|it| it.dyn_into::<Function>().ok());
    let painted = painted.and_then(|it| it.call0(&JsValue::UNDEFINED).ok()?.dyn_into::<Promise>().ok());
    if let Some(painted) = painted {
        let _ = JsFuture::from(painted).await;
    }
}

/// Says that the program asks for itself from now on, and hands out the slot that the early call
/// acquired, if there is one, and what releases its lock. It is one of the company's calls, also when
/// it was given up.
pub fn claim() -> Option<(usize, Function)> {
    let claim: Function = property("claim")?.dyn_into().ok()?;
    let permit = claim.call0(&JsValue::UNDEFINED).ok()?;
    let place = Reflect::get(&permit, &"place".into()).ok()?.as_f64().filter(|place| *place >= 0.0)?;
    let release = Reflect::get(&permit, &"release".into()).ok()?.dyn_into().ok()?;
    Some((place as usize, release))
}

/// Whether the early call is this very one and nobody has taken it over yet.
pub(super) fn is_for(address: &str, sender: &str) -> bool {
    let asked = property("isFor").and_then(|it| it.dyn_into::<Function>().ok());
    let asked = asked.map(|it| it.call2(&JsValue::UNDEFINED, &address.into(), &sender.into()));
    asked.and_then(Result::ok).is_some_and(|it| it.is_truthy())
}

/// A call that began before this program.
pub(super) struct EarlyAnswer(Promise);

impl EarlyAnswer {
    /// Waits for it; `None` when nobody could be reached, or when it was given up meanwhile.
    pub(super) async fn reply(self) -> Option<EarlyReply> {
        let reply = JsFuture::from(self.0).await.ok()?;
        let field = |name: &str| Reflect::get(&reply, &name.into()).ok();
        let body: Uint8Array = field("body")?.dyn_into().ok()?;
        Some(EarlyReply {
            status: field("status")?.as_f64()? as u16,
            retry_after: field("retryAfter")?.as_string(),
            date: field("date")?.as_string(),
            queue: field("queue")?.as_string(),
            at: field("at")?.as_f64()? as Millis,
            body: body.to_vec(),
        })
    }
}

/// What came of it, read to its end.
pub(super) struct EarlyReply {
    pub status: u16,
    pub retry_after: Option<String>,
    pub date: Option<String>,
    /// How long it stood in the company's queue, as the answer tells it.
    pub queue: Option<String>,
    /// When it came.
    pub at: Millis,
    pub body: Vec<u8>,
}

fn early() -> Option<JsValue> {
    let early = Reflect::get(&js_sys::global(), &"kehuEarly".into()).ok()?;
    early.is_object().then_some(early)
}

fn property(name: &str) -> Option<JsValue> {
    let value = Reflect::get(&early()?, &name.into()).ok()?;
    (!value.is_undefined()).then_some(value)
}
