use crate::model::{Choice, CustomerId, PageSize, is_invisible, mobile_to_search};
use crate::query::{Date, ListQuery, fragment, pairs, write_date};

/// One call: a path and its pairs, without the address of the server.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    /// Path and query string: `/api/v2/customers?page=1`.
    pub path: String,
}

/// The endpoint's document does not say that one end of a range may be left empty, so an open end is
/// sent as a day that no customer lies beyond.
const OPEN_FROM: &str = "1970-01-01";
const OPEN_TO: &str = "2099-12-31";

/// Entries a page of what can be chosen: the most that public clients ask these calls for. No document names
/// a limit, and the endpoint may give fewer.
const OPTIONS_PER_PAGE: u32 = 100;

impl Request {
    /// The list call of a question, asked today (China's). Page and size are always named, so that the
    /// answer does not hang on the server's defaults.
    pub fn list(query: &ListQuery, per_page: PageSize, today: Date) -> Self {
        let mut list = vec![("page", query.page.to_string()), ("per_page", per_page.to_string())];
        let mut is_from = false;
        for (name, value) in fragment::shared_pairs(&query.filters.on(today), query.sort.as_ref()) {
            is_from = !is_from && name.ends_with("[]");
            let value = match (name, value.is_empty(), is_from) {
                (name, true, true) if name.ends_with("[]") => OPEN_FROM.to_owned(),
                (name, true, false) if name.ends_with("[]") => OPEN_TO.to_owned(),
                _ => value,
            };
            // A field to search in asks nothing without words.
            if name != "custom_field_name" || !query.filters.search.words.is_empty() {
                list.push((name, value));
            }
        }
        Self { path: format!("/api/v2/customers?{}", pairs::write(&list)) }
    }

    /// What can be sorted and searched.
    pub fn catalog() -> Self {
        Self { path: "/api/v2/customers/filter_sort_group".into() }
    }

    /// A page, from 1, of the values of a filter with options.
    pub fn options(choice: Choice, page: u32) -> Self {
        match choice {
            Choice::User => Self::page_of("/api/v2/user/simple_list", page, &[]),
            Choice::Department => Self::page_of("/api/v2/user/department_list", page, &[]),
            _ => Self::page_of(&format!("/api/v2/customers/{}/filter_options", choice.key()), page, &[]),
        }
    }

    /// The same where [`Request::options`] gives nothing; `None` where there is no other way.
    pub fn options_instead(choice: Choice, page: u32) -> Option<Self> {
        match choice {
            Choice::User => Some(Self::page_of("/api/v2/user/list", page, &[])),
            Choice::Department => Some(Self::page_of("/api/v2/departments", page, &[])),
            Choice::Status | Choice::Source | Choice::Category => None,
        }
    }

    /// The colleagues whose name fits what is typed.
    pub fn colleagues_named(name: &str) -> Self {
        Self::page_of("/api/v2/user/list", 1, &[("name", name.to_owned())])
    }

