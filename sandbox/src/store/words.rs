//! The texts that are searched, in blocks of a few hundred customers.

use crate::generator::Field;
use crate::trouble::Trouble;
use memchr::memchr_iter;
use rusqlite::{Connection, Statement, params};
use std::collections::HashMap;

/// Ends the text of one customer; it is removed from the texts themselves.
pub const END: u8 = 0x1e;
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

/// A block read back.
pub struct Words {
    /// The id of the first customer in it; the others follow one by one.
    pub first: i64,
    /// The texts, each closed by [`END`].
    pub text: Box<[u8]>,
    /// Where each text ends.
    pub ends: Box<[u32]>,
}

/// Reads the blocks of a field, one after another.
pub fn read(database: &Connection, field: Field, mut each: impl FnMut(Words)) -> Result<(), Trouble> {
    let mut blocks = database.prepare_cached("SELECT first, text FROM words WHERE field = ?")?;
    let mut rows = blocks.query([field as i64])?;
    while let Some(row) = rows.next()? {
        let text: Box<[u8]> = row.get_ref(1)?.as_bytes().unwrap_or_default().into();
        let ends = memchr_iter(END, &text).map(|end| end as u32).collect();
        each(Words { first: row.get(0)?, text, ends });
    }
    Ok(())
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
pub fn folded(text: &str) -> String {
    text.to_lowercase().replace(char::from(END), " ")
}
