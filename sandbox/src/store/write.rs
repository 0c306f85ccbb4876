//! Writes a follow-up, and what it changes of its customer.

use super::packing::{Packer, Unpacker};
use crate::dates::{Day, Minute};
use crate::neighbours::{NewFollowUp, Object, apply};
use crate::trouble::Trouble;
use rusqlite::{Connection, Transaction, params};
use serde_json::Value;
use std::io::{Error, ErrorKind};

/// Written follow-ups have ids beyond those of the ones that are made out of the seed.
const FIRST_ID: i64 = 1_000_000_000;

/// The one connection that writes.
pub struct Writer(Connection);

impl Writer {
    /// Writes through this connection.
    pub fn new(connection: Connection) -> Self {
        Self(connection)
    }

    /// Stores a follow-up under an id of its own and changes the customer. `before` are those that
    /// the customer had, which are stored with the first one: from then on nothing is made out of
    /// the seed, whose dates the customer no longer has.
    pub fn follow_up(
        &mut self,
        new: &NewFollowUp,
        mut log: Value,
        before: &[Value],
        today: Day,
    ) -> Result<Value, Trouble> {
        let all = self.0.transaction()?;
        if kept_follow_ups(&all, new.customer)?.is_empty() {
            for one in before {
                keep(&all, one["id"].as_i64().unwrap_or(0), new.customer, one)?;
            }
        }
        let last: i64 = all.query_row("SELECT coalesce(max(id), 0) FROM follow_up", [], |row| row.get(0))?;
        let id = last.max(FIRST_ID) + 1;
        log["id"] = id.into();
        keep(&all, id, new.customer, &log)?;
        change(&all, new, id, today)?;
        all.commit()?;
        Ok(log)
    }
}

/// The stored follow-ups of a customer, the newest written first; none where nobody wrote one.
pub fn kept_follow_ups(connection: &Connection, customer: i64) -> Result<Vec<Value>, Trouble> {
    let sql = "SELECT json FROM follow_up WHERE customer = ? ORDER BY id DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([customer], |row| row.get::<_, String>(0))?;
    rows.map(|json| serde_json::from_str(&json?).map_err(unreadable)).collect()
}

fn keep(all: &Transaction<'_>, id: i64, customer: i64, log: &Value) -> Result<(), Trouble> {
    all.execute("INSERT INTO follow_up VALUES (?, ?, ?)", params![id, customer, log.to_string()])?;
    Ok(())
}

fn change(all: &Transaction<'_>, new: &NewFollowUp, id: i64, today: Day) -> Result<(), Trouble> {
    let dictionary: Vec<u8> = all.query_row("SELECT bytes FROM dictionary", [], |row| row.get(0))?;
    let (length, packed): (i64, Vec<u8>) =
        all.query_row("SELECT length, json FROM body WHERE id = ?", [new.customer], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let body = Unpacker::new(&dictionary)?.unpack(&packed, usize::try_from(length).unwrap_or(0))?;
    let mut customer: Object = serde_json::from_slice(&body).map_err(unreadable)?;
    apply(&mut customer, new, id, today);
    let minute = |key: &str| customer.get(key).and_then(Value::as_str).and_then(Minute::parse);
    all.execute(
        "UPDATE customer SET status = coalesce(?, status), updated_at = ?, real_revisit_at = ?, \
         revisit_remind_at = ? WHERE id = ?",
        params![
            new.status.map(|one| one.value),
            new.now.0,
            minute("real_revisit_at").map(|it| it.0),
            minute("revisit_remind_at").map(|it| it.0),
            new.customer,
        ],
    )?;
    let body = Value::Object(customer).to_string();
    let packed = Packer::new(&dictionary)?.pack(&body)?;
    all.execute(
        "UPDATE body SET length = ?, json = ? WHERE id = ?",
        params![body.len() as i64, packed, new.customer],
    )?;
    Ok(())
}

fn unreadable(cause: serde_json::Error) -> Trouble {
    Trouble::Packing(Error::new(ErrorKind::InvalidData, cause))
}
