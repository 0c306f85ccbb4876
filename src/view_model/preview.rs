use super::cell::value_view;
use super::column::under_headings;
use super::{
    CellView, ChipView, ColumnKind, ColumnView, Heading, PhoneView, cell_view, chip_view, filter_by,
    phone_view,
};
use crate::i18n::Words;
use crate::model::{Approval, ColumnId, Customer, Value};
use crate::query::Change;
use time::Date;

/// All that is known of one customer, as the preview shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewView {
    /// Its name, or the words for none.
    pub name: String,
    /// The approval badge.
    pub badge: Option<(Approval, String)>,
    /// Every label.
    pub chips: Vec<ChipView>,
    /// Every number, its contacts' too.
    pub phones: Vec<PhoneView>,
    /// The columns that hold something, by what they are about.
    pub groups: Vec<(Heading, Vec<PreviewItem>)>,
    /// The titles of those that hold nothing.
    pub empty: Vec<String>,
}

/// One column of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewItem {
    /// The endpoint's name of it.
    pub id: ColumnId,
    /// What a person reads before it.
    pub title: String,
    /// Whether this page worked it out.
    pub is_computed: bool,
    /// What stands there.
    pub view: CellView,
    /// The change that shows only customers like this one here, and the value in plain words.
    pub only: Option<(Change, String)>,
}

/// What the preview shows of a customer. `columns` are all that are available, `today` is China's.
pub fn preview_view(
    customer: &Customer,
    columns: &[ColumnView],
    today: Date,
    words: &'static Words,
) -> PreviewView {
    let mut empty = Vec::new();
    let mut badge = None;
    let mut items = Vec::new();
    for column in columns {
        let view = match whole_view(customer, column, today, words) {
            CellView::Empty | CellView::Nothing => {
                empty.push(column.title.clone());
                continue;
            }
            CellView::Approval(approval, text) => {
                badge = badge.or(Some((approval, text)));
                continue;
            }
            // These stand at the top, all of them together.
            CellView::Labels(_) | CellView::Phones(_) => continue,
            view => view,
        };
        if column.kind == ColumnKind::Name {
            continue;
        }
        let item = PreviewItem {
            id: column.id.clone(),
            title: column.title.clone(),
            is_computed: column.is_computed(),
            view,
            only: filter_by(customer, column),
        };
        items.push((column.heading(), item));
    }
    let name = if customer.name.is_empty() { words.unnamed } else { &customer.name };
    PreviewView {
        name: name.to_owned(),
        badge,
        chips: customer.labels.iter().map(chip_view).collect(),
        phones: customer.phones.iter().map(|phone| phone_view(phone, words)).collect(),
        groups: under_headings(items.into_iter()),
        empty,
    }
}

/// A cell's view, but with every name: here is room for them.
fn whole_view(customer: &Customer, column: &ColumnView, today: Date, words: &'static Words) -> CellView {
    if column.is_computed() {
        return cell_view(customer, column, today, words);
    }
    match &*column.in_words(customer.values.get(column.at).unwrap_or(&Value::Empty)) {
        Value::Names(names) => CellView::Text(names.join(words.names_joint)),
        value => value_view(customer, value, column, words),
    }
}

#[cfg(test)]
mod tests {
    use super::super::available_columns;
    use super::*;
    use crate::i18n::Lang;
    use crate::layout::Layout;
    use crate::model::AnswerIndex;

    fn look(body: &str) -> PreviewView {
        let page = crate::api::read_page(crate::api::judge(200, None, body).unwrap()).unwrap();
        let columns = available_columns(&page.columns, &Layout::default(), &Default::default(), Lang::Zh);
        preview_view(page.customers.get(AnswerIndex(0)).unwrap(), &columns, Date::MIN, Lang::Zh.words())
    }

    #[test]
    fn every_column_stands_somewhere_once() {
        let view = look(include_str!("../../fixtures/customers-example.json"));
        let items: Vec<_> = view.groups.iter().flat_map(|(_, items)| items).collect();
        let titles: Vec<_> = items.iter().map(|item| item.title.as_str()).collect();
        assert!(titles.contains(&"跟进状态") && titles.contains(&"负责人"), "{titles:?}");
        assert!(!titles.contains(&"客户名称") && !titles.contains(&"标签"), "{titles:?}");
        assert!(view.badge.is_some() && !view.chips.is_empty() && !view.phones.is_empty());
        assert!(view.empty.iter().all(|title| !titles.contains(&title.as_str())));
        let status = items.iter().find(|item| item.id.as_str() == "status_mapped").unwrap();
        assert_eq!(status.only.as_ref().map(|(_, text)| text.as_str()), Some("初访"));
    }

    #[test]
    fn no_raw_number_is_in_it_and_all_names_are() {
        let view = look(
            r#"{"code":0,"data":{"customers":[{"id":1,"name":"","contacts":[{"name":"甲"},{"name":"乙"},{"name":"丙"},{"name":"丁"}],
            "address":{"phone":"13812345678","phone_hidden_result":"138****5678"},
            "phones_data":[{"label":"手机","call_field_name":"address.phone","phone":"13812345678","phone_hidden_result":"138****5678","is_enable":true}]}],
            "column_list":["name","contacts","address.phone"]}}"#,
        );
        let text = format!("{view:?}");
        assert!(text.contains("138****5678") && !text.contains("13812345678"));
        assert!(text.contains("甲、乙、丙、丁"), "{text}");
        assert_eq!(view.name, "（未命名）");
    }
}
