//! The company's own lists: what a customer can be, come from, have bought and be marked with.

/// One entry of a list, as the endpoint offers it: a value to send and a label to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent and stored.
    pub value: i64,
    /// What a salesperson reads.
    pub label: &'static str,
}

macro_rules! choices {
    ($(#[$about:meta])* $name:ident from $first:literal: $($label:literal),+ $(,)?) => {
        $(#[$about])*
        pub const $name: &[Choice] = &{
            let labels = [$($label),+];
            let mut list = [Choice { value: 0, label: "" }; [$($label),+].len()];
            let mut at = 0;
            while at < list.len() {
                list[at] = Choice { value: $first + at as i64, label: labels[at] };
                at += 1;
            }
            list
        };
    };
}

choices!(
    /// Where the sale stands; the first is the one of the contract's examples.
    STATUSES from 1_476_046: "初访", "意向", "报价", "成交", "暂时搁置", "复购", "流失"
);
choices!(
    /// How the customer was found.
    SOURCES from 1_476_101: "网络推广", "电话营销", "老客户转介绍", "展会", "独立开发", "官网咨询", "抖音", "微信公众号", "广告"
);
choices!(
    /// What kind of customer it is.
    CATEGORIES from 1_476_201: "重点客户", "普通客户", "渠道代理", "终端用户", "政府及事业单位"
);
choices!(
    /// Trades.
    INDUSTRIES from 1_476_301: "批发零售", "制造业", "信息技术", "教育培训", "医疗健康", "建筑工程", "餐饮住宿", "物流运输", "农林牧渔", "金融服务"
);
choices!(
    /// Head counts.
    STAFF_SIZES from 1_476_401: "10人以下", "10-50人", "50-200人", "200-500人", "500人以上"
);
choices!(
    /// Channels.
    CHANNELS from 1_476_501: "直销", "经销商", "电商平台", "合作伙伴"
);
choices!(
    /// Common pools.
    POOLS from 31_001: "华北公海", "华东公海", "华南公海", "重点客户公海"
);
choices!(
    /// Products; a product's position is its bit in `customer.products`, so at most 60.
    PRODUCTS from 88_001: "客户管理 基础版", "客户管理 专业版", "客户管理 旗舰版", "电话助手", "短信包 1万条", "短信包 10万条", "电子合同", "进销存", "工单系统", "数据报表", "企业微信插件", "钉钉插件", "呼叫中心坐席", "上门实施", "年度维保", "定制开发"
);
choices!(
    /// Shops.
    SHOPS from 5_101: "天猫旗舰店", "京东自营店", "抖音小店", "线下体验店(石家庄)", "线下体验店(上海)"
);
choices!(
    /// Kinds of business, each with its own form.
    TEMPLATES from 7_001: "标准客户", "项目型客户", "代理商"
);

/// The contract's 46 columns, in its order.
pub const COLUMNS: [&str; 46] = [
    "approve_status_i18n",
    "submit_applying_at",
    "finish_approve_at",
    "name",
    "labels_mapped",
    "company_name",
    "category_mapped",
    "parent.name",
    "contacts",
    "address.tel",
    "address.phone",
    "address.wechat",
    "address.qq",
    "address.wangwang",
    "address.email",
    "address.fax",
    "address.url",
    "address.region_info",
    "address.detail_address",
    "address.zip",
    "status_mapped",
    "source_mapped",
    "industry_mapped",
    "staff_size_mapped",
    "revisit_remind_at",
    "note",
    "channel_mapped",
    "lastest_revisit_log.content",
    "sold_products",
    "revisit_at",
    "real_revisit_at",
    "real_revisit_at_in_word",
    "shop.name",
    "user.name",
    "creator.name",
    "before_user.name",
    "owned_department.name",
    "before_owned_department.name",
    "assist_users",
    "customer_common_setting.name",
    "before_customer_common_setting.name",
    "created_at",
    "updated_at",
    "will_flow_time",
    "custom_field_template.name",
    "last_called_at",
];

/// What this company added itself: main trade, registered capital, end of contract, and a second
/// number that is masked like a phone.
pub const CUSTOM_COLUMNS: [&str; 4] =
    ["text_asset_863cc6", "numeric_asset_5d21e0", "datetime_asset_9f3b71", "text_asset_d70b14"];
