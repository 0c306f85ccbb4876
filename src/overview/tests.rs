use super::*;
use crate::api::{judge, read_page};
use crate::i18n::Lang;
use crate::layout::Layout;
use crate::model::{Choice, CustomerPage};
use crate::query::{Days, parse_date};
use crate::view_model::{ColumnFacts, available_columns, missing_columns};

fn page(rows: &[&str], columns: &str) -> CustomerPage {
    let body = format!(r#"{{"code":0,"data":{{"customers":[{}],"column_list":{columns}}}}}"#, rows.join(","));
    read_page(judge(200, None, &body).unwrap()).unwrap()
}

/// Counted on a Monday.
fn count(page: &CustomerPage) -> Overview {
    let missing = missing_columns(page, false).into();
    let facts = ColumnFacts { missing, ..ColumnFacts::default() };
    let columns = available_columns(&page.columns, &Layout::default(), &facts, Lang::Zh);
    let rows: Vec<_> = page.customers.indices().zip(page.customers.iter()).collect();
    overview(&rows, &columns, parse_date("2026-11-23").unwrap(), Lang::Zh.words())
}

fn bars<'a>(overview: &'a Overview, column: &str) -> Vec<(&'a str, usize)> {
    let picture = overview.pictures.iter().find(|it| it.column.as_str() == column).unwrap();
    picture.bars.iter().map(|bar| (bar.value.as_str(), bar.count)).collect()
}

fn way<'a>(overview: &'a Overview, column: &str, value: &str) -> &'a Way {
    let picture = overview.pictures.iter().find(|it| it.column.as_str() == column).unwrap();
    &picture.bars.iter().find(|bar| bar.value == value).unwrap().way
}

#[test]
fn values_are_counted_and_lead_where_the_endpoint_can_be_asked() {
    let page = page(
        &[
            r#"{"id":1,"name":"甲","status":7,"status_mapped":"初访","user_id":3,"user_name":"李","labels":[{"content":"高意向"},{"content":"老客户"}]}"#,
            r#"{"id":2,"name":"乙","status":8,"status_mapped":"意向","user_id":4,"user_name":"李","labels":[{"content":"高意向"},{"content":"高意向"}]}"#,
            r#"{"id":3,"name":"丙","status":8,"status_mapped":" 意向 ","user_id":null,"user_name":"","labels":[]}"#,
        ],
        r#"["name","status_mapped","user.name","labels_mapped","source_mapped"]"#,
    );
    let overview = count(&page);
    assert_eq!(overview.rows, 3);
    assert_eq!(bars(&overview, "status_mapped"), [("意向", 2), ("初访", 1)]);
    // Two people of one name are two.
    assert_eq!(bars(&overview, "user.name"), [("李", 1), ("李", 1), ("没有填", 1)]);
    // A label that a row has twice is one of it.
    assert_eq!(bars(&overview, "labels_mapped"), [("高意向", 2), ("老客户", 1), ("没有填", 1)]);
    let filter = Way::Filter(Change::Choose(Choice::Status, Some(8)));
    assert_eq!(*way(&overview, "status_mapped", "意向"), filter);
    assert_eq!(*way(&overview, "labels_mapped", "高意向"), Way::Only(vec![AnswerIndex(0), AnswerIndex(1)]));
    assert_eq!(*way(&overview, "user.name", "没有填"), Way::Only(vec![AnswerIndex(2)]));
    // No row has a key for it: that is no "nothing given".
    assert_eq!(overview.missing, ["客户来源"]);
    assert!(overview.pictures.iter().all(|it| it.column.as_str() != "source_mapped"));
}

