use super::{ActiveFilter, column_title};
use crate::i18n::{Lang, Words, fill};
use crate::query::{Direction, ListQuery, Tab};

/// What is asked, in words: whose customers, every filter, the order.
pub fn question_text(query: &ListQuery, active: &[ActiveFilter], lang: Lang) -> String {
    let words = lang.words();
    let mut parts = vec![tab_name(query.filters.tab, words)];
    parts.extend(active.iter().map(|filter| filter.text.as_str()));
    if active.is_empty() {
        parts.push(words.export_no_filters);
    }
    let order = query.sort.as_ref().map(|sort| {
        let direction = match sort.direction {
            Direction::Ascending => words.ascending,
            Direction::Descending => words.descending,
        };
        fill(words.export_sorted, &[column_title(sort.column.as_str(), lang), direction])
    });
    parts.extend(order.as_deref());
    parts.join(" · ")
}

/// Whose customers, in a word.
pub fn tab_name(tab: Tab, words: &Words) -> &'static str {
    match tab {
        Tab::All => words.tab_all,
        Tab::My => words.tab_my,
        Tab::Sub => words.tab_sub,
        Tab::Common => words.tab_common,
        Tab::Assist => words.tab_assist,
    }
}

/// A time in words: seconds, and minutes where there are many.
pub fn duration_text(seconds: u32, words: &Words) -> String {
    match seconds {
        0..90 => fill(words.seconds, &[&seconds.to_string()]),
        _ => fill(words.minutes, &[&seconds.div_ceil(60).to_string()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Change, Sort};

    #[test]
    fn whose_customers_which_filters_what_order() {
        let plain = ListQuery::default();
        assert_eq!(question_text(&plain, &[], Lang::Zh), "全部 · 没有筛选");
        let sort = Some(Sort { column: "created_at".into(), direction: Direction::Descending });
        let mut query = ListQuery { sort, ..plain };
        query.filters.tab = Tab::My;
        let filter = ActiveFilter { text: "状态: 意向".into(), remove: Change::ClearFilters };
        assert_eq!(
            question_text(&query, &[filter], Lang::Zh),
            "我负责的 · 状态: 意向 · 排序：创建时间，降序"
        );
    }

    #[test]
    fn many_seconds_are_minutes() {
        let texts = [5, 89, 90, 121].map(|seconds| duration_text(seconds, Lang::Zh.words()));
        assert_eq!(texts, ["5 秒", "89 秒", "2 分钟", "3 分钟"]);
    }
}
