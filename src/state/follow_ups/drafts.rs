//! Half-written follow-ups outlive a reload of the tab; they go when they are saved or the session ends.
use super::FollowUps;
use super::write::Sending;
use crate::follow_up::{Draft, Stage, Writing};
use crate::model::CustomerId;
use crate::state::browser::storage::{self, Key};
use crate::state::fingerprint::fingerprint;
use crate::state::{Customers, LoadState};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// As the tab keeps them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Stored {
    /// The fingerprint of the session's token: nobody else finds them.
    whose: u64,
    drafts: Vec<StoredDraft>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct StoredDraft {
    customer: String,
    text: String,
    kind: String,
    next: String,
    status: String,
    /// Where it was sent and nobody knows what became of it: the follow-ups that were known before.
    before: Option<Vec<String>>,
}

impl FollowUps {
    /// Takes up what was half written when the page was reloaded, and keeps what is.
    pub(super) fn keep_drafts(self, customers: Customers) {
        let token = self.session.token_untracked();
        let found = storage::read::<Stored>(storage::session(), Key::Drafts)
            .filter(|found| token.is_some_and(|token| fingerprint(token) == found.whose));
        if found.is_none() {
            // Somebody else's.
            storage::remove(storage::session(), Key::Drafts);
        }
        let sent: Vec<_> =
            found.into_iter().flat_map(|it| it.drafts).filter_map(|it| self.take_up(it)).collect();
        self.look_for(sent, customers);
        Effect::watch(
            move || self.session.token().map(|token| (fingerprint(token), self.drafts())),
            |now, _, _| match now {
                Some((whose, drafts)) if !drafts.is_empty() => {
                    let stored = Stored { whose: *whose, drafts: drafts.clone() };
                    storage::write(storage::session(), Key::Drafts, &stored);
                }
                // Nor while nobody knows who signs in next.
                _ => storage::remove(storage::session(), Key::Drafts),
            },
            false,
        );
    }

    /// The customer, where it is to be found out whether the text was saved.
    fn take_up(self, stored: StoredDraft) -> Option<CustomerId> {
        let id = CustomerId::new(&stored.customer)?;
        let before = stored.before.clone();
        self.writings.update(|all| {
            all.insert(id.clone(), stored.writing());
        });
        let sending = Sending::before_reload(before?.into_iter().collect())?;
        self.sending.update_value(|all| {
            all.insert(id.clone(), sending);
        });
        Some(id)
    }

    /// Looks for those that were sent, behind the list's own call.
    fn look_for(self, sent: Vec<CustomerId>, customers: Customers) {
        if sent.is_empty() {
            return;
        }
        let sent = StoredValue::new(sent);
        Effect::new(move |_| {
            let is_over = |state: &LoadState| matches!(state, LoadState::Ready(_) | LoadState::Failed(..));
            if customers.state().with(is_over) {
                for id in sent.try_update_value(std::mem::take).into_iter().flatten() {
                    self.look_from_reload(id);
                }
            }
        });
    }

    fn drafts(self) -> Vec<StoredDraft> {
        self.writings.with(|all| {
            let half_written = all.iter().filter(|(_, writing)| !writing.draft().is_empty());
            half_written.map(|(id, writing)| StoredDraft::of(id, writing, &self.known_before(id))).collect()
        })
    }

    fn known_before(self, id: &CustomerId) -> HashSet<String> {
        let before = self.sending.try_update_value(|all| Some(all.get(id)?.before.clone()));
        before.flatten().unwrap_or_default()
    }
}

impl StoredDraft {
    fn of(id: &CustomerId, writing: &Writing, before: &HashSet<String>) -> Self {
        let Draft { text, kind, next, status } = writing.draft().clone();
        let was_sent = matches!(writing.stage(), Stage::Saving | Stage::Looking | Stage::Unknown { .. });
        let before = was_sent.then(|| before.iter().cloned().collect());
        Self { customer: id.to_string(), text, kind, next, status, before }
    }

    fn writing(self) -> Writing {
        let Self { text, kind, next, status, before, .. } = self;
        Writing::taken_up(Draft { text, kind, next, status }, before.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(writing: &Writing) -> Writing {
        let id = CustomerId::new("7").unwrap();
        let drafts = vec![StoredDraft::of(&id, writing, &HashSet::from(["301".to_owned()]))];
        let text = serde_json::to_string(&Stored { whose: fingerprint("token"), drafts }).unwrap();
        assert!(!text.contains("token"), "{text}");
        let mut found: Stored = serde_json::from_str(&text).unwrap();
        assert_eq!(found.whose, fingerprint("token"));
        found.drafts.remove(0).writing()
    }

    #[test]
    fn a_draft_is_the_same_again_and_one_that_was_sent_is_looked_for() {
        let mut writing = Writing::default();
        writing.edit(|it| {
            *it = Draft {
                text: "已报价".into(),
                kind: "61".into(),
                next: "2026-11-30T10:00".into(),
                status: "52001".into(),
            };
        });
        assert_eq!(read_back(&writing), writing);
        let number = writing.click().unwrap();
        // It waits, and nothing has left.
        assert_eq!(*read_back(&writing).stage(), Stage::Editing);
        assert!(writing.leave(number));
        let mut found = read_back(&writing);
        assert_eq!((found.stage(), found.draft()), (&Stage::Looking, writing.draft()));
        assert!(!found.can_send());
        found.found(0, crate::follow_up::Found::No);
        assert_eq!((found.stage(), found.can_send()), (&Stage::Unknown { was_looked: true }, true));
    }
}
