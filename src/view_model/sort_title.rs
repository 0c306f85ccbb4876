use super::column_title;
use crate::i18n::Lang;
use crate::model::{Catalog, ColumnId, FieldCatalog};

/// What a column is called where it can be sorted by: by its title, else by the word that came with the
/// sorts, else by its name.
pub fn sort_title<'a>(catalog: &'a Catalog, own: &'a FieldCatalog, id: &'a ColumnId, lang: Lang) -> &'a str {
    let title = column_title(id.as_str(), own, lang);
    let given = catalog.sorts.iter().find(|(sort, label)| sort == id && !label.is_empty());
    given.filter(|_| title == id.as_str()).map_or(title, |(_, label)| label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sort_is_called_as_its_column_is() {
        let sort = |id: &str, label: &str| (ColumnId::new(id), label.to_owned());
        let sorts =
            vec![sort("updated_at", "改动"), sort("text_asset_1", "合同号"), sort("text_asset_2", "")];
        let catalog = Catalog { sorts, ..Catalog::default() };
        let title = |id: &str, lang| {
            sort_title(&catalog, &FieldCatalog::default(), &ColumnId::new(id), lang).to_owned()
        };
        assert_eq!(title("updated_at", Lang::Zh), "更新时间");
        assert_eq!(
            title("updated_at", Lang::En),
            column_title("updated_at", &FieldCatalog::default(), Lang::En)
        );
        assert_eq!(title("text_asset_1", Lang::En), "合同号");
        assert_eq!(title("text_asset_2", Lang::Zh), "text_asset_2");
        assert_eq!(title("text_asset_3", Lang::Zh), "text_asset_3");
    }
}
