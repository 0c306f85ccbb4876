use super::column_title;
use crate::i18n::Lang;
use crate::model::{FieldCatalog, SearchField};

/// Fields that can always be searched, whatever `filter_sort_group` says.
const ALWAYS: [&str; 3] = ["name", "address.phone", "address.tel"];

/// The fields to search in, each with its title: name and numbers first, then those that the endpoint
/// names (`given`, from wherever it does), the texts of the company's own, and the field of the present
/// question even if nobody named it (a pasted link). Of a field given twice the first label counts.
pub fn search_fields<'a>(
    given: impl IntoIterator<Item = &'a SearchField>,
    own: &FieldCatalog,
    present: &str,
    lang: Lang,
) -> Vec<SearchField> {
    let mut list: Vec<SearchField> = Vec::new();
    let mut add = |name: &str, label: &str| {
        if !name.is_empty() && !list.iter().any(|field| field.name == name) {
            let title = column_title(name, own, lang);
            let label = if title == name && !label.is_empty() { label } else { title };
            list.push(SearchField { name: name.to_owned(), label: label.to_owned() });
        }
    };
    ALWAYS.iter().for_each(|name| add(name, ""));
    given.into_iter().for_each(|field| add(&field.name, &field.label));
    own.searchable().for_each(|field| add(&field.name, &field.title));
    add(present, "");
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CustomField, FieldKind};

    #[test]
    fn name_and_numbers_come_first_and_nothing_twice() {
        let field = |name: &str, label: &str| SearchField { name: name.into(), label: label.into() };
        let given = [field("name", "名字"), field("text_asset_1", "合同号"), field("text_asset_1", "号")];
        let shown: Vec<String> = search_fields(&given, &FieldCatalog::default(), "note", Lang::Zh)
            .into_iter()
            .map(|field| field.label)
            .collect();
        assert_eq!(shown, ["客户名称", "手机", "电话", "合同号", "备注"]);
    }

    #[test]
    fn texts_of_the_companys_own_are_offered_by_their_titles() {
        let own = |name: &str, title: &str, kind| CustomField {
            name: name.into(),
            column: format!("customer.{name}"),
            title: title.into(),
            group: "".into(),
            kind,
            options: Vec::new(),
            is_enabled: true,
        };
        let catalog =
            [own("text_asset_1", "合同号", FieldKind::Text), own("text_asset_2", "意向", FieldKind::Choice)];
        let given = [SearchField { name: "text_asset_1".into(), label: String::new() }];
        let shown: Vec<_> = search_fields(&given, &catalog.into_iter().collect(), "", Lang::Zh)
            .into_iter()
            .map(|field| (field.name, field.label))
            .collect();
        assert_eq!(shown[3..], [("text_asset_1".to_owned(), "合同号".to_owned())]);
    }
}
