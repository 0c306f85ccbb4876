//! Component tests, run in a real browser by `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_has_a_document() {
    let document = web_sys::window().and_then(|window| window.document());
    assert!(document.is_some());
}