#[test]
fn days_stand_in_their_steps() {
    let row = |at: usize, days: &str| format!(r#"{{"id":{at},"name":"甲","real_revisit_at":"{days}"}}"#);
    let days = [
        "2026-11-23 09:00",
        "2026-11-20",
        "2026-11-19",
        "2026-11-16",
        "2026-11-15",
        "2026-11-08",
        "2026-11-07",
        "2026-10-24",
        "2026-10-23",
        "1999-01-01",
        "",
        "1970-01-01 08:00",
        "2026-11-24",
        // It is the 23rd in China already.
        "2026-11-22T16:30:00Z",
    ];
    let rows: Vec<String> = days.iter().enumerate().map(|(at, days)| row(at + 1, days)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let overview = count(&page(&rows, r#"["name","real_revisit_at"]"#));
    assert_eq!(
        bars(&overview, "real_revisit_at"),
        [("0–3 天", 3), ("4–7 天", 2), ("8–15 天", 2), ("16–30 天", 2), ("30 天以上", 2), ("没有记录", 3)]
    );
    let asked = |value: &str| match way(&overview, "real_revisit_at", value) {
        Way::Filter(Change::Days(_, Some(Days::Fixed(range)))) => (range.from, range.to),
        other => panic!("{other:?}"),
    };
    let day = parse_date;
    assert_eq!(asked("0–3 天"), (day("2026-11-20"), day("2026-11-23")));
    assert_eq!(asked("30 天以上"), (None, day("2026-10-23")));
}

#[test]
fn what_is_due_stands_by_its_day_and_who_goes_to_the_pool_is_counted() {
    let row = |at: usize, due: &str, flow: &str| {
        format!(r#"{{"id":{at},"name":"甲","revisit_remind_at":"{due}","will_flow_time":"{flow}"}}"#)
    };
    let rows = [
        row(1, "2026-11-22 10:00", "2026-11-23 05:00"),
        row(2, "2026-11-23 08:00", "2026-11-26 05:00"),
        row(3, "2026-11-24", "2026-11-27 05:00"),
        row(4, "2026-11-29", "2026-11-30 05:00"),
        row(5, "2026-11-30", "2026-12-01 05:00"),
        row(6, "", ""),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let overview = count(&page(&rows, r#"["name","revisit_remind_at","will_flow_time"]"#));
    assert_eq!(
        bars(&overview, "revisit_remind_at"),
        [
            ("逾期", 1),
            ("今天", 1),
            ("明天", 1),
            ("周三", 0),
            ("周四", 0),
            ("周五", 0),
            ("周六", 0),
            ("周日", 1)
        ]
    );
    assert_eq!(bars(&overview, "will_flow_time"), [("3 天内", 2), ("7 天内", 4)]);
    assert_eq!(*way(&overview, "will_flow_time", "3 天内"), Way::Only(vec![AnswerIndex(0), AnswerIndex(1)]));
}

#[test]
fn nobody_is_counted_as_nobody() {
    let page = page(&[], r#"["name","status_mapped","real_revisit_at"]"#);
    let overview = count(&page);
    assert_eq!((overview.rows, overview.missing.len()), (0, 0));
    assert!(overview.pictures.iter().flat_map(|it| &it.bars).all(|bar| bar.count == 0));
}

#[test]
fn labels_of_one_name_in_two_groups_are_two() {
    let page = page(
        &[
            r#"{"id":1,"name":"甲","labels":[{"content":"A","group_id":8},{"content":"A","group_id":"9"},{"content":"A","group_id":8}]}"#,
        ],
        r#"["name","labels_mapped"]"#,
    );
    let overview = count(&page);
    let labels: Vec<_> = overview.pictures[0].bars.iter().map(|bar| (bar.count, bar.group)).collect();
    assert_eq!(labels, [(1, Some(8)), (1, Some(9))]);
}

#[test]
fn pages_are_counted_as_one_list_whose_rows_are_not_all_loaded() {
    let columns = r#"["name","status_mapped","labels_mapped","source_mapped"]"#;
    let status = |id: usize, status: i64, labels: &str| {
        format!(
            r#"{{"id":{id},"name":"甲","status":{status},"status_mapped":"S{status}","labels":[{labels}]}}"#
        )
    };
    let label = |content: &str| format!(r#"{{"content":"{content}"}}"#);
    let pages = [
        vec![status(1, 7, &label("A")), status(2, 7, ""), status(3, 8, &label("B"))],
        vec![status(4, 8, &label("B")), status(5, 8, &label("B")), status(6, 9, "")],
    ];
    let count_rows = |rows: &[String]| {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        count(&page(&rows, columns))
    };
    let mut sum = Overview::default();
    pages.iter().for_each(|rows| sum.add(count_rows(rows)));
    let all = count_rows(&pages.concat());
    assert_eq!((sum.rows, &sum.missing), (all.rows, &all.missing));
    for column in ["status_mapped", "labels_mapped"] {
        assert_eq!(bars(&sum, column), bars(&all, column), "{column}");
    }
    assert_eq!(way(&sum, "status_mapped", "S7"), way(&all, "status_mapped", "S7"));
    assert_eq!(*way(&sum, "labels_mapped", "B"), Way::Nowhere);
}

#[test]
fn a_column_that_comes_with_a_later_page_is_not_missing() {
    let columns = r#"["name","source_mapped"]"#;
    let without = count(&page(&[r#"{"id":1,"name":"甲"}"#], columns));
    let with = count(&page(&[r#"{"id":2,"name":"乙","source":3,"source_mapped":"展会"}"#], columns));
    assert_eq!(without.missing, ["客户来源"]);
    let mut sum = without;
    sum.add(with);
    assert!(sum.missing.is_empty());
    assert_eq!(bars(&sum, "source_mapped"), [("展会", 1)]);
}
