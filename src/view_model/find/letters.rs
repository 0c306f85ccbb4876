use super::haystack::FIELD_END;
use super::readings::known_initials;

/// The letters that one character can stand for, in ASCII. A letter or digit stands for itself; what
/// stands for nothing is all zero.
pub(super) type Letters = [u8; 3];

/// Longer texts are notes. Nobody recalls them by initials, and any two letters are in them.
const LONGEST_FIELD: usize = 48;

/// The letters of each row, field by field. Signs and blanks are stepped over: 河北（玉名） is `hbym`.
pub(super) fn letters_of<'a>(
    rows: impl Iterator<Item = &'a str>,
    initial: impl Fn(char) -> Option<char>,
) -> Vec<Vec<Letters>> {
    let mut known = Known { letters: vec![None; (LAST - FIRST + 1) as usize], initial };
    rows.map(|text| {
        let mut letters = Vec::new();
        for field in text.split(FIELD_END).filter(|field| !field.is_ascii()) {
            if field.chars().nth(LONGEST_FIELD).is_none() {
                letters.extend(field.chars().filter(|c| c.is_alphanumeric()).map(|c| known.letters(c)));
                letters.push(Letters::default());
            }
        }
        letters
    })
    .collect()
}

/// Stands among the letters of a character that may be left out.
const MAY_BE_LEFT_OUT: u8 = 1;
/// What places are called by law and nobody says: 河北省玉名 is thought of as `hbym`.
const PLACE_ENDS: &str = "省市县区镇乡";

/// Whether `word` is a run of the letters, in which the ends of places' names may be left out.
pub(super) fn contain(letters: &[Letters], word: &[u8]) -> bool {
    (0..letters.len()).any(|at| {
        let (first, rest) = (&letters[at], &letters[at + 1..]);
        word.first().is_none_or(|byte| first.contains(byte) && goes_on(rest, &word[1..]))
    })
}

fn goes_on(letters: &[Letters], word: &[u8]) -> bool {
    let Some((byte, later)) = word.split_first() else { return true };
    letters.split_first().is_some_and(|(first, rest)| {
        (first.contains(byte) && goes_on(rest, later))
            || (first.contains(&MAY_BE_LEFT_OUT) && goes_on(rest, word))
    })
}

/// The block of Chinese characters that are in use; rarer ones are asked for each time.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

struct Known<F> {
    letters: Vec<Option<Letters>>,
    initial: F,
}

impl<F: Fn(char) -> Option<char>> Known<F> {
    fn letters(&mut self, c: char) -> Letters {
        if c.is_ascii() {
            return [c as u8; 3];
        }
        let at = u32::from(c).checked_sub(FIRST).map(|at| at as usize);
        match at.and_then(|at| self.letters.get_mut(at)) {
            Some(slot) => *slot.get_or_insert_with(|| read(c, &self.initial)),
            None => read(c, &self.initial),
        }
    }
}

fn read(c: char, initial: impl Fn(char) -> Option<char>) -> Letters {
    let mut letters = Letters::default();
    let mut slots = letters.iter_mut();
    let known = known_initials(c);
    let first = initial(c).filter(|letter| letter.is_ascii_lowercase() && !known.contains(*letter));
    for (letter, slot) in known.chars().chain(first).zip(&mut slots) {
        *slot = letter as u8;
    }
    if PLACE_ENDS.contains(c)
        && let Some(free) = letters.iter_mut().find(|letter| **letter == 0)
    {
        *free = MAY_BE_LEFT_OUT;
    }
    letters
}
