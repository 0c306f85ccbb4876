//! Which filter is too narrow, where nobody is left: what is tried, and what is said of it.
use super::{ActiveFilter, FilterPlace};
use crate::i18n::{Words, fill};

/// So many filters are tried: each is a call.
pub const TRIED: usize = 3;

/// What is left without one filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// Nobody either.
    Nobody,
    /// So many customers; more may follow.
    AtLeast(u64),
    /// So many customers.
    Exactly(u64),
}

/// The filters that are tried one at a time, the likeliest first: words that nobody has, a number out of the
/// air, days, and last what stands in a list and is somebody's.
pub fn suspects(filters: &[ActiveFilter]) -> Vec<ActiveFilter> {
    let rank = |filter: &ActiveFilter| match filter.place {
        FilterPlace::Search => 0,
        FilterPlace::Product => 1,
        FilterPlace::Days(_) => 2,
        FilterPlace::Choice(_) => 3,
    };
    let mut list = filters.to_vec();
    list.sort_by_key(rank);
    list.truncate(TRIED);
    list
}

/// What came of leaving a filter out.
pub fn without_text(filter: &ActiveFilter, left: Without, words: &Words) -> String {
    let (sentence, count) = match left {
        Without::Nobody => (words.relax_nobody, 0),
        Without::AtLeast(count) => (words.relax_least, count),
        Without::Exactly(count) => (words.relax_exactly, count),
    };
    match left {
        Without::Nobody => fill(sentence, &[&filter.text]),
        _ => fill(sentence, &[&filter.text, &count.to_string()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::model::Choice;
    use crate::query::{Change, RangeField};

    fn filter(place: FilterPlace, text: &str) -> ActiveFilter {
        ActiveFilter { place, text: text.into(), exact: None, is_fixed: false, remove: Change::ClearFilters }
    }

    #[test]
    fn three_are_tried_and_the_likeliest_first() {
        let all = [
            filter(FilterPlace::Choice(Choice::Status), "状态"),
            filter(FilterPlace::Choice(Choice::User), "负责人"),
            filter(FilterPlace::Days(RangeField::Created), "创建时间"),
            filter(FilterPlace::Search, "搜索"),
        ];
        let texts = |all: &[ActiveFilter]| suspects(all).into_iter().map(|it| it.text).collect::<Vec<_>>();
        assert_eq!(texts(&all), ["搜索", "创建时间", "状态"]);
        assert_eq!(texts(&all[..2]), ["状态", "负责人"]);
        assert!(texts(&[]).is_empty());
    }

    #[test]
    fn what_is_left_is_said_without_more_than_is_known() {
        let status = filter(FilterPlace::Choice(Choice::Status), "状态: 意向");
        let say = |left| without_text(&status, left, Lang::Zh.words());
        assert_eq!(say(Without::AtLeast(20)), "去掉「状态: 意向」→ 至少 20 个");
        assert_eq!(say(Without::Exactly(3)), "去掉「状态: 意向」→ 3 个");
        assert_eq!(say(Without::Nobody), "去掉「状态: 意向」→ 还是没有");
    }
}
