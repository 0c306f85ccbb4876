//! Reads stored customers for the calls beside the list.

use crate::http::answer::Refusal;
use crate::http::state::Sandbox;
use crate::neighbours::Object;
use crate::request::{ListRequest, Params};
use crate::store::{count, read_one, read_page, sort_columns};
use crate::trouble::Trouble;
use std::sync::Arc;

/// A page of stored customers.
pub struct Page {
    /// The customers.
    pub customers: Vec<Object>,
    /// Whether there are more.
    pub has_next_page: bool,
    /// How many there are on all pages.
    pub total_count: i64,
}

/// The page that `asker` gets for this request.
pub async fn page(sandbox: &Arc<Sandbox>, asker: usize, request: ListRequest) -> Result<Page, Refusal> {
    let own = Arc::clone(sandbox);
    let read = sandbox.store.read(move |reader| {
        let asker = &own.staff.users[asker];
        let total_count = count(reader, &request, asker, &own.staff)?;
        let page = read_page(reader, &request, asker, &own.staff)?;
        Ok(Page { customers: parsed(&page.customers)?, has_next_page: page.has_next_page, total_count })
    });
    Ok(read.await?)
}

/// The page for a query string of our own.
pub async fn page_for(sandbox: &Arc<Sandbox>, asker: usize, query: &str) -> Result<Page, Refusal> {
    let request = ListRequest::read(&Params::read(Some(query)), &sort_columns())?;
    page(sandbox, asker, request).await
}

/// One customer that `asker` may see: one that somebody owns, or as `in_pool` one that nobody does.
pub async fn one(sandbox: &Arc<Sandbox>, asker: usize, id: i64, in_pool: bool) -> Result<Object, Refusal> {
    let own = Arc::clone(sandbox);
    let read = sandbox
        .store
        .read(move |reader| read_one(reader, id, in_pool, &own.staff.users[asker], &own.staff))
        .await?;
    let customers = parsed(&read.unwrap_or_default())?;
    customers.into_iter().next().ok_or_else(Refusal::no_such_record)
}

/// One customer that `asker` may see, owned or in the pool.
pub async fn anywhere(sandbox: &Arc<Sandbox>, asker: usize, id: i64) -> Result<Object, Refusal> {
    match one(sandbox, asker, id, false).await {
        Ok(customer) => Ok(customer),
        Err(_) => one(sandbox, asker, id, true).await,
    }
}

/// Customers out of their JSON, which has commas between them.
pub fn parsed(customers: &str) -> Result<Vec<Object>, Trouble> {
    serde_json::from_str(&format!("[{customers}]")).map_err(|cause| Trouble::Packing(cause.into()))
}
