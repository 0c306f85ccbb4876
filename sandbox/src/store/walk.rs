//! The SQL that finds a page's ids by walking one index.

use super::pool::Reader;
use super::search::Found;
use crate::catalog::PRODUCTS;
use crate::people::{Sight, Staff, User};
use crate::request::{ListRequest, Tab};
use crate::trouble::Trouble;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// A walk along the index of the sort, past all that the filters leave out.
pub struct Walk {
    from: String,
    filters: Vec<String>,
    values: Vec<Value>,
    sort: &'static str,
    ascending: bool,
    limit: i64,
    offset: i64,
    /// How many there are altogether, where that is known beforehand.
    total: Option<i64>,
}

impl Walk {
    /// The walk for this request; it looks for one more than a page, to know whether there is a
    /// next one.
    pub fn new(
        request: &ListRequest,
        asker: &User,
        staff: &Staff,
        found: Option<Found>,
        reader: &Reader,
    ) -> Self {
        let mut walk = Self {
            from: format!("customer c INDEXED BY by_{}", request.sort),
            filters: Vec::new(),
            values: Vec::new(),
            sort: request.sort,
            ascending: request.ascending,
            limit: request.per_page + 1,
            offset: (request.page - 1).saturating_mul(request.per_page),
            total: None,
        };
        let total = found.as_ref().map_or(reader.size, |found| found.count);
        let bits = walk.take_few(found);
        walk.limit_to_tab(request.tab, asker, staff);
        walk.filter(request, staff);
        walk.total = walk.filters.is_empty().then_some(total);
        walk.check_bits(bits, reader.first_id);
        walk
    }

    /// Few hits are looked up one by one. Many are given back, as bits to check on the walk.
    fn take_few(&mut self, found: Option<Found>) -> Option<Vec<u8>> {
        let Found { bits, few, .. } = found?;
        let Some(few) = few else { return Some(bits) };
        let list = few.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
        self.from = "json_each(?) hit CROSS JOIN customer c ON c.id = hit.value".to_owned();
        self.values.push(Value::Text(format!("[{list}]")));
        None
    }

    /// The bits come after the other filters: each look at them costs as much as several of those.
    fn check_bits(&mut self, bits: Option<Vec<u8>>, first_id: i64) {
        if let Some(bits) = bits {
            self.filters.push("has(c.id - ?, ?)".to_owned());
            self.values.extend([Value::Integer(first_id), Value::Blob(bits)]);
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

    /// One owner has few customers, and they lie in one stretch of their own index, by id.
    fn owned_by(&mut self, id: i64) {
        if self.from.starts_with("customer") && self.sort == "id" {
            self.from = "customer c INDEXED BY by_owner".to_owned();
        }
        self.and("c.owner = ? AND c.owner <> 0", [id]);
    }

    fn and<const N: usize>(&mut self, filter: &str, values: [i64; N]) {
        self.filters.push(filter.to_owned());
        self.values.extend(values.map(Value::Integer));
    }

    /// Only this customer, which has an owner or, as `in_pool`, none.
    pub fn only(&mut self, id: i64, in_pool: bool) {
        self.total = None;
        self.and("c.id = ?", [id]);
        self.and(if in_pool { "c.owner = 0" } else { "c.owner <> 0" }, []);
    }

    /// How many there are on all pages.
    pub fn count(self, connection: &Connection) -> Result<i64, Trouble> {
        if let Some(total) = self.total {
            return Ok(total);
        }
        let sql = format!("SELECT count(*) FROM {} {}", self.from, self.conditions());
        let mut statement = connection.prepare_cached(&sql)?;
        Ok(statement.query_row(params_from_iter(self.values), |row| row.get(0))?)
    }

    fn conditions(&self) -> String {
        match self.filters.is_empty() {
            true => String::new(),
            false => format!("WHERE {}", self.filters.join(" AND ")),
        }
    }

    /// The ids of the page, in its order.
    pub fn ids(mut self, connection: &Connection) -> Result<Vec<i64>, Trouble> {
        let mirrored = self.mirror();
        let direction = if self.ascending { "ASC" } else { "DESC" };
        let order = match self.sort {
            "id" => format!("c.id {direction}"),
            sort => format!("c.{sort} {direction}, c.id {direction}"),
        };
        let filters = self.conditions();
        let sql = format!("SELECT c.id FROM {} {filters} ORDER BY {order} LIMIT ? OFFSET ?", self.from);
        self.values.extend([Value::Integer(self.limit), Value::Integer(self.offset)]);
        let mut statement = connection.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(self.values), |row| row.get(0))?;
        let mut ids = ids.collect::<Result<Vec<_>, _>>()?;
        if mirrored {
            ids.reverse();
        }
        Ok(ids)
    }

    /// Beyond the middle the way from the other end is shorter; then the ids come reversed.
    fn mirror(&mut self) -> bool {
        let Some(total) = self.total.filter(|total| self.offset > total / 2) else {
            return false;
        };
        let end = self.offset.saturating_add(self.limit).min(total);
        self.limit = (end - self.offset).max(0);
        self.offset = total - end;
        self.ascending = !self.ascending;
        true
    }
}
