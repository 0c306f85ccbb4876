//! What a start of the page asks first, noted for the next one: `start/early_call.js` then asks before this
//! program is there.
use super::Request;
use crate::model::PageSize;
use crate::query::{Date, Days, ListQuery, RangeField, write_date};

/// The list call of a question as it is noted: its path and, where the question means other days tomorrow,
/// the day on which it was noted, after a blank.
pub fn call_note(query: &ListQuery, per_page: PageSize, today: Date) -> String {
    let path = Request::list(query, per_page, today).path;
    let is_preset = |field| matches!(query.filters.saved.days(field), Some(Days::Preset(_)));
    let is_of_today = RangeField::ALL.into_iter().any(is_preset);
    if is_of_today { [path, write_date(today)].join(" ") } else { path }
}

/// The note of the list that opens by itself. It outlives the tab, so one with search words is none.
pub fn stored_call_note(query: &ListQuery, per_page: PageSize, today: Date) -> Option<String> {
    query.filters.search.words.is_empty().then(|| call_note(query, per_page, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{fragment, parse_date};

    #[track_caller]
    fn check(fragment_text: &str, note: &str, is_stored: bool) {
        let (query, _) = fragment::read(fragment_text);
        let (size, today) = (query.per_page.unwrap_or(PageSize::DEFAULT), parse_date("2026-11-26").unwrap());
        assert_eq!(call_note(&query, size, today), note, "{fragment_text}");
        let stored = stored_call_note(&query, size, today);
        assert_eq!(stored.as_deref(), is_stored.then_some(note), "{fragment_text}");
    }

    #[test]
    fn a_note_has_the_path_and_a_day_only_where_tomorrow_means_others() {
        let list = "/api/v2/customers?page=1&per_page=50";
        for (fragment, rest) in [
            ("", ""),
            ("#?", ""),
            ("#?columns=all&view=%E4%BB%8A%E6%97%A5", ""),
            ("#?tab_type=my&status=7&sort=name&order=asc", "&tab_type=my&status=7&sort=name&order=asc"),
            ("#?real_revisit_at=2026-11-26", "&real_revisit_at=2026-11-26"),
            ("#?created_at[]=2019-01-01&created_at[]=", "&created_at[]=2019-01-01&created_at[]=2099-12-31"),
            ("#?created_at=last_7", "&created_at[]=2026-11-20&created_at[]=2026-11-26 2026-11-26"),
            (
                "#?real_revisit_at=older_30",
                "&real_revisit_at[]=1970-01-01&real_revisit_at[]=2026-10-27 2026-11-26",
            ),
        ] {
            check(fragment, &format!("{list}{rest}"), true);
        }
        check("#?page=3&per_page=20", "/api/v2/customers?page=3&per_page=20", true);
    }

    #[test]
    fn search_words_are_in_no_note_that_is_stored() {
        let list = "/api/v2/customers?page=1&per_page=50";
        check("#?query=138 0", &format!("{list}&query=138%200"), false);
        check(
            "#?custom_field_name=name&query=a|b",
            &format!("{list}&custom_field_name=name&query=a%7Cb"),
            false,
        );
        // A field without words asks nothing.
        check("#?custom_field_name=name", list, true);
    }
}
