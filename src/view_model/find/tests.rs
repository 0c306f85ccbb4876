use super::*;
use crate::i18n::Lang;
use crate::layout::Layout;
use crate::model::{ColumnId, CustomField, Customer, FieldCatalog, FieldKind, Label, Phone, Value};
use crate::view_model::available_columns;

/// Some characters as a dictionary orders them; the browser knows all.
fn initial(c: char) -> Option<char> {
    let all = [
        ('b', "北"),
        ('c', "长成"),
        ('d', "单"),
        ('g', "国广"),
        ('h', "河"),
        ('j', "京家解"),
        ('k', "科"),
        ('l', "乐"),
        ('m', "名贸门"),
        ('q', "庆"),
        ('s', "石商厦沙山"),
        ('t', "天覃"),
        ('x', "行县"),
        ('y', "玉银友"),
        ('z', "重庄中"),
    ];
    all.iter().find(|(_, characters)| characters.contains(c)).map(|(letter, _)| *letter)
}

fn named(name: &str) -> Customer {
    Customer { name: name.into(), ..Customer::default() }
}

fn phone(number: &str) -> Phone {
    Phone {
        label: "手机".into(),
        owner: "王小明".into(),
        field: "address.phone".into(),
        shown: crate::model::Shown::Number(number.into()),
        is_enabled: true,
    }
}

fn with_phone(number: &str) -> Customer {
    Customer { phones: vec![phone(number)], ..named("甲") }
}

fn with_value(value: Value) -> Customer {
    Customer { values: vec![value], ..named("甲") }
}

fn index(customer: &Customer) -> FindIndex {
    let names: Vec<_> = (0..customer.values.len()).map(|at| ColumnId::new(&format!("field_{at}"))).collect();
    let columns = available_columns(&names, &Layout::default(), &Default::default(), Lang::Zh);
    FindIndex::new([haystack(customer, &columns)])
}

#[track_caller]
fn finds(customer: &Customer, typed: &[&str]) {
    for typed in typed {
        assert_eq!(index(customer).find(typed, initial), [AnswerIndex(0)], "{typed:?}");
    }
}

#[track_caller]
fn misses(customer: &Customer, typed: &[&str]) {
    for typed in typed {
        assert!(index(customer).find(typed, initial).is_empty(), "{typed:?}");
    }
}

#[test]
fn width_and_case_do_not_matter_and_traditional_is_not_simplified() {
    finds(
        &named("ＩＢＭ　中国（北京）"),
        &["ibm", "Ibm", "ＩＢＭ", "(北京)", "（北京）", "ibm 中国", "ibm　北京"],
    );
    finds(&named("A–B Ltd"), &["a-b", "ａ－ｂ", "LTD"]);
    misses(&named("中国"), &["中國"]);
    misses(&named("中國"), &["中国"]);
}

#[test]
fn every_word_must_be_found_and_none_reaches_across_two_fields() {
    let customer = Customer {
        values: vec![Value::Text("河北".into()), Value::Names(vec!["李曦宁".into(), "张三".into()])],
        ..named("玉名商贸")
    };
    finds(&customer, &["玉名 河北", "河北 玉名", "张三 玉名", "  玉名  "]);
    misses(&customer, &["玉名 河南", "商贸河北", "李曦宁张三"]);
}

#[test]
fn rows_come_in_their_order_and_nothing_typed_is_in_all() {
    let rows = ["天津", "北京", "天山"].map(|name| haystack(&named(name), &[]));
    let index = FindIndex::new(rows);
    assert_eq!(index.find("天", initial), [AnswerIndex(0), AnswerIndex(2)]);
    assert_eq!(index.find(" 　", initial), [AnswerIndex(0), AnswerIndex(1), AnswerIndex(2)]);
    assert_eq!(index.len(), 3);
    assert!(FindIndex::default().find("天", initial).is_empty());
}

