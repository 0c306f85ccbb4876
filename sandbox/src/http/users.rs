//! Colleagues and departments.

use super::answer::{Refusal, success};
use super::gate::Caller;
use super::lists::{paging, window};
use super::state::Sandbox;
use crate::people::{Department, Staff, User};
use crate::request::Params;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

/// `GET /api/v2/user/simple_list`: everybody.
pub async fn simple_list(State(sandbox): State<Arc<Sandbox>>) -> Response {
    let users: Vec<Value> = sandbox.staff.users.iter().map(|user| shown(&sandbox.staff, user)).collect();
    let count = users.len();
    success(json!({ "users": users, "total_count": count }))
}

/// `GET /api/v2/user/list`: by name and department, in pages.
pub async fn list(
    State(sandbox): State<Arc<Sandbox>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let params = Params::read(query.as_deref());
    let (page, per_page) = paging(&params, 15)?;
    let staff = &sandbox.staff;
    let department = params.number("department_id")?.map(|id| staff.department(id));
    let inside = |user: &&User| match department {
        None => true,
        Some(department) => department.is_some_and(|one| (one.no..=one.last).contains(&user.department)),
    };
    let named = |user: &&User| params.text("name").is_none_or(|part| user.name.contains(part));
    let matching: Vec<&User> = staff.users.iter().filter(inside).filter(named).collect();
    let users: Vec<Value> = window(&matching, page, per_page).map(|user| shown(staff, user)).collect();
    Ok(success(json!({
        "users": users, "total_count": matching.len(), "per_page": per_page, "page": page,
    })))
}

/// `GET /api/v2/user/department_list`: the tree.
pub async fn department_list(State(sandbox): State<Arc<Sandbox>>) -> Response {
    let all = &sandbox.staff.departments;
    let top = all.iter().filter(|one| one.parent_id.is_none()).map(|one| tree(all, one));
    success(json!({ "departments": top.collect::<Vec<_>>() }))
}

/// `GET /api/v2/user/info`: who is asking.
pub async fn info(
    State(sandbox): State<Arc<Sandbox>>,
    Extension(Caller(asker)): Extension<Caller>,
) -> Response {
    success(shown(&sandbox.staff, &sandbox.staff.users[asker]))
}

fn shown(staff: &Staff, user: &User) -> Value {
    let department = staff.numbered(user.department);
    json!({
        "id": user.id,
        "name": user.name,
        "department_id": department.map(|one| one.id),
        "department_name": department.map(|one| one.name),
    })
}

fn tree(all: &[Department], department: &Department) -> Value {
    let below = all.iter().filter(|one| one.parent_id == Some(department.id));
    json!({
        "id": department.id,
        "name": department.name,
        "parent_id": department.parent_id,
        "children": below.map(|one| tree(all, one)).collect::<Vec<_>>(),
    })
}