    fn page_of(path: &str, page: u32, more: &[(&'static str, String)]) -> Self {
        let mut list = vec![("page", page.to_string()), ("per_page", OPTIONS_PER_PAGE.to_string())];
        list.extend_from_slice(more);
        Self { path: format!("{path}?{}", pairs::write(&list)) }
    }

    /// The fields that the company made for its customers.
    pub fn fields() -> Self {
        Self { path: "/api/v2/custom_fields/customer/by_group".into() }
    }

    /// The company's labels in their groups.
    pub fn labels() -> Self {
        Self { path: "/api/v2/labels".into() }
    }

    /// One customer by itself; `None` where its id is no step of a path.
    pub fn customer(id: &CustomerId) -> Option<Self> {
        Self::of_customer("customers", id)
    }

    /// The same of a customer of the common pool.
    pub fn common_customer(id: &CustomerId) -> Option<Self> {
        Self::of_customer("common_customers", id)
    }

    fn of_customer(place: &str, id: &CustomerId) -> Option<Self> {
        let is_step = id.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        is_step.then(|| Self { path: ["/api/v2/", place, "/", id.as_str()].concat() })
    }

    /// A page, from 1, of a customer's follow-ups up to today (China's). The type is lower case where logs
    /// are read. Without days the endpoint means today's only.
    pub fn follow_ups(id: &CustomerId, page: u32, today: Date) -> Self {
        let pairs = [
            ("loggable_type", "customer".to_owned()),
            ("loggable_id", id.as_str().to_owned()),
            ("date", "other".to_owned()),
            ("start_date", "2000-01-01".to_owned()),
            ("end_date", write_date(today)),
            ("per_page", "15".to_owned()),
            ("page", page.to_string()),
        ];
        Self { path: format!("/api/v2/revisit_logs/new_index?{}", pairs::write(&pairs)) }
    }

    /// Where a follow-up is written.
    pub fn new_follow_up() -> Self {
        Self { path: "/api/v2/revisit_logs".into() }
    }

    /// Customers of exactly this name or number, whoever has them.
    pub fn customers_named(name: &str) -> Self {
        let pairs = [("name", mobile_to_search(name).unwrap_or_else(|| name.to_owned()))];
        Self { path: format!("/api/v2/duplicates/matching_name?{}", pairs::write(&pairs)) }
    }

    /// Who is signed in.
    pub fn me() -> Self {
        Self { path: "/api/v2/user/info".into() }
    }

    /// Where login and password are traded for a token.
    pub fn login() -> Self {
        Self { path: "/api/v2/auth/login".into() }
    }
}

/// The value of the `Authorization` header. `device` and `version_code` are fixed for integrations:
/// the endpoint refuses others.
pub fn authorization(token: &str, device: &str, version_code: &str) -> String {
    format!("Token token={token}, device={device}, version_code={version_code}")
}

/// Whether a text can be a token: a header takes neither blanks nor what is not ASCII, and a comma
/// would begin another field.
pub fn is_usable_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',' && byte != b'"')
}

