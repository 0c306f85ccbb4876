//! Reads one page: first the ids, from one index alone; then the bodies of these few.

use super::pool::Reader;
use super::schema::SORTS;
use super::search::find;
use super::walk::Walk;
use crate::people::{Staff, User};
use crate::request::ListRequest;
use crate::trouble::Trouble;

/// A page of customers.
#[derive(Debug)]
pub struct Page {
    /// The customers' JSON, with commas between them.
    pub customers: String,
    /// Whether there are more.
    pub has_next_page: bool,
}

/// The page that `asker` gets for this request.
pub fn read_page(
    reader: &mut Reader,
    request: &ListRequest,
    asker: &User,
    staff: &Staff,
) -> Result<Page, Trouble> {
    let walk = walk(reader, request, asker, staff)?;
    let mut ids = walk.ids(&reader.connection)?;
    let most = usize::try_from(request.per_page).unwrap_or(usize::MAX);
    let has_next_page = ids.len() > most;
    ids.truncate(most);
    Ok(Page { customers: bodies(reader, &ids, asker)?, has_next_page })
}

/// How many customers `asker` gets for this request on all pages.
pub fn count(reader: &Reader, request: &ListRequest, asker: &User, staff: &Staff) -> Result<i64, Trouble> {
    walk(reader, request, asker, staff)?.count(&reader.connection)
}

fn walk(reader: &Reader, request: &ListRequest, asker: &User, staff: &Staff) -> Result<Walk, Trouble> {
    let found = match &request.search {
        None => None,
        Some(search) => Some(find(reader, search.field, &search.text)?),
    };
    Ok(Walk::new(request, asker, staff, found, reader))
}

/// The columns the list can be sorted by, the order of a request without a sort first.
pub fn sort_columns() -> [&'static str; SORTS.len()] {
    SORTS.map(|(column, _)| column)
}

/// The JSON of these customers as `asker` sees it, with commas between them.
pub fn bodies(reader: &mut Reader, ids: &[i64], asker: &User) -> Result<String, Trouble> {
    let mut statement =
        reader.connection.prepare_cached("SELECT owner, creator, length, json FROM body WHERE id = ?")?;
    let mut all = Vec::with_capacity(ids.len() * 4096 + 4096);
    for id in ids {
        let mut rows = statement.query([id])?;
        let Some(row) = rows.next()? else { continue };
        let (owner, creator, length): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let packed = row.get_ref(3)?.as_bytes().unwrap_or_default();
        let body = reader.unpacker.unpack(packed, usize::try_from(length).unwrap_or(0))?;
        if !all.is_empty() {
            all.push(b',');
        }
        let mine = [("is_user_self", owner), ("is_creator_self", creator)];
        let mine = mine.into_iter().filter(|(_, user)| *user == asker.id);
        all.extend(mine.fold(body, |body, (key, _)| affirm(&body, key)));
    }
    String::from_utf8(all)
        .map_err(|cause| Trouble::Packing(std::io::Error::new(std::io::ErrorKind::InvalidData, cause)))
}

/// Turns `"key":false` into `"key":true`. A text cannot hold the pattern: its quotes are escaped.
fn affirm(body: &[u8], key: &str) -> Vec<u8> {
    let denied = format!("\"{key}\":false");
    let mut result = Vec::with_capacity(body.len());
    let mut from = 0;
    for at in memchr::memmem::find_iter(body, &denied) {
        result.extend_from_slice(&body[from..at]);
        result.extend_from_slice(format!("\"{key}\":true").as_bytes());
        from = at + denied.len();
    }
    result.extend_from_slice(&body[from..]);
    result
}
