use super::spread::TALK;
use super::{ColumnGroup, ColumnKind};
use crate::model::ColumnId;

/// A column that this page knows by name.
pub(super) struct Known {
    pub id: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub group: ColumnGroup,
    pub kind: ColumnKind,
    pub width: u32,
}

const fn column(
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    group: ColumnGroup,
    kind: ColumnKind,
    width: u32,
) -> Known {
    Known { id, zh, en, group, kind, width }
}

/// The columns of the endpoint's document, and below them those that this page computes.
pub(super) const KNOWN: [Known; 48] = {
    use ColumnGroup::{Approval, Basics, Contact, FollowUp, Ownership, Time};
    use ColumnKind::{Badge, DaysSince, DaysUntil, Email, Labels, Moment, Name, Phone, Talk, Text, Url};
    [
        column("approve_status_i18n", "审批状态", "Approval", Approval, Badge, 96),
        column("submit_applying_at", "提交审批时间", "Submitted", Approval, Moment, 132),
        column("finish_approve_at", "审批完成时间", "Approved at", Approval, Moment, 132),
        column("name", "客户名称", "Customer", Basics, Name, 248),
        column("labels_mapped", "标签", "Labels", Basics, Labels, 208),
        column("company_name", "公司名称", "Company", Basics, Text, 220),
        column("category_mapped", "客户类型", "Type", Basics, Text, 104),
        column("parent.name", "上级客户", "Parent customer", Basics, Text, 160),
        column("contacts", "联系人", "Contacts", Contact, Text, 128),
        column("address.tel", "电话", "Telephone", Contact, Phone, 168),
        column("address.phone", "手机", "Mobile", Contact, Phone, 168),
        column("address.wechat", "微信", "WeChat", Contact, Text, 136),
        column("address.qq", "QQ", "QQ", Contact, Text, 112),
        column("address.wangwang", "旺旺", "Wangwang", Contact, Text, 112),
        column("address.email", "邮箱", "Email", Contact, Email, 176),
        column("address.fax", "传真", "Fax", Contact, Text, 128),
        column("address.url", "网址", "Website", Contact, Url, 176),
        column("address.region_info", "省市区", "Region", Contact, Text, 176),
        column("address.detail_address", "详细地址", "Address", Contact, Text, 200),
        column("address.zip", "邮编", "Postcode", Contact, Text, 88),
        column("status_mapped", "跟进状态", "Status", FollowUp, Text, 96),
        column("source_mapped", "客户来源", "Source", Basics, Text, 112),
        column("industry_mapped", "所属行业", "Industry", Basics, Text, 112),
        column("staff_size_mapped", "人员规模", "Headcount", Basics, Text, 104),
        column("revisit_remind_at", "下次跟进时间", "Next follow-up", FollowUp, Moment, 132),
        column("note", "备注", "Note", Basics, Text, 220),
        column("channel_mapped", "渠道", "Channel", Basics, Text, 104),
        column(TALK, "最新跟进记录", "Latest follow-up note", FollowUp, Talk, 260),
        column("sold_products", "已购产品", "Products bought", Basics, Text, 160),
        column("revisit_at", "跟进时间", "Follow-up", FollowUp, Moment, 132),
        column("real_revisit_at", "实际跟进时间", "Last follow-up", FollowUp, Moment, 132),
        column("real_revisit_at_in_word", "未跟进天数", "Days since follow-up", FollowUp, Text, 120),
        column("shop.name", "店铺", "Shop", Basics, Text, 120),
        column("user.name", "负责人", "Owner", Ownership, Text, 96),
        column("creator.name", "创建人", "Created by", Ownership, Text, 96),
        column("before_user.name", "前负责人", "Previous owner", Ownership, Text, 120),
        column("owned_department.name", "所属部门", "Department", Ownership, Text, 120),
        column("before_owned_department.name", "前所属部门", "Previous department", Ownership, Text, 144),
        column("assist_users", "协作人", "Shared with", Ownership, Text, 136),
        column("customer_common_setting.name", "公海", "Pool", Ownership, Text, 120),
        column("before_customer_common_setting.name", "前所属公海", "Previous pool", Ownership, Text, 120),
        column("created_at", "创建时间", "Created", Time, Moment, 132),
        column("updated_at", "更新时间", "Updated", Time, Moment, 132),
        column("will_flow_time", "预计流入公海时间", "Moves to pool", Time, Moment, 132),
        column("custom_field_template.name", "业务类型", "Business type", Basics, Text, 128),
        column("last_called_at", "最近通话时间", "Last call", FollowUp, Moment, 132),
        column(DAYS_SINCE_FOLLOW_UP, "距上次跟进", "Since follow-up", FollowUp, DaysSince, 120),
        column(DAYS_UNTIL_POOL, "离流入公海", "Until pool", FollowUp, DaysUntil, 120),
    ]
};

/// Days since the last follow-up; no name of the endpoint begins so.
pub(in crate::view_model) const DAYS_SINCE_FOLLOW_UP: &str = "kehu.days_since_follow_up";
/// Days until the customer goes back to the common pool.
pub(super) const DAYS_UNTIL_POOL: &str = "kehu.days_until_pool";

/// What is computed, and the column that it is computed from.
pub(super) const COMPUTED: [(&str, &str); 2] =
    [(DAYS_SINCE_FOLLOW_UP, "real_revisit_at"), (DAYS_UNTIL_POOL, "will_flow_time")];

/// What is shown until somebody chooses: whom to call, when and at which number come first. Of the names in
/// one place the first that the endpoint gives is taken.
pub(super) const DEFAULT: [&[&str]; 9] = [
    &["name"],
    &["revisit_remind_at"],
    &["address.phone", "address.tel", "phones_data"],
    &["status_mapped"],
    &[TALK, "real_revisit_at", "revisit_at"],
    &["labels_mapped"],
    &["user.name"],
    &["approve_status_i18n"],
    &["created_at"],
];

/// The day of the latest talk, which stands before its words.
pub(super) const TALK_DAY: &str = "real_revisit_at";

/// A column of this name, if it is known.
pub(super) fn known(id: &str) -> Option<&'static Known> {
    let id = ColumnId::bare(id);
    KNOWN.iter().find(|column| column.id == id)
}
