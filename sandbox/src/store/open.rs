//! Opens the database: in memory, in a new file, or in a file that already holds the customers.

use super::fill::fill;
use super::pool::{Pool, Reader};
use super::schema::{TABLES, indexes};
use super::words::read;
use super::write::Writer;
use crate::dates::Day;
use crate::generator::Field;
use crate::people::Staff;
use crate::trouble::Trouble;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Changes whenever the tables or the generator do, so that an old file is not taken for a new one.
const FORM: u32 = 2;

/// Which customers the database is to hold.
#[derive(Clone, Debug)]
pub struct Contents {
    /// How many are generated.
    pub customers: u64,
    /// The seed they grow from.
    pub seed: u64,
    /// The day their dates are relative to; `None` is today, or whatever a kept file has.
    pub today: Option<Day>,
    /// Hold the contract's two examples and nothing else.
    pub examples_only: bool,
}

impl Contents {
    fn told(&self) -> String {
        match self.examples_only {
            true => format!("the two examples (form {FORM})"),
            false => format!("{} customers of seed {} (form {FORM})", self.customers, self.seed),
        }
    }
}

/// Opens the database and makes sure that it holds `contents`.
pub fn open(file: Option<&Path>, contents: &Contents, staff: &Staff) -> Result<Pool, Trouble> {
    let place = Place::of(file);
    let mut writer = place.connect()?;
    match told(&writer)? {
        None => make(&mut writer, contents, staff)?,
        Some((held, day)) => {
            let same_day = contents.today.is_none_or(|asked| asked.to_string() == day);
            if held != contents.told() || !same_day {
                let asked = contents.today.map_or(day.clone(), |asked| asked.to_string());
                return Err(Trouble::OtherData {
                    held: format!("{held} as of {day}"),
                    asked: format!("{} as of {asked}", contents.told()),
                });
            }
        }
    }
    let readers = std::thread::available_parallelism().map_or(2, |count| count.get().clamp(2, 3));
    let mut everything = Vec::new();
    read(&writer, Field::Everything, |words| everything.push(words))?;
    let everything: Arc<[_]> = everything.into();
    let reader = |_| Reader::new(place.connect()?, Arc::clone(&everything));
    let readers = (0..readers).map(reader).collect::<Result<_, Trouble>>()?;
    Ok(Pool::new(readers, Writer::new(writer)))
}

/// What an existing database says it holds, and as of which day.
fn told(connection: &Connection) -> Result<Option<(String, String)>, Trouble> {
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 {
        return Ok(None);
    }
    let get = |key: &str| {
        connection.query_row("SELECT value FROM about WHERE key = ?", [key], |row| row.get(0)).optional()
    };
    let unknown = || "something else".to_owned();
    let held = get("contents").unwrap_or_default().unwrap_or_else(unknown);
    Ok(Some((held, get("today").unwrap_or_default().unwrap_or_else(unknown))))
}

fn make(writer: &mut Connection, contents: &Contents, staff: &Staff) -> Result<(), Trouble> {
    // Nothing is lost when this is interrupted: all is one transaction, or memory.
    writer.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA synchronous = OFF;")?;
    let today = contents.today.unwrap_or_else(Day::today);
    let all = writer.transaction()?;
    all.execute_batch(TABLES)?;
    fill(&all, contents, today, staff)?;
    all.execute_batch(&indexes())?;
    for (key, value) in [("contents", contents.told()), ("today", today.to_string())] {
        all.execute("INSERT INTO about VALUES (?, ?)", params![key, value])?;
    }
    all.commit()?;
    Ok(())
}

/// Where the database is.
enum Place {
    File(PathBuf),
    Memory(String),
}

impl Place {
    fn of(file: Option<&Path>) -> Self {
        // Each database in memory needs a name of its own: its connections find it by the name.
        static COUNT: AtomicU64 = AtomicU64::new(0);
        match file {
            Some(file) => Self::File(file.to_owned()),
            None => {
                let no = COUNT.fetch_add(1, Ordering::Relaxed);
                Self::Memory(format!("file:/sandbox-{no}?vfs=memdb"))
            }
        }
    }

    fn connect(&self) -> Result<Connection, Trouble> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = match self {
            Self::File(path) => Connection::open_with_flags(path, flags)?,
            Self::Memory(name) => Connection::open_with_flags(name, flags | OpenFlags::SQLITE_OPEN_URI)?,
        };
        // Room for one index, so that walking it twice copies it once.
        connection.execute_batch("PRAGMA page_size = 8192; PRAGMA cache_size = -12000;")?;
        Ok(connection)
    }
}
