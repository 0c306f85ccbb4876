use super::{column_title, describe_days, range_text};
use crate::i18n::{Lang, Words, fill};
use crate::model::{Choice, CustomerPage, FieldCatalog, SearchField};
use crate::query::{Change, Days, ListQuery, RangeField, write_date};
use time::Date;

/// A filter that is on, in plain words, with the change that takes it off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveFilter {
    /// Where it is set.
    pub place: FilterPlace,
    /// 状态: 意向.
    pub text: String,
    /// A preset with the days that it means today: 创建时间: 近 7 天（2026-11-17 至 2026-11-23）.
    pub exact: Option<String>,
    /// Whether it holds days that stay as they are while the open view may be about today.
    pub is_fixed: bool,
    /// What takes it off.
    pub remove: Change,
}

impl ActiveFilter {
    /// The filter as a report names it: with the days of a preset.
    pub fn full_text(&self) -> &str {
        self.exact.as_deref().unwrap_or(&self.text)
    }
}

/// The control that sets a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterPlace {
    /// The search field.
    Search,
    /// A list of values.
    Choice(Choice),
    /// The field for a product's id.
    Product,
    /// The card with the days of a date.
    Days(RangeField),
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

/// A chosen value whose name nobody knows.
pub fn unnamed_value(id: i64, words: &Words) -> String {
    fill(words.unnamed_value, &[&id.to_string()])
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
        let at = page.position(choice.column())?;
        let row = page.customers.iter().find(|customer| customer.choices.get(choice) == Some(id))?;
        row.values.get(at)?.as_text().map(str::to_owned)
    }
}

/// Every filter that is on. The tab is a place of its own and is not among them.
pub fn active_filters(
    query: &ListQuery,
    names: &KnownNames<'_>,
    fields: &[SearchField],
    own: &FieldCatalog,
    today: Date,
    lang: Lang,
) -> Vec<ActiveFilter> {
    let (words, search, filters) = (lang.words(), &query.filters.search, &query.filters.saved);
    let mut list = Vec::new();
    let filter = |place, text, remove| ActiveFilter { place, text, exact: None, is_fixed: false, remove };
    let is_in_view = query.view.is_some();
    if !search.words.is_empty() {
        let text = if search.field.is_empty() {
            fill(words.chip_search, &[&search.words])
        } else {
            let known = fields.iter().find(|field| field.name == search.field && !field.label.is_empty());
            let field = known.map_or(column_title(&search.field, own, lang), |field| &field.label);
            fill(words.chip_search_in, &[field, &search.words])
        };
        let remove = Change::Search { words: String::new(), field: search.field.clone() };
        list.push(filter(FilterPlace::Search, text, remove));
    }
    let chip = |name: &str, value: &str| fill(words.chip, &[name, value]);
    for choice in Choice::ALL {
        if let Some(id) = filters.choices.get(choice) {
            let value = names.name(choice, id).unwrap_or_else(|| unnamed_value(id, words));
            let text = chip(choice_name(choice, words), &value);
            list.push(filter(FilterPlace::Choice(choice), text, Change::Choose(choice, None)));
        }
    }
    if let Some(id) = filters.product {
        let text = chip(words.product, &id.to_string());
        list.push(filter(FilterPlace::Product, text, Change::Product(None)));
    }
    if let Some(day) = filters.real_revisit_day() {
        let text = chip(words.real_revisit, &write_date(day));
        let place = FilterPlace::Days(RangeField::RealRevisit);
        let day = filter(place, text, Change::RealRevisitDay(None));
        list.push(ActiveFilter { is_fixed: is_in_view, ..day });
    }
    for field in RangeField::ALL {
        if let Some(days) = filters.days(field) {
            let (name, value) = (range_name(field, words), describe_days(field, days, words));
            let with_days = || fill(words.preset_days, &[&value, &range_text(days.on(today), words)]);
            let is_preset = matches!(days, Days::Preset(_));
            let exact = is_preset.then(|| chip(name, &with_days()));
            let days = filter(FilterPlace::Days(field), chip(name, &value), Change::Days(field, None));
            list.push(ActiveFilter { exact, is_fixed: is_in_view && !is_preset, ..days });
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{fragment, parse_date};

    fn chips(text: &str, page: Option<&CustomerPage>, lang: Lang) -> Vec<ActiveFilter> {
        let (query, _) = fragment::read(text);
        let options =
            |choice: Choice, id: i64| (choice == Choice::Source && id == 9).then(|| "展会".to_owned());
        let names = KnownNames { options: &options, page };
        let fields = [SearchField { name: "text_asset_1".into(), label: "合同号".into() }];
        active_filters(
            &query,
            &names,
            &fields,
            &FieldCatalog::default(),
            parse_date("2026-11-23").unwrap(),
            lang,
        )
    }

    fn texts(text: &str, lang: Lang) -> Vec<String> {
        chips(text, None, lang).into_iter().map(|chip| chip.text).collect()
    }

    #[test]
    fn each_filter_is_said_in_plain_words() {
        let text = "#?tab_type=my&query=河北&source=9&status=7&product_id=3&created_at=last_30&real_revisit_at[]=&real_revisit_at[]=2026-11-16";
        assert_eq!(
            texts(text, Lang::Zh),
            [
                "搜索: 河北",
                "状态: 编号 7",
                "来源: 展会",
                "产品 ID: 3",
                "创建时间: 近 30 天",
                "实际跟进: 2026-11-16 止"
            ]
        );
        assert_eq!(texts("#?status=7&source=9", Lang::En), ["Status: no. 7", "Source: 展会"]);
    }

    #[test]
    fn a_preset_is_told_with_its_days_where_a_report_is_kept() {
        let list = chips("#?revisit_remind_at=due&created_at=last_7&updated_at[]=2026-11-01", None, Lang::Zh);
        assert_eq!(
            list.iter().map(ActiveFilter::full_text).collect::<Vec<_>>(),
            [
                "创建时间: 近 7 天（2026-11-17 至 2026-11-23）",
                "下次跟进: 到今天为止（2026-11-23 止）",
                "更新时间: 2026-11-01 起"
            ]
        );
    }

    #[test]
    fn days_that_stay_are_marked_in_a_view() {
        let fixed = |text: &str| chips(text, None, Lang::Zh).iter().map(|it| it.is_fixed).collect::<Vec<_>>();
        let filters = "#?created_at[]=2026-11-23&created_at[]=2026-11-23&revisit_remind_at=today&status=7";
        assert_eq!(fixed(&format!("{filters}&view=今日")), [false, true, false]);
        assert_eq!(fixed(filters), [false; 3]);
        assert_eq!(fixed("#?real_revisit_at=2026-11-23&view=今日"), [true]);
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
        let page = crate::api::read_page(crate::api::judge(200, None, body).unwrap()).unwrap();
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
