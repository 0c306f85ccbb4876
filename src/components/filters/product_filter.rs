use crate::components::parts::debounce::Debounce;
use crate::i18n::Words;
use crate::model::without_invisible;
use crate::query::Change;
use leptos::{html, prelude::*};

/// A filter by the id of a product. No endpoint lists products, so the id is typed.
#[component]
pub fn ProductFilter(
    /// The chosen product.
    #[prop(into)]
    product: Signal<Option<i64>>,
    /// Where changes go.
    on_change: Callback<Change>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let debounce = Debounce::new();
    let ask = move || {
        debounce.stop();
        let text = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        let text = without_invisible(&text);
        let id = text.trim().parse::<i64>().ok();
        let is_id = id.is_some() || text.trim().is_empty();
        if is_id && id != product.get_untracked() {
            on_change.run(Change::Product(id));
        }
    };
    view! {
        <input
            node_ref=input
            class="filter filter--input"
            class=("filter--on", move || product.with(Option::is_some))
            data-testid="filter-product"
            type="text"
            inputmode="numeric"
            pattern="[0-9]*"
            name="product"
            autocomplete="off"
            aria-label=words.product
            placeholder=words.product
            prop:value=move || product.get().map(|id| id.to_string()).unwrap_or_default()
            on:input=move |_| debounce.after(ask)
            on:change=move |_| ask()
        />
    }
}
