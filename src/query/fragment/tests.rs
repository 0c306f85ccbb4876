use super::*;
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
    assert_eq!(query.filters.words, "%41");
    let (query, _) = read("#?query=a%26b%3Dc+d&created_at%5B%5D=2019-01-01");
    assert_eq!(query.filters.words, "a&b=c d");
    assert_eq!(query.filters.created.and_then(|range| range.from), parse_date("2019-01-01"));
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

fn any_date() -> impl Strategy<Value = Date> {
    (1900..2200_i32, 1..=366_u16)
        .prop_filter_map("a real day", |(year, day)| Date::from_ordinal_date(year, day).ok())
}

fn any_range() -> impl Strategy<Value = Option<DateRange>> {
    (option::of(any_date()), option::of(any_date())).prop_map(|(from, to)| DateRange::new(from, to))
}

fn any_name() -> impl Strategy<Value = String> {
    "[a-z_\\.]{1,20}|\\PC{1,12}".prop_filter("a plain name", |name| plain_name(name).is_some())
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let words = ".{0,40}".prop_map(|text| text.trim().to_owned());
    let ids = (
        option::of(any::<i64>()),
        option::of(any::<i64>()),
        option::of(any::<i64>()),
        option::of(any::<i64>()),
        option::of(any::<i64>()),
        option::of(any::<i64>()),
    );
    let dates = (option::of(any_date()), any_range(), any_range(), any_range(), any_range());
    (0..5_usize, words, option::of(any_name()), ids, dates).prop_map(|(tab, words, field, ids, dates)| {
        Filters {
            tab: Tab::ALL[tab],
            words,
            search_field: field.unwrap_or_default(),
            status: ids.0,
            source: ids.1,
            category: ids.2,
            user: ids.3,
            department: ids.4,
            product: ids.5,
            real_revisit_day: dates.0,
            created: dates.1,
            updated: dates.2,
            real_revisit: if dates.0.is_some() { None } else { dates.3 },
            revisit_remind: dates.4,
        }
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
        1..u32::MAX,
        option::of(1..=MAX_PER_PAGE),
        columns,
        option::of(any_name()),
    )
        .prop_map(|(filters, sort, page, per_page, columns, view)| ListQuery {
            filters,
            sort: sort.map(|(name, up)| Sort {
                column: ColumnId::new(&name),
                direction: if up { Direction::Ascending } else { Direction::Descending },
            }),
            page,
            per_page,
            columns,
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
