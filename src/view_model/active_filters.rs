use super::{column_title, describe_range};
use crate::i18n::{Lang, Words, fill};
use crate::model::{Choice, CustomerPage, SearchField};
use crate::query::{Change, Filters, RangeField, write_date};
use time::Date;

/// A filter that is on, in plain words, with the change that takes it off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveFilter {
    /// 状态: 意向.
    pub text: String,
    /// What takes it off.
    pub remove: Change,
}

/// The name of a filter with options.
pub fn choice_name(choice: Choice, words: &Words) -> &'static str {
    match choice {
        Choice::Status => words.status,
        Choice::Source => words.source,
        Choice::Category => words.category,
        Choice::User => words.owner,
        Choice::Department => words.department,
    }
}

/// The name of a date that can be filtered.
pub fn range_name(field: RangeField, words: &Words) -> &'static str {
    match field {
        RangeField::Created => words.created,
        RangeField::Updated => words.updated,
        RangeField::RealRevisit => words.real_revisit,
        RangeField::RevisitRemind => words.revisit_remind,
    }
}

/// Where the name behind a chosen id can be found without a call: the option lists that were opened
/// before, and the rows on the screen.
pub struct KnownNames<'a> {
    /// Looks into the option lists.
    pub options: &'a dyn Fn(Choice, i64) -> Option<String>,
    /// The rows on the screen.
    pub page: Option<&'a CustomerPage>,
}

impl KnownNames<'_> {
    /// The name of a chosen value, if anybody knows it.
    pub fn name(&self, choice: Choice, id: i64) -> Option<String> {
        (self.options)(choice, id).or_else(|| self.name_in_rows(choice, id))
    }

    fn name_in_rows(&self, choice: Choice, id: i64) -> Option<String> {
        let page = self.page?;
        let (column, id_of): (_, fn(&crate::model::ChoiceIds) -> Option<i64>) = match choice {
            Choice::Status => ("status_mapped", |ids| ids.status),
            Choice::Source => ("source_mapped", |ids| ids.source),
            Choice::Category => ("category_mapped", |ids| ids.category),
            Choice::User => ("user.name", |ids| ids.user),
            Choice::Department => ("owned_department.name", |ids| ids.department),
        };
        let at = page.position(column)?;
        let row = page.customers.iter().find(|customer| id_of(&customer.choices) == Some(id))?;
        row.values.get(at)?.as_text().map(str::to_owned)
    }
}

/// Every filter that is on. The tab is a place of its own and is not among them.
pub fn active_filters(
    filters: &Filters,
    names: &KnownNames<'_>,
    fields: &[SearchField],
    today: Date,
    lang: Lang,
) -> Vec<ActiveFilter> {
    let words = lang.words();
    let mut list = Vec::new();
    if !filters.words.is_empty() {
        let text = if filters.search_field.is_empty() {
            fill(words.chip_search, &[&filters.words])
        } else {
            let known =
                fields.iter().find(|field| field.name == filters.search_field && !field.label.is_empty());
            let field = known.map_or(column_title(&filters.search_field, lang), |field| &field.label);
            fill(words.chip_search_in, &[field, &filters.words])
        };
        let remove = Change::Search { words: String::new(), field: filters.search_field.clone() };
        list.push(ActiveFilter { text, remove });
    }
    let chip = |name: &str, value: &str| fill(words.chip, &[name, value]);
    for choice in Choice::ALL {
        if let Some(id) = filters.choice(choice) {
            let value = names.name(choice, id).unwrap_or_else(|| format!("#{id}"));
            list.push(ActiveFilter {
                text: chip(choice_name(choice, words), &value),
                remove: Change::Choose(choice, None),
            });
        }
    }
    if let Some(id) = filters.product {
        list.push(ActiveFilter { text: chip(words.product, &id.to_string()), remove: Change::Product(None) });
    }
    if let Some(day) = filters.real_revisit_day {
        list.push(ActiveFilter {
            text: chip(words.real_revisit, &write_date(day)),
            remove: Change::RealRevisitDay(None),
        });
    }
    for field in RangeField::ALL {
        if let Some(range) = filters.range(field) {
            let value = describe_range(field, range, today, words);
            list.push(ActiveFilter {
                text: chip(range_name(field, words), &value),
                remove: Change::Range(field, None),
            });
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{ListQuery, fragment, parse_date};

    fn chips(text: &str, page: Option<&CustomerPage>, lang: Lang) -> Vec<ActiveFilter> {
        let (ListQuery { filters, .. }, _) = fragment::read(text);
        let options =
            |choice: Choice, id: i64| (choice == Choice::Source && id == 9).then(|| "展会".to_owned());
        let names = KnownNames { options: &options, page };
        let fields = [SearchField { name: "text_asset_1".into(), label: "合同号".into() }];
        active_filters(&filters, &names, &fields, parse_date("2026-11-23").unwrap(), lang)
    }

    fn texts(text: &str, lang: Lang) -> Vec<String> {
        chips(text, None, lang).into_iter().map(|chip| chip.text).collect()
    }

    #[test]
    fn each_filter_is_said_in_plain_words() {
        let text = "#?tab_type=my&query=河北&source=9&status=7&product_id=3&created_at[]=2026-10-25&created_at[]=2026-11-23&real_revisit_at[]=&real_revisit_at[]=2026-11-16";
        assert_eq!(
            texts(text, Lang::Zh),
            [
                "搜索: 河北",
                "状态: #7",
                "来源: 展会",
                "产品 ID: 3",
                "创建时间: 近 30 天",
                "实际跟进: 7 天没跟进"
            ]
        );
        assert_eq!(texts("#?status=7&source=9", Lang::En), ["Status: #7", "Source: 展会"]);
    }

    #[test]
    fn the_searched_field_is_named() {
        assert_eq!(texts("#?query=138&custom_field_name=address.phone", Lang::Zh), ["手机含: 138"]);
        assert_eq!(texts("#?query=1&custom_field_name=text_asset_1", Lang::Zh), ["合同号含: 1"]);
        assert!(texts("#?custom_field_name=name", Lang::Zh).is_empty());
    }

    #[test]
    fn a_pasted_id_finds_its_name_in_the_rows() {
        let body = include_str!("../../fixtures/customers-example.json");
        let page =
            crate::api::read_page(crate::api::judge(200, None, body, &mut Default::default()).unwrap())
                .unwrap();
        let list = chips("#?status=1476046&user_id=10334573", Some(&page), Lang::Zh);
        assert_eq!(
            list.iter().map(|chip| chip.text.as_str()).collect::<Vec<_>>(),
            ["状态: 初访", "负责人: 李曦宁"]
        );
    }

    #[test]
    fn taking_every_chip_off_leaves_no_filter() {
        let (mut query, _) = fragment::read(
            "#?tab_type=sub&query=a&custom_field_name=name&status=1&source=2&category=3&user_id=4&department_id=5&product_id=6&real_revisit_at=2020-01-01&created_at[]=2020-01-01&updated_at[]=2020-01-01&revisit_remind_at[]=2020-01-01",
        );
        let count = query.filters.count();
        let list = chips(&fragment::write(&query), None, Lang::Zh);
        assert_eq!(list.len(), count);
        for chip in list {
            query = query.apply(chip.remove);
        }
        assert_eq!(query.filters.count(), 0);
    }
}
