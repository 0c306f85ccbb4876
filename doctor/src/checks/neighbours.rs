//! The catalogues beside the list.

use super::at::{any, each, has, has_list, is_page, list, value};
use super::{Ask, Check, call, document, known, others};
use crate::client::Answer;
use serde_json::Value;

/// The calls for catalogues.
pub const CHECKS: [Check; 10] = [
    call("who is asking", "/api/v2/user/info", &ME),
    call("what can be sorted by", "/api/v2/customers/filter_sort_group", &SORTS),
    call("custom fields", "/api/v2/custom_fields/customer/by_group", &FIELDS),
    call("values of a filter", "/api/v2/customers/source/filter_options", &OPTIONS),
    call("colleagues, short", "/api/v2/user/simple_list", &SIMPLE),
    call("colleagues, paged", "/api/v2/user/list?page=1", &USERS),
    call("departments", "/api/v2/user/department_list", &DEPARTMENTS),
    call("departments, by name", "/api/v2/departments", &DEPARTMENTS),
    call("labels", "/api/v2/labels", &LABELS),
    call("values of choices", "/api/v2/field_maps/customer", &MAPS),
];

const ME: [Ask; 1] = [Ask {
    question: "does it say whether numbers are masked?",
    readings: &[
        others("enabled_number_hidden_dispose", |it| {
            value(it, "data").is_some_and(|me| has(me, &["enabled_number_hidden_dispose"]))
        }),
        document("no", |it| value(it, "data.id").is_some()),
    ],
}];

const SORTS: [Ask; 1] = [Ask {
    question: "do sorts have words?",
    readings: &[
        document("yes", |it| {
            each(it, "data.sorts", |one| has(one, &["label"]) || has(one, &["name"]) || has(one, &["title"]))
        }),
        others("no, values alone", |it| each(it, "data.sorts", |one| has(one, &["value"]))),
    ],
}];

const GROUPS: &str = "data.custom_field_groups";

const FIELDS: [Ask; 3] = [
    Ask {
        question: "where do groups stand?",
        readings: &[others("data.custom_field_groups", |it| has_list(it, GROUPS))],
    },
    Ask {
        question: "what are options?",
        readings: &[
            others("objects with value and label", |it| any_option(it, |one| has(one, &["value", "label"]))),
            others("pairs", |it| any_option(it, Value::is_array)),
            known("no field has any", |it| has_list(it, GROUPS)),
        ],
    },
    Ask {
        question: "are all kinds known?",
        readings: &[
            others("yes", |it| has_list(it, GROUPS) && !any_field(it, |field| !is_known_kind(field))),
            known("no", |it| has_list(it, GROUPS)),
        ],
    },
];

const OPTIONS: [Ask; 3] = [
    Ask {
        question: "are they paged?",
        readings: &[
            others("yes, 15 on a page unless asked otherwise", |it| {
                is_page(it, "data.options") && value(it, "data.per_page").is_some_and(|most| *most == 15)
            }),
            document("yes, by another number", |it| is_page(it, "data.options")),
            known("no", |it| has_list(it, "data.options")),
        ],
    },
    Ask {
        question: "where is the word?",
        readings: &[
            document("label", |it| each(it, "data.options", |one| is_word(one.get("label")))),
            document("name", |it| each(it, "data.options", |one| is_word(one.get("name")))),
        ],
    },
    Ask {
        question: "what is a value?",
        readings: &[
            others("a text", |it| each(it, "data.options", |one| one["value"].is_string())),
            document("a number", |it| each(it, "data.options", |one| one["value"].is_number())),
        ],
    },
];

const SIMPLE: [Ask; 2] = [
    Ask {
        question: "where does the list stand?",
        readings: &[
            document("data.users", |it| has_list(it, "data.users")),
            others("simple_users at the top level", |it| has_list(it, "simple_users")),
            others("data.simple_users", |it| has_list(it, "data.simple_users")),
            others("data.list", |it| has_list(it, "data.list")),
            others("data itself", |it| has_list(it, "data")),
        ],
    },
    Ask {
        question: "what has an entry?",
        readings: &[
            document("id and name", |it| any_user(it, |one| has(one, &["id", "name"]))),
            others("value and text", |it| any_user(it, |one| has(one, &["value", "text"]))),
            others("value and label", |it| any_user(it, |one| has(one, &["value", "label"]))),
            others("value and name", |it| any_user(it, |one| has(one, &["value", "name"]))),
        ],
    },
];

