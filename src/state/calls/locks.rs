//! One lock of the browser for each slot of the rate limiter, so that two tabs never acquire the same one.
//! Called by name: the bindings have these only among what may still change.
use crate::state::browser::storage::own_name;
use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The lock of a slot; where the browser has no locks (a page without TLS), nothing is held and
/// only the note in storage keeps the tabs apart.
#[derive(Clone)]
pub(super) struct SlotLock(Option<Function>);

impl SlotLock {
    /// A lock that a script acquired before this program.
    pub fn by(release: Function) -> Self {
        Self(Some(release))
    }

    /// No lock.
    pub fn nothing() -> Self {
        Self(None)
    }

    /// Lets the next call have it.
    pub fn release(&self) {
        if let Some(release) = &self.0 {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// Acquires the lock of a slot, or gives `None` when another tab has it.
pub(super) async fn acquire(slot: usize) -> Option<SlotLock> {
    let navigator = window().navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object);
    let Some(locks) = locks else { return Some(SlotLock(None)) };
    let options = Object::new();
    let (Ok(request), Ok(true)) = (
        Reflect::get(&locks, &"request".into()).and_then(JsCast::dyn_into::<Function>),
        Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE),
    ) else {
        return Some(SlotLock(None));
    };
    let granted = Promise::new(&mut |tell, _| {
        let granted = tell.clone();
        // What the browser is given back keeps the lock until it is resolved.
        let keep = Closure::once_into_js(move |lock: JsValue| {
            if lock.is_null() {
                let _ = granted.call1(&JsValue::NULL, &JsValue::NULL);
                return JsValue::UNDEFINED;
            }
            Promise::new(&mut |release, _| {
                let _ = granted.call1(&JsValue::NULL, &release);
            })
            .into()
        });
        let name = own_name(&format!("kehu.call.{slot}"));
        let asked = request.call3(&locks, &name.into(), &options, &keep);
        // Some browsers have locks and forbid them to some pages.
        leptos::task::spawn_local(async move {
            let is_forbidden = match asked.map(|asked| asked.dyn_into::<Promise>()) {
                Ok(Ok(asked)) => JsFuture::from(asked).await.is_err(),
                _ => true,
            };
            if is_forbidden {
                let _ = tell.call1(&JsValue::NULL, &JsValue::UNDEFINED);
            }
        });
    });
    match JsFuture::from(granted).await {
        Ok(answer) if answer.is_null() => None,
        Ok(answer) => Some(SlotLock(answer.dyn_into().ok())),
        Err(_) => Some(SlotLock(None)),
    }
}
