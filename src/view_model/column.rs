use crate::i18n::Lang;
use crate::model::ColumnId;
use crate::query::ColumnChoice;

/// A column as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnView {
    /// The endpoint's name of it.
    pub id: ColumnId,
    /// What a person reads above it.
    pub title: String,
    /// How its values are shown.
    pub kind: ColumnKind,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Stays in sight when the table is scrolled sideways.
    pub is_pinned: bool,
    /// Where its value stands in a customer, from 0.
    pub at: usize,
}

/// How the values of a column are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Plain words.
    Text,
    /// The customer's name, the head of the row.
    Name,
    /// Coloured labels.
    Labels,
    /// The approval badge.
    Approval,
    /// Phone numbers.
    Phone,
    /// A point in time.
    Time,
    /// An address in the web.
    Url,
    /// An address for mail.
    Email,
}

/// The columns of the endpoint's document: name, Chinese, English, kind, width.
const KNOWN: [(&str, &str, &str, ColumnKind, u32); 46] = {
    use ColumnKind::{Approval, Email, Labels, Name, Phone, Text, Time, Url};
    [
        ("approve_status_i18n", "审批状态", "Approval", Approval, 96),
        ("submit_applying_at", "提交审批时间", "Submitted", Time, 144),
        ("finish_approve_at", "审批完成时间", "Approved at", Time, 144),
        ("name", "客户名称", "Customer", Name, 232),
        ("labels_mapped", "标签", "Labels", Labels, 224),
        ("company_name", "公司名称", "Company", Text, 220),
        ("category_mapped", "客户类型", "Type", Text, 104),
        ("parent.name", "上级客户", "Parent customer", Text, 160),
        ("contacts", "联系人", "Contacts", Text, 128),
        ("address.tel", "电话", "Telephone", Phone, 152),
        ("address.phone", "手机", "Mobile", Phone, 152),
        ("address.wechat", "微信", "WeChat", Text, 136),
        ("address.qq", "QQ", "QQ", Text, 112),
        ("address.wangwang", "旺旺", "Wangwang", Text, 112),
        ("address.email", "邮箱", "Email", Email, 176),
        ("address.fax", "传真", "Fax", Text, 128),
        ("address.url", "网址", "Website", Url, 176),
        ("address.region_info", "省市区", "Region", Text, 176),
        ("address.detail_address", "详细地址", "Address", Text, 200),
        ("address.zip", "邮编", "Postcode", Text, 88),
        ("status_mapped", "跟进状态", "Status", Text, 96),
        ("source_mapped", "客户来源", "Source", Text, 112),
        ("industry_mapped", "所属行业", "Industry", Text, 112),
        ("staff_size_mapped", "人员规模", "Staff", Text, 104),
        ("revisit_remind_at", "下次跟进时间", "Next follow-up", Time, 144),
        ("note", "备注", "Note", Text, 220),
        ("channel_mapped", "渠道", "Channel", Text, 104),
        ("lastest_revisit_log.content", "最新跟进记录", "Latest follow-up note", Text, 220),
        ("sold_products", "已购产品", "Products bought", Text, 160),
        ("revisit_at", "跟进时间", "Follow-up", Time, 144),
        ("real_revisit_at", "实际跟进时间", "Last follow-up", Time, 144),
        ("real_revisit_at_in_word", "未跟进天数", "Days since follow-up", Text, 120),
        ("shop.name", "店铺", "Shop", Text, 120),
        ("user.name", "负责人", "Owner", Text, 96),
        ("creator.name", "创建人", "Creator", Text, 96),
        ("before_user.name", "前负责人", "Previous owner", Text, 120),
        ("owned_department.name", "所属部门", "Department", Text, 120),
        ("before_owned_department.name", "前所属部门", "Previous department", Text, 144),
        ("assist_users", "协作人", "Shared with", Text, 136),
        ("customer_common_setting.name", "公海", "Common pool", Text, 120),
        ("before_customer_common_setting.name", "前所属公海", "Previous pool", Text, 120),
        ("created_at", "创建时间", "Created", Time, 144),
        ("updated_at", "更新时间", "Updated", Time, 144),
        ("will_flow_time", "预计流入公海时间", "Goes to the pool", Time, 152),
        ("custom_field_template.name", "业务类型", "Business type", Text, 128),
        ("last_called_at", "最近通话时间", "Last call", Time, 144),
    ]
};

