//! Finds the customers whose texts contain what is sought.
//!
//! Chinese names are often two characters long, which no trigram index can find, and a common
//! word like 公司 is in most names, which makes every index long. So the texts of one field lie
//! one after another in blocks of a few hundred customers, and a search runs through all blocks
//! of the fields concerned: some 10 ms for 200,000 customers, whatever is sought.

use crate::generator::Field;
use crate::trouble::Trouble;
use memchr::{memchr, memchr_iter, memmem::Finder};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Statement, params};
use std::collections::HashMap;

/// Ends the text of one customer; it is removed from the texts themselves.
const END: u8 = 0x1e;
const BLOCK_BYTES: usize = 30_000;

/// Writes the blocks while the customers come in the order of their ids.
pub struct WordBlocks<'a> {
    insert: Statement<'a>,
    fields: HashMap<i64, Block>,
    next_id: Option<i64>,
}

#[derive(Default)]
struct Block {
    first: i64,
    text: Vec<u8>,
    customers: i64,
}

/// Every field has a text for every customer, so that the place in a block tells the id.
const FIELDS: std::ops::RangeInclusive<i64> = Field::Name as i64..=Field::Capital as i64;

impl<'a> WordBlocks<'a> {
    /// Starts with no blocks.
    pub fn new(database: &'a Connection) -> Result<Self, Trouble> {
        let insert = database.prepare("INSERT INTO words VALUES (?,?,?)")?;
        let fields = FIELDS.map(|field| (field, Block::default())).collect();
        Ok(Self { insert, fields, next_id: None })
    }

    /// Adds the texts of the customer `id`.
    pub fn add(&mut self, id: i64, words: &[(Field, String)]) -> Result<(), Trouble> {
        if self.next_id != Some(id) {
            self.close(0)?;
        }
        self.next_id = Some(id + 1);
        for (field, block) in &mut self.fields {
            if block.customers == 0 {
                block.first = id;
            }
            for (_, text) in words.iter().filter(|(of, _)| *of as i64 == *field) {
                block.text.extend(folded(text).bytes());
            }
            block.text.push(END);
            block.customers += 1;
        }
        self.close(BLOCK_BYTES)
    }

    /// Writes what is left.
    pub fn finish(mut self) -> Result<(), Trouble> {
        self.close(0)
    }

    /// Writes the blocks that are longer than `longest`.
    fn close(&mut self, longest: usize) -> Result<(), Trouble> {
        for (field, block) in &mut self.fields {
            if block.text.len() > longest {
                self.insert.execute(params![field, block.first, block.text])?;
                *block = Block::default();
            }
        }
        Ok(())
    }
}

/// Lower case, and nothing that could be taken for the end of a text.
fn folded(text: &str) -> String {
    text.to_lowercase().replace(char::from(END), " ")
}

/// The customers found, as a set.
pub struct Found {
    /// One bit for each id, counted from the database's smallest.
    pub bits: Vec<u8>,
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
            if let Some(few) = &mut self.few {
                few.push(place as i64);
            }
            self.few = self.few.take().filter(|few| few.len() <= Self::FEW);
        }
    }
}

/// Finds `sought` in these fields; ids are counted from `first_id`.
pub fn find(
    connection: &Connection,
    first_id: i64,
    fields: &[Field],
    sought: &str,
) -> Result<Found, Trouble> {
    let sought = folded(sought);
    let digits = digits(&sought);
    let mut found = Found { bits: Vec::new(), few: Some(Vec::new()) };
    let mut blocks = connection.prepare_cached("SELECT first, text FROM words WHERE field = ?")?;
    for field in fields {
        let by_digits = digits.as_deref().filter(|_| field.holds_phones());
        let finder = Finder::new(by_digits.unwrap_or(&sought));
        let mut rows = blocks.query([*field as i64])?;
        while let Some(row) = rows.next()? {
            let first: i64 = row.get(0)?;
            let text = row.get_ref(1)?.as_bytes().unwrap_or_default();
            scan(text, &finder, |place| {
                found.add(usize::try_from(first - first_id).unwrap_or(0) + place);
            });
        }
    }
    if let Some(few) = &mut found.few {
        few.iter_mut().for_each(|place| *place += first_id);
    }
    Ok(found)
}

/// Calls `hit` with the place of each customer in the block whose text holds the sought one.
fn scan(block: &[u8], finder: &Finder<'_>, mut hit: impl FnMut(usize)) {
    let (mut from, mut place) = (0, 0);
    while let Some(at) = finder.find(&block[from..]) {
        place += memchr_iter(END, &block[from..from + at]).count();
        hit(place);
        let Some(end) = memchr(END, &block[from + at..]) else { return };
        from += at + end + 1;
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
        let block = b"abc\x1e\x1exxabab\x1eab\x1e";
        let mut places = Vec::new();
        scan(block, &Finder::new("ab"), |place| places.push(place));
        assert_eq!(places, [0, 2, 3]);
    }

    #[test]
    fn numbers_are_sought_by_their_digits() {
        assert_eq!(digits("138 0013-8000").as_deref(), Some("13800138000"));
        assert_eq!(digits("1号"), None);
        assert_eq!(digits("-"), None);
    }
}
