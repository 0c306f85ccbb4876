use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Runs once the element stands in the page, and whenever its size changes.
pub(crate) fn on_resize(element: NodeRef<html::Div>, run: impl Fn() + Copy + 'static) {
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let changed = Closure::<dyn Fn()>::new(run);
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let kept = StoredValue::new_local((observer, changed));
            on_cleanup(move || {
                kept.try_with_value(|(observer, _)| observer.disconnect());
            });
        }
    });
}
