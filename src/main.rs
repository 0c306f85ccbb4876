//! Starts the page: reads `config.json`, then takes the place of the painted shell.
use kehu::app::App;
use kehu::config::Config;
use leptos::prelude::*;

fn main() {
    kehu::stop::note_panics();
    wasm_bindgen_futures::spawn_local(async {
        let (config, problem) = kehu::api::transport::config_file()
            .await
            .map_or_else(Default::default, |text| Config::read(&text));
        if let Some(shell) = document().get_element_by_id("shell") {
            shell.remove();
        }
        mount_to_body(move || view! { <App config problem /> });
    });
}
