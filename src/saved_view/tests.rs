use super::*;
use crate::layout::{Density, MAX_WIDTH, MIN_WIDTH};
use crate::model::{Choice, ChoiceValues, PageSize};
use crate::query::{Direction, Sort, Tab, fragment};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn ids(names: &[&str]) -> Vec<ColumnId> {
    names.iter().map(|name| ColumnId::new(name)).collect()
}

fn view(name: &str, filters: &str) -> SavedView {
    SavedView::new(name, &fragment::read(filters).0, &Layout::default())
}

fn file(views: &str) -> String {
    format!(r#"{{"kehu_views":1,"views":{views}}}"#)
}

/// The views of a file that can be read, and how many were left out.
#[track_caller]
fn read(views: &str) -> (Vec<SavedView>, usize) {
    let (file, left_out) = ViewFile::read(&file(views)).unwrap();
    (file.views, left_out)
}

#[test]
fn a_view_holds_no_words_no_page_and_no_name_of_itself() {
    let (query, _) = fragment::read(
        "#?tab_type=my&query=13812345678&custom_field_name=address.phone&status=7&page=4&per_page=20&view=x",
    );
    let saved = SavedView::new("今日", &query, &Layout::default());
    assert_eq!(fragment::write(&saved.query()), "#?tab_type=my&status=7&per_page=20");
    assert!(!ViewFile { default: None, views: vec![saved.clone()] }.write().contains("138"));
    // Nor does a file bring words in.
    let (views, _) = read(r#"[{"name":"今日","filters":"query=张三&custom_field_name=name&page=9&view=y"}]"#);
    assert_eq!(views, [view("今日", "")]);
    assert_eq!(
        fragment::write(&saved.opened()),
        "#?tab_type=my&status=7&per_page=20&view=%E4%BB%8A%E6%97%A5"
    );
}

#[test]
fn columns_of_the_address_are_saved_with_the_view() {
    let (query, _) = fragment::read("#?columns=name,phones_data");
    let saved = SavedView::new("a", &query, &Layout::default());
    assert_eq!(saved.layout.columns, Some(ids(&["name", "phones_data"])));
    assert_eq!(fragment::write(&saved.query()), "#?");
    assert!(!saved.differs(&query, &Layout::default()));
    assert!(saved.differs(&fragment::read("#?columns=all").0, &saved.layout));
}

#[test]
fn what_is_asked_and_how_it_looks_makes_a_difference_and_nothing_else() {
    let saved = view("a", "#?status=7&sort=name&order=desc&per_page=20");
    let look = Layout::default();
    for same in ["page=3&query=河北", "custom_field_name=name", "view=b"] {
        let (query, _) = fragment::read(&format!("#?status=7&sort=name&order=desc&per_page=20&{same}"));
        assert!(!saved.differs(&query, &look), "{same}");
    }
    for other in ["#?status=8&sort=name&order=desc&per_page=20", "#?status=7&sort=name&per_page=20", "#?"] {
        assert!(saved.differs(&fragment::read(other).0, &look), "{other}");
    }
    let query = saved.opened();
    assert!(saved.differs(&query, &Layout { wraps: true, ..look.clone() }));
    assert!(saved.differs(&query, &Layout { columns: Some(Vec::new()), ..look }));
    // The order in which widths were pulled is none of theirs.
    let widths = |names: [&str; 2]| Layout {
        widths: names.map(|name| (name.into(), 90)).to_vec(),
        ..Layout::default()
    };
    assert!(!SavedView::new("a", &query, &widths(["x", "y"])).differs(&query, &widths(["y", "x"])));
}

#[test]
fn the_format_is_as_the_readme_says() {
    let text = r#"{
        "kehu_views": 1, "default": "今日要打", "later": {"deep": []},
        "views": [{
            "name": " 今日要打 ", "filters": "tab_type=my&status=7&sort=created_at&order=desc&per_page=50&new=1",
            "columns": ["name", "gone", "phones_data", "name"], "pinned": ["name"],
            "widths": {"name": 240, "phones_data": 1, "gone": 99999999999, "x": "wide"},
            "density": "compact", "wrap": true, "colour": "red"
        }]
    }"#;
    let (file, left_out) = ViewFile::read(text).unwrap();
    assert_eq!((file.default.as_deref(), left_out), (Some("今日要打"), 0));
    let layout = Layout {
        columns: Some(ids(&["name", "gone", "phones_data"])),
        pinned: Some(ids(&["name"])),
        widths: vec![("gone".into(), MAX_WIDTH), ("name".into(), 240), ("phones_data".into(), MIN_WIDTH)],
        density: Density::Compact,
        wraps: true,
    };
    let expected = SavedView {
        layout,
        ..view("今日要打", "#?tab_type=my&status=7&sort=created_at&order=desc&per_page=50")
    };
    assert_eq!(file.views, [expected]);
}

#[track_caller]
fn refused(text: &str, problem: ViewFileProblem) {
    assert_eq!(ViewFile::read(text), Err(problem), "{}", text.chars().take(60).collect::<String>());
}

#[test]
fn a_broken_foreign_or_later_file_is_told_apart() {
    for text in ["", "{", "<html>", "\u{0}", "{\"kehu_views\":1,\"views\":[", "{\"kehu_views\":1}}"] {
        refused(text, ViewFileProblem::NotJson);
    }
    for text in [
        "[]",
        "null",
        "7",
        "{}",
        r#"{"views":[]}"#,
        r#"{"kehu_views":0,"views":[]}"#,
        r#"{"kehu_views":"1","views":[]}"#,
        r#"{"kehu_views":{},"views":[]}"#,
        r#"{"kehu_views":1}"#,
        r#"{"kehu_views":1,"views":{"name":"a"}}"#,
        r#"{"__proto__":{"kehu_views":1,"views":[]}}"#,
    ] {
        refused(text, ViewFileProblem::NotViews);
    }
    refused(r#"{"kehu_views":2,"views":"another shape"}"#, ViewFileProblem::Later);
    refused(r#"{"kehu_views":999999999,"views":[]}"#, ViewFileProblem::Later);
    for views in ["[7]", "[null,{}]", r#"[{"name":""}]"#] {
        refused(&file(views), ViewFileProblem::NoView);
    }
    assert_eq!(ViewFile::read("\u{feff}{\"kehu_views\":1,\"views\":[]}"), Ok((ViewFile::default(), 0)));
}

#[test]
fn a_large_or_deep_file_does_no_harm() {
    refused(&file(&format!(r#"[{{"name":"{}"}}]"#, "a".repeat(10 << 20))), ViewFileProblem::TooLarge);
    let deep = "[".repeat(100_000);
    refused(&deep, ViewFileProblem::NotJson);
    let closed = format!("{deep}{}", "]".repeat(100_000));
    for text in [
        closed.clone(),
        file(&closed),
        file(&format!(r#"[{{"name":{closed}}}]"#)),
        file(&format!(r#"[{{"name":"a","columns":{closed}}}]"#)),
        file(&format!(r#"[{{"name":"a","widths":{closed}}}]"#)),
    ] {
        assert!(ViewFile::read(&text).is_err());
    }
    let nested = format!("{}1{}", "{\"a\":".repeat(50_000), "}".repeat(50_000));
    let (views, left_out) = read(&format!(r#"[{{"name":"a","odd":{nested}}}, {{"name":{nested}}}]"#));
    assert_eq!((views, left_out), (vec![view("a", "")], 1));
}

#[test]
fn names_of_a_language_s_own_are_names_like_any_other() {
    let (views, left_out) = read(
        r#"[{"name":"__proto__","__proto__":{"columns":["x"]},"constructor":7,"columns":["__proto__","constructor"],"widths":{"__proto__":100}}]"#,
    );
    let layout = Layout {
        columns: Some(ids(&["__proto__", "constructor"])),
        widths: vec![("__proto__".into(), 100)],
        ..Layout::default()
    };
    assert_eq!(views, [SavedView { layout, ..view("__proto__", "") }]);
    assert_eq!(left_out, 0);
}

#[test]
fn a_bad_view_among_good_ones_is_left_out_and_counted() {
    let bad = [
        r#"{"name":7}"#,
        r#"{"name":"b","filters":7}"#,
        r#"{"name":"b","filters":[]}"#,
        r#"{"name":"b","columns":"name"}"#,
        r#"{"name":"b","columns":[{}]}"#,
        r#"{"name":"b","pinned":true}"#,
        r#"{"name":"b","widths":[1]}"#,
        r#"{"name":"b","density":3}"#,
        r#"{"name":"b","wrap":"yes"}"#,
        r#"{"name":"two\nlines"}"#,
        "[]",
        "null",
    ];
    for bad in bad {
        let (views, left_out) = read(&format!(r#"[{{"name":"a"}},{bad}]"#));
        assert_eq!((views, left_out), (vec![view("a", "")], 1), "{bad}");
    }
    let nothing = r#"{"name":"a","filters":null,"columns":null,"pinned":null,"widths":null,"density":null,"wrap":null}"#;
    assert_eq!(read(&format!("[{nothing}]")), (vec![view("a", "")], 0));
}

#[test]
fn of_one_name_the_last_view_wins_and_there_is_an_end_to_views_and_columns() {
    let (views, left_out) =
        read(r#"[{"name":"a","filters":"status=1"},{"name":"b"},{"name":" a ","filters":"status=2"}]"#);
    assert_eq!((views, left_out), (vec![view("a", "#?status=2"), view("b", "")], 0));
    let many: Vec<String> = (0..300).map(|at| format!(r#"{{"name":"v{at}"}}"#)).collect();
    let (views, left_out) = read(&format!("[{}]", many.join(",")));
    assert_eq!((views.len(), left_out), (200, 100));
    let names: Vec<String> = (0..900).map(|at| format!("\"c{at}\"")).collect();
    let (views, _) = read(&format!(r#"[{{"name":"a","columns":[{}]}}]"#, names.join(",")));
    assert_eq!(views[0].layout.columns.as_ref().map(Vec::len), Some(500));
}

#[test]
fn texts_that_break_programs_do_not_break_this_one() {
    let naughty: Vec<String> =
        serde_json::from_str(include_str!("../../fixtures/naughty-strings.json")).unwrap();
    for text in naughty {
        let quoted = serde_json::to_string(&text).unwrap();
        let _ = ViewFile::read(&text);
        let Ok((file, _)) = ViewFile::read(&file(&format!(
            r#"[{{"name":{quoted},"filters":{quoted},"columns":[{quoted}],"widths":{{{quoted}:90}},"density":{quoted}}}]"#
        ))) else {
            continue;
        };
        assert_eq!(ViewFile::read(&file.write()), Ok((file, 0)), "{text}");
    }
}

#[test]
fn a_difference_is_told_by_its_parts() {
    let with = |columns: &[&str]| Layout { columns: Some(ids(columns)), ..Layout::default() };
    let of = |filters: &str, layout: &Layout| SavedView::new("a", &fragment::read(filters).0, layout);
    let here = of("#?status=1&sort=name", &with(&["x", "y"]));
    let check = |view: SavedView, comparison: Comparison, parts: &[ViewPart]| {
        let found = compare(std::slice::from_ref(&here), std::slice::from_ref(&view));
        assert_eq!(found, [ViewDifference { name: view.name, comparison, parts: parts.to_vec() }]);
    };
    check(here.clone(), Comparison::Same, &[]);
    check(
        of("#?status=2&sort=name", &with(&["y", "x"])),
        Comparison::Changed,
        &[ViewPart::Filters, ViewPart::Order],
    );
    check(
        of("#?status=1&per_page=20", &with(&["y"])),
        Comparison::Changed,
        &[ViewPart::Sort, ViewPart::Columns, ViewPart::PageSize],
    );
    let look = Layout {
        pinned: Some(Vec::new()),
        widths: vec![("x".into(), 90)],
        density: Density::Roomy,
        wraps: true,
        ..with(&["x", "y"])
    };
    check(
        of("#?status=1&sort=name", &look),
        Comparison::Changed,
        &[ViewPart::Widths, ViewPart::Pins, ViewPart::Density, ViewPart::Wrap],
    );
    let named = SavedView { name: "b".into(), ..of("#?tab_type=my", &Layout::default()) };
    check(named, Comparison::New, &[ViewPart::Filters]);
}

fn any_columns() -> impl Strategy<Value = Vec<ColumnId>> {
    proptest::collection::btree_set("[a-z_.]{1,12}|\\PC{1,8}|__proto__|\"|\\\\", 0..6)
        .prop_map(|names| names.iter().map(|name| ColumnId::new(name)).collect())
}

fn any_layout() -> impl Strategy<Value = Layout> {
    let widths = any_columns().prop_flat_map(|columns| {
        let count = columns.len();
        vec(MIN_WIDTH..=MAX_WIDTH, count)
            .prop_map(move |widths| columns.iter().cloned().zip(widths).collect::<Vec<_>>())
    });
    (option::of(any_columns()), option::of(any_columns()), widths, 0..3_usize, any::<bool>()).prop_map(
        |(columns, pinned, widths, density, wraps)| Layout {
            columns,
            pinned,
            widths,
            density: Density::ALL[density],
            wraps,
        },
    )
}

fn any_view() -> impl Strategy<Value = SavedView> {
    let sort = option::of(
        "[a-z_.]{0,11}[a-z_]"
            .prop_map(|name| Sort { column: ColumnId::new(&name), direction: Direction::Descending }),
    );
    let query = (
        0..5_usize,
        option::of(any::<i64>()),
        option::of(any::<i64>()),
        sort,
        option::of((1..=PageSize::MAX.get()).prop_map(PageSize::at_least_one)),
    );
    let name = "\\PC{1,40}".prop_filter_map("a name", |name| fragment::view_name(&name));
    (name, query, any_layout()).prop_map(|(name, (tab, status, user, sort, per_page), layout)| {
        let choices = ChoiceValues::from_fn(|choice| match choice {
            Choice::Status => status,
            Choice::User => user,
            _ => None,
        });
        let saved = SavedFilters { tab: Tab::ALL[tab], choices, ..SavedFilters::default() };
        let filters = Filters { saved, ..Filters::default() };
        SavedView::new(&name, &ListQuery { filters, sort, per_page, ..ListQuery::default() }, &layout)
    })
}

proptest! {
    #[test]
    fn any_views_survive_a_file(views in vec(any_view(), 0..8), default in option::of(any_view())) {
        let mut file = ViewFile { default: default.map(|view| view.name), views: Vec::new() };
        for view in views {
            file.put(view);
        }
        prop_assert_eq!(ViewFile::read(&file.write()), Ok((file, 0)));
    }

    #[test]
    fn any_looks_survive_storage(looks in vec(("\\PC{0,20}", any_layout()), 0..8)) {
        prop_assert_eq!(read_looks(&write_looks(&looks)), looks);
    }

    #[test]
    fn any_junk_is_refused_or_read(text in "\\PC{0,200}|[\\[\\]{}\":,a-z0-9]{0,80}") {
        let _ = ViewFile::read(&text);
        let _ = ViewFile::read(&file(&text));
        let _ = read_looks(&text);
    }
}

#[test]
fn a_column_in_a_file_has_a_name_and_no_endless_one() {
    assert_eq!(super::column(""), None);
    assert_eq!(super::column(&"n".repeat(201)), None);
    let longest = "n".repeat(200);
    assert_eq!(super::column(&longest), Some(ColumnId::new(&longest)));
}

#[test]
fn a_view_is_found_replaced_and_taken_out_by_its_name() {
    let (mut known, _) = ViewFile::read(&file(r#"[{"name":"a"},{"name":"b"}]"#)).unwrap();
    assert_eq!(known.find("b").map(|view| view.name.as_str()), Some("b"));
    assert_eq!(known.find("c"), None);
    let mut again = known.find("a").cloned().unwrap();
    again.group = Some(ColumnId::new("status"));
    known.put(again);
    assert_eq!(known.find("a").and_then(|view| view.group.clone()), Some(ColumnId::new("status")));
    assert_eq!(known.views.len(), 2);
    assert_eq!(known.remove("a").map(|view| view.name), Some("a".to_owned()));
    assert_eq!(known.remove("a"), None);
    assert_eq!((known.views.len(), known.find("a")), (1, None));
}
