//! Texts made from other texts.

/// What careless readers stumble over.
const WORDS: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "false",
    "{}",
    "[]",
    "\"\"",
    "-",
    "-0",
    "1e999",
    "0.1",
    "9223372036854775808",
    "18446744073709551616",
    "\\ud800",
    "\\u0000",
    "\u{feff}",
    "\u{202e}",
    "客",
    "👩‍👩‍👧",
    "\u{0}",
    "\n",
    "%",
    "%E5%",
    "&",
    "=",
    "#?",
    "[[[[[[[[[[[[[[[[",
    "{\"a\":{\"a\":{\"a\":",
    "_hidden_result",
    "__proto__",
    "2024-02-30",
    "9999-12-31",
    "-1",
];

/// Values that JSON may have where a careful endpoint would not.
const VALUES: [&str; 20] = [
    "null",
    "true",
    "{}",
    "[]",
    "\"\"",
    "\" \"",
    "-0",
    "1e999",
    "-1",
    "0.5",
    "99999999999999999999",
    "\"\\ud83d\"",
    "\"\\u0000<b>\"",
    "\"客户\"",
    "\"2024-02-30\"",
    "\"#12345g\"",
    "[null,{},[]]",
    "{\"name\":{\"name\":[]}}",
    "[{\"name\":1},{\"id\":null}]",
    "\"138****0000\"",
];

/// An endless row of texts, the same for the same seed.
pub struct Mutator {
    corpus: Vec<String>,
    state: u64,
}

impl Mutator {
    /// Texts near those of a corpus.
    pub fn new(corpus: &[String], seed: u64) -> Self {
        assert!(!corpus.is_empty());
        // A seed of nothing would stay nothing.
        Self { corpus: corpus.to_vec(), state: (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) }
    }

    /// The next one: one to four changes to a text of the corpus.
    pub fn next(&mut self) -> String {
        let mut text = self.pick();
        for _ in 0..=self.below(4) {
            self.change(&mut text);
        }
        text
    }

    fn change(&mut self, text: &mut String) {
        // Mostly one value for another, or the text is no JSON any more and refused at the door.
        if text.starts_with(['{', '[']) && self.below(8) != 0 {
            let (from, to) = self.value(text);
            let value = if self.below(4) == 0 {
                self.value_of_another()
            } else {
                VALUES[self.below(VALUES.len())].into()
            };
            text.replace_range(from..to, &value);
            return;
        }
        let (from, to) = self.range(text);
        match self.below(7) {
            0 => text.replace_range(from..to, ""),
            1 => {
                let again = text[from..to].to_owned();
                text.insert_str(to, &again);
            }
            2 => text.insert_str(from, WORDS[self.below(WORDS.len())]),
            3 => text.replace_range(from..to, WORDS[self.below(WORDS.len())]),
            4 => text.truncate(to),
            5 => {
                let other = self.pick();
                let (other_from, other_to) = self.range(&other);
                text.replace_range(from..to, &other[other_from..other_to]);
            }
            _ => {
                let sign = char::from_u32(self.below(0x11_0000) as u32).unwrap_or('\u{fffd}');
                text.insert(from, sign);
            }
        }
        // Longer texts find nothing that these do not.
        if text.len() > 16_384 {
            let end = text.floor_char_boundary(16_384);
            text.truncate(end);
        }
    }

    /// What stands between two signs of JSON, a name or a value.
    fn value(&mut self, text: &str) -> (usize, usize) {
        let signs = [',', ':', '[', ']', '{', '}'];
        let at = text.floor_char_boundary(self.below(text.len() + 1));
        let from = text[..at].rfind(signs).map_or(0, |sign| sign + 1);
        let to = text[from..].find(signs).map_or(text.len(), |sign| from + sign);
        (from, to)
    }

    fn value_of_another(&mut self) -> String {
        let other = self.pick();
        let (from, to) = self.value(&other);
        other[from..to].to_owned()
    }

    /// A part of a text, mostly a short one.
    fn range(&mut self, text: &str) -> (usize, usize) {
        let from = text.floor_char_boundary(self.below(text.len() + 1));
        let most = if self.below(4) == 0 { text.len() } else { 12 };
        let to = text.floor_char_boundary((from + self.below(most + 1)).min(text.len()));
        (from, to.max(from))
    }

    fn pick(&mut self) -> String {
        let at = self.below(self.corpus.len());
        self.corpus[at].clone()
    }

    /// A number below another (xorshift).
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state % end as u64) as usize
    }
}
