use super::tab_name;
use crate::i18n::{Words, fill};
use crate::query::ListQuery;

/// Says what the rows on the screen are, when they do not answer the question on the screen: the first
/// difference that a reader would look for.
pub fn foreign_text(shown: &ListQuery, asked: &ListQuery, words: &Words) -> String {
    let (was, is) = (&shown.filters, &asked.filters);
    if was.saved.tab != is.saved.tab {
        return fill(words.foreign_tab, &[tab_name(was.saved.tab, words), tab_name(is.saved.tab, words)]);
    }
    if was.search.words != is.search.words {
        return match (was.search.words.as_str(), is.search.words.as_str()) {
            (old, "") => fill(words.foreign_search_ended, &[old]),
            ("", new) => fill(words.foreign_search, &[new]),
            (old, new) => fill(words.foreign_words, &[old, new]),
        };
    }
    if was != is {
        return words.foreign_filters.to_owned();
    }
    if shown.sort != asked.sort {
        return words.foreign_sort.to_owned();
    }
    if shown.page != asked.page {
        return fill(words.foreign_page, &[&shown.page.to_string(), &asked.page.to_string()]);
    }
    words.foreign_size.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::query::fragment;

    #[test]
    fn rows_of_another_question_are_named() {
        for (shown, asked, expected) in [
            ("", "tab_type=my", "这还是「全部」的客户，不是「我负责的」。"),
            ("page=2", "tab_type=common&query=王", "这还是「全部」的客户，不是「公共」。"),
            ("", "query=王", "这还是搜索之前的客户，不是「王」的结果。"),
            ("query=王", "", "这还是「王」的结果。"),
            ("query=王", "query=王五", "这还是「王」的结果，不是「王五」的。"),
            ("status=1", "status=2", "这还是改筛选之前的客户。"),
            ("", "sort=created_at&order=desc", "这还是改排序之前的客户。"),
            ("page=2", "page=3", "这还是第 2 页，不是第 3 页。"),
            ("per_page=20", "per_page=50", "这还是改每页行数之前的客户。"),
        ] {
            let [was, is] = [shown, asked].map(|text| fragment::read(&["#?", text].concat()).0);
            assert_eq!(foreign_text(&was, &is, Lang::Zh.words()), expected, "{shown} -> {asked}");
        }
    }
}
