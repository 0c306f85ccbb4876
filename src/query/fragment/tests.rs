use super::*;
use crate::model::ChoiceValues;
use crate::query::{RealRevisit, SavedFilters, Search};
use proptest::option;
use proptest::prelude::*;

#[track_caller]
fn check(fragment: &str, canonical: &str, ignored: &[&str]) {
    let (query, left_out) = read(fragment);
    assert_eq!(write(&query), canonical, "{fragment}");
    assert_eq!(left_out, ignored, "{fragment}");
}

#[test]
fn the_contracts_own_example_reads_and_writes_alike() {
    let text = "#?tab_type=my&status=1476046&created_at[]=2019-01-01&created_at[]=2019-02-01&sort=created_at&order=desc&page=3&per_page=50";
    check(text, text, &[]);
    // The same pairs in the order in which the contract prints them.
    check(
        "#?tab_type=my&status=1476046&sort=created_at&order=desc&page=3&per_page=50&created_at[]=2019-01-01&created_at[]=2019-02-01",
        text,
        &[],
    );
}

#[test]
fn escapes_are_read_once() {
    let (query, _) = read("#?query=%2541&custom_field_name=address.phone");
    assert_eq!(query.filters.search.words, "%41");
    let (query, _) = read("#?query=a%26b%3Dc+d&created_at%5B%5D=2019-01-01");
    assert_eq!(query.filters.search.words, "a&b=c d");
    assert_eq!(query.filters.saved.created, DateRange::new(parse_date("2019-01-01"), None).map(Days::Fixed));
}

#[test]
fn junk_is_left_out_and_named() {
    check(
        "#?page=zero&sort=name&color=red&status=abc&tab_type=boss&order=up&per_page=100000",
        "#?sort=name&order=asc",
        &["page", "color", "status", "tab_type", "order", "per_page"],
    );
    for text in ["", "#", "#?", "#?&&==&", "##??", "#%", "#?%FF%FE=1", "#?page=0&page=-1"] {
        assert_eq!(read(text).0, ListQuery::default(), "{text}");
    }
}

#[test]
fn columns_can_be_all_or_named() {
    check("#?columns=all", "#?columns=all", &[]);
    check("#?columns=all,", "#?columns=all", &[]);
    check("#?columns=name,labels_mapped,,name", "#?columns=name,labels_mapped", &[]);
    check("#?columns=,,", "#?", &["columns"]);
}

#[test]
fn a_view_is_named_by_one_short_line() {
    check("#?view=%E4%BB%8A%E6%97%A5", "#?view=%E4%BB%8A%E6%97%A5", &[]);
    check("#?view=++", "#?", &["view"]);
    check("#?view=a%0Ab", "#?", &["view"]);
    check(&format!("#?view={}", "a".repeat(41)), "#?", &["view"]);
}

#[test]
fn one_end_of_a_range_may_be_open() {
    check("#?updated_at[]=&updated_at[]=2026-11-16", "#?updated_at[]=&updated_at[]=2026-11-16", &[]);
    check("#?updated_at[]=2026-11-16", "#?updated_at[]=2026-11-16&updated_at[]=", &[]);
}

#[test]
fn a_preset_keeps_its_name() {
    for text in [
        "#?revisit_remind_at=due",
        "#?created_at=last_7&real_revisit_at=older_30&revisit_remind_at=today&updated_at=this_week",
    ] {
        check(text, text, &[]);
    }
    // The day of the actual follow-up stays what it was.
    check("#?real_revisit_at=2023-01-01", "#?real_revisit_at=2023-01-01", &[]);
    check("#?real_revisit_at=last_7&real_revisit_at=2023-01-01", "#?real_revisit_at=2023-01-01", &[]);
    // Whoever names days means them.
    check("#?created_at[]=2023-01-01&created_at=today", "#?created_at[]=2023-01-01&created_at[]=", &[]);
    check(
        "#?created_at=2023-01-01&updated_at=someday&revisit_remind_at=&real_revisit_at=last_8",
        "#?",
        &["created_at", "updated_at", "revisit_remind_at", "real_revisit_at"],
    );
}

