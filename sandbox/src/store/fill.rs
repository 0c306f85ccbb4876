//! Puts the customers into an empty database.

use super::open::Contents;
use super::packing::{DICTIONARY_BYTES, Packer};
use super::words::WordBlocks;
use crate::dates::Day;
use crate::generator::{Generator, Record, examples};
use crate::people::Staff;
use crate::trouble::Trouble;
use rusqlite::{Connection, params};

const CUSTOMER: &str = "INSERT INTO customer VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
const BODY: &str = "INSERT INTO body VALUES (?,?,?,?,?)";

/// Sets of this size are worth learning from.
const LEARN_FROM: u64 = 20_000;

/// Generates and stores everything, oldest first, so that ids only grow.
pub fn fill(database: &Connection, contents: &Contents, today: Day, staff: &Staff) -> Result<(), Trouble> {
    let size = if contents.examples_only { 0 } else { contents.customers };
    let generator = Generator::new(staff, contents.seed, size, today);
    let home = staff.users.first().map_or(0, |user| user.department);
    let examples = examples(home)?;
    let dictionary = dictionary(&generator, &examples)?;
    database.execute("INSERT INTO dictionary VALUES (1, ?)", [&dictionary])?;

    let mut packer = Packer::new(&dictionary)?;
    let mut blocks = WordBlocks::new(database)?;
    let mut customer = database.prepare(CUSTOMER)?;
    let mut body = database.prepare(BODY)?;
    let generated = (0..size).rev().map(|k| generator.record(k));
    for record in generated.chain(examples) {
        customer.execute(params![
            record.id,
            record.owner,
            record.department,
            record.pool,
            record.status,
            record.source,
            record.category,
            record.products,
            record.assist,
            record.created_at,
            record.updated_at,
            record.real_revisit_at,
            record.revisit_remind_at,
            record.last_called_at,
            record.name,
        ])?;
        let json = packer.pack(&record.body)?;
        let length = record.body.len() as i64;
        body.execute(params![record.id, record.owner, record.creator, length, json])?;
        blocks.add(record.id, &record.words)?;
    }
    blocks.finish()
}

/// What the texts to be packed have in common. From many it is learned, which packs a fifth
/// better; for few a sample does, and takes no time.
fn dictionary(generator: &Generator<'_>, examples: &[Record]) -> Result<Vec<u8>, Trouble> {
    let size = generator.size();
    let spread = |steps: u64| (0..steps).map(move |step| generator.record(step * size / steps).body);
    if size >= LEARN_FROM {
        let sample: Vec<String> = spread(2_000).collect();
        return Ok(zstd::dict::from_samples(&sample, DICTIONARY_BYTES)?);
    }
    let mut sample: Vec<u8> = examples.iter().flat_map(|one| one.body.bytes()).collect();
    for body in spread(size.min(25)) {
        if sample.len() + body.len() <= DICTIONARY_BYTES {
            sample.extend(body.bytes());
        }
    }
    Ok(sample)
}
