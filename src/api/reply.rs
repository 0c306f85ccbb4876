//! An answer, and what is read of it.
use super::answer::{CallKind, data_of, judge_as, malformed};
use super::login::{LoginAnswer, login_answer, read_companies};
use super::rate_limiter::{MAX_PAUSE, Millis};
use super::read_login;
use crate::json::Opened;
use crate::model::Problem;

/// An answer that nobody has read yet.
pub struct Reply {
    pub(super) kind: CallKind,
    pub(super) status: u16,
    /// How long no call would be answered, if this is a refusal.
    pub(super) pause: Millis,
    /// Whether the call came through a company's queue.
    pub(super) is_queued: bool,
    pub(super) body: Vec<u8>,
}

/// Longer answers than this, in bytes, are no refusals: they are not read twice.
const LONGEST_REFUSAL: usize = 10_000;

impl Reply {
    /// An answer for tests.
    #[cfg(test)]
    pub(crate) fn of(status: u16, body: &str) -> Self {
        let kind = CallKind::WithToken;
        Self { kind, status, pause: 4_000, is_queued: false, body: body.as_bytes().to_vec() }
    }

    /// Its HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// For how long the endpoint wants no calls, if this refuses one for too many.
    pub fn refusal(&self) -> Option<Millis> {
        let is_refusal = self.status == 429
            || self.body.len() < LONGEST_REFUSAL && matches!(self.data(), Err(Problem::TooManyCalls { .. }));
        is_refusal.then_some(self.pause)
    }

    /// Whether the call came through a company's queue: then that one counts colleagues' calls.
    pub fn is_queued(&self) -> bool {
        self.is_queued
    }

    /// Reads the answer's `data`.
    ///
    /// # Errors
    /// What the endpoint says instead, or why nothing can be read.
    pub fn read<T>(&self, read: impl FnOnce(Opened<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        read(self.data()?)
    }

    /// Reads what came of login and password; `is_named` where a company was named.
    ///
    /// # Errors
    /// As [`Reply::read`].
    pub fn read_login(&self, is_named: bool) -> Result<LoginAnswer, Problem> {
        let companies = std::str::from_utf8(&self.body).map(read_companies).unwrap_or_default();
        login_answer(self.read(read_login), companies, is_named)
    }

    /// Reads the whole answer, of which the inner value is `data`.
    ///
    /// # Errors
    /// As [`Reply::read`].
    pub fn read_whole<T>(&self, read: impl FnOnce(Opened<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        read(self.whole()?)
    }

    fn data(&self) -> Result<Opened<'_>, Problem> {
        self.whole().and_then(data_of)
    }

    fn whole(&self) -> Result<Opened<'_>, Problem> {
        let is_success = (200..300).contains(&self.status);
        let body = match std::str::from_utf8(&self.body) {
            Ok(body) => body,
            // A gateway's page in another encoding: the status speaks.
            Err(_) if !is_success => "",
            Err(_) => return Err(malformed("body", "not UTF-8")),
        };
        let seconds = u32::try_from((self.pause.min(MAX_PAUSE) + 999) / 1000).ok();
        judge_as(self.kind, self.status, seconds, body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_for_too_many_calls_is_told_from_every_other_answer() {
        let long =
            format!(r#"{{"code":1,"message":"访问过于频繁","data":"{}"}}"#, "x".repeat(LONGEST_REFUSAL));
        for (status, body, is_refusal) in [
            (429, "Retry later\n", true),
            (429, "", true),
            (429, r#"{"code":0,"data":{}}"#, true),
            (200, r#"{"code":1,"message":"访问过于频繁"}"#, true),
            (200, r#"{"code":0,"data":{}}"#, false),
            // Its words are about the session, whatever they are.
            (200, r#"{"code":100401,"message":"登录过于频繁"}"#, false),
            (401, "", false),
            (500, "", false),
            (502, "<html>", false),
            (200, long.as_str(), false),
        ] {
            let refusal = Reply::of(status, body).refusal();
            assert_eq!(refusal, is_refusal.then_some(4_000), "{status} {}", &body[..body.len().min(60)]);
        }
    }

    #[test]
    fn a_pause_is_told_in_whole_seconds_that_are_long_enough() {
        for (pause, seconds) in [(1, 1), (1_000, 1), (1_001, 2), (4_000, 4)] {
            let told = Reply { pause, ..Reply::of(429, "") }.read(|_| Ok(()));
            assert!(
                matches!(told, Err(Problem::TooManyCalls { retry_after: Some(told), .. }) if told == seconds),
                "{told:?}"
            );
        }
    }

    #[test]
    fn an_answer_says_whether_it_came_through_a_queue() {
        for is_queued in [false, true] {
            assert_eq!(Reply { is_queued, ..Reply::of(200, "") }.is_queued(), is_queued);
        }
    }

    #[test]
    fn an_answer_has_the_status_that_came() {
        assert_eq!(Reply::of(404, "").status(), 404);
    }

    #[test]
    fn what_is_no_text_speaks_by_its_status() {
        let read = |status| Reply { body: vec![0xff, 0xfe], ..Reply::of(status, "") }.read(|_| Ok(()));
        assert_eq!(read(502), Err(Problem::Status(502)));
        assert_eq!(read(401), Err(Problem::SignedOut { message: String::new() }));
        assert!(matches!(read(200), Err(Problem::Malformed { .. })));
    }

    #[test]
    fn data_and_the_whole_answer_are_read_of_the_same_text() {
        let body = r#"{"code":0,"data":{"id":1},"simple_users":[]}"#;
        assert!(Reply::of(200, body).read(|_| Ok(())).is_ok());
        assert!(Reply::of(200, body).read_whole(|_| Ok(())).is_ok());
        let no_data = r#"{"code":0,"simple_users":[]}"#;
        assert!(Reply::of(200, no_data).read(|_| Ok(())).is_err());
        assert!(Reply::of(200, no_data).read_whole(|_| Ok(())).is_ok());
    }
}
