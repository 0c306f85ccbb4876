//! Texts that break careless pages; some customers carry them as names, labels and notes.

/// One customer in this many is odd.
pub const EVERY: u64 = 97;

const TEXTS: [&str; 22] = [
    "<script>alert(0)</script>",
    "null",
    "undefined",
    "[object Object]",
    "'; DROP TABLE customer; --",
    "<img src=x onerror=alert(1)>",
    "{{7*7}} ${7*7} %s %n",
    "&lt;b&gt;&amp;nbsp;",
    "👨‍👩‍👧‍👦 一家人餐饮 👩🏽‍🍳",
    "𠜎𠜱𠝹𠱓 古籍书店",
    "مرحبا بالعالم 有限公司",
    "\u{202e}司公限有转反",
    "Z\u{0351}\u{036b}\u{0343}a\u{036a}\u{0302}l\u{0353}g\u{0338}o\u{0300}",
    "零\u{200b}宽\u{200d}字\u{feff}符",
    "\u{3000}前后空格\u{3000}",
    "第一行\n第二行\t制表",
    "1E+02",
    "0",
    "999999999999999999999999999999999999999999999999",
    "没有空格的非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常长的客户名称股份有限公司",
    "=HYPERLINK(\"http://localhost/\",\"点我\")",
    "",
];

/// The odd text of this turn; every text comes round.
pub fn text(turn: u64) -> &'static str {
    TEXTS[(turn % TEXTS.len() as u64) as usize]
}

/// The turn of the customer number `k`, if it is an odd one.
pub fn turn(k: u64) -> Option<u64> {
    (k % EVERY == 12).then_some(k / EVERY)
}
