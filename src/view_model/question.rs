use super::{ActiveFilter, choice_name, column_title, range_name};
use crate::i18n::{Lang, Words, fill};
use crate::model::{Choice, FieldCatalog};
use crate::query::{Direction, ListQuery, RangeField, Tab};

/// So many parts of a link are named; of others it is said that they exist.
const NAMED: usize = 5;
/// A longer name is cut, in characters.
const LONG_NAME: usize = 30;

/// What is asked, in words: whose customers, every filter, the order.
pub fn question_text(
    query: &ListQuery,
    active: &[ActiveFilter],
    fields: &FieldCatalog,
    lang: Lang,
) -> String {
    let words = lang.words();
    let mut parts = vec![tab_name(query.filters.saved.tab, words)];
    parts.extend(active.iter().map(ActiveFilter::full_text));
    if active.is_empty() {
        parts.push(words.export_no_filters);
    }
    let order = query.sort.as_ref().map(|sort| {
        let direction = match sort.direction {
            Direction::Ascending => words.ascending,
            Direction::Descending => words.descending,
        };
        fill(words.export_sorted, &[column_title(sort.column.as_str(), fields, lang), direction])
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

/// Says which parts of a link were not understood: `status` by the name of its filter, others as they stand.
pub fn link_notice(names: &[String], words: &Words) -> String {
    let title = |name: &String| {
        let filter = |title: &str| fill(words.preset_days, &[title, name]);
        let bare = name.trim_end_matches("[]");
        if let Some(field) = RangeField::ALL.into_iter().find(|field| field.as_str() == bare) {
            return filter(range_name(field, words));
        }
        if let Some(choice) = Choice::from_key(bare) {
            return filter(choice_name(choice, words));
        }
        match bare {
            "product_id" => filter(words.product),
            "tab_type" => filter(words.tabs),
            "sort" | "order" => filter(words.sort_by),
            "page" => filter(words.go_to_place),
            "per_page" => filter(words.per_page),
            "columns" => filter(words.columns),
            "view" => filter(words.views),
            _ if name.chars().count() > LONG_NAME => {
                name.chars().take(LONG_NAME).chain(['…']).collect::<String>()
            }
            _ => name.clone(),
        }
    };
    let mut titles: Vec<String> = Vec::new();
    for title in names.iter().map(title) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let more = titles.len() > NAMED;
    titles.truncate(NAMED);
    let mut text = titles.join(words.names_joint);
    if more {
        text.push_str(words.and_others);
    }
    fill(words.link_left_out, &[&text])
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
    use super::super::FilterPlace;
    use super::*;
    use crate::query::{Change, Sort};

    #[test]
    fn whose_customers_which_filters_what_order() {
        let plain = ListQuery::default();
        assert_eq!(question_text(&plain, &[], &FieldCatalog::default(), Lang::Zh), "全部 · 没有筛选");
        let sort = Some(Sort { column: "created_at".into(), direction: Direction::Descending });
        let mut query = ListQuery { sort, ..plain };
        query.filters.saved.tab = Tab::My;
        let status = ActiveFilter {
            place: FilterPlace::Choice(Choice::Status),
            text: "状态: 意向".into(),
            exact: None,
            is_fixed: false,
            remove: Change::ClearFilters,
        };
        let exact = Some("创建时间: 今天（2026-11-23）".into());
        let today = ActiveFilter { text: "创建时间: 今天".into(), exact, ..status.clone() };
        assert_eq!(
            question_text(&query, &[status, today], &FieldCatalog::default(), Lang::Zh),
            "我负责的 · 状态: 意向 · 创建时间: 今天（2026-11-23） · 排序：创建时间，降序"
        );
    }

    #[test]
    fn what_was_not_understood_of_a_link_is_named() {
        let say = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            link_notice(&names, Lang::Zh.words())
        };
        assert_eq!(
            say(&["status", "created_at[]", "created_at[]", "color"]),
            "链接里这些内容看不懂，已略过：状态（status）、创建时间（created_at[]）、color。其余筛选照常。"
        );
        let many = say(&["a", "b", "c", "d", "e", "f", &"x".repeat(99)]);
        assert!(many.contains("：a、b、c、d、e 等。") && !many.contains('f'), "{many}");
        assert!(say(&[&"x".repeat(99)]).contains(&format!("：{}…。", "x".repeat(30))));
    }

    #[test]
    fn many_seconds_are_minutes() {
        let texts = [5, 89, 90, 121].map(|seconds| duration_text(seconds, Lang::Zh.words()));
        assert_eq!(texts, ["5 秒", "89 秒", "2 分钟", "3 分钟"]);
    }
}
