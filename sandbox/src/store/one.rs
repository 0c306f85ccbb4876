//! Reads customers that are known by id or name.

use super::page::{bodies, sort_columns};
use super::pool::Reader;
use super::walk::Walk;
use crate::people::{Staff, User};
use crate::request::{ListRequest, Params};
use crate::trouble::Trouble;

/// The customer with this id, if `asker` may see it; `in_pool` only one that nobody owns.
pub fn read_one(
    reader: &mut Reader,
    id: i64,
    in_pool: bool,
    asker: &User,
    staff: &Staff,
) -> Result<Option<String>, Trouble> {
    let Ok(any) = ListRequest::read(&Params::default(), &sort_columns()) else { return Ok(None) };
    let mut walk = Walk::new(&any, asker, staff, None, reader);
    walk.only(id, in_pool);
    let ids = walk.ids(&reader.connection)?;
    Ok(Some(bodies(reader, &ids, asker)?).filter(|body| !body.is_empty()))
}

/// All customers with exactly this name, whoever may see them: the newest come first.
pub fn named(reader: &mut Reader, name: &str, asker: &User) -> Result<String, Trouble> {
    let ids = {
        let sql = "SELECT id FROM customer WHERE name = ? ORDER BY id DESC LIMIT 50";
        let mut statement = reader.connection.prepare_cached(sql)?;
        let ids = statement.query_map([name], |row| row.get(0))?;
        ids.collect::<Result<Vec<i64>, _>>()?
    };
    bodies(reader, &ids, asker)
}
