//! One customer, and what is refused.

use super::at::{code, each, has, has_list, is_page, list, value};
use super::{Ask, Check, call, document, known, others};

/// The calls for one customer, then those that are to be refused.
pub const CHECKS: [Check; 6] = [
    call("a customer", "/api/v2/customers/{id}", &DETAIL),
    call("its contacts", "/api/v2/customers/{id}/contacts", &CONTACTS),
    call(
        "its follow-ups, without days",
        "/api/v2/revisit_logs/new_index?loggable_type=customer&loggable_id={id}",
        &ALONE,
    ),
    call(
        "its follow-ups, of all days",
        "/api/v2/revisit_logs/new_index?loggable_type=customer&loggable_id={id}\
         &date=other&start_date=2000-01-01&end_date={today}",
        &FOLLOW_UPS,
    ),
    call("a customer that is not there", "/api/v2/customers/1", &MISSING),
    Check { about: "signed out", path: "/api/v2/user/info", as_stranger: true, asks: &SIGNED_OUT },
];

const DETAIL: [Ask; 2] = [
    Ask {
        question: "where does it stand?",
        readings: &[
            others("data itself", |it| value(it, "data.id").is_some()),
            others("data.customer", |it| value(it, "data.customer.id").is_some()),
        ],
    },
    Ask {
        question: "what are attachments when there are none?",
        readings: &[
            others("a sentence", |it| value(it, "data.attachments").is_some_and(|one| one.is_string())),
            known("a list", |it| has_list(it, "data.attachments")),
            known("no key", |it| code(it) == Some(0)),
        ],
    },
];

const CONTACTS: [Ask; 1] = [Ask {
    question: "are they paged?",
    readings: &[
        others("data.contacts, with total_count and per_page", |it| is_page(it, "data.contacts")),
        known("data.contacts, all at once", |it| has_list(it, "data.contacts")),
    ],
}];

const LOGS: &str = "data.revisit_logs";

const ALONE: [Ask; 1] = [Ask {
    question: "which days come without being named? (the next call has all of them)",
    readings: &[
        others("some follow-ups", |it| list(it, LOGS).is_some_and(|all| !all.is_empty())),
        others("none, or only today's, of which there are none", |it| has_list(it, LOGS)),
    ],
}];

const FOLLOW_UPS: [Ask; 1] = [Ask {
    question: "do follow-ups teach the words of their kinds?",
    readings: &[
        others("yes, category_display", |it| {
            each(it, LOGS, |one| has(one, &["category", "category_display"]))
        }),
        others("yes, category_i18n", |it| each(it, LOGS, |one| has(one, &["category", "category_i18n"]))),
        known("there are none", |it| list(it, LOGS).is_some_and(Vec::is_empty)),
    ],
}];

const MISSING: [Ask; 1] = [Ask {
    question: "how is it refused?",
    readings: &[
        others("code 100100", |it| code(it) == Some(100_100)),
        others("HTTP 404", |it| it.status == 404),
    ],
}];

const SIGNED_OUT: [Ask; 1] = [Ask {
    question: "how is it refused?",
    readings: &[
        document("code 100401", |it| code(it) == Some(100_401)),
        others("code 100400", |it| code(it) == Some(100_400)),
        others("code 100000", |it| code(it) == Some(100_000)),
    ],
}];