/// A pasted token without the blanks around it and the invisible signs that chats and documents add.
pub fn bare_token(text: &str) -> String {
    text.chars().filter(|sign| !is_invisible(*sign)).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse_date;

    #[track_caller]
    fn check(fragment_text: &str, path: &str) {
        let (query, _) = fragment::read(fragment_text);
        let today = parse_date("2026-11-23").unwrap();
        assert_eq!(Request::list(&query, query.per_page.unwrap_or(PageSize::DEFAULT), today).path, path);
    }

    #[test]
    fn the_header_names_token_device_and_version() {
        let header = authorization("t0ken", "open_api", "9.9.9");
        assert_eq!(header, "Token token=t0ken, device=open_api, version_code=9.9.9");
    }

    #[test]
    fn a_plain_list_names_page_and_size() {
        check("", "/api/v2/customers?page=1&per_page=50");
    }

    #[test]
    fn every_parameter_of_the_document_is_sent_by_its_name() {
        check(
            "#?tab_type=my&custom_field_name=address.phone&query=138 0&status=1&source=2&category=3&user_id=4&department_id=5&product_id=6&real_revisit_at=2023-01-02&created_at[]=2019-01-01&created_at[]=2019-02-01&sort=created_at&order=desc&page=3&per_page=20&columns=all",
            "/api/v2/customers?page=3&per_page=20&tab_type=my&custom_field_name=address.phone&query=138%200&status=1&source=2&category=3&user_id=4&department_id=5&product_id=6&real_revisit_at=2023-01-02&created_at[]=2019-01-01&created_at[]=2019-02-01&sort=created_at&order=desc",
        );
    }

    #[test]
    fn an_open_end_becomes_a_far_day() {
        check(
            "#?updated_at[]=&updated_at[]=2026-11-16&created_at[]=2020-01-01",
            "/api/v2/customers?page=1&per_page=50&created_at[]=2020-01-01&created_at[]=2099-12-31&updated_at[]=1970-01-01&updated_at[]=2026-11-16",
        );
    }

    #[test]
    fn a_preset_becomes_days_only_when_it_is_sent() {
        let sent = |fragment: &str, pairs: &str| {
            check(fragment, &format!("/api/v2/customers?page=1&per_page=50&{pairs}"));
        };
        sent("#?revisit_remind_at=due", "revisit_remind_at[]=1970-01-01&revisit_remind_at[]=2026-11-23");
        sent("#?revisit_remind_at=today", "revisit_remind_at[]=2026-11-23&revisit_remind_at[]=2026-11-23");
        sent("#?created_at=last_7", "created_at[]=2026-11-17&created_at[]=2026-11-23");
        sent("#?real_revisit_at=older_30", "real_revisit_at[]=1970-01-01&real_revisit_at[]=2026-10-24");
        // One day has the same name as a preset of it, and stays what it is.
        sent("#?real_revisit_at=2023-01-01", "real_revisit_at=2023-01-01");
    }

    #[test]
    fn a_field_without_words_is_not_sent() {
        check("#?custom_field_name=name", "/api/v2/customers?page=1&per_page=50");
    }

    #[test]
    fn what_can_be_chosen_is_asked_for_in_large_pages() {
        let path = |choice, page| Request::options(choice, page).path;
        assert_eq!(path(Choice::Status, 1), "/api/v2/customers/status/filter_options?page=1&per_page=100");
        assert_eq!(path(Choice::User, 2), "/api/v2/user/simple_list?page=2&per_page=100");
        assert_eq!(path(Choice::Department, 1), "/api/v2/user/department_list?page=1&per_page=100");
        let instead = |choice| Request::options_instead(choice, 3).map(|request| request.path);
        assert_eq!(instead(Choice::User).as_deref(), Some("/api/v2/user/list?page=3&per_page=100"));
        assert_eq!(instead(Choice::Department).as_deref(), Some("/api/v2/departments?page=3&per_page=100"));
        assert_eq!(instead(Choice::Source), None);
        assert_eq!(
            Request::colleagues_named("李 曦").path,
            format!(
                "/api/v2/user/list?page=1&per_page=100&{}",
                pairs::write(&[("name", "李 曦".to_owned())])
            )
        );
    }

    #[test]
    fn signs_that_nobody_sees_are_no_part_of_a_pasted_token() {
        for text in [
            "demo-1",
            " demo-1\n",
            "\u{feff}demo-1",
            "\u{200b} demo-1 \u{200b}\r\n",
            "demo\u{ad}-1",
            "\u{202a}demo-\u{2066}1\u{2069}\u{202c}",
            "\u{3000}demo-1\u{a0}",
        ] {
            assert_eq!(bare_token(text), "demo-1", "{text:?}");
        }
        assert!(!is_usable_token(&bare_token("demo 1")));
    }

    #[test]
    fn a_token_is_one_word_of_ascii() {
        assert!(is_usable_token("abc-DEF_123.=/+"));
        for text in ["", "a b", "a,b", "令牌", "a\nb", "a\"b"] {
            assert!(!is_usable_token(text), "{text:?}");
        }
    }

    #[test]
    fn follow_ups_are_asked_for_with_all_days() {
        let id = CustomerId::new("88001").unwrap();
        let today = parse_date("2026-11-23").unwrap();
        assert_eq!(
            Request::follow_ups(&id, 2, today).path,
            "/api/v2/revisit_logs/new_index?loggable_type=customer&loggable_id=88001&date=other&start_date=2000-01-01&end_date=2026-11-23&per_page=15&page=2"
        );
    }

    #[test]
    fn a_name_is_asked_for_as_it_is_written() {
        assert_eq!(
            Request::customers_named("a&b 甲").path,
            "/api/v2/duplicates/matching_name?name=a%26b%20%E7%94%B2"
        );
    }

    #[test]
    fn an_id_is_one_step_of_a_path_or_none() {
        let paths = |id: &str| {
            let id = CustomerId::new(id).unwrap();
            [Request::customer(&id), Request::common_customer(&id)].map(|it| it.map(|it| it.path))
        };
        assert_eq!(
            paths("88001"),
            [Some("/api/v2/customers/88001".into()), Some("/api/v2/common_customers/88001".into())]
        );
        for id in ["..", "1/2", "1?x", "1#x", "%2e", "1 2", "一"] {
            assert_eq!(paths(id), [None, None], "{id}");
        }
    }
}
