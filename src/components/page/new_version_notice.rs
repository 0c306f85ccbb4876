use crate::components::parts::body_class::body_class;
use crate::components::{Icon, IconName};
use crate::i18n::Words;
use crate::state::{NewVersion, Settings};
use leptos::prelude::*;

/// The notice, while there is a newer version that was not put aside.
pub fn new_version_notice() -> impl Fn() -> Option<AnyView> {
    let (settings, new_version) = (expect_context::<Settings>(), expect_context::<NewVersion>());
    move || {
        settings.lang.track();
        let close = Callback::new(move |()| new_version.put_aside());
        let reload = Callback::new(move |()| {
            let _ = window().location().reload();
        });
        let words = settings.words();
        new_version.is_ready().then(|| view! { <NewVersionNotice reload close words /> }.into_any())
    }
}

/// Says that a newer version of the page is ready. A line of its own under the page, so that
/// no row moves under a finger and none is covered.
#[component]
pub fn NewVersionNotice(
    /// Uses it.
    reload: Callback<()>,
    /// Puts the notice aside.
    close: Callback<()>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    body_class("has-new-version");
    view! {
        <section class="new-version" data-testid="new-version" role="status">
            <p>{words.new_version}</p>
            <button type="button" class="button button--accent" on:click=move |_| reload.run(())>{words.new_version_reload}</button>
            <button
                type="button"
                class="button button--quiet button--icon"
                aria-label=words.new_version_later
                title=words.new_version_later
                on:click=move |_| close.run(())
            >
                <Icon name=IconName::Cross />
            </button>
        </section>
    }
}
