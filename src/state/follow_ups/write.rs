//! Writing a follow-up: one call for one click, and a look into the history where nobody knows what became
//! of it.
use super::FollowUps;
use crate::api::rate_limiter::Priority;
use crate::api::transport::Failure;
use crate::api::{Request, new_follow_up, read_new_follow_up};
use crate::follow_up::{Draft, Found, Outcome, Stage, Writing, find, minute_of};
use crate::model::{CustomerId, FollowUp, FollowUpKind, Problem};
use crate::state::browser::clock::moment;
use crate::state::calls::Written;
use crate::state::export::wait::sleep;
use leptos::{ev, prelude::*};
use std::collections::HashSet;
use std::time::Duration;
use web_sys::AbortController;

/// What was sent may take a moment to stand in the history.
const BEFORE_LOOK: Duration = Duration::from_secs(1);

/// A call that writes.
#[derive(Clone)]
pub(super) struct Sending {
    abort: AbortController,
    /// The follow-ups that were known before it: they are other ones, though they say the same.
    pub before: HashSet<String>,
}

impl Sending {
    /// One of which this page knows nothing but that.
    pub fn before_reload(before: HashSet<String>) -> Option<Self> {
        Some(Self { abort: AbortController::new().ok()?, before })
    }
}

impl FollowUps {
    /// What is being written to a customer.
    pub fn writing(self, id: &CustomerId) -> Writing {
        self.writings.with(|all| all.get(id).cloned().unwrap_or_default())
    }

    /// The kinds that are known.
    pub fn kinds(self) -> Signal<Vec<FollowUpKind>> {
        self.kinds.into()
    }

    /// Changes what is being written.
    pub fn edit(self, id: &CustomerId, change: impl FnOnce(&mut Draft)) {
        self.change(id, |writing| writing.edit(change));
    }

    /// Somebody wants it saved: one call, which is never made again by itself. `on_saved` runs once it is.
    pub fn save(self, id: &CustomerId, on_saved: Option<Callback<CustomerId>>) {
        let (Some(token), Ok(abort)) = (self.session.token_untracked(), AbortController::new()) else {
            return;
        };
        let Some(number) = self.change(id, Writing::click) else { return };
        let draft = self.draft(id);
        let sending = Sending { abort: abort.clone(), before: self.known_ids(id) };
        self.sending.update_value(|all| {
            all.insert(id.clone(), sending);
        });
        let next = draft.next_minute();
        let body =
            new_follow_up(id, draft.text.trim(), &draft.kind, &moment(), next.as_deref(), &draft.status);
        let (id, person) = (id.clone(), self.session.person());
        leptos::task::spawn_local(async move {
            let leaves = || person.is_newest() && self.change(&id, |writing| writing.leave(number));
            let request = Request::new_follow_up();
            let Written { answer, status, was_offline } =
                self.calls.post(&request, body, &token, abort, leaves, read_new_follow_up).await;
            if !person.is_newest() {
                return;
            }
            let answer = match answer {
                Ok(item) => Ok(item),
                Err(Failure::Problem(problem)) => Err(problem),
                // It was called off while it waited.
                Err(Failure::Aborted) => return,
            };
            let told = answer.as_ref().map(|it| !it.id.is_empty()).map_err(Problem::clone);
            let outcome = Outcome::of(status, told, was_offline);
            if self.change(&id, |writing| writing.end(number, outcome)) {
                sleep(BEFORE_LOOK).await;
                self.look(id, number, on_saved).await;
            } else if let Ok(item) = answer {
                self.settle(id, item, on_saved);
            }
        });
    }

    /// Somebody wants the history looked through once more.
    pub fn look_again(self, id: &CustomerId, on_saved: Option<Callback<CustomerId>>) {
        if let Some(number) = self.change(id, Writing::look_again) {
            leptos::task::spawn_local(self.look(id.clone(), number, on_saved));
        }
    }

    /// What was sent before a reload is looked for.
    pub(super) fn look_from_reload(self, id: CustomerId) {
        leptos::task::spawn_local(self.look(id, 0, None));
    }

    /// Somebody does not want it saved after all, while its call waits.
    pub fn call_off(self, id: &CustomerId) {
        let is_off = self.change(id, |writing| {
            writing.call_off();
            *writing.stage() == Stage::Editing
        });
        let sending = self.sending.try_update_value(|all| all.get(id).cloned()).flatten();
        if let Some(sending) = sending.filter(|_| is_off) {
            self.calls.give_up(&sending.abort);
        }
    }

    /// Looks into the history for what was sent.
    async fn look(self, id: CustomerId, number: u32, on_saved: Option<Callback<CustomerId>>) {
        let person = self.session.person();
        let found = self.seek(&id).await;
        if !person.is_newest() {
            return;
        }
        let told = match &found {
            Ok(Some(_)) => Found::Yes,
            Ok(None) => Found::No,
            Err(_) => Found::Unsure,
        };
        self.change(&id, |writing| writing.found(number, told));
        if let Ok(Some(item)) = found {
            self.settle(id, item, on_saved);
        }
    }

    async fn seek(self, id: &CustomerId) -> Result<Option<FollowUp>, Problem> {
        let token = self.session.token_untracked().ok_or(Problem::TimedOut)?;
        let before = self.sending.try_update_value(|all| Some(all.get(id)?.before.clone())).flatten();
        let page = self.page(id, 1, &token, Priority::Asked).await?;
        if page.items.is_empty() {
            return Ok(None);
        }
        // It has to be mine; where nobody tells who I am, nothing is sure.
        let (me, now) = (self.session.who().await, minute_of(&moment()));
        let (me, now) = me.zip(now).ok_or(Problem::TimedOut)?;
        let text = self.draft(id).text;
        Ok(find(&page.items, &text, &me, &before.unwrap_or_default(), now).cloned())
    }

    /// It is saved: the history has it, and the row is read again.
    fn settle(self, id: CustomerId, item: FollowUp, on_saved: Option<Callback<CustomerId>>) {
        if self.change(&id, |writing| *writing.stage() != Stage::Saved) {
            return;
        }
        self.own.update_value(|own| {
            own.insert(item.id.clone());
        });
        self.add(&id, item);
        self.details.renew(&id);
        if let Some(on_saved) = on_saved {
            on_saved.run(id);
        }
    }

    fn known_ids(self, id: &CustomerId) -> HashSet<String> {
        let mut ids = self.own.get_value();
        self.histories.with_untracked(|all| {
            let known = all.get(id).into_iter().flat_map(|history| history.known.items());
            ids.extend(known.map(|item| item.id.clone()));
        });
        ids
    }

    fn draft(self, id: &CustomerId) -> Draft {
        let draft = self.writings.try_with_untracked(|all| Some(all.get(id)?.draft().clone()));
        draft.flatten().unwrap_or_default()
    }

    fn change<T: Default>(self, id: &CustomerId, change: impl FnOnce(&mut Writing) -> T) -> T {
        self.writings.try_update(|all| change(all.entry(id.clone()).or_default())).unwrap_or_default()
    }

    /// Whoever leaves the page with a text that is not saved is asked first.
    pub(super) fn ask_before_leaving(self) {
        window_event_listener(ev::beforeunload, move |event| {
            let has_text = self
                .writings
                .try_with_untracked(|all| all.values().any(|writing| !writing.draft().is_empty()));
            if has_text == Some(true) {
                event.prevent_default();
            }
        });
    }
}
