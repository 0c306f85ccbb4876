//! Catalogues: custom fields, choices and labels.

use crate::catalog::{CATEGORIES, CHANNELS, Choice, INDUSTRIES, SOURCES, STAFF_SIZES, STATUSES};
use crate::generator::{LABEL_GROUPS, Label};
use crate::http::answer::{Refusal, success};
use crate::wild::FIELD_GROUPS;
use axum::extract::Path;
use axum::response::Response;
use serde_json::{Value, json};

/// What can have custom fields; here only customers do.
const ENTITIES: [&str; 7] =
    ["customer", "contact", "contract", "lead", "opportunity", "product", "received_payment"];

/// `GET /api/v2/custom_fields/{entity}/by_group`.
pub async fn by_group(Path(entity): Path<String>) -> Result<Response, Refusal> {
    if !ENTITIES.contains(&entity.as_str()) {
        return Err(Refusal::wrong_parameter("entity_type"));
    }
    let groups = FIELD_GROUPS.iter().enumerate().filter(|_| entity == "customer");
    let groups: Vec<Value> = groups.map(|(at, group)| group.entry(at + 1)).collect();
    Ok(success(json!({ "custom_field_groups": groups })))
}

/// `GET /api/v2/field_maps/customer`: also what is switched off.
pub async fn field_maps() -> Response {
    let maps = [
        ("status", STATUSES),
        ("category", CATEGORIES),
        ("source", SOURCES),
        ("industry", INDUSTRIES),
        ("staff_size", STAFF_SIZES),
        ("channel", CHANNELS),
    ];
    let maps = maps.iter().map(|(name, choices)| {
        let enabled = choices.iter().map(|one| value(one, "enable"));
        let former = choices.last().map(|last| Choice { value: last.value + 1, label: "已停用" });
        let former = former.iter().map(|one| value(one, "disable")).collect::<Vec<_>>();
        json!({ "field_name": name, "field_values": enabled.chain(former).collect::<Vec<_>>() })
    });
    success(json!({ "customer": maps.collect::<Vec<_>>() }))
}

fn value(choice: &Choice, status: &str) -> Value {
    json!({ "id": choice.value, "value": choice.label, "status": status })
}

/// `GET /api/v2/labels`, by their groups.
pub async fn labels() -> Response {
    let groups = LABEL_GROUPS.iter().map(|(id, name)| {
        let labels = Label::all().iter().filter(|label| label.group == *id);
        let labels = labels.map(|label| json!({ "id": label.id, "content": label.content }));
        json!({ "group_id": id, "group_name": name, "labels": labels.collect::<Vec<_>>() })
    });
    success(json!({ "label_groups": groups.collect::<Vec<_>>() }))
}
