//! Starts the page: with the first rows where their answer is here already, with the form for whoever is
//! not signed in, otherwise with the whole of it at once.
use kehu::app::App;
use kehu::first_rows::FirstRows;
use kehu::sign_in_first::SignInFirst;
use kehu::state::start_session;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::time::Duration;

/// What stands on the screen before the page.
enum Before {
    /// The shell, mostly with the first rows in it; and what `config.json` says.
    Rows(Option<String>, FirstRows),
    /// The form in which somebody has signed in.
    SignIn(SignInFirst),
}

fn main() {
    kehu::stop::note_panics();
    wasm_bindgen_futures::spawn_local(async {
        if start().await.is_err() {
            kehu::stop::tell_of_no_start();
        }
    });
}

async fn start() -> Result<(), SplitLoaderError> {
    kehu::api::transport::early_call_begun(kehu::state::first_path).await;
    let first_rows = FirstRows::draw().await;
    if first_rows.are_here() {
        kehu::api::transport::first_rows_painted().await;
    }
    let config = kehu::api::transport::config_file().await;
    let before = if kehu::state::is_session_kept() {
        Before::Rows(config, first_rows)
    } else {
        let form = sign_in(config, first_rows);
        #[cfg(split)]
        let form = form.await;
        let form = form?;
        form.signed_in().await;
        Before::SignIn(form)
    };
    let page = page(before);
    #[cfg(split)]
    let page = page.await;
    page
}

/// The form; in a release its code is a chunk of its own, see `xtask/src/dist/cut.rs`.
#[cfg_attr(split, leptos::wasm_split::wasm_split(sign_in, wasm_split_path = leptos::wasm_split, fallible))]
fn sign_in(config: Option<String>, shell: FirstRows) -> Result<SignInFirst, SplitLoaderError> {
    Ok(SignInFirst::show(config, shell))
}

/// The page itself; a chunk of its own too.
#[cfg_attr(split, leptos::wasm_split::wasm_split(app, wasm_split_path = leptos::wasm_split, fallible))]
fn page(before: Before) -> Result<(), SplitLoaderError> {
    match before {
        Before::Rows(config, first_rows) => {
            first_rows.note_scroll_position();
            let has_rows = first_rows.are_here();
            let mount = move || {
                mount_to_body(move || {
                    start_session(config.as_deref());
                    view! { <App first_rows /> }
                });
            };
            if has_rows {
                // The code has just come, which is work enough for one task.
                set_timeout(mount, Duration::ZERO);
            } else {
                mount();
            }
        }
        Before::SignIn(form) => {
            form.show_page(|| view! { <App first_rows=FirstRows::default() /> }.into_any());
        }
    }
    Ok(())
}