/// The width of a column that this page has never seen.
const UNKNOWN_WIDTH: u32 = 160;

fn known(id: &str) -> Option<&'static (&'static str, &'static str, &'static str, ColumnKind, u32)> {
    KNOWN.iter().find(|column| column.0 == id)
}

/// The title of a column; an unknown one is called by its name.
pub fn column_title(id: &str, lang: Lang) -> &str {
    match (known(id), lang) {
        (Some(column), Lang::Zh) => column.1,
        (Some(column), Lang::En) => column.2,
        (None, _) => id,
    }
}

/// The columns to show, out of those that the endpoint named. Names that it did not give are left
/// out; if none is left, all are shown, since a table without columns helps nobody.
pub fn columns(given: &[ColumnId], choice: &ColumnChoice, lang: Lang) -> Vec<ColumnView> {
    let view = |(at, id): (usize, &ColumnId)| {
        let column = known(id.as_str());
        let kind = column.map_or_else(|| kind_of_custom(id.as_str()), |column| column.3);
        ColumnView {
            id: id.clone(),
            title: column_title(id.as_str(), lang).to_owned(),
            kind,
            width: column.map_or(UNKNOWN_WIDTH, |column| column.4),
            is_pinned: kind == ColumnKind::Name,
            at,
        }
    };
    let all = || given.iter().enumerate().map(view).collect::<Vec<_>>();
    match choice {
        ColumnChoice::Default | ColumnChoice::All => all(),
        ColumnChoice::Named(names) => {
            let named: Vec<ColumnView> = names
                .iter()
                .filter_map(|name| given.iter().enumerate().find(|(_, id)| *id == name).map(view))
                .collect();
            if named.is_empty() { all() } else { named }
        }
    }
}

/// Custom fields say their type in their name: `datetime_asset_…`, `text_asset_…`.
fn kind_of_custom(id: &str) -> ColumnKind {
    let last = id.rsplit('.').next().unwrap_or(id);
    if last.starts_with("datetime_asset") || last.starts_with("date_asset") || last.ends_with("_at") {
        ColumnKind::Time
    } else if last == "phones_data" {
        ColumnKind::Phone
    } else {
        ColumnKind::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given() -> Vec<ColumnId> {
        ["approve_status_i18n", "name", "text_asset_863cc6", "datetime_asset_1"].map(ColumnId::new).to_vec()
    }

    fn names(choice: &ColumnChoice) -> Vec<String> {
        columns(&given(), choice, Lang::Zh).into_iter().map(|column| column.title).collect()
    }

    #[test]
    fn every_column_of_the_documents_example_has_a_title_in_both_languages() {
        let fixture = include_str!("../../fixtures/customers-example.json");
        let start = fixture.find("\"column_list\"").unwrap();
        for (id, zh, en, ..) in KNOWN {
            assert!(fixture[start..].contains(&format!("\"{id}\"")), "{id}");
            assert!(!zh.is_empty() && !en.is_empty() && en != zh || id == "address.qq", "{id}");
        }
    }

    #[test]
    fn all_columns_stand_in_the_endpoints_order_and_unknown_ones_by_their_name() {
        let all = ["审批状态", "客户名称", "text_asset_863cc6", "datetime_asset_1"];
        assert_eq!(names(&ColumnChoice::All), all);
    }

    #[test]
    fn named_columns_stand_in_the_order_asked_for() {
        let named =
            |list: &[&str]| ColumnChoice::Named(list.iter().map(|name| ColumnId::new(name)).collect());
        assert_eq!(names(&named(&["name", "gone", "approve_status_i18n"])), ["客户名称", "审批状态"]);
        assert_eq!(names(&named(&["gone"])).len(), 4);
    }

    #[test]
    fn a_value_is_found_wherever_its_column_stands() {
        let named = ColumnChoice::Named(vec!["datetime_asset_1".into()]);
        let column = &columns(&given(), &named, Lang::En)[0];
        assert_eq!((column.at, column.kind), (3, ColumnKind::Time));
    }
}
