use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// What the page needs to know of the screen beyond what style sheets can do by themselves.
#[derive(Clone, Copy)]
pub struct Screen {
    /// A phone: rows are cards, and filters stand on a sheet of their own.
    pub is_phone: ReadSignal<bool>,
    /// Too narrow for a line of filters: they stand on a sheet, and chips say which are on.
    pub is_narrow: ReadSignal<bool>,
}

/// The same sizes have names in `style/screens.css`.
const PHONE: &str = "(width <= 640px)";
const SHEET: &str = "(width <= 1060px)";
const LOW: &str = "(height < 480px)";
const TOUCH: &str = "(pointer: coarse)";

impl Screen {
    /// Follows the window's width.
    pub fn watch() -> Self {
        Self { is_phone: follow(PHONE), is_narrow: follow(SHEET) }
    }

    /// Whether it is a phone's at this moment.
    pub fn is_phone_now() -> bool {
        is_now(PHONE)
    }

    /// Whether it is so low at this moment that the page scrolls as a whole.
    pub fn is_low_now() -> bool {
        is_now(LOW)
    }

    /// Whether it is worked with a finger.
    pub fn is_touch_now() -> bool {
        is_now(TOUCH)
    }
}

fn follow(query: &str) -> ReadSignal<bool> {
    let (matches, set_matches) = signal(is_now(query));
    if let Ok(Some(query)) = window().match_media(query) {
        let changed = Closure::<dyn Fn(web_sys::MediaQueryListEvent)>::new(
            move |event: web_sys::MediaQueryListEvent| {
                set_matches.set(event.matches());
            },
        );
        let _ = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        // It lives as long as the page.
        changed.forget();
    }
    matches
}

fn is_now(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
