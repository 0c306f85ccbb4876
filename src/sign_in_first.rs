//! Signing in, before the page is there: whoever is not signed in is shown the form by a chunk of the
//! program of its own, and the page, which comes behind it, takes its place when somebody has signed in.
use crate::components::{Welcome, new_version_notice};
use crate::first_rows::FirstRows;
use crate::state::{SessionState, start_session};
use js_sys::Promise;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What the page is made by.
type Page = fn() -> AnyView;

/// The form on the screen, and then the page in its place.
pub struct SignInFirst {
    page: ArcRwSignal<Option<Page>>,
    signed_in: Promise,
}

impl SignInFirst {
    /// Shows the form in the place of the shell.
    pub fn show(config: Option<String>, shell: FirstRows) -> Self {
        let page = ArcRwSignal::new(None::<Page>);
        let mut resolve = None;
        let signed_in = Promise::new(&mut |done, _| resolve = Some(done));
        let shown = page.clone();
        mount_to_body(move || {
            start_session(config.as_deref());
            let session = expect_context::<SessionState>();
            Effect::new(move |_| {
                if session.is_signed_in()
                    && let Some(resolve) = &resolve
                {
                    let _ = resolve.call0(&JsValue::NULL);
                }
            });
            move || match shown.get() {
                Some(page) => page(),
                None => view! { <Welcome /> {new_version_notice()} }.into_any(),
            }
        });
        drop(shell);
        Self { page, signed_in }
    }

    /// Waits until somebody has signed in. The form stays on the screen.
    pub async fn signed_in(&self) {
        let _ = JsFuture::from(self.signed_in.clone()).await;
    }

    /// Shows the page, which goes on with the same state.
    pub fn show_page(self, page: Page) {
        self.page.set(Some(page));
    }
}
