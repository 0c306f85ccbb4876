use super::Card;
use super::parts::{button, group, line, live};
use crate::i18n::fill;
use crate::query::fragment::{MAX_VIEW_NAME, view_name};
use leptos::{ev, html, prelude::*};

/// A field for a view's name: of a new view, or the new name of `renamed`.
pub(super) fn name_form(card: Card, renamed: Option<String>) -> AnyView {
    let (views, words) = (card.views, card.words);
    let mut parts = Vec::new();
    let start = renamed.clone().unwrap_or_default();
    let typed = RwSignal::new(start.clone());
    let field = NodeRef::<html::Input>::new();
    // The card is open already, so `autofocus` has had its time.
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let own = renamed.clone();
    let taken = live(move || {
        let name = view_name(&typed.get()).filter(|name| own.as_ref() != Some(name))?;
        let entry = views.list().into_iter().find(|entry| entry.view.name == name)?;
        let text = if entry.is_team { words.view_hides_team } else { words.view_replaces };
        Some(line("views__hint", fill(text, &[&name])))
    });
    parts.push(view! { <div role="status">{taken}</div> }.into_any());
    if renamed.is_none() {
        parts.push(line("views__hint", words.view_words_left_out.to_owned()));
    }
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(name) = view_name(&typed.get_untracked()) {
            match &renamed {
                Some(before) => views.rename(before, &name),
                None => views.save(&name),
            }
            card.back();
        }
    };
    let save = view! { <button type="submit" class="button button--accent" data-testid="view-name-save">{words.save}</button> };
    let cancel = button("button", "view-cancel", words.cancel, Callback::new(move |()| card.back()));
    parts.push(group("views__actions", vec![save.into_any(), cancel]));
    view! {
        <form class="views__form" on:submit=submitted>
            <label>
                <span>{words.view_name}</span>
                <input
                    node_ref=field
                    type="text"
                    required
                    maxlength=MAX_VIEW_NAME.to_string()
                    autocomplete="off"
                    data-testid="view-name"
                    value=start
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            {parts}
        </form>
    }
    .into_any()
}
