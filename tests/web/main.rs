//! Component tests, run in a real browser by `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]
// Helpers of tests may fail loudly.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cells;
mod chooser;
mod find_bar;
mod head_cell;
mod initials;
mod keys;
mod mounted;
mod pager;
mod preview;
mod races;
mod table;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
