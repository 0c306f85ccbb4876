use crate::components::parts::dialog::{Modal, sheet_head};
use crate::components::parts::typing::is_apple;
use crate::i18n::Words;
use crate::view_model::{key_groups, key_name};
use leptos::prelude::*;

/// All keys of the page, and the switch for those that are a single sign.
#[component]
pub fn KeysSheet(
    /// Whether it is open; the sheet itself says when it is closed.
    is_open: RwSignal<bool>,
    /// Whether `/` and `?` are keys.
    #[prop(into)]
    single_keys: Signal<bool>,
    /// Told when they are switched on or off.
    on_single_keys: Callback<bool>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let on_close = Callback::new(move |()| is_open.set(false));
    view! {
        <Modal is_open on_close class="sheet keys" id="keys">
            {move || is_open.get().then(|| view! {
                <div class="keys__sheet">
                    {sheet_head("keys__head", "keys", words.keys, on_close, words)}
                    // On a phone it scrolls, so a keyboard has to reach it.
                    <div class="keys__groups" tabindex="0" role="region" aria-label=words.keys>{groups(words)}</div>
                    <label class="keys__switch">
                        <span>
                            {words.single_keys}
                            <small>{words.single_keys_hint}</small>
                        </span>
                        <input
                            type="checkbox"
                            role="switch"
                            class="switch"
                            data-testid="single-keys"
                            prop:checked=single_keys
                            on:change=move |event| on_single_keys.run(event_target_checked(&event))
                        />
                    </label>
                </div>
            })}
        </Modal>
    }
}

fn groups(words: &'static Words) -> Vec<AnyView> {
    let is_mac = is_apple();
    let line = |(keys, text): (&'static str, &'static str)| {
        let keys: Vec<_> = keys.split(' ').map(|together| combination(together, is_mac)).collect();
        view! { <div class="keys__line"><dt>{text}</dt><dd>{keys}</dd></div> }
    };
    key_groups(words)
        .into_iter()
        .map(|group| {
            let lines: Vec<_> = group.lines.into_iter().map(line).collect();
            view! { <section><h3>{group.title}</h3><dl>{lines}</dl></section> }.into_any()
        })
        .collect()
}

/// Keys that are pressed together.
fn combination(keys: &'static str, is_mac: bool) -> AnyView {
    let keys: Vec<_> = keys.split('+').map(|key| view! { <kbd>{key_name(key, is_mac)}</kbd> }).collect();
    view! { <span class="keys__keys">{keys}</span> }.into_any()
}
