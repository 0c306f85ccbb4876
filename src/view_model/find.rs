//! Finding in the rows that are loaded: at once and without a call.
mod fold;
mod haystack;
mod letters;
mod readings;

pub use fold::fold;
pub use haystack::{Haystack, haystack};

use crate::model::AnswerIndex;
use haystack::START;
use letters::{Letters, letters_of};
use std::sync::OnceLock;

/// The rows of one page, made ready to be looked through at every key that is pressed.
#[derive(Default)]
pub struct FindIndex {
    rows: Vec<Haystack>,
    /// Made when letters are typed for the first time: who writes Chinese never pays for them.
    letters: OnceLock<Vec<Vec<Letters>>>,
}

impl FindIndex {
    /// Takes the rows in their order; see [`haystack`].
    pub fn new(rows: impl IntoIterator<Item = Haystack>) -> Self {
        Self { rows: rows.into_iter().collect(), letters: OnceLock::new() }
    }

    /// The places of the customers that hold what is typed, in their order. Nothing typed is in all.
    ///
    /// A row holds several words, separated by blanks, if it holds each of them anywhere. A word is
    /// found in a field's text, in a number whose digits are otherwise grouped, or, from two letters
    /// on, as the initials of a pinyin: `hbym` finds 河北玉名.
    ///
    /// `initial` is the letter that a Chinese character's pinyin begins with, in lower case. It is
    /// asked once a character, and not at all before letters were typed. Further readings of a
    /// character are known here.
    pub fn find(&self, typed: &str, initial: impl Fn(char) -> Option<char>) -> Vec<AnswerIndex> {
        let typed = fold(typed);
        let words: Vec<Word> = typed.split_whitespace().map(Word::new).collect();
        let number = number_patterns(&typed);
        let letters = words.iter().any(|word| word.is_letters).then(|| {
            self.letters.get_or_init(|| letters_of(self.rows.iter().map(|row| row.text.as_str()), initial))
        });
        let is_found = |at: usize, row: &Haystack| {
            let letters = letters.and_then(|rows| rows.get(at)).map_or(&[][..], Vec::as_slice);
            words.iter().all(|word| word.is_in(row, letters)) || is_number_in(&number, row)
        };
        self.rows
            .iter()
            .enumerate()
            .filter(|(at, row)| is_found(*at, row))
            .map(|(at, _)| AnswerIndex(at))
            .collect()
    }

    /// How many rows there are to look through.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// One word of what is typed.
struct Word<'a> {
    text: &'a str,
    number: Vec<String>,
    is_letters: bool,
}

impl<'a> Word<'a> {
    fn new(text: &'a str) -> Self {
        // One letter alone begins something in every row.
        let is_letters = text.len() > 1
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && text.bytes().any(|byte| byte.is_ascii_alphabetic());
        Self { text, number: number_patterns(text), is_letters }
    }

    fn is_in(&self, row: &Haystack, letters: &[Letters]) -> bool {
        row.text.contains(self.text)
            || is_number_in(&self.number, row)
            || self.is_letters && letters::contain(letters, self.text.as_bytes())
    }
}

fn is_number_in(patterns: &[String], row: &Haystack) -> bool {
    patterns.iter().any(|pattern| row.numbers.contains(pattern.as_str()))
}

/// What to look for among the numbers: the digits as typed and, where a country is typed before
/// them, a number that begins with the others. Empty for what is no number.
fn number_patterns(text: &str) -> Vec<String> {
    if !text.chars().all(|c| c.is_ascii_digit() || haystack::is_grouping(c)) {
        return Vec::new();
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut patterns = vec![digits(text)];
    if let Some(rest) = haystack::without_country(text).map(digits).filter(|rest| !rest.is_empty()) {
        patterns.push(format!("{START}{rest}"));
    }
    patterns.retain(|pattern| !pattern.is_empty());
    patterns
}

#[cfg(test)]
mod tests;
