//! When the catalogue of custom fields is asked for: the decisions, without signals, storage and calls.
use super::super::options::decide::is_fresh;
use crate::api::rate_limiter::Millis;
use crate::model::ColumnId;
use crate::view_model::is_custom;

/// Whether the list has a column of which only the catalogue can tell what it is.
pub(super) fn is_wanted(given: &[ColumnId]) -> bool {
    given.iter().any(is_custom)
}

/// Whether it is time to ask: once a day, also where the answer was that there is no such endpoint.
pub(super) fn is_due(asked_at: Option<Millis>, now: Millis) -> bool {
    asked_at.is_none_or(|at| !is_fresh(at, now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_field_of_the_companys_own_is_worth_a_call() {
        let is_wanted = |names: &[&str]| {
            let given: Vec<ColumnId> = names.iter().map(|name| ColumnId::new(name)).collect();
            is_wanted(&given)
        };
        assert!(!is_wanted(&[]));
        assert!(!is_wanted(&["name", "address.tel", "customer.name", "customer.user.name"]));
        assert!(is_wanted(&["name", "text_asset_863cc6"]));
        assert!(is_wanted(&["customer.text_asset_863cc6"]));
    }

    #[test]
    fn it_is_asked_once_a_day() {
        const HOUR: Millis = 3_600_000;
        assert!(is_due(None, HOUR));
        assert!(!is_due(Some(HOUR), HOUR));
        assert!(!is_due(Some(HOUR), 24 * HOUR));
        assert!(is_due(Some(HOUR), 25 * HOUR));
        // The clock was set back since.
        assert!(is_due(Some(3 * HOUR), HOUR));
    }
}
