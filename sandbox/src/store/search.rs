//! Finds the customers whose texts contain what is sought.
//!
//! Chinese names are often two characters long, which no trigram index can find, and a common
//! word like 公司 is in most names, which makes every index long. So a search runs through the
//! texts themselves, which lie one after another: a few milliseconds for 200,000 customers,
//! whatever is sought. What a search without a field looks at is even kept in memory.

use super::pool::Reader;
use super::words::{Words, folded, read};
use crate::generator::Field;
use crate::trouble::Trouble;
use memchr::memmem::Finder;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

/// The customers found, as a set.
pub struct Found {
    /// One bit for each id, counted from the database's smallest.
    pub bits: Vec<u8>,
    /// How many they are.
    pub count: i64,
    /// The ids while they are few; `None` when there are more than [`Found::FEW`].
    pub few: Option<Vec<i64>>,
}

impl Found {
    /// Up to this many it is quicker to look each one up than to walk an index past all others.
    pub const FEW: usize = 8_000;

    fn add(&mut self, place: usize) {
        let (byte, bit) = (place / 8, 1 << (place % 8));
        if byte >= self.bits.len() {
            self.bits.resize(byte + 1, 0);
        }
        if self.bits[byte] & bit == 0 {
            self.bits[byte] |= bit;
            self.count += 1;
            if let Some(few) = &mut self.few {
                few.push(place as i64);
            }
            self.few = self.few.take().filter(|few| few.len() <= Self::FEW);
        }
    }
}

/// Finds `sought` in a field.
pub fn find(reader: &Reader, field: Field, sought: &str) -> Result<Found, Trouble> {
    let sought = folded(sought);
    let mut needles = vec![sought.clone()];
    needles.extend(digits(&sought).filter(|digits| field.holds_phones() && *digits != sought));
    let finders: Vec<Finder<'_>> = needles.iter().map(Finder::new).collect();
    let mut found = Found { bits: Vec::new(), count: 0, few: Some(Vec::new()) };
    let mut look = |words: &Words| {
        let offset = usize::try_from(words.first - reader.first_id).unwrap_or(0);
        for finder in &finders {
            scan(words, finder, |place| found.add(offset + place));
        }
    };
    match field {
        Field::Everything => reader.everything.iter().for_each(&mut look),
        other => read(&reader.connection, other, |words| look(&words))?,
    }
    if let Some(few) = &mut found.few {
        few.iter_mut().for_each(|place| *place += reader.first_id);
    }
    Ok(found)
}

/// Calls `hit` with the place of each customer in the block whose text holds the sought one.
fn scan(words: &Words, finder: &Finder<'_>, mut hit: impl FnMut(usize)) {
    let (mut from, mut place) = (0, 0);
    while let Some(at) = finder.find(&words.text[from..]) {
        let at = from + at;
        // Common words hit text after text, so the next end is nearly always the right one.
        while words.ends.get(place).is_some_and(|end| (*end as usize) < at) {
            place += 1;
        }
        let Some(end) = words.ends.get(place) else { return };
        hit(place);
        from = *end as usize + 1;
        place += 1;
    }
}

/// The digits of what looks like a phone number, however it is grouped.
fn digits(sought: &str) -> Option<String> {
    let number = sought.chars().all(|one| one.is_ascii_digit() || " -+()".contains(one));
    let digits: String = sought.chars().filter(char::is_ascii_digit).collect();
    (number && !digits.is_empty()).then_some(digits)
}

/// Teaches SQL `has(place, bits)`: whether the bit at this place is set.
pub fn teach(connection: &Connection) -> Result<(), Trouble> {
    let flags = FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_UTF8;
    connection.create_scalar_function("has", 2, flags, |call| {
        let place = usize::try_from(call.get_raw(0).as_i64()?).unwrap_or(usize::MAX);
        let bits = call.get_raw(1).as_blob()?;
        Ok(bits.get(place / 8).is_some_and(|byte| byte & (1 << (place % 8)) != 0))
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_tells_the_places() {
        let text = b"abc\x1e\x1exxabab\x1eab\x1e";
        let words = Words { first: 1, text: Box::new(*text), ends: Box::new([3, 4, 11, 14]) };
        let mut places = Vec::new();
        scan(&words, &Finder::new("ab"), |place| places.push(place));
        assert_eq!(places, [0, 2, 3]);
    }

    #[test]
    fn numbers_are_sought_by_their_digits() {
        assert_eq!(digits("138 0013-8000").as_deref(), Some("13800138000"));
        assert_eq!(digits("1号"), None);
        assert_eq!(digits("-"), None);
    }
}
