//! The worker's joint to the page. The page waits for the word `ready`, then sends pairs:
//! `["begin", name of the sheet]`, `["rows", CSV]` any number of times, and at last
//! `["finish", name of the report's sheet, CSV]`. The answer is the file, or a text that says what
//! went wrong.
use export_worker::Workbook;
use js_sys::{Array, Uint8Array};
use std::io;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut book = None;
    let answer_to = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let answer = match take(&mut book, &event.data().unchecked_into()) {
            Ok(None) => return,
            Ok(Some(file)) => {
                let bytes = Uint8Array::from(file.as_slice());
                let moved = Array::of1(&bytes.buffer());
                let _ = answer_to.post_message_with_transfer(&bytes, &moved);
                return;
            }
            Err(cause) => cause.to_string(),
        };
        let _ = answer_to.post_message(&answer.into());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    on_message.forget();
    let _ = scope.post_message(&"ready".into());
}

fn take(book: &mut Option<Workbook>, message: &Array) -> io::Result<Option<Vec<u8>>> {
    let text = |at| message.get(at).as_string().unwrap_or_default();
    let bytes = |at| Uint8Array::new(&message.get(at)).to_vec();
    let none = || io::Error::other("no workbook was begun");
    match text(0).as_str() {
        "begin" => *book = Some(Workbook::new(&text(1))),
        "rows" => book.as_mut().ok_or_else(none)?.add(&bytes(1))?,
        "finish" => return book.take().ok_or_else(none)?.finish(&text(1), &bytes(2)).map(Some),
        other => return Err(io::Error::other(format!("not understood: {other}"))),
    }
    Ok(None)
}
