//! The endpoint's columns change now and then: fields are made and taken away.
use crate::i18n::{Words, fill};
use crate::model::ColumnId;

/// How many columns are called by name; more are only counted.
const NAMED: usize = 4;

/// What came and what is gone since the columns were last looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Columns never seen before, in the endpoint's order.
    pub came: Vec<ColumnId>,
    /// Columns that are no longer given, in the order known.
    pub gone: Vec<ColumnId>,
}

/// What changed between the columns known and those given now; `None` where nothing did, nothing
/// was known yet, or nothing is given: an answer without columns says nothing of them.
pub fn drift(known: &[ColumnId], given: &[ColumnId]) -> Option<Drift> {
    if known.is_empty() || given.is_empty() {
        return None;
    }
    let without = |all: &[ColumnId], others: &[ColumnId]| {
        all.iter().filter(|id| !others.contains(id)).cloned().collect::<Vec<_>>()
    };
    let drift = Drift { came: without(given, known), gone: without(known, given) };
    (drift != Drift::default()).then_some(drift)
}

/// Says it in a sentence, by the columns' titles.
pub fn drift_text(came: &[String], gone: &[String], words: &Words) -> String {
    let part = |sentence: &str, titles: &[String]| {
        let mut names =
            titles.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(words.names_joint);
        if titles.len() > NAMED {
            names.push_str(words.and_others);
        }
        fill(sentence, &[&titles.len().to_string(), &names])
    };
    let mut text = match (came, gone) {
        (came, []) => part(words.drift_came, came),
        ([], gone) => part(words.drift_gone, gone),
        (came, gone) => part(words.drift_came, came) + &part(words.drift_also_gone, gone),
    };
    text.push_str(words.drift_kept);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn ids(names: &[&str]) -> Vec<ColumnId> {
        names.iter().map(|name| ColumnId::new(name)).collect()
    }

    #[test]
    fn what_came_and_what_is_gone_is_told() {
        let found = drift(&ids(&["a", "b", "c"]), &ids(&["d", "c", "a"]));
        assert_eq!(found, Some(Drift { came: ids(&["d"]), gone: ids(&["b"]) }));
    }

    #[test]
    fn another_order_a_first_look_and_an_empty_answer_are_no_drift() {
        assert_eq!(drift(&ids(&["a", "b"]), &ids(&["b", "a"])), None);
        assert_eq!(drift(&[], &ids(&["a"])), None);
        assert_eq!(drift(&ids(&["a"]), &[]), None);
    }

    #[track_caller]
    fn check(came: &[&str], gone: &[&str], lang: Lang, expected: &str) {
        let texts = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(drift_text(&texts(came), &texts(gone), lang.words()), expected);
    }

    #[test]
    fn it_is_said_in_one_sentence() {
        check(&["甲", "乙"], &["丙"], Lang::Zh, "新增了 2 列：甲、乙；少了 1 列：丙。你的视图都还在。");
        check(&[], &["丙"], Lang::Zh, "少了 1 列：丙。你的视图都还在。");
        check(&["a", "b", "c", "d", "e"], &[], Lang::Zh, "新增了 5 列：a、b、c、d 等。你的视图都还在。");
        check(&["a"], &["b"], Lang::En, "New columns (1): a; removed (1): b. All your views are kept.");
    }
}
