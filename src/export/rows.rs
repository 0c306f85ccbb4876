use super::push_line;
use crate::i18n::{Lang, Words};
use crate::layout::Layout;
use crate::model::{ColumnId, Customer};
use crate::view_model::{ColumnFacts, ColumnView, available_columns, group_title, row_texts};
use time::Date;

/// Signs that a workbook's cell can hold, as spreadsheets count them.
const MOST_SIGNS: usize = 32_767;

/// Which customers are exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All that the view's filters let through, up to the last page.
    View,
    /// The selected ones.
    Selection,
    /// The rows on the screen.
    Loaded,
}

/// The kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// Text with commas.
    Csv,
}

impl Format {
    /// How the file's name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// What the file is, for the browser.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv;charset=utf-8",
        }
    }
}

/// The shown columns as they stand in another answer: each title keeps its own values, and a column
/// that the answer lacks has none.
fn aligned_columns(shown: &[ColumnView], given: &[ColumnId], lang: Lang) -> Vec<ColumnView> {
    let available = available_columns(given, &Layout::default(), &ColumnFacts::default(), lang);
    let align = |column: &ColumnView| {
        let at = available.iter().find(|it| it.id == column.id).map_or(usize::MAX, |it| it.at);
        ColumnView { at, ..column.clone() }
    };
    shown.iter().map(align).collect()
}

/// The columns of a file, and the one by which the rows are grouped, where they are.
#[derive(Clone, Debug)]
pub struct FileColumns {
    /// In their order.
    pub shown: Vec<ColumnView>,
    /// Its groups stand in a column of their own, the last one.
    pub group: Option<ColumnView>,
}

impl FileColumns {
    /// The same columns as they stand in another answer.
    pub fn aligned(&self, given: &[ColumnId], lang: Lang) -> Self {
        let align = |columns: &[ColumnView]| aligned_columns(columns, given, lang);
        let group = self.group.as_ref().and_then(|it| align(std::slice::from_ref(it)).pop());
        Self { shown: align(&self.shown), group }
    }

    /// What stands above them.
    pub fn titles<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = &'a str> {
        let group = self.group.as_ref().map(|_| words.group_by);
        self.shown.iter().map(|column| column.title.as_str()).chain(group)
    }

    fn texts(&self, customer: &Customer, today: Date, words: &'static Words) -> Vec<String> {
        let mut texts = row_texts(customer, &self.shown, today, words);
        texts.extend(self.group.as_ref().map(|column| group_title(customer, column, today, words)));
        texts
    }
}

/// The line of titles; a text file begins with a byte order mark, by which spreadsheets know its signs.
pub fn titles_line(columns: &FileColumns, format: Format, words: &Words) -> String {
    let is_csv = format == Format::Csv;
    let mut line = String::from(if is_csv { "\u{feff}" } else { "" });
    push_line(&mut line, columns.titles(words), is_csv);
    line
}

/// Appends the customers as lines, their cells as they read on the screen. Tells how many cells were
/// cut since a workbook cannot hold them.
pub fn push_rows<'a>(
    out: &mut String,
    customers: impl Iterator<Item = &'a Customer>,
    columns: &FileColumns,
    format: Format,
    today: Date,
    words: &'static Words,
) -> u32 {
    let is_csv = format == Format::Csv;
    let mut cuts = 0;
    for customer in customers {
        let mut texts = columns.texts(customer, today, words);
        if !is_csv {
            cuts += texts.iter_mut().map(|text| u32::from(cut(text))).sum::<u32>();
        }
        push_line(out, texts.iter().map(String::as_str), is_csv);
    }
    cuts
}

