use super::*;
use crate::model::{FieldKind, Value};

fn ids(names: &[&str]) -> Vec<ColumnId> {
    names.iter().map(|name| ColumnId::new(name)).collect()
}

fn given() -> Vec<ColumnId> {
    ids(&["approve_status_i18n", "name", "text_asset_863cc6", "datetime_asset_1", "will_flow_time"])
}

fn named(names: &[&str]) -> ColumnChoice {
    ColumnChoice::Named(ids(names))
}

#[track_caller]
fn check(choice: &ColumnChoice, layout: &Layout, expected: &[&str]) {
    let shown = columns(&given(), choice, layout, &ColumnFacts::default(), Lang::Zh);
    assert_eq!(shown.iter().map(|column| column.title.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn only_the_way_to_the_pool_needs_a_note() {
    let all = COMPUTED.iter().map(|(name, _)| *name).chain(["will_flow_time", "created_at", "name", "x"]);
    let noted: Vec<&str> = all.filter(|id| column_note(id, false, Lang::Zh.words()).is_some()).collect();
    assert_eq!(noted, [DAYS_UNTIL_POOL, "will_flow_time"]);
    for id in ["will_flow_time", "name"] {
        assert_eq!(column_note(id, true, Lang::Zh.words()), Some("列表不提供"));
    }
}

#[test]
fn every_column_of_the_documents_example_has_a_title_in_both_languages() {
    let fixture = include_str!("../../../fixtures/customers-example.json");
    let start = fixture.find("\"column_list\"").unwrap();
    for column in &known::KNOWN {
        let is_computed = COMPUTED.iter().any(|(id, _)| *id == column.id);
        assert!(is_computed || fixture[start..].contains(&format!("\"{}\"", column.id)), "{}", column.id);
        assert!(!column.zh.is_empty() && !column.en.is_empty(), "{}", column.id);
        assert!(column.en != column.zh || column.id == "address.qq", "{}", column.id);
    }
}

#[test]
fn all_columns_stand_in_the_endpoints_order_and_unknown_ones_by_their_name() {
    let all = ["审批状态", "客户名称", "text_asset_863cc6", "datetime_asset_1", "预计流入公海时间"];
    check(&ColumnChoice::All, &Layout::default(), &all);
}

#[test]
fn named_columns_stand_in_the_order_asked_for() {
    check(&named(&["name", "gone", "approve_status_i18n"]), &Layout::default(), &["客户名称", "审批状态"]);
    assert_eq!(
        columns(&given(), &named(&["gone"]), &Layout::default(), &ColumnFacts::default(), Lang::Zh).len(),
        5
    );
}

#[test]
fn the_default_is_a_few_columns_and_a_layout_overrules_it() {
    check(&ColumnChoice::Default, &Layout::default(), &["客户名称", "审批状态"]);
    let own = Layout { columns: Some(ids(&["gone", "datetime_asset_1", "name"])), ..Layout::default() };
    check(&ColumnChoice::Default, &own, &["datetime_asset_1", "客户名称"]);
    check(&named(&["name"]), &own, &["客户名称"]);
    let only_custom = columns(
        &ids(&["text_asset_1"]),
        &ColumnChoice::Default,
        &Layout::default(),
        &ColumnFacts::default(),
        Lang::Zh,
    );
    assert_eq!(only_custom.len(), 1);
}

#[test]
fn what_is_pinned_stands_first_and_the_name_is_pinned_where_it_stands() {
    let plain = columns(&given(), &ColumnChoice::All, &Layout::default(), &ColumnFacts::default(), Lang::Zh);
    assert_eq!(plain.iter().position(|column| column.is_pinned), Some(1));
    let layout =
        Layout { pinned: Some(ids(&["datetime_asset_1", "text_asset_863cc6"])), ..Layout::default() };
    check(
        &ColumnChoice::All,
        &layout,
        &["text_asset_863cc6", "datetime_asset_1", "审批状态", "客户名称", "预计流入公海时间"],
    );
}

#[test]
fn a_computed_column_is_offered_where_its_dates_are_given_and_only_shown_when_chosen() {
    let available = available_columns(&given(), &Layout::default(), &ColumnFacts::default(), Lang::En);
    let computed: Vec<_> = available.iter().filter(|column| column.is_computed()).collect();
    assert_eq!(computed.len(), 1);
    assert_eq!((computed[0].kind, computed[0].at), (ColumnKind::DaysUntil, 4));
    check(&named(&["kehu.days_until_pool"]), &Layout::default(), &["离流入公海"]);
}

#[test]
fn a_value_is_found_wherever_its_column_stands() {
    let column = &columns(
        &given(),
        &named(&["datetime_asset_1"]),
        &Layout::default(),
        &ColumnFacts::default(),
        Lang::En,
    )[0];
    assert_eq!((column.at, column.kind), (3, ColumnKind::Moment));
}

/// A catalogue of one field, which `column_list` calls by another name.
fn catalog(field: CustomField) -> FieldCatalog {
    std::iter::once(CustomField {
        name: "text_asset_863cc6".into(),
        column: "customer.text_asset_863cc6".into(),
        ..field
    })
    .collect()
}

fn field(kind: FieldKind) -> CustomField {
    CustomField {
        name: String::new(),
        column: String::new(),
        title: "意向".into(),
        group: "合作信息".into(),
        kind,
        options: vec![("sel_77aa".into(), "高".into()), ("7".into(), "中".into())],
        is_enabled: true,
    }
}

#[test]
fn the_catalogue_names_a_custom_column_and_says_what_it_is() {
    for name in ["text_asset_863cc6", "customer.text_asset_863cc6"] {
        let column = |field| {
            let all = available_columns(&ids(&[name]), &Layout::default(), &catalog(field).into(), Lang::En);
            all.into_iter().next()
        };
        let choice = column(field(FieldKind::Choice)).unwrap();
        assert_eq!((choice.title.as_str(), choice.kind), ("意向", ColumnKind::Text));
        assert_eq!(choice.heading(), Heading::Own("合作信息".into()));
        for (kind, shown) in [
            (FieldKind::Moment, ColumnKind::Moment),
            (FieldKind::Number, ColumnKind::Number),
            (FieldKind::Url, ColumnKind::Url),
            (FieldKind::Email, ColumnKind::Email),
            (FieldKind::Thing, ColumnKind::Text),
        ] {
            assert_eq!(column(field(kind)).unwrap().kind, shown);
        }
        // Without a title and a group there is the name.
        let bare = CustomField { title: String::new(), group: "".into(), ..field(FieldKind::Text) };
        let bare = column(bare).unwrap();
        assert_eq!((bare.title.as_str(), bare.heading()), (name, Heading::Page(ColumnGroup::Custom)));
        assert_eq!(column(CustomField { is_enabled: false, ..field(FieldKind::Text) }), None);
    }
}

#[test]
fn the_name_of_a_field_tells_its_kind_only_where_nobody_else_does() {
    let field = CustomField {
        name: "datetime_asset_1".into(),
        column: "datetime_asset_1".into(),
        ..field(FieldKind::Choice)
    };
    let catalog: FieldCatalog = std::iter::once(field).collect();
    let kind = |facts: &ColumnFacts| {
        available_columns(&ids(&["datetime_asset_1"]), &Layout::default(), facts, Lang::Zh)[0].kind
    };
    assert_eq!(
        (kind(&ColumnFacts::default()), kind(&catalog.into())),
        (ColumnKind::Moment, ColumnKind::Text)
    );
}

#[test]
fn a_column_of_the_document_keeps_its_title_however_it_is_called() {
    let renamed =
        CustomField { name: "name".into(), column: "customer.name".into(), ..field(FieldKind::Text) };
    let catalog: FieldCatalog = std::iter::once(renamed).collect();
    let shown = columns(
        &ids(&["customer.name"]),
        &ColumnChoice::Default,
        &Layout::default(),
        &catalog.into(),
        Lang::Zh,
    );
    assert_eq!((shown[0].title.as_str(), shown[0].kind), ("客户名称", ColumnKind::Name));
}

#[test]
fn codes_are_shown_in_words_or_not_at_all() {
    let words = |column: &str, value: Value| {
        let all = available_columns(
            &ids(&[column]),
            &Layout::default(),
            &catalog(field(FieldKind::Choice)).into(),
            Lang::Zh,
        );
        all[0].in_words(&value).into_owned()
    };
    let text = |text: &str| Value::Text(text.into());
    let names = |list: &[&str]| Value::Names(list.iter().map(|name| (*name).to_owned()).collect());
    for (value, expected) in [
        (text("sel_77aa"), text("高")),
        (text("7"), text("中")),
        (Value::Number("7".into()), text("中")),
        (Value::Number("8".into()), Value::Number("8".into())),
        (text("sel_0"), Value::Empty),
        (text("select_0"), Value::Empty),
        (text("自己写的"), text("自己写的")),
        (text("sel_77aa,7"), names(&["高", "中"])),
        (text("sel_77aa, sel_0"), names(&["高"])),
        (text("甲,乙"), text("甲,乙")),
        (names(&["sel_77aa", "sel_0", "自己写的"]), names(&["高", "自己写的"])),
        (names(&["sel_0"]), Value::Empty),
        (Value::Hidden("sel_77aa".into()), Value::Hidden("sel_77aa".into())),
    ] {
        assert_eq!(words("text_asset_863cc6", value.clone()), expected, "{value:?}");
    }
    // Of a field that nobody knows a code is still none to be shown.
    assert_eq!(words("text_asset_9", text("sel_77aa")), Value::Empty);
    assert_eq!(words("source_mapped", text("sel_77aa")), Value::Empty);
    // A person may be called anything.
    assert_eq!(words("name", text("sel_77aa")), text("sel_77aa"));
}

#[test]
fn what_no_row_gives_is_passed_over_until_somebody_chooses_it() {
    let given = ids(&["name", "real_revisit_at", "revisit_at", "created_at"]);
    let facts = |missing: &[&str]| ColumnFacts { missing: ids(missing).into(), ..ColumnFacts::default() };
    let titles = |choice: &ColumnChoice, layout: &Layout, missing: &[&str]| {
        let shown = columns(&given, choice, layout, &facts(missing), Lang::Zh);
        shown.into_iter().map(|column| (column.title, column.is_missing)).collect::<Vec<_>>()
    };
    let plain = Layout::default();
    let title = |title: &str, is_missing| (title.to_owned(), is_missing);
    let (name, created) = (title("客户名称", false), title("创建时间", false));
    assert_eq!(
        titles(&ColumnChoice::Default, &plain, &[]),
        [name.clone(), title("实际跟进时间", false), created.clone()]
    );
    // The next best takes its place, if there is one.
    assert_eq!(
        titles(&ColumnChoice::Default, &plain, &["real_revisit_at"]),
        [name.clone(), title("跟进时间", false), created.clone()]
    );
    assert_eq!(titles(&ColumnChoice::Default, &plain, &["real_revisit_at", "revisit_at"]), [name, created]);
    let chosen = title("实际跟进时间", true);
    assert_eq!(
        titles(&named(&["real_revisit_at"]), &plain, &["real_revisit_at"]),
        std::slice::from_ref(&chosen)
    );
    let layout = Layout { columns: Some(ids(&["real_revisit_at"])), ..plain };
    assert_eq!(titles(&ColumnChoice::Default, &layout, &["real_revisit_at"]), [chosen]);
    // What is worked out from it is missing too.
    let all = available_columns(&given, &Layout::default(), &facts(&["real_revisit_at"]), Lang::Zh);
    assert!(all.iter().any(|column| column.is_computed() && column.is_missing));
}
