//! The first list call is begun by a script before the program is there (`start/question.js`), and the
//! program makes the same one or takes that over. Here both are asked about many addresses: the script
//! may say that it does not know, but never anything else than the program.
// A test may fail loudly.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use kehu::api::Request;
use kehu::model::PageSize;
use kehu::query::{ListQuery, fragment, parse_date};
use kehu::saved_view::ViewFile;
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// The same numbers at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// Pairs as the page writes them, and beside each what others might write.
const PAIRS: [(&str, &[&str], &[&str]); 18] = [
    ("tab_type", &["my", "sub", "common", "assist"], &["all", "boss", "", "My"]),
    ("custom_field_name", &["name", "address.phone", "text_asset_863cc6"], &["", "a,b", "名称", "a b"]),
    (
        "query",
        &["公司", "a%20b", "138%2B0", "%27x%27", "a/b?c", "$1,2", "@x:y;z", "100%25", "😀"],
        &[
            "a+b",
            "%41",
            "%e5%85%ac",
            " x",
            "x%20",
            "%20",
            "",
            "a%00b",
            "%FF",
            "a=b",
            "%3D%",
            "%E3%80%80",
            "a%0Ab",
            "[x]",
            "%25E6%25B2%25B3",
            "x%E2%80%8B",
            "x%EF%BB%BF",
        ],
    ),
    (
        "status",
        &["1", "1476046", "900000000000000000"],
        &["0", "-5", "+7", "01", "x", "", "99999999999999999999"],
    ),
    ("source", &["2"], &["2 "]),
    ("category", &["3"], &["３"]),
    ("user_id", &["4"], &["4.0"]),
    ("department_id", &["5"], &["5e1"]),
    ("product_id", &["6"], &["0x6"]),
    (
        "real_revisit_at",
        &["2023-01-02"],
        &["2023-02-29", "2023-1-2", "", "2023-01-02T00:00", "0000-01-01", "last_7"],
    ),
    ("created_at[]", &["2019-01-01", "2024-02-29", ""], &["2023-02-30", "x", "2019-01-01 10:00"]),
    ("real_revisit_at[]", &["2019-01-01", "2019-02-01", ""], &["1"]),
    ("revisit_remind_at[]", &["2019-01-01", "2019-02-01", ""], &["-"]),
    ("updated_at[]", &["2019-01-01", "2019-02-01", ""], &["2019-13-01"]),
    ("sort", &["created_at", "name"], &["", "a,b", "状态", "created_at.", "name%E3%80%82"]),
    ("order", &["asc", "desc"], &["up", ""]),
    ("page", &["2", "3", "4000000"], &["0", "-1", "1", "x", "4294967296", "007"]),
    ("per_page", &["15", "50", "1000"], &["0", "1001", "x", "015"]),
];

/// Pairs that the page would have written otherwise, or not at all.
const OTHERS: [&str; 8] = [
    "color=red",
    "",
    "=",
    "created_at%5B%5D=2019-01-01",
    "%71uery=x",
    "revisit_remind_at=due",
    "created_at=last_7",
    "amp;status=7",
];

/// A fragment that a page may have written, or nearly so: pairs out of place, twice, or junk.
fn any_fragment(dice: &mut Dice, is_clean: bool) -> String {
    let mut pairs = Vec::new();
    for (name, good, bad) in PAIRS {
        if dice.below(4) > 0 {
            continue;
        }
        let times = if name.ends_with("[]") { 2 } else { 1 };
        for _ in 0..times {
            let is_bad = !is_clean && dice.below(12) == 0;
            pairs.push(format!("{name}={}", dice.one_of(if is_bad { bad } else { good })));
        }
    }
    for pair in ["columns=all", "columns=name,%E5%90%8D", "view=%E4%BB%8A%E6%97%A5"] {
        if dice.below(6) == 0 {
            pairs.push(pair.to_owned());
        }
    }
    if !is_clean && dice.below(3) == 0 && !pairs.is_empty() {
        let (from, to) = (dice.below(pairs.len()), dice.below(pairs.len()));
        match dice.below(4) {
            0 => pairs.swap(from, to),
            1 => pairs.push(pairs[from].clone()),
            2 => pairs[from] = pairs[from].replace('=', ""),
            _ => pairs[from] = dice.one_of(&OTHERS).into(),
        }
    }
    format!("#?{}", pairs.join("&"))
}

