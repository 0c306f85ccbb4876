mod decide;
mod stored;

pub(crate) use self::stored::kept_fields;

use self::stored::Stored;
use super::options::decide::{is_forgotten, is_lasting};
use crate::api::rate_limiter::{Millis, Priority};
use crate::api::transport::Failure;
use crate::api::{Request, read_fields};
use crate::model::FieldCatalog;
use crate::state::browser::clock::now_ms;
use crate::state::browser::idle::when_idle;
use crate::state::browser::storage::{self, Key};
use crate::state::{Calls, Customers, LoadState, SessionState};
use leptos::prelude::*;
use std::sync::Arc;

/// What the company's own fields are called and what their values mean: asked for once a day, when the
/// list has such a field and nothing else is to be done. The list is shown without it as well.
#[derive(Clone, Copy)]
pub struct Fields {
    catalog: RwSignal<Arc<FieldCatalog>>,
    /// When it was asked for, by this page or by the one that kept it.
    asked_at: StoredValue<Option<Millis>>,
    calls: Calls,
    session: SessionState,
}

impl Fields {
    /// Takes what is kept and follows the list.
    pub(crate) fn new(calls: Calls, session: SessionState, customers: Customers) -> Self {
        let (catalog, asked_at) = Stored::fresh(session.user_id().as_deref()).unzip();
        let this = Self {
            catalog: RwSignal::new(Arc::new(catalog.unwrap_or_default())),
            asked_at: StoredValue::new(asked_at),
            calls,
            session,
        };
        // Whoever signs out leaves nothing for the next, and whoever signs in finds nobody else's. A name that
        // became known is no other person.
        let standing = Memo::new(move |_| (session.token(), session.over().with(Option::is_some)));
        Effect::watch(
            move || standing.get(),
            move |(token, is_over), _, _| {
                let is_here = token.is_some() || *is_over;
                if is_forgotten(is_here, Stored::read().user_id.as_deref(), session.user_id().as_deref()) {
                    storage::remove(storage::local(), Key::Fields);
                    this.catalog.set(Arc::default());
                    this.asked_at.set_value(None);
                }
            },
            false,
        );
        // Each answer is a reason to look: a page may stay open for days.
        Effect::new(move |_| {
            let is_wanted = customers.state().with(|state| match state {
                LoadState::Ready(answer) => decide::is_wanted(&answer.page.columns),
                _ => false,
            });
            if is_wanted && decide::is_due(this.asked_at.get_value(), now_ms()) {
                this.asked_at.set_value(Some(now_ms()));
                // Not before the rows are painted.
                request_animation_frame(move || when_idle(move || this.ask()));
            }
        });
        this
    }

    /// The company's own fields, as far as they are known.
    pub fn catalog(self) -> Signal<Arc<FieldCatalog>> {
        self.catalog.into()
    }

    fn ask(self) {
        let Some(token) = self.session.token_untracked() else { return };
        let person = self.session.person();
        leptos::task::spawn_local(async move {
            let (request, background) = (Request::fields(), Priority::Background);
            let outcome = self.calls.get(&request, &token, background, None, read_fields).await;
            if !person.is_newest() {
                return;
            }
            let catalog = match outcome {
                Ok(catalog) => catalog,
                Err(Failure::Aborted) => return,
                Err(Failure::Problem(problem)) => {
                    leptos::logging::warn!("by_group: {problem:?}");
                    if !is_lasting(&problem) {
                        return;
                    }
                    FieldCatalog::default()
                }
            };
            Stored::keep(self.session.user_id(), &catalog, now_ms());
            if self.catalog.with_untracked(|known| **known != catalog) {
                self.catalog.set(Arc::new(catalog));
            }
        });
    }
}
