//! What a panic leaves behind: its place, for the page that `start/stop.js` then shows.
use js_sys::Error;
use std::panic::Location;
use wasm_bindgen::{JsCast, JsValue};

/// Notes the place of a panic on the root element and in the console. The message stays out of both:
/// it may quote what a customer wrote. A panic ends in a trap, and `start/stop.js` sees that.
pub fn note_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(place).unwrap_or_default();
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(root) = root {
            let _ = root.set_attribute("data-panic", &place);
        }
        leptos::logging::error!("the program has stopped at {place}");
    }));
}

/// Notes in the console that the document refused something. As with a panic its message stays out: only
/// the kind of the error is told.
pub fn note_refusal(what: &str, cause: &JsValue) {
    let kind = cause.dyn_ref::<Error>().map(|error| String::from(error.name())).unwrap_or_default();
    leptos::logging::error!("the document refused {what}: {kind}");
}

/// Says that what was left of the program did not come; `start/stop.js` tells the user.
pub fn tell_of_no_start() {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("kehu-no-start")) {
        let _ = window.dispatch_event(&event);
    }
}

fn place(location: &Location<'_>) -> String {
    format!("{}:{}:{}", short(location.file()), location.line(), location.column())
}

/// A file's name from its crate on: where crates lie on the machine of a build is nobody's business.
fn short(file: &str) -> &str {
    let Some(sources) = file.rfind("/src/") else {
        return file;
    };
    file[..sources].rfind('/').map_or(file, |at| &file[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_place_begins_with_its_crate() {
        for (file, expected) in [
            ("src/app.rs", "src/app.rs"),
            ("export-worker/src/main.rs", "export-worker/src/main.rs"),
            ("/home/me/registry/src/mirror/tachys-0.2.1/src/dom.rs", "tachys-0.2.1/src/dom.rs"),
            ("/rustc/0123/library/core/src/option.rs", "core/src/option.rs"),
            ("main.rs", "main.rs"),
        ] {
            assert_eq!(short(file), expected);
        }
    }
}