#[test]
fn all_that_is_shown_is_looked_in() {
    let customer = Customer {
        values: vec![
            Value::Number("12.50".into()),
            Value::Hidden("wx_7".into()),
            Value::Text("2023-11-03T18:25:41.000+08:00".into()),
        ],
        labels: vec![Label { content: "行业先进".into(), color: None, group: None }],
        phones: vec![phone("0311-8812")],
        ..named("甲")
    };
    finds(&customer, &["12.5", "WX_7", "行业", "王小明", "手机", "0311-88", "2023-11-03 18:25"]);
    // The cell of a time says no seconds.
    misses(&customer, &["18:25:41", "+08:00", "000"]);
}

#[test]
fn initials_are_found_anywhere_in_a_field() {
    finds(&named("河北玉名商贸"), &["hbym", "HBYM", "ｈｂｙｍ", "ymsm", "hbymsm", "sm hb"]);
    finds(&named("石家庄河北玉名"), &["hbym", "sjz", "sjzhbym"]);
    finds(&named("河北（玉名）商-贸"), &["hbymsm"]);
    finds(&named("IBM中国"), &["ibmzg", "mzg", "zg"]);
    finds(&named("3M中国"), &["3mzg"]);
    misses(&named("河北玉名"), &["hbyn", "ymhb", "hbyms", "hbymsm"]);
}

#[test]
fn the_ends_of_places_names_may_be_left_out() {
    finds(&named("河北省玉名商贸"), &["hbym", "hbsym", "bym"]);
    finds(&named("河北省石家庄市玉名"), &["hbsjzym", "sjzym"]);
    misses(&named("河北省玉名商贸"), &["hbm", "hym"]);
}

#[test]
fn a_single_letter_and_a_long_note_have_no_initials() {
    misses(&named("河北玉名"), &["h", "y"]);
    misses(&named(&"河北玉名".repeat(13)), &["hbym"]);
    finds(&named("H公司"), &["h"]);
}

#[test]
fn a_character_is_found_by_each_of_its_readings() {
    finds(&named("重庆"), &["cq", "zq"]);
    finds(&named("厦门"), &["xm", "sm"]);
    finds(&named("长沙"), &["cs", "zs"]);
    finds(&named("中国银行"), &["yh", "zgyh", "yx"]);
    finds(&named("单县"), &["sx", "dx", "cx"]);
    finds(&named("乐天"), &["lt", "yt"]);
    finds(&named("解家庄"), &["xjz", "jjz"]);
    finds(&named("覃友山"), &["qys", "tys"]);
    finds(&named("区广成"), &["ogc", "qgc"]);
    misses(&named("重庆"), &["xq", "qq"]);
}

#[test]
fn initials_are_asked_only_for_letters_and_once_a_character() {
    use std::cell::Cell;
    let asked = Cell::new(0);
    let count = |c| {
        asked.set(asked.get() + 1);
        initial(c)
    };
    let index = FindIndex::new(["河北河北", "北河"].map(|name| haystack(&named(name), &[])));
    assert_eq!(index.find("河北", count), [AnswerIndex(0)]);
    assert_eq!(index.find("138 00", count), []);
    assert_eq!(asked.get(), 0);
    assert_eq!(index.find("hb", count), [AnswerIndex(0)]);
    assert_eq!(index.find("bh", count), [AnswerIndex(0), AnswerIndex(1)]);
    assert_eq!(asked.get(), 2);
}

#[test]
fn a_number_is_found_however_it_is_written() {
    let whole = with_phone("13800138000");
    finds(
        &whole,
        &["138 0013", "13800-13", "+86138", "+86 138-0013", "0086138", "１３８", "(138)0013", "138００"],
    );
    finds(&with_phone("0311-8812 3456"), &["03118812", "0311 8812 3456", "(0311) 88123456", "12-34"]);
    finds(&with_phone("+86 138 0013 8000"), &["13800138000", "+8613800138000", "8613800", "+86138"]);
    // Marks of direction come along from address books.
    finds(&whole, &["\u{202d}138\u{a0}0013\u{202c}"]);
    finds(&Customer { name: "玉名".into(), ..whole.clone() }, &["玉名 138-0013", "138 玉名"]);
    misses(&whole, &["139", "+86800", "008615", "玉名 138", "138000138"]);
}

