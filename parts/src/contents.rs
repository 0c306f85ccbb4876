//! What stands in the components: each kind of text that a CRM holds.

/// Longer than any place for it, and nowhere to break it.
pub const LONG_WORD: &str =
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
/// What must be read and never run.
pub const HOSTILE: &str = "<img src=x onerror=alert(1)><b>&amp;</b>";

/// Kinds of text, each under the name that the page shows.
pub const TEXTS: [(&str, &str); 8] = [
    ("ordinary", "上海晨光贸易有限公司"),
    ("long word", LONG_WORD),
    (
        "long",
        "一家名字很长很长的公司，在浙江、江苏、上海和安徽都有分公司，还在不断地开新的分公司，名字也越来越长",
    ),
    ("markup", HOSTILE),
    ("right to left", "\u{202e}ten.elpmaxe\u{202c} שלום עולם"),
    ("emoji", "👨‍👩‍👧‍👦🏳️‍🌈 🇨🇳"),
    ("combining", "Z\u{351}\u{36b}\u{343}a\u{35f}\u{489}l\u{36f}\u{348}g\u{33f}\u{340}o\u{321}\u{356}"),
    ("unseen and lines", "零\u{200b}宽\u{feff}字\nsecond line\tafter a tab"),
];

/// All of the texts, without their names.
pub fn texts() -> Vec<String> {
    TEXTS.map(|(_, text)| text.to_owned()).into()
}
