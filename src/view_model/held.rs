//! Who has a customer: what is asked for which words, and how a hit reads.
use super::china_time::short_time;
use super::plain_words::is_number;
use crate::i18n::{Words, fill};
use crate::model::Held;

/// How it is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckWay {
    /// Customers of exactly this name, by one call.
    Name,
    /// The list's own search, in all customers and in the common pool, by two calls.
    List,
}

impl CheckWay {
    /// What fits the words; none where there is nothing to look for. Nobody is called by a number.
    pub fn of(words: &str) -> Option<Self> {
        match words.trim() {
            "" => None,
            words if is_number(words) => Some(Self::List),
            _ => Some(Self::Name),
        }
    }

    /// What it costs, in words.
    pub fn cost(self, words: &Words) -> &'static str {
        match self {
            Self::Name => words.held_cost_name,
            Self::List => words.held_cost_list,
        }
    }
}

/// A customer of whom it is known who has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldView {
    /// The customer's name.
    pub name: String,
    /// Who has them.
    pub owner: String,
    /// Status, and since when.
    pub facts: String,
    /// For style sheets: whether nobody has them.
    pub is_in_pool: bool,
    /// Whether they are one's own.
    pub is_mine: bool,
}

/// What is shown of a hit.
pub fn held_view(held: &Held, words: &Words) -> HeldView {
    let owner = match held {
        Held { is_mine: true, .. } => words.mine.to_owned(),
        Held { is_in_pool: true, .. } => words.held_in_pool.to_owned(),
        Held { owner, .. } if owner.is_empty() => words.held_by_somebody.to_owned(),
        Held { owner, .. } => fill(words.held_by, &[owner]),
    };
    let since = |sentence: &str, time: &str| {
        let time = short_time(time).unwrap_or_else(|| time.trim().to_owned());
        (!time.is_empty()).then(|| fill(sentence, &[&time]))
    };
    let status = Some(held.status.trim().to_owned()).filter(|status| !status.is_empty());
    let facts =
        [status, since(words.held_created, &held.created_at), since(words.held_updated, &held.updated_at)];
    let name = held.name.split_whitespace().collect::<Vec<_>>().join(" ");
    HeldView {
        name: if name.is_empty() { words.unnamed.to_owned() } else { name },
        owner,
        facts: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        is_in_pool: held.is_in_pool && !held.is_mine,
        is_mine: held.is_mine,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_name_is_one_call_and_a_number_is_looked_for_in_the_list() {
        for (text, way) in [
            ("", None),
            ("  ", None),
            ("示例商行", Some(CheckWay::Name)),
            ("315", Some(CheckWay::Name)),
            ("138 0013 8000", Some(CheckWay::List)),
            ("0571-8888", Some(CheckWay::List)),
        ] {
            assert_eq!(CheckWay::of(text), way, "{text}");
        }
    }

    #[test]
    fn a_hit_says_who_has_it_and_since_when() {
        let view = |held: Held| held_view(&held, Lang::Zh.words());
        let held = Held {
            name: "示例\n商行".into(),
            owner: "示例甲".into(),
            status: "初步接触".into(),
            created_at: "2026-03-02T09:10:41.000+08:00".into(),
            updated_at: "2026-03-05 17:40".into(),
            ..Held::default()
        };
        let shown = view(held.clone());
        assert_eq!((shown.name.as_str(), shown.owner.as_str()), ("示例 商行", "负责人：示例甲"));
        assert_eq!(shown.facts, "初步接触 · 2026-03-02 09:10 创建 · 2026-03-05 17:40 更新");
        let mine = view(Held { is_mine: true, ..held.clone() });
        assert!(mine.is_mine && mine.owner == "我的客户");
        let pool = view(Held { is_in_pool: true, ..Held::default() });
        assert_eq!((pool.owner.as_str(), pool.facts.as_str(), pool.is_in_pool), ("公海", "", true));
        assert_eq!(view(Held { owner: String::new(), ..held }).owner, "有负责人，姓名看不到");
    }
}