#[test]
fn what_is_glued_to_a_link_is_cut_off() {
    for tail in [
        "。",
        "）",
        "”",
        "\"",
        "'",
        ")",
        ")。",
        "，你看看",
        "这些客户",
        "】 status",
        ".",
        ".)",
        "<br>",
        "；",
        "*",
    ] {
        for link in [
            "#?tab_type=my&status=1476047",
            "#?created_at[]=2019-01-01&created_at[]=2019-02-01",
            "#?revisit_remind_at=due",
            "#?sort=created_at&order=desc",
            "#?sort=name&order=asc&page=3",
            "#?columns=name,address.phone",
            "#?columns=all",
            "#?tab_type=common",
        ] {
            check(&format!("{link}{tail}"), link, &[]);
            let escaped = percent_encoding::utf8_percent_encode(tail, percent_encoding::NON_ALPHANUMERIC);
            check(&format!("{link}{escaped}"), link, &[]);
        }
    }
    check("#?sort=created_at。&order=desc", "#?sort=created_at&order=desc", &[]);
    // What may be a part of the value is no glue.
    for junk in ["1476047abc", "4.5", "0x7", "12 34", "1,2", "-"] {
        check(&format!("#?status={junk}"), "#?", &["status"]);
    }
    check("#?created_at[]=2023-01-01 10:00", "#?", &["created_at[]"]);
    // Nobody can tell where words end.
    assert_eq!(read("#?query=河北（省）。").0.filters.search.words, "河北（省）。");
}

#[test]
fn an_escape_too_many_is_undone() {
    let whole =
        "#?tab_type=my&query=河北 1&created_at[]=2019-01-01&created_at[]=2019-02-01&columns=name,note";
    let link = "tab_type=my&query=%E6%B2%B3%E5%8C%97%201&created_at[]=2019-01-01&created_at[]=2019-02-01&columns=name,note";
    let canonical = write(&read(whole).0);
    let escape = |text: &str, keep: &[char]| -> String {
        let part = |c: char| {
            if c.is_ascii_alphanumeric() || keep.contains(&c) {
                c.to_string()
            } else {
                format!("%{:02X}", c as u32)
            }
        };
        text.chars().map(part).collect()
    };
    // As encodeURI and as encodeURIComponent have it, once and twice.
    let kept = ['=', '&', '?', ',', '-', '_', '.'];
    let uri = escape(link, &kept);
    for text in
        [uri.clone(), escape(&uri, &kept), escape(link, &['-', '_', '.']), escape(&escape(link, &[]), &[])]
    {
        check(&format!("#?{text}"), &canonical, &[]);
        check(&format!("#{}", escape("?", &[]) + &text), &canonical, &[]);
    }
    check("#?tab_type=my&amp;status=7&amp;amp;page=2", "#?tab_type=my&status=7&page=2", &[]);
    // Any other escape may be what somebody searches for.
    for words in ["100%25", "%2541", "a%25b", "%25zz%25E6%25B2%25B3"] {
        check(&format!("#?query={words}"), &format!("#?query={words}"), &[]);
    }
}

#[test]
fn what_cannot_be_seen_is_left_out_of_a_link() {
    check("#?status=1476047\u{200b}", "#?status=1476047", &[]);
    check("#\u{feff}?status=1476047&page\u{200b}=2", "#?status=1476047&page=2", &[]);
    check("#?query=\u{202d}13800138000\u{202c}&view=\u{feff}a", "#?query=13800138000&view=a", &[]);
}

