//! Labels: a content that can be anything and a colour that should be one.

use super::dice::Dice;
use super::json::Json;
use super::odd;

/// A label of the company.
pub struct Label {
    /// Its number.
    pub id: i64,
    /// Its group.
    pub group: i64,
    /// What it says.
    pub content: &'static str,
    color: Option<&'static str>,
}

macro_rules! labels {
    ($($id:literal $group:literal $content:literal $color:expr;)+) => {
        [$(Label { id: $id, group: $group, content: $content, color: $color }),+]
    };
}

/// The groups of labels, by their numbers.
pub const LABEL_GROUPS: [(i64, &str); 5] = [
    (900_009, "荣誉资质"),
    (800_002, "年采购额"),
    (800_003, "客户特征"),
    (800_004, "往来"),
    (800_005, "待整理"),
];

const LABELS: [Label; 20] = labels! {
    900_010 900_009 "全国产品质量公证十佳品牌" Some("#ffcc00");
    1_000_035 900_009 "行业先进企业" Some("#ffcc00");
    900_011 800_002 "1千万-1500万" Some("#2da8aa");
    900_012 800_002 "1500万;,2000万)&&--" Some("#2da8aa");
    900_013 800_002 "2000万以上" Some("#2da8aa");
    900_020 800_003 "高意向" Some("#f5222d");
    900_021 800_003 "价格敏感" Some("#fa8c16");
    900_022 800_003 "决策慢" Some("#8c8c8c");
    900_023 800_003 "需要上门" Some("#1890ff");
    900_024 800_003 "老板直接对接" Some("#722ed1");
    900_030 800_004 "已加微信" Some("#52c41a");
    900_031 800_004 "节日送礼" Some("#eb2f96");
    900_032 800_004 "勿打电话" Some("#000");
    900_033 800_004 "开票信息已确认" Some("#FFF");
    900_034 800_004 "竞品用户" Some("#13c2c2");
    900_040 800_005 "颜色为空" Some("");
    900_041 800_005 "颜色是单词" Some("red");
    900_042 800_005 "颜色不完整" Some("#12");
    900_043 800_005 "没有颜色" None;
    900_044 800_005 "颜色是样式" Some("#fff;background:url(//localhost)");
};

impl Label {
    /// All labels of the company.
    pub fn all() -> &'static [Self] {
        &LABELS
    }

    /// The labels of one customer, as the items of `labels`.
    pub fn write_some(dice: &mut Dice, json: &mut Json, odd: Option<u64>) {
        let (well, strange) = LABELS.split_at(15);
        for label in dice.several(well, 4) {
            label.write(json, label.content);
        }
        if dice.chance(6) {
            let label = dice.pick(strange);
            label.write(json, label.content);
        }
        if let Some(turn) = odd {
            strange[(turn % 5) as usize].write(json, odd::text(turn + 5));
        }
    }

    fn write(&self, json: &mut Json, content: &str) {
        json.object(|json| {
            json.number("id", self.id);
            json.number("group_id", self.group);
            json.text("content", content);
            match self.color {
                Some(color) => json.text("color", color),
                None => json.nulls(&["color"]),
            }
        });
    }
}
