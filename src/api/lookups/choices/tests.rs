use super::*;
use crate::api::answer::judge_whole;
use crate::model::in_tree_order;

type Read = fn(Opened<'_>) -> Result<OptionPage, Problem>;

fn page(read: Read, body: &str) -> Result<OptionPage, Problem> {
    judge_whole(200, None, body).and_then(read)
}

/// A body whose data is this.
fn in_data(data: &str) -> String {
    format!(r#"{{"code":0,"data":{data}}}"#)
}

#[track_caller]
fn check(read: Read, body: &str, expected: &[(i64, &str)]) {
    let page = page(read, body).unwrap();
    let options: Vec<_> = page.options.iter().map(|it| (it.value, it.label.as_str())).collect();
    assert_eq!(options, expected, "{body}");
}

#[test]
fn colleagues_are_found_in_every_place_and_under_every_name() {
    let both: &[(i64, &str)] = &[(701, "示例甲"), (702, "示例乙")];
    let list = r#"[{"id":701,"name":"示例甲"},{"id":702,"name":"示例乙"}]"#;
    let other =
        r#"[{"value":"","text":"全部"},{"value":701,"text":"示例甲"},{"value":"702","text":"示例乙"}]"#;
    for name in ["users", "simple_users", "list"] {
        for list in [list, other] {
            check(read_users, &in_data(&format!(r#"{{"{name}":{list}}}"#)), both);
            check(read_users, &format!(r#"{{"code":0,"{name}":{list}}}"#), both);
            check(read_users, &format!(r#"{{"code":0,"data":null,"{name}":{list}}}"#), both);
            // An empty list does not hide a full one.
            check(read_users, &format!(r#"{{"code":0,"data":{{"users":[]}},"{name}":{list}}}"#), both);
        }
    }
    check(read_users, &in_data(list), both);
}

#[test]
fn a_colleague_is_read_from_odd_entries() {
    #[track_caller]
    fn reads(entry: &str, expected: Option<(i64, &str)>) {
        let expected: Vec<_> = expected.into_iter().collect();
        check(read_users, &in_data(&format!(r#"{{"users":[{entry}]}}"#)), &expected);
    }
    for key in ["name", "text", "label", "title"] {
        reads(&format!(r#"{{"id":"701","{key}":"示例甲"}}"#), Some((701, "示例甲")));
        reads(&format!(r#"{{"id":"","value":701.0,"{key}":"示例甲"}}"#), Some((701, "示例甲")));
    }
    reads(r#"{"id":701,"name":"","text":"示例甲"}"#, Some((701, "示例甲")));
    for nobody in [
        "null",
        "7",
        r#""示例甲""#,
        "[]",
        "{}",
        r#"{"id":701}"#,
        r#"{"name":"示例甲"}"#,
        r#"{"id":null,"value":"","text":"全部"}"#,
        r#"{"id":{},"name":"示例甲"}"#,
        r#"{"id":"sel_77aa","name":"示例甲"}"#,
    ] {
        reads(nobody, None);
    }
}

#[test]
fn a_colleagues_department_stands_beside_the_name() {
    let body = in_data(
        r#"{"users":[{"id":1,"name":"甲","department_name":"电销一部"},{"id":2,"name":"乙","department_name":{}}]}"#,
    );
    let notes: Vec<_> = page(read_users, &body).unwrap().options.into_iter().map(|it| it.note).collect();
    assert_eq!(notes, ["电销一部", ""]);
}

#[test]
fn options_show_the_label_and_send_the_value() {
    check(
        read_options,
        &in_data(
            r#"{"options":[{"label":"初访","name":"first","source":"x","value":"1476046"},{"name":"意向","value":7},{"label":"成交","id":8},{"label":"全部","value":""}]}"#,
        ),
        &[(1_476_046, "初访"), (7, "意向"), (8, "成交")],
    );
    check(read_options, &in_data(r#"[{"label":"初访","value":1}]"#), &[(1, "初访")]);
    for nothing in [r#"{"options":null}"#, r#"{"options":{}}"#, "{}", "[]"] {
        check(read_options, &in_data(nothing), &[]);
    }
}

#[test]
fn what_is_told_of_pages_is_read_wherever_it_stands() {
    #[track_caller]
    fn told(body: &str, given: usize, total: Option<usize>, per_page: Option<usize>) {
        let page = page(read_users, body).unwrap();
        assert_eq!((page.given, page.total, page.per_page), (given, total, per_page), "{body}");
    }
    let users = r#""users":[{"value":"","text":"全部"},{"value":1,"text":"甲"}]"#;
    told(&in_data(&format!(r#"{{{users},"total_count":18,"per_page":15,"page":1}}"#)), 2, Some(18), Some(15));
    told(&in_data(&format!(r#"{{{users},"total":"18","per_page":"15"}}"#)), 2, Some(18), Some(15));
    told(&format!(r#"{{"code":0,{users},"total_count":18,"per_page":15}}"#), 2, Some(18), Some(15));
    told(&in_data(&format!(r#"{{{users},"total_count":null,"per_page":{{}}}}"#)), 2, None, None);
    told(&in_data(&format!(r#"{{{users},"total_count":-1,"per_page":0}}"#)), 2, None, None);
}

#[test]
fn an_answer_without_a_place_for_a_list_is_malformed() {
    for read in [read_users as Read, read_options, read_departments] {
        for body in [r#"{"code":0}"#, r#"{"code":0,"data":"none"}"#, r#"{"code":0,"data":null,"users":{}}"#] {
            assert!(matches!(page(read, body), Err(Problem::Malformed { .. })), "{body}");
        }
    }
}

#[test]
fn departments_come_as_a_tree_flat_or_by_levels() {
    #[track_caller]
    fn stands(list: &str) {
        for name in ["departments", "options", "joined_departments", "list"] {
            for body in
                [in_data(&format!(r#"{{"{name}":{list}}}"#)), format!(r#"{{"code":0,"{name}":{list}}}"#)]
            {
                let read = in_tree_order(page(read_departments, &body).unwrap().options);
                let shown: Vec<_> = read.iter().map(|it| (it.depth, it.value, it.label.as_str())).collect();
                assert_eq!(
                    shown,
                    [(0, 30, "总部"), (1, 31, "华北"), (2, 32, "河北"), (0, 33, "渠道")],
                    "{body}"
                );
            }
        }
    }
    stands(
        r#"[{"id":30,"name":"总部","children":[{"id":31,"name":"华北","children":[{"id":32,"name":"河北","children":null}]}]},{"id":33,"name":"渠道"}]"#,
    );
    stands(
        r#"[{"id":32,"name":"河北","parent_id":"31"},{"id":31,"name":"华北","parent_id":30},{"id":30,"name":"总部","parent_id":null},{"id":33,"name":"渠道","parent_id":0}]"#,
    );
    stands(
        r#"[{"value":"","text":"全部"},{"value":"30","text":"总部","level":1},{"value":31,"text":"华北","level":2},{"value":32,"text":"河北","level":"3"},{"value":33,"text":"渠道","level":1}]"#,
    );
    stands(
        r#"[{"id":30,"label":"总部","level":0,"parent_id":0},{"id":31,"label":"华北","level":1,"parent_id":30},{"id":32,"label":"河北","level":2,"parent_id":31},{"id":33,"label":"渠道","level":0,"parent_id":0}]"#,
    );
    // What can be read stands where the unreadable stood.
    stands(
        r#"[{"id":"","name":"全部","children":[{"id":30,"name":"总部","children":[{"id":31,"name":"华北","children":[{"children":[{"id":32,"name":"河北"}]}]}]},{"id":33,"name":"渠道"}]}]"#,
    );
}

#[test]
fn a_department_can_be_chosen_unless_it_is_said_that_it_cannot() {
    for (said, expected) in [
        ("", true),
        (r#","can_use":true"#, true),
        (r#","can_use":"1""#, true),
        (r#","can_use":null"#, true),
        (r#","can_use":"""#, true),
        (r#","can_use":false"#, false),
        (r#","can_use":"false""#, false),
        (r#","can_use":0"#, false),
    ] {
        let body = in_data(&format!(r#"{{"options":[{{"id":30,"name":"总部"{said}}}]}}"#));
        assert_eq!(page(read_departments, &body).unwrap().options[0].is_usable, expected, "{said}");
    }
}
