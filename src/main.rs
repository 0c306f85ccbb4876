//! Starts the page: with the first rows where their answer is here already, otherwise with the whole of
//! it at once.
use kehu::app::App;
use kehu::config::Config;
use kehu::first_rows::FirstRows;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::time::Duration;

fn main() {
    kehu::stop::note_panics();
    wasm_bindgen_futures::spawn_local(async {
        kehu::api::transport::early_call_begun().await;
        let first_rows = FirstRows::draw().await;
        if first_rows.are_here() {
            kehu::api::transport::first_rows_painted().await;
        }
        let config = kehu::api::transport::config_file().await;
        let page = page(config, first_rows);
        #[cfg(split)]
        let page = page.await;
        if page.is_err() {
            kehu::stop::tell_of_no_start();
        }
    });
}

/// The page itself; in a release its code is a piece of its own, see `xtask/src/dist/cut.rs`.
#[cfg_attr(split, leptos::wasm_split::wasm_split(app, wasm_split_path = leptos::wasm_split, fallible))]
fn page(config: Option<String>, first_rows: FirstRows) -> Result<(), SplitLoaderError> {
    let (config, problem) = config.map_or_else(Default::default, |text| Config::read(&text));
    first_rows.note_scroll_position();
    let has_rows = first_rows.are_here();
    let mount = move || mount_to_body(move || view! { <App config problem first_rows /> });
    if has_rows {
        // The code has just come, which is work enough for one task.
        set_timeout(mount, Duration::ZERO);
    } else {
        mount();
    }
    Ok(())
}
