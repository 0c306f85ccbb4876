//! Colleagues and departments as the vendor's clients read them.

use crate::http::answer::success;
use crate::http::state::Sandbox;
use crate::people::{Department, Staff};
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::Arc;

/// `GET /api/v2/user/simple_list`: a select's entries at the top level, 全部 first. All of them
/// come with every page.
pub async fn simple_list(State(sandbox): State<Arc<Sandbox>>) -> Response {
    let everybody = json!({ "value": "", "text": "全部" });
    let users = sandbox.staff.users.iter().map(|user| json!({ "value": user.id, "text": user.name }));
    let users: Vec<Value> = std::iter::once(everybody).chain(users).collect();
    Json(json!({ "code": 0, "simple_users": users })).into_response()
}

/// `GET /api/v2/user/department_list`: flat, from the top down. The top one cannot be chosen.
pub async fn department_list(State(sandbox): State<Arc<Sandbox>>) -> Response {
    let staff = &sandbox.staff;
    let option = |one: &Department| {
        let level = level(staff, one);
        json!({
            "id": one.id,
            "name": one.name,
            "level": level,
            "parent_id": one.parent_id.unwrap_or(0),
            "can_use": level > 0,
        })
    };
    success(json!({ "options": staff.departments.iter().map(option).collect::<Vec<_>>() }))
}

/// `GET /api/v2/departments`: their names alone.
pub async fn departments(State(sandbox): State<Arc<Sandbox>>) -> Response {
    let all = sandbox.staff.departments.iter().map(|one| json!({ "id": one.id, "name": one.name }));
    success(json!({ "departments": all.collect::<Vec<_>>() }))
}

/// How many departments stand above.
fn level(staff: &Staff, department: &Department) -> usize {
    let above = |one: &&Department| one.no < department.no && department.no <= one.last;
    staff.departments.iter().filter(above).count()
}
