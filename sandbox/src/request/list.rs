//! A request for a page of customers.

use super::params::{Params, Wrong};
use crate::dates::Day;
use crate::generator::Field;

/// The largest page a request may ask for.
const MOST_PER_PAGE: i64 = 1000;

/// Whose customers are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// All that may be seen.
    All,
    /// Mine.
    My,
    /// Those of the departments I manage.
    Sub,
    /// Those in a common pool.
    Common,
    /// Those I assist with.
    Assist,
}

/// Days between which a date of the customer must lie, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The column.
    pub column: &'static str,
    /// The first day, if any.
    pub from: Option<Day>,
    /// The last day, if any.
    pub to: Option<Day>,
}

/// A text to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Where it may be.
    pub field: Field,
    /// What is sought.
    pub text: String,
}

/// What the list is asked for; every part is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRequest {
    /// Page, from 1.
    pub page: i64,
    /// Customers on a page.
    pub per_page: i64,
    /// The column to sort by, one of the store's sorts.
    pub sort: &'static str,
    /// Smallest first.
    pub ascending: bool,
    /// Whose.
    pub tab: Tab,
    /// The text sought.
    pub search: Option<Search>,
    /// Id of a department, with all below it.
    pub department: Option<i64>,
    /// Id of the owner.
    pub user: Option<i64>,
    /// Status value.
    pub status: Option<i64>,
    /// Category value.
    pub category: Option<i64>,
    /// Source value.
    pub source: Option<i64>,
    /// Id of a product bought.
    pub product: Option<i64>,
    /// Ranges of days.
    pub ranges: Vec<Range>,
}

impl ListRequest {
    /// Reads the parameters; `sorts` are the columns the store can sort by, the first of them
    /// when none is named. Unknown parameters are ignored, as the real endpoint does.
    pub fn read(params: &Params, sorts: &[&'static str]) -> Result<Self, Wrong> {
        let wrong = |name: &str| Wrong(name.to_owned());
        let sort = match params.text("sort") {
            None => sorts.first().copied(),
            Some(wanted) => sorts.iter().skip(1).find(|sort| **sort == wanted).copied(),
        };
        Ok(Self {
            page: params.count("page", 1, 1_000_000_000)?,
            per_page: params.count("per_page", 15, MOST_PER_PAGE)?,
            sort: sort.ok_or_else(|| wrong("sort"))?,
            ascending: match params.text("order") {
                None | Some("desc") => false,
                Some("asc") => true,
                Some(_) => return Err(wrong("order")),
            },
            tab: match params.text("tab_type") {
                None => Tab::All,
                Some("my") => Tab::My,
                Some("sub") => Tab::Sub,
                Some("common") => Tab::Common,
                Some("assist") => Tab::Assist,
                Some(_) => return Err(wrong("tab_type")),
            },
            search: search(params)?,
            department: params.number("department_id")?,
            user: params.number("user_id")?,
            status: params.number("status")?,
            category: params.number("category")?,
            source: params.number("source")?,
            product: params.number("product_id")?,
            ranges: ranges(params)?,
        })
    }
}

fn search(params: &Params) -> Result<Option<Search>, Wrong> {
    let named = match params.text("custom_field_name") {
        None => None,
        Some(name) => Some(Field::named(name).ok_or(Wrong("custom_field_name".to_owned()))?),
    };
    Ok(params
        .text("query")
        .map(|text| Search { field: named.unwrap_or(Field::Everything), text: text.to_owned() }))
}

fn ranges(params: &Params) -> Result<Vec<Range>, Wrong> {
    let mut ranges = Vec::new();
    for column in ["created_at", "updated_at", "real_revisit_at", "revisit_remind_at"] {
        let (from, to) = params.days(column)?;
        if from.is_some() || to.is_some() {
            ranges.push(Range { column, from, to });
        }
    }
    Ok(ranges)
}
