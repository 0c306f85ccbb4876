//! Reads one page: first the ids, from one index alone; then the bodies of these few.

use super::pool::Reader;
use super::schema::SORTS;
use super::search::{Found, find};
use crate::catalog::PRODUCTS;
use crate::people::{Sight, Staff, User};
use crate::request::{ListRequest, Tab};
use crate::trouble::Trouble;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

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
    let found = match &request.search {
        None => None,
        Some(search) => Some(find(&reader.connection, reader.first_id, &search.fields, &search.text)?),
    };
    let statement = Statement::new(request, asker, staff, found, reader.first_id);
    let mut ids = statement.ids(&reader.connection)?;
    let most = usize::try_from(request.per_page).unwrap_or(usize::MAX);
    let has_next_page = ids.len() > most;
    ids.truncate(most);
    Ok(Page { customers: bodies(reader, &ids, asker)?, has_next_page })
}

/// The columns the list can be sorted by, the order of a request without a sort first.
pub fn sort_columns() -> [&'static str; SORTS.len()] {
    SORTS.map(|(column, _)| column)
}

fn bodies(reader: &mut Reader, ids: &[i64], asker: &User) -> Result<String, Trouble> {
    let mut statement =
        reader.connection.prepare_cached("SELECT owner, creator, length, json FROM body WHERE id = ?")?;
    let mut all = Vec::with_capacity(ids.len() * 4096);
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

/// The SQL that gives the ids of a page.
struct Statement {
    from: String,
    filters: Vec<String>,
    values: Vec<Value>,
    order: String,
    window: [i64; 2],
}

impl Statement {
    fn new(request: &ListRequest, asker: &User, staff: &Staff, found: Option<Found>, first_id: i64) -> Self {
        let direction = if request.ascending { "ASC" } else { "DESC" };
        let mut statement = Self {
            from: format!("customer c INDEXED BY by_{}", request.sort),
            filters: Vec::new(),
            values: Vec::new(),
            order: match request.sort {
                "id" => format!("c.id {direction}"),
                sort => format!("c.{sort} {direction}, c.id {direction}"),
            },
            window: [request.per_page + 1, (request.page - 1).saturating_mul(request.per_page)],
        };
        statement.take_found(found, first_id);
        statement.limit_to_tab(request.tab, asker, staff);
        statement.filter(request, staff);
        statement
    }

    /// Few hits are looked up one by one; many are checked while walking the sort's index.
    fn take_found(&mut self, found: Option<Found>, first_id: i64) {
        match found {
            None => {}
            Some(Found { few: Some(few), .. }) => {
                let list = few.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
                self.from = "json_each(?) hit CROSS JOIN customer c ON c.id = hit.value".to_owned();
                self.values.push(Value::Text(format!("[{list}]")));
            }
            Some(Found { bits, .. }) => {
                self.filters.push("has(c.id - ?, ?)".to_owned());
                self.values.extend([Value::Integer(first_id), Value::Blob(bits)]);
            }
        }
    }

    fn limit_to_tab(&mut self, tab: Tab, asker: &User, staff: &Staff) {
        let last = staff.departments.len() as i64;
        let (first, last) = match asker.sight {
            Sight::Own => (1, 0),
            Sight::Departments { first, last } => (first, last),
            Sight::All => (1, last),
        };
        match (tab, asker.sight) {
            (Tab::All, Sight::All) => {}
            (Tab::All, Sight::Own) => {
                self.and("(c.owner = ? OR c.owner = 0 OR (c.assist & ?) <> 0)", [asker.id, asker.bit()]);
            }
            (Tab::All, Sight::Departments { .. }) => self.and(
                "(c.department BETWEEN ? AND ? OR c.owner = ? OR c.owner = 0 OR (c.assist & ?) <> 0)",
                [first, last, asker.id, asker.bit()],
            ),
            (Tab::My, _) => self.owned_by(asker.id),
            (Tab::Sub, _) => {
                self.and("c.department BETWEEN ? AND ? AND c.owner <> ?", [first, last, asker.id]);
            }
            (Tab::Common, _) => self.and("c.owner = 0 AND c.pool <> 0", []),
            (Tab::Assist, _) => self.and("(c.assist & ?) <> 0", [asker.bit()]),
        }
    }

    fn filter(&mut self, request: &ListRequest, staff: &Staff) {
        if let Some(id) = request.user {
            self.owned_by(id);
        }
        if let Some(id) = request.department {
            let range = staff.department(id).map_or([1, 0], |one| [one.no, one.last]);
            self.and("c.department BETWEEN ? AND ?", range);
        }
        if let Some(id) = request.product {
            let place = PRODUCTS.iter().position(|one| one.value == id);
            self.and("(c.products & ?) <> 0", [place.map_or(0, |place| 1 << place)]);
        }
        for (column, value) in
            [("status", request.status), ("source", request.source), ("category", request.category)]
        {
            if let Some(value) = value {
                self.and(&format!("c.{column} = ?"), [value]);
            }
        }
        for range in &request.ranges {
            if let Some(from) = range.from {
                self.and(&format!("c.{} >= ?", range.column), [from.start().0]);
            }
            if let Some(to) = range.to {
                self.and(&format!("c.{} < ?", range.column), [to.next().start().0]);
            }
        }
    }

    /// One owner has few customers: sorting them beats walking past everybody else's.
    fn owned_by(&mut self, id: i64) {
        if self.from.starts_with("customer") && id != 0 {
            self.from = "customer c INDEXED BY by_owner".to_owned();
        }
        self.and("c.owner = ? AND c.owner <> 0", [id]);
    }

    fn and<const N: usize>(&mut self, filter: &str, values: [i64; N]) {
        self.filters.push(filter.to_owned());
        self.values.extend(values.map(Value::Integer));
    }

    fn ids(self, connection: &Connection) -> Result<Vec<i64>, Trouble> {
        let filters = match self.filters.is_empty() {
            true => String::new(),
            false => format!("WHERE {}", self.filters.join(" AND ")),
        };
        let sql =
            format!("SELECT c.id FROM {} {filters} ORDER BY {} LIMIT ? OFFSET ?", self.from, self.order);
        let window = self.window.map(Value::Integer);
        let mut statement = connection.prepare_cached(&sql)?;
        let ids =
            statement.query_map(params_from_iter(self.values.into_iter().chain(window)), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}