/// Cuts what is too long; most texts are so short that nobody needs to count.
fn cut(text: &mut String) -> bool {
    if text.len() <= MOST_SIGNS {
        return false;
    }
    let mut signs = 0;
    let end = text.char_indices().find(|(_, sign)| {
        signs += sign.len_utf16();
        signs > MOST_SIGNS
    });
    let Some((end, _)) = end else { return false };
    text.truncate(end);
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Value;
    use crate::query::ColumnChoice;
    use crate::view_model::columns;

    fn ids(names: &[&str]) -> Vec<ColumnId> {
        names.iter().map(|name| ColumnId::new(name)).collect()
    }

    fn customer(values: &[&str]) -> Customer {
        let values = values.iter().map(|text| Value::Text((*text).into())).collect();
        Customer { values, ..Customer::default() }
    }

    fn rows(customer: &Customer, columns: &[ColumnView], format: Format) -> (String, u32) {
        let columns = &FileColumns { shown: columns.to_vec(), group: None };
        let mut out = String::new();
        let customers = std::iter::once(customer);
        let cuts = push_rows(&mut out, customers, columns, format, Date::MIN, Lang::Zh.words());
        (out, cuts)
    }

    #[test]
    fn a_browser_is_told_what_kind_of_file_it_is() {
        assert_eq!(Format::Csv.media_type(), "text/csv;charset=utf-8");
        assert!(Format::Xlsx.media_type().ends_with("spreadsheetml.sheet"));
    }

    #[test]
    fn each_title_keeps_its_own_values() {
        let shown = columns(
            &ids(&["name", "note"]),
            &ColumnChoice::All,
            &Layout::default(),
            &Default::default(),
            Lang::Zh,
        );
        let file = FileColumns { shown: shown.clone(), group: None };
        assert_eq!(titles_line(&file, Format::Csv, Lang::Zh.words()), "\u{feff}客户名称,备注\r\n");
        let other = aligned_columns(&shown, &ids(&["note", "company_name", "name"]), Lang::Zh);
        assert_eq!(rows(&customer(&["备", "公司", "甲"]), &other, Format::Csv).0, "甲,备\r\n");
        let less = aligned_columns(&shown, &ids(&["name"]), Lang::Zh);
        assert_eq!(rows(&customer(&["甲"]), &less, Format::Csv).0, "甲,\r\n");
    }

    #[test]
    fn groups_stand_in_a_column_of_their_own() {
        let given = ids(&["name", "revisit_remind_at"]);
        let all = columns(&given, &ColumnChoice::All, &Layout::default(), &Default::default(), Lang::Zh);
        let file = FileColumns { shown: vec![all[0].clone()], group: Some(all[1].clone()) };
        let words = Lang::Zh.words();
        assert_eq!(titles_line(&file, Format::Xlsx, words), "客户名称,分组\r\n");
        let today = crate::query::parse_date("2026-11-26").unwrap();
        // In another answer the columns stand elsewhere.
        let file = file.aligned(&ids(&["revisit_remind_at", "note", "name"]), Lang::Zh);
        let customers = [["2026-11-20 10:00", "", "甲"], ["2026-11-26", "", "乙"], ["", "", "丙"]]
            .map(|it| customer(&it));
        let mut out = String::new();
        push_rows(&mut out, customers.iter(), &file, Format::Xlsx, today, words);
        assert_eq!(out, "甲,逾期\r\n乙,今天\r\n丙,没有日期\r\n");
    }

    #[test]
    fn a_workbooks_cell_is_text_and_not_endless() {
        let shown =
            columns(&ids(&["note"]), &ColumnChoice::All, &Layout::default(), &Default::default(), Lang::Zh);
        assert_eq!(rows(&customer(&["=1+1"]), &shown, Format::Xlsx), ("=1+1\r\n".into(), 0));
        assert_eq!(rows(&customer(&["=1+1"]), &shown, Format::Csv), ("'=1+1\r\n".into(), 0));
        let long = "😀客".repeat(15_000);
        let (text, cuts) = rows(&customer(&[&long]), &shown, Format::Xlsx);
        // A sign of two halves is not cut in two.
        assert_eq!((text.trim_end().encode_utf16().count(), cuts), (MOST_SIGNS - 1, 1));
        assert_eq!(rows(&customer(&[&"客".repeat(30_000)]), &shown, Format::Xlsx).1, 0);
    }
}
