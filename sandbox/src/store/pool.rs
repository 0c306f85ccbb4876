//! A few connections that read and one that writes, each used by one request at a time, off the
//! async threads.

use super::packing::Unpacker;
use super::search;
use super::words::Words;
use super::write::Writer;
use crate::trouble::Trouble;
use rusqlite::Connection;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

/// A connection and what it needs to unpack customers.
pub struct Reader {
    /// The connection; nothing writes through it.
    pub connection: Connection,
    /// Unpacks the bodies.
    pub unpacker: Unpacker,
    /// The smallest id, where the bits of a search begin.
    pub first_id: i64,
    /// The texts a search without a field looks at; all readers share them.
    pub everything: Arc<[Words]>,
    /// How many customers there are.
    pub size: i64,
}

impl Reader {
    /// Makes a connection ready to read a filled database.
    pub fn new(connection: Connection, everything: Arc<[Words]>) -> Result<Self, Trouble> {
        connection.set_prepared_statement_cache_capacity(64);
        connection.execute_batch("PRAGMA query_only = ON;")?;
        search::teach(&connection)?;
        let dictionary: Vec<u8> =
            connection.query_row("SELECT bytes FROM dictionary", [], |row| row.get(0))?;
        let (first_id, size) =
            connection.query_row("SELECT coalesce(min(id), 0), count(*) FROM customer", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        Ok(Self { connection, unpacker: Unpacker::new(&dictionary)?, first_id, everything, size })
    }
}

/// The readers that are free, and a queue for those who wait for one.
#[derive(Clone)]
pub struct Pool(Arc<Shared>);

struct Shared {
    free: Mutex<Vec<Reader>>,
    turns: Semaphore,
    writer: Mutex<Writer>,
}

impl Pool {
    /// A pool of these readers and a writer.
    pub fn new(readers: Vec<Reader>, writer: Writer) -> Self {
        let turns = Semaphore::new(readers.len());
        Self(Arc::new(Shared { free: Mutex::new(readers), turns, writer: Mutex::new(writer) }))
    }

    /// Runs `work` with a reader on a thread that may block.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Reader) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let shared = Arc::clone(&self.0);
        let _turn = self.0.turns.acquire().await.map_err(|_| Trouble::Thread)?;
        let done = tokio::task::spawn_blocking(move || {
            let reader = shared.free().pop();
            let mut reader = reader.ok_or(Trouble::Thread)?;
            let result = work(&mut reader);
            shared.free().push(reader);
            result
        });
        done.await.map_err(|_| Trouble::Thread)?
    }

    /// Runs `work` with the writer on a thread that may block.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Writer) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let shared = Arc::clone(&self.0);
        let done = tokio::task::spawn_blocking(move || {
            work(&mut shared.writer.lock().unwrap_or_else(PoisonError::into_inner))
        });
        done.await.map_err(|_| Trouble::Thread)?
    }
}

impl Shared {
    fn free(&self) -> std::sync::MutexGuard<'_, Vec<Reader>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