/// What the script says, and the program, as a browser writes either.
fn ask_script(cases: &[Value]) -> Vec<(Option<String>, String)> {
    let mut node = Command::new("node")
        .args([concat!(env!("CARGO_MANIFEST_DIR"), "/tests/early_call.mjs")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js is needed, as for the build");
    let mut stdin = node.stdin.take().unwrap();
    let text = serde_json::to_vec(cases).unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&text).unwrap());
    let output = node.wait_with_output().unwrap();
    writer.join().unwrap();
    let answers: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    answers.iter().map(|answer| (text(&answer["early"]), text(&answer["program"]).unwrap())).collect()
}

fn path(query: &ListQuery, size: u16) -> String {
    let today = parse_date("2026-11-23").unwrap();
    Request::list(query, query.per_page.unwrap_or(PageSize::at_least_one(size)), today).path
}

fn case(fragment: &str, size: u16) -> Value {
    json!({ "fragment": fragment, "size": size, "path": path(&fragment::read(fragment).0, size) })
}

/// How many of the cases the script has an answer for; it must be the program's.
#[track_caller]
fn check(cases: &[Value]) -> usize {
    let answers = ask_script(cases);
    assert_eq!(answers.len(), cases.len());
    let mut known = 0;
    for (case, (early, program)) in cases.iter().zip(answers) {
        if let Some(early) = early {
            assert_eq!(early, program, "{case}");
            known += 1;
        }
    }
    known
}

#[test]
fn what_the_page_writes_is_known_early() {
    let mut dice = Dice(20_261_123);
    let cases: Vec<Value> = std::iter::repeat_with(|| any_fragment(&mut dice, true))
        .map(|text| fragment::write(&fragment::read(&text).0))
        // A field without words, which is the choice of somebody who is about to type.
        .filter(|text| !text.contains("custom_field_name") || text.contains("query"))
        .take(10_000)
        .map(|text| case(&text, 50))
        .collect();
    assert_eq!(check(&cases), cases.len());
}

#[test]
fn whatever_stands_in_the_address_the_script_never_asks_otherwise() {
    let mut dice = Dice(4);
    let cases: Vec<Value> = (0..20_000).map(|_| case(&any_fragment(&mut dice, false), 100)).collect();
    let known = check(&cases);
    assert!(known > 1_000 && known < cases.len(), "{known}");
}

#[test]
fn what_a_preset_means_is_left_to_the_program() {
    for text in ["#?revisit_remind_at=due", "#?tab_type=my&created_at=last_7", "#?real_revisit_at=older_30"] {
        assert_eq!(check(&[case(text, 50)]), 0, "{text}");
    }
}

#[test]
fn plain_addresses_are_known_early() {
    let cases: Vec<Value> = ["#?", "#?columns=all&per_page=200", "#?page=2"].map(|it| case(it, 20)).into();
    assert_eq!(check(&cases), cases.len());
}

#[test]
fn the_view_that_opens_by_itself_is_known_early() {
    let file = |default: &str, name: &str, filters: &str| {
        let default = if default == "-" { json!({}) } else { json!({ "default": default }) };
        let mut file = json!({ "kehu_views": 1, "views": [{ "name": name, "filters": filters }] });
        file.as_object_mut().unwrap().extend(default.as_object().unwrap().clone());
        // Only what this page wrote is ever kept.
        ViewFile::read(&file.to_string()).unwrap().0.write()
    };
    let mine = "tab_type=my&status=7&sort=created_at&order=desc&per_page=20";
    let ours = "tab_type=sub&created_at[]=2019-01-01&created_at[]=";
    let files = [
        (None, None),
        (Some(file("甲", "甲", mine)), None),
        (Some(file("-", "甲", mine)), Some(file("甲", "甲", ours))),
        (Some(file("-", "乙", mine)), Some(file("甲", "甲", ours))),
        (Some(file("", "甲", mine)), Some(file("甲", "甲", ours))),
        (Some(file("丙", "甲", mine)), Some(file("甲", "甲", ours))),
        (None, Some(file("甲", "甲", ours))),
        (Some(file("甲", "甲", "query=x&tab_type=my")), None),
    ];
    let cases: Vec<Value> = files
        .iter()
        .map(|(own, team)| {
            let read = |text: &Option<String>| {
                text.as_ref().map(|text| ViewFile::read(text).unwrap().0).unwrap_or_default()
            };
            let (mine, ours) = (read(own), read(team));
            let name = mine.default.clone().or(ours.default.clone()).unwrap_or_default();
            let view = mine.find(&name).or(ours.find(&name)).filter(|_| !name.is_empty());
            let query = view.map(kehu::saved_view::SavedView::opened).unwrap_or_default();
            json!({ "fragment": "", "size": 50, "path": path(&query, 50), "own": own, "team": team })
        })
        .collect();
    assert_eq!(check(&cases), cases.len());
}