#[test]
fn a_fax_is_a_number_and_a_day_is_none() {
    finds(&with_value(Value::Text("0311-8812345".into())), &["03118812345", "0311 8812"]);
    finds(&with_value(Value::Hidden("0311-88•••45".into())), &["031188"]);
    misses(&with_value(Value::Text("2023-11-03".into())), &["20231103", "3110"]);
    misses(&with_value(Value::Text("12-3".into())), &["123"]);
}

#[test]
fn only_the_shown_digits_of_a_masked_number_are_found() {
    for mask in ["****", "＊＊＊＊", "••••", "●●●●", "××××", "xxxx", "…"] {
        let masked = with_phone(&format!("138{mask}0013"));
        finds(&masked, &["138", "１３８", "+86138", "+86 138", "0013", "138 0013", "13-8"]);
        misses(&masked, &["1380013", "138-0013", "13800", "80", "+860013"]);
    }
    misses(&with_phone("138****0013"), &["*", "**", "138*", "＊", "138****0013"]);
    misses(&with_value(Value::Hidden("ab***cd".into())), &["*", "abcd", "ab*"]);
    finds(&with_value(Value::Hidden("ab***cd".into())), &["ab", "cd", "ab cd"]);
    // A star in a name hides nothing.
    finds(&named("*ST股份"), &["*st"]);
}

#[test]
fn what_may_not_be_seen_is_not_found() {
    let unseen = Customer {
        phones: vec![Phone { shown: crate::model::Shown::NotAllowed, ..phone("") }],
        ..named("甲")
    };
    misses(&unseen, &["1", "138"]);
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_whole_name_of_a_row_finds_the_row(names in proptest::collection::vec("(\\PC|[ａ-ｚ　A-Z０-９()+*李曦宁河北-]){0,12}", 1..6)) {
            let index = FindIndex::new(names.iter().map(|name| haystack(&named(name), &[])));
            for (at, name) in names.iter().enumerate() {
                prop_assert!(index.find(name, initial).contains(&AnswerIndex(at)), "{name:?}");
            }
        }

        #[test]
        fn initials_in_any_choice_of_readings_find_the_name(name in "[河北玉名商贸重庆长沙厦门单]{2,12}", choices in proptest::collection::vec(0..3_usize, 12)) {
            let typed: String = name.chars().zip(choices).map(|(c, choice)| {
                let known = readings::known_initials(c);
                known.chars().nth(choice % known.len().max(1)).or(initial(c)).unwrap()
            }).collect();
            prop_assert_eq!(index(&named(&name)).find(&typed, initial), [AnswerIndex(0)]);
        }

        // The hidden digits may be any: what is found depends on the shown ones alone.
        #[test]
        fn hidden_digits_never_match(number in "1[3-9][0-9]{9}", from in 0..11_usize, len in 1..11_usize, grouped in any::<bool>()) {
            let masked = with_phone(&format!("{}****{}", &number[..3], &number[7..]));
            let typed = &number[from..(from + len).min(11)];
            let is_shown = number[..3].contains(typed) || number[7..].contains(typed);
            let typed = if grouped { typed.split("").filter(|digit| !digit.is_empty()).collect::<Vec<_>>().join("-") } else { typed.to_owned() };
            prop_assert_eq!(!index(&masked).find(&typed, initial).is_empty(), is_shown);
        }
    }
}

#[test]
fn a_code_is_found_by_its_words_only() {
    let field = CustomField {
        name: "f".into(),
        column: "f".into(),
        title: String::new(),
        group: "".into(),
        kind: FieldKind::Choice,
        options: vec![("sel_77aa".into(), "高意向".into())],
        is_enabled: true,
    };
    let columns = |is_enabled| {
        let catalog =
            std::iter::once(CustomField { is_enabled, ..field.clone() }).collect::<FieldCatalog>().into();
        available_columns(&["f".into()], &Layout::default(), &catalog, Lang::Zh)
    };
    let customer = with_value(Value::Text("sel_77aa".into()));
    let find =
        |is_enabled, typed| FindIndex::new([haystack(&customer, &columns(is_enabled))]).find(typed, initial);
    assert_eq!(find(true, "高意向"), [AnswerIndex(0)]);
    assert!(find(true, "sel_77aa").is_empty());
    // What is switched off is not seen, and so not found.
    assert!(find(false, "高意向").is_empty());
}
