use kehu::i18n::Lang;
use kehu::layout::Layout;
use kehu::model::{AnswerIndex, ColumnId, Customer, Label, Phone, Shown, Value};
use kehu::state::pinyin_initial;
use kehu::view_model::{FindIndex, available_columns, haystack};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Characters as they stand in names of companies, people and places, each with one reading only:
/// the common ones, and the first and last of a letter, which a wrong bound would misplace.
const EXPECTED: [(char, &str); 23] = [
    ('a', "安爱奥澳鞍昂傲啊"),
    ('b', "北百宝博邦八巴不步部"),
    ('c', "创诚昌春材磁楚从村措错"),
    ('d', "东达鼎电德丹多朵"),
    ('e', "鄂恩尔二鹅额儿耳"),
    ('f', "福方富丰发复阜"),
    ('g', "工国公广光港高果过"),
    ('h', "河华恒宏海湖哈货霍"),
    ('j', "京江建金家集津机军俊"),
    ('k', "科康凯开昆扩阔"),
    ('l', "利龙联力隆兰六令另刘洛"),
    ('m', "名贸玛美明民马木目牧麻"),
    ('n', "南宁农能纳诺那"),
    ('o', "欧鸥偶藕"),
    ('p', "品鹏普平浦铺"),
    ('q', "庆青泉勤七群裙"),
    ('r', "瑞润人日荣然如入若"),
    ('s', "商山苏顺沙三司所索"),
    ('t', "天通泰特同他塔拓"),
    ('w', "威武文伟旺五瓦务物"),
    ('x', "信兴新鑫祥西夕训迅"),
    ('y', "玉银友易亚业源鸭云运"),
    ('z', "中州正智浙珠杂作座"),
];

#[wasm_bindgen_test]
fn the_browser_knows_the_letter_that_a_reading_begins_with() {
    for (letter, characters) in EXPECTED {
        for c in characters.chars() {
            assert_eq!(pinyin_initial(c), Some(letter), "{c}");
            assert_eq!(pinyin_initial(c), Some(letter), "{c}, remembered");
        }
    }
    // Traditional and rare.
    for (c, letter) in [('國', 'g'), ('龍', 'l'), ('垚', 'y'), ('犇', 'b'), ('〇', 'l')] {
        assert_eq!(pinyin_initial(c), Some(letter), "{c}");
    }
}

#[wasm_bindgen_test]
fn what_is_no_chinese_character_has_no_initial() {
    for c in ['a', 'Z', '1', '（', 'Ａ', 'あ', '한', 'я', '😀', '\0', '々', '𠮷'] {
        assert_eq!(pinyin_initial(c), None, "{c}");
    }
}

#[wasm_bindgen_test]
fn names_are_found_by_their_initials_in_each_reading() {
    for (name, typed) in [
        ("重庆", "cq zq"),
        ("厦门大学", "xm xmdx"),
        ("长沙银行", "cs yh csyh"),
        ("乐视", "ls"),
        ("乐团", "yt"),
        ("曾国", "zg cg"),
        ("单县", "sx dx"),
        ("解放", "jf xf"),
        ("盛大", "sd"),
        ("朝阳", "cy zy"),
        ("沈阳石油", "sysy"),
        ("西藏传媒", "xzcm"),
        ("方便面", "fbm"),
        ("会计", "kj hj"),
        ("翟家", "zj dj"),
        ("查氏", "zs cs"),
        ("覃工", "qg tg"),
        ("仇总", "qz cz"),
        ("尉氏", "ws ys"),
        ("调味", "tw dw"),
        ("参茸", "sr cr"),
        ("省内", "sn"),
        ("车行", "ch cx jx"),
        ("奇瑞", "qr jr"),
        ("卡车", "kc qc"),
        ("给水", "gs js"),
        ("降解", "jj xj"),
        ("三角", "sj"),
        ("系统", "xt jt"),
        ("学校", "xx xj"),
        ("圈子", "qz jz"),
        ("宿州", "sz xz"),
        ("叶县", "yx xx"),
        ("广大", "gd"),
        ("番禺畜牧", "pyxm fyxm"),
        ("石家庄河北玉名商贸", "hbym sjzhb"),
        ("IBM中国", "ibmzg"),
        ("阿里", "al"),
    ] {
        let index = FindIndex::new([haystack(&Customer { name: name.into(), ..Customer::default() }, &[])]);
        for typed in typed.split(' ') {
            assert_eq!(index.find(typed, pinyin_initial), [AnswerIndex(0)], "{name} {typed}");
        }
    }
}

/// A page as long as the endpoint gives, as wide as its document. The times are only told.
#[wasm_bindgen_test]
fn a_long_page_is_looked_through_at_once() {
    let customer = |row: usize| {
        let text = |at: usize| {
            let start = 0x4e00 + ((row * 37 + at * 101) % 6000) as u32;
            let name: String =
                (0..4 + at % 9).filter_map(|step| char::from_u32(start + 3 * step as u32)).collect();
            match at % 4 {
                0 => Value::Text("2023-11-03T18:25:41.000+08:00".into()),
                3 => Value::Number(format!("{row}{at}")),
                _ => Value::Text(name),
            }
        };
        Customer {
            name: if row == 999 { "河北玉名商贸".into() } else { format!("客户{row}") },
            values: (0..46).map(text).collect(),
            labels: vec![Label { content: "行业先进".into(), color: None, group: None }],
            phones: vec![Phone {
                label: "手机".into(),
                owner: String::new(),
                field: "address.phone".into(),
                shown: Shown::Number(format!("138****{row:04}")),
                is_enabled: true,
            }],
            ..Customer::default()
        }
    };
    let names: Vec<_> = (0..46).map(|at| ColumnId::new(&format!("field_{at}"))).collect();
    let columns = available_columns(&names, &Layout::default(), &Default::default(), Lang::Zh);
    let customers: Vec<Customer> = (0..1000).map(customer).collect();
    let time = |what: &str, run: &mut dyn FnMut() -> usize| {
        let start = js_sys::Date::now();
        let found = run();
        console_log!("{what}: {} ms, {found} found", js_sys::Date::now() - start);
        found
    };
    let mut index = FindIndex::default();
    time("index", &mut || {
        index = FindIndex::new(customers.iter().map(|customer| haystack(customer, &columns)));
        index.len()
    });
    let find = |typed: &str| time(typed, &mut || index.find(typed, pinyin_initial).len());
    find("玉名");
    assert!(find("hbym") >= 1);
    assert!(find("hbym") >= 1);
    find("hb");
    assert_eq!(find("138 0999"), 1);
    assert_eq!(find("没有这样的客户"), 0);
    find("河北 玉名 138");
}
