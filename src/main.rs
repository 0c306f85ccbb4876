//! Starts the page.
use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <p data-testid="hello">"Kehu"</p> });
}
