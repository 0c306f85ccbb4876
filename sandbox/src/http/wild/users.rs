//! Colleagues and departments as the vendor's clients read them.

use crate::http::answer::{Refusal, success};
use crate::http::gate::Caller;
use crate::http::lists::{paging, window};
use crate::http::state::Sandbox;
use crate::people::{Department, Sight, Staff, User};
use crate::request::Params;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
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

/// `GET /api/v2/user/list`: 15 on a page, by name and department.
pub async fn list(
    State(sandbox): State<Arc<Sandbox>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let params = Params::read(query.as_deref());
    let (page, per_page) = paging(&params, 15)?;
    let staff = &sandbox.staff;
    let department = params.number("department_id")?.map(|id| staff.department(id));
    let (only, except) = (params.number("user_id")?, params.number("except_user_id")?);
    let is_asked = |user: &&User| {
        let is_inside = match department {
            None => true,
            Some(one) => one.is_some_and(|one| (one.no..=one.last).contains(&user.department)),
        };
        is_inside
            && params.text("name").is_none_or(|part| user.name.contains(part))
            && only.is_none_or(|id| user.id == id)
            && except.is_none_or(|id| user.id != id)
    };
    let asked: Vec<&User> = staff.users.iter().filter(is_asked).collect();
    let users: Vec<Value> = window(&asked, page, per_page).map(|user| shown(staff, user)).collect();
    Ok(success(json!({
        "users": users, "total_count": asked.len(), "per_page": per_page, "page": page,
    })))
}

/// `GET /api/v2/user/info`: who is asking.
pub async fn info(
    State(sandbox): State<Arc<Sandbox>>,
    Extension(Caller(asker)): Extension<Caller>,
) -> Response {
    success(shown(&sandbox.staff, &sandbox.staff.users[asker]))
}

/// A colleague in full, with a private number and mail that no page has any business with.
fn shown(staff: &Staff, user: &User) -> Value {
    let department = staff.numbered(user.department);
    let (role_id, role) = match user.sight {
        Sight::All => (1, "超级管理员"),
        Sight::Departments { .. } => (5, "部门主管"),
        Sight::Own => (9, "销售"),
    };
    json!({
        "id": user.id,
        "name": user.name,
        "department_id": department.map(|one| one.id),
        "department_name": department.map(|one| one.name),
        "assist_departments": [],
        "departments_manager": role_id == 5,
        "role": role,
        "role_id": role_id,
        "role_json": { "id": role_id, "name": role, "entity_grant_scope": "self_own" },
        "is_super_user": role_id == 1,
        "superior_id": 0,
        "superior_name": "",
        "workflow_state": "organization_staff",
        "locked_at": "",
        "enabled_number_hidden_dispose": role_id == 9,
        "uid": user.id - 10_000_000,
        "phone": user.private_phone(),
        "email": user.private_mail(),
    })
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
