//! The worker's joint to the page. The page waits for the word `ready`, then sends pairs:
//! `["begin", name of the sheet]`, `["rows", CSV]` any number of times, and at last
//! `["finish", name of the report's sheet, CSV]`. The answer is the file, or a text that says what
//! went wrong.
use export_worker::Workbook;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut book = Ok(None);
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
            Err(cause) => cause,
        };
        let _ = answer_to.post_message(&answer.as_str().into());
        // A workbook that lacks rows must not be finished.
        book = Err(answer);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    on_message.forget();
    let _ = scope.post_message(&"ready".into());
}

type Book = Result<Option<Workbook>, String>;

fn take(book: &mut Book, message: &Array) -> Result<Option<Vec<u8>>, String> {
    let text = |at| message.get(at).as_string().unwrap_or_default();
    let bytes = |at| Uint8Array::new(&message.get(at)).to_vec();
    let said = |cause: std::io::Error| cause.to_string();
    let book = book.as_mut().map_err(|cause| cause.clone())?;
    match (text(0).as_str(), book) {
        ("begin", book) => *book = Some(Workbook::new(&text(1))),
        ("rows", Some(book)) => book.add(&bytes(1)).map_err(said)?,
        ("finish", book) => {
            let book = book.take().ok_or("no workbook was begun")?;
            return book.finish(&text(1), &bytes(2)).map(Some).map_err(said);
        }
        (other, _) => return Err(format!("not understood: {other}")),
    }
    Ok(None)
}
