//! The company's own fields, fixed so that tests can name them.

use super::field::{CustomField, FieldGroup, Kind};
use crate::catalog::COLUMNS;

/// All custom fields, in their groups.
pub const FIELD_GROUPS: [FieldGroup; 3] = [
    FieldGroup { id: 4, label: "合作信息", fields: &COOPERATION },
    FieldGroup { id: 5, label: "服务", fields: &SERVICE },
    FieldGroup { id: 6, label: "补充资料", fields: &MORE },
];

const COOPERATION: [CustomField; 6] = [
    CustomField::new(81, "text_asset_0a1b2c", "意向", Kind::Select)
        .of(&[("", "请选择"), ("sel_77aa", "高"), ("sel_77ab", "中"), ("sel_77ac", "低")])
        .displayed(),
    CustomField::new(82, "text_asset_1c2d3e", "关注产品", Kind::MultiSelect).of(&[
        ("sel_81f0", "基础版"),
        ("sel_81f1", "专业版"),
        ("sel_81f2", "电话助手"),
        ("sel_81f3", "数据报表"),
    ]),
    CustomField::new(83, "text_asset_2e3f40", "付款方式", Kind::Select).of(&[
        ("select_9c01", "对公转账"),
        ("select_9c02", "月结"),
        ("select_9c03", "预付"),
    ]),
    // A choice whose name says number.
    CustomField::new(84, "numeric_asset_4aebfc", "客户等级", Kind::Select)
        .of(&[("sel_b1", "A级"), ("sel_b2", "B级"), ("sel_b3", "C级")])
        .prefixed(),
    CustomField::new(85, "numeric_asset_3f4051", "预算", Kind::Currency),
    CustomField::new(86, "numeric_asset_404152", "门店数", Kind::Number).prefixed(),
];

const SERVICE: [CustomField; 5] = [
    CustomField::new(91, "datetime_asset_415263", "合同到期", Kind::Date),
    CustomField::new(92, "datetime_asset_426374", "上次培训", Kind::DateTime).prefixed(),
    // A department whose name says colleague, and colleagues whose names say text.
    CustomField::new(93, "user_field_asset_437485", "服务部门", Kind::Department).displayed(),
    CustomField::new(94, "text_asset_448596", "客服经理", Kind::User).displayed().prefixed(),
    CustomField::new(95, "text_asset_4596a7", "协同同事", Kind::Users).displayed(),
];

const MORE: [CustomField; 8] = [
    CustomField::new(101, "text_asset_863cc6", "主营产品", Kind::Text).prefixed().stored(),
    CustomField::new(102, "numeric_asset_5d21e0", "注册资本", Kind::Currency).stored(),
    CustomField::new(103, "datetime_asset_9f3b71", "服务截止", Kind::DateTime).stored(),
    CustomField::new(104, "text_asset_d70b14", "第二手机", Kind::Mobile).stored(),
    CustomField::new(105, "text_asset_46a7b8", "需求说明", Kind::TextArea),
    CustomField::new(106, "text_asset_47b8c9", "官方网店", Kind::Url).prefixed(),
    CustomField::new(107, "text_asset_48c9da", "采购人手机", Kind::Mobile).prefixed(),
    CustomField::new(108, "text_asset_49daeb", "旧系统编号", Kind::Text).disabled(),
];

/// The contract's columns and the company's own, also the one that is switched off.
pub fn column_list() -> Vec<String> {
    let own = FIELD_GROUPS.iter().flat_map(|group| group.fields).map(CustomField::column);
    COLUMNS.iter().map(|&column| column.to_owned()).chain(own).collect()
}