#[test]
fn mending_twice_changes_nothing_more() {
    for text in ["%25E2%2580%258B%25E6%25B2%25B3", "%E2%80%8B%25E6%25B2%25B3", "%E6%B2%B3", "a%20%E6%B2%B3%"]
    {
        let once = mend::text(text).into_owned();
        assert_eq!(mend::text(&once), once, "{text}");
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (1900..2200_i32, 1..=366_u16)
        .prop_filter_map("a real day", |(year, day)| Date::from_ordinal_date(year, day).ok())
}

fn any_days() -> impl Strategy<Value = Option<Days>> {
    let fixed = (option::of(any_date()), option::of(any_date()))
        .prop_map(|(from, to)| DateRange::new(from, to).map(Days::Fixed));
    let all = RangeField::ALL.map(DayPreset::offered).concat().concat();
    prop_oneof![fixed, proptest::sample::select(all).prop_map(|preset| Some(Days::Preset(preset)))]
}

fn any_name() -> impl Strategy<Value = String> {
    // What a chat may have done to a name is undone, so such a name does not survive.
    let is_name =
        |name: &String| plain_name(name).is_some() && mend::word(name) == *name && mend::text(name) == *name;
    "[a-z_\\.]{1,20}|\\PC{1,12}".prop_filter("a plain name", is_name)
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let words = ".{0,40}".prop_map(|text| mend::text(&text).into_owned());
    let id = || option::of(any::<i64>());
    let ids = (Choice::ALL.map(|_| id()), id());
    let dates = (option::of(any_date()), any_days(), any_days(), any_days(), any_days());
    (0..5_usize, words, option::of(any_name()), ids, dates).prop_map(|(tab, words, field, ids, dates)| {
        let search = Search { words, field: field.unwrap_or_default() };
        let saved = SavedFilters {
            tab: Tab::ALL[tab],
            choices: ChoiceValues::from_fn(|choice| ids.0[choice as usize]),
            product: ids.1,
            created: dates.1,
            updated: dates.2,
            real_revisit: dates.0.map(RealRevisit::Day).or(dates.3.map(RealRevisit::Range)),
            revisit_remind: dates.4,
        };
        Filters { search, saved }
    })
}

fn any_query() -> impl Strategy<Value = ListQuery> {
    let columns = prop_oneof![
        Just(ColumnChoice::Default),
        Just(ColumnChoice::All),
        proptest::collection::btree_set(any_name(), 1..6)
            .prop_filter("`all` has a meaning of its own", |names| !(names.len() == 1
                && names.contains("all")))
            .prop_map(|names| ColumnChoice::Named(names.iter().map(|name| ColumnId::new(name)).collect())),
    ];
    (
        any_filters(),
        option::of((any_name(), any::<bool>())),
        (1..u32::MAX).prop_map(|number| PageNumber::new(number).unwrap()),
        option::of((1..=PageSize::MAX.get()).prop_map(PageSize::at_least_one)),
        columns,
        option::of(any_name()),
        option::of(any_name()),
    )
        .prop_map(|(filters, sort, page, per_page, columns, group, view)| ListQuery {
            filters,
            sort: sort.map(|(name, up)| Sort {
                column: ColumnId::new(&name),
                direction: if up { Direction::Ascending } else { Direction::Descending },
            }),
            page,
            per_page,
            columns,
            group: group.map(|name| ColumnId::new(&name)),
            view: view.and_then(|name| view_name(&name)),
        })
}

proptest! {
    #[test]
    fn any_question_survives_the_url(query in any_query()) {
        let (read_back, ignored) = read(&write(&query));
        prop_assert_eq!(read_back, query);
        prop_assert!(ignored.is_empty());
    }

    #[test]
    fn any_junk_gives_a_view(text in "\\PC{0,200}|[#?&=%a-f0-9\\[\\]_]{0,80}") {
        let (query, _) = read(&text);
        prop_assert_eq!(read(&write(&query)).0, query);
    }
}

#[test]
fn a_customer_is_a_place_and_no_part_of_the_question() {
    let (query, ignored) = read("#?tab_type=my&customer=2371208&page=2");
    assert_eq!((write(&query).as_str(), ignored.len()), ("#?tab_type=my&page=2", 0));
    for (fragment, id) in [
        ("#?tab_type=my&customer=2371208&page=2", Some("2371208")),
        ("#?customer=7", Some("7")),
        ("?customer=%37", Some("7")),
        ("#?tab_type=my", None),
        ("#?customer=", None),
        ("#?customer=../7", None),
        // What is glued to a link is taken off, as everywhere.
        ("#?customer=7%2F8", Some("7")),
        ("", None),
    ] {
        assert_eq!(customer(fragment).as_ref().map(CustomerId::as_str), id, "{fragment}");
    }
    // Junk in its place is said to be so.
    assert_eq!(read("#?customer=../7").1, ["customer"]);
    let id = CustomerId::new("7").unwrap();
    for list in ["#?", "#?tab_type=my&page=2"] {
        let query = read(list).0;
        let link = with_customer(&query, &id);
        assert_eq!((customer(&link), read(&link).0), (Some(id.clone()), query), "{link}");
    }
}
