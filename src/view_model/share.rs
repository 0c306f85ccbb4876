//! The present list in one sentence, for a chat, and what of it another person's page is asked for.
use super::plain_words::is_private;
use super::{ActiveFilter, BuiltIn, FilterPlace, choice_name, column_title, range_name, tab_name};
use crate::i18n::{Lang, Words, fill};
use crate::model::{ColumnId, FieldCatalog, PageNumber};
use crate::query::{Direction, Filters, ListQuery, Search};

/// Whether a question has search words that stay out of a chat until the person says otherwise.
pub fn has_private_words(query: &ListQuery) -> bool {
    is_private(&query.filters.search.words)
}

/// What another person's page is asked for: everything but the page, which is another one there, and the name
/// of a view that they do not have. Search words only where they may stand there.
pub fn shared_query(query: &ListQuery, with_words: bool) -> ListQuery {
    let search = if with_words { query.filters.search.clone() } else { Search::default() };
    ListQuery {
        filters: Filters { search, ..query.filters.clone() },
        page: PageNumber::FIRST,
        view: None,
        ..query.clone()
    }
}

/// The list in one sentence: whose customers, every filter, the order. `query` is what is shared.
pub fn share_sentence(
    query: &ListQuery,
    active: &[ActiveFilter],
    fields: &FieldCatalog,
    lang: Lang,
) -> String {
    let words = lang.words();
    let title = |id: &ColumnId| column_title(id.as_str(), fields, lang).to_owned();
    let mut parts: Vec<String> = Vec::new();
    match BuiltIn::of(query) {
        // What makes such a view says its name.
        Some(view) => parts.push(view.name(words).to_owned()),
        None => {
            parts.push(tab_name(query.filters.saved.tab, words).to_owned());
            let has_words = !query.filters.search.words.is_empty();
            let told = active.iter().filter(|filter| has_words || filter.place != FilterPlace::Search);
            parts.extend(told.map(|filter| in_short(filter, words)));
        }
    }
    if let Some(sort) = &query.sort {
        let sentence = match sort.direction {
            Direction::Ascending => words.share_sorted,
            Direction::Descending => words.share_sorted_down,
        };
        parts.push(fill(sentence, &[&title(&sort.column)]));
    }
    if let Some(column) = query.group.as_ref().filter(|_| BuiltIn::of(query).is_none()) {
        parts.push(fill(words.share_grouped, &[&title(column)]));
    }
    parts.join(" · ")
}

/// A filter without its name where its value says enough: 意向, 30 天没跟进.
fn in_short(filter: &ActiveFilter, words: &Words) -> String {
    let name = match filter.place {
        FilterPlace::Choice(choice) => choice_name(choice, words),
        FilterPlace::Days(field) => range_name(field, words),
        FilterPlace::Search | FilterPlace::Product => return filter.text.clone(),
    };
    let prefix = fill(words.chip, &[name, ""]);
    let value = filter.text.strip_prefix(&prefix).unwrap_or(&filter.text);
    // Days mean nothing without the date that they are of, unless they say it themselves.
    let says_enough = match filter.place {
        FilterPlace::Days(_) => ["7", "15", "30", "60"].iter().any(|days| {
            [words.not_followed_days, words.untouched_days].iter().any(|it| fill(it, &[days]) == value)
        }),
        _ => true,
    };
    if says_enough { value.to_owned() } else { filter.text.clone() }
}

/// What is copied: the sentence, the address, and whose customers are to be found there.
pub fn share_text(sentence: &str, address: &str, words: &Words) -> String {
    [sentence, address, words.share_own_rows].join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::{KnownNames, active_filters};
    use super::*;
    use crate::model::Choice;
    use crate::query::{fragment, parse_date};

    fn shared(text: &str, with_words: bool, lang: Lang) -> (String, String) {
        let (query, _) = fragment::read(text);
        let options = |choice: Choice, _| match choice {
            Choice::Status => Some("意向".to_owned()),
            Choice::User => Some("李曦宁".to_owned()),
            _ => None,
        };
        let names = KnownNames { options: &options, page: None };
        let fields = FieldCatalog::default();
        let today = parse_date("2026-11-23").unwrap();
        let active = active_filters(&query, &names, &[], &fields, today, lang);
        let query = shared_query(&query, with_words);
        (share_sentence(&query, &active, &fields, lang), fragment::write(&query))
    }

    #[test]
    fn a_list_is_one_sentence() {
        let say = |text: &str| shared(text, true, Lang::Zh).0;
        assert_eq!(
            say("#?tab_type=my&status=7&real_revisit_at=older_30&sort=created_at&order=asc&page=4"),
            "我负责的 · 意向 · 30 天没跟进 · 按创建时间"
        );
        assert_eq!(say("#?"), "全部");
        assert_eq!(
            say("#?query=河北&user_id=3&created_at=last_7&sort=name&order=desc&group=status_mapped"),
            "全部 · 搜索: 河北 · 李曦宁 · 创建时间: 近 7 天 · 按客户名称倒序 · 按跟进状态分组"
        );
        assert_eq!(say("#?tab_type=my&revisit_remind_at=due&group=revisit_remind_at"), "今天要跟进");
        assert_eq!(shared("#?tab_type=my&status=7", true, Lang::En).0, "Mine · 意向");
    }

    #[test]
    fn page_view_and_private_words_stay_here() {
        let (text, link) =
            shared("#?query=13800138000&custom_field_name=name&status=7&page=3&view=我的", false, Lang::Zh);
        assert_eq!((text.as_str(), link.as_str()), ("全部 · 意向", "#?status=7"));
        let (text, link) = shared("#?query=13800138000&page=3&per_page=20", true, Lang::Zh);
        assert_eq!(
            (text.as_str(), link.as_str()),
            ("全部 · 搜索: 13800138000", "#?query=13800138000&per_page=20")
        );
        let private = |text: &str| has_private_words(&fragment::read(text).0);
        assert!(private("#?query=13800138000") && private("#?query=a@b.cn") && private("#?query=王建国"));
        assert!(!private("#?query=河北") && !private("#?status=7"));
    }

    #[test]
    fn what_is_copied_says_whose_customers_are_to_be_found() {
        let text = share_text("我负责的", "https://kehu.example/#?tab_type=my", Lang::Zh.words());
        assert_eq!(
            text,
            "我负责的\nhttps://kehu.example/#?tab_type=my\n打开后看到的是你自己有权看的客户，可能和我的不一样。"
        );
    }
}