const USERS: [Ask; 1] = [Ask {
    question: "are they paged?",
    readings: &[
        document("data.users, with total_count and per_page", |it| is_page(it, "data.users")),
        known("no", |it| has_list(it, "data.users")),
    ],
}];

const DEPARTMENTS: [Ask; 2] = [
    Ask {
        question: "where does the list stand?",
        readings: &[
            document("data.departments", |it| has_list(it, "data.departments")),
            others("data.options", |it| has_list(it, "data.options")),
            others("data.joined_departments", |it| has_list(it, "data.joined_departments")),
        ],
    },
    Ask {
        question: "is it a tree?",
        readings: &[
            document("yes, by children", |it| {
                DEPARTMENT_LISTS.iter().any(|path| any(it, path, |one| has(one, &["children"])))
            }),
            others("flat, with parent_id, level and can_use", |it| {
                DEPARTMENT_LISTS
                    .iter()
                    .any(|path| each(it, path, |one| has(one, &["parent_id", "level", "can_use"])))
            }),
            others("flat, with parent_id", |it| {
                DEPARTMENT_LISTS.iter().any(|path| each(it, path, |one| has(one, &["parent_id"])))
            }),
            known("no, names alone", |it| {
                DEPARTMENT_LISTS.iter().any(|path| each(it, path, |one| has(one, &["id", "name"])))
            }),
        ],
    },
];

const LABELS: [Ask; 1] = [Ask {
    question: "how are groups called?",
    readings: &[
        others("group_name", |it| any(it, "data.label_groups", |one| has(one, &["group_name"]))),
        others("name", |it| any(it, "data.label_groups", |one| has(one, &["name"]))),
        others("content", |it| any(it, "data.label_groups", |one| has(one, &["content"]))),
    ],
}];

const MAPS: [Ask; 1] = [Ask {
    question: "how are values called?",
    readings: &[
        others("value", |it| any_mapped(it, "value")),
        others("name", |it| any_mapped(it, "name")),
        others("label", |it| any_mapped(it, "label")),
    ],
}];

/// All that public pages and client code have seen.
const KINDS: [&str; 21] = [
    "text_field",
    "select2_field",
    "text_area",
    "number_field",
    "currency_field",
    "email_field",
    "mobile_field",
    "url_field",
    "date_field",
    "datetime_field",
    "select",
    "multi_select",
    "nested_select_field",
    "multi_nested_select_field",
    "user_field",
    "multi_user_field",
    "department_field",
    "multi_department_field",
    "custom_relation_field",
    "file_field",
    "subform_field",
];

const DEPARTMENT_LISTS: [&str; 3] = ["data.departments", "data.options", "data.joined_departments"];

fn is_known_kind(field: &Value) -> bool {
    field["field_type"].as_str().is_some_and(|kind| KINDS.contains(&kind) || kind == "field_map_field")
}

fn any_field(answer: &Answer, passes: impl Fn(&Value) -> bool) -> bool {
    any(answer, GROUPS, |group| group["custom_fields"].as_array().is_some_and(|all| all.iter().any(&passes)))
}

fn any_option(answer: &Answer, passes: impl Fn(&Value) -> bool) -> bool {
    any_field(answer, |field| {
        let options = field["input_field_options"]["collection_options"].as_array();
        options.is_some_and(|all| all.iter().any(&passes))
    })
}

fn any_user(answer: &Answer, passes: impl Fn(&Value) -> bool) -> bool {
    let lists = ["data.users", "simple_users", "data.simple_users", "data.list", "data"];
    lists.iter().filter_map(|path| list(answer, path)).flatten().any(passes)
}

fn any_mapped(answer: &Answer, key: &str) -> bool {
    any(answer, "data.customer", |map| {
        map["field_values"].as_array().is_some_and(|all| all.iter().any(|one| is_word(one.get(key))))
    })
}

fn is_word(value: Option<&Value>) -> bool {
    value.and_then(Value::as_str).is_some_and(|text| !text.is_empty())
}
