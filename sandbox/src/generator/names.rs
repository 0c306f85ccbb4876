//! Names of companies, people and places that read like real ones; any likeness is chance.

use super::dice::Dice;

/// A city with its province and its dialling code.
pub struct Place {
    /// Province, as written before the city; empty for a city that is its own province.
    pub province: &'static str,
    /// City.
    pub city: &'static str,
    /// A few of its districts.
    pub districts: [&'static str; 3],
    /// Dialling code.
    pub code: &'static str,
}

macro_rules! places {
    ($($province:literal $city:literal $code:literal $a:literal $b:literal $c:literal;)+) => {
        [$(Place { province: $province, city: $city, code: $code, districts: [$a, $b, $c] }),+]
    };
}

/// Where customers are.
pub const PLACES: [Place; 16] = places! {
    "" "北京市" "010" "朝阳区" "海淀区" "丰台区";
    "" "上海市" "021" "浦东新区" "徐汇区" "闵行区";
    "" "天津市" "022" "和平区" "南开区" "西青区";
    "" "重庆市" "023" "渝北区" "江北区" "九龙坡区";
    "河北省" "石家庄市" "0311" "裕华区" "长安区" "桥西区";
    "河北省" "保定市" "0312" "竞秀区" "莲池区" "满城区";
    "浙江省" "杭州市" "0571" "西湖区" "滨江区" "余杭区";
    "浙江省" "宁波市" "0574" "鄞州区" "海曙区" "北仑区";
    "江苏省" "南京市" "025" "玄武区" "江宁区" "建邺区";
    "江苏省" "苏州市" "0512" "吴中区" "姑苏区" "虎丘区";
    "广东省" "广州市" "020" "天河区" "番禺区" "白云区";
    "广东省" "深圳市" "0755" "南山区" "福田区" "龙岗区";
    "四川省" "成都市" "028" "武侯区" "锦江区" "青羊区";
    "湖北省" "武汉市" "027" "洪山区" "江汉区" "武昌区";
    "山东省" "青岛市" "0532" "市南区" "崂山区" "城阳区";
    "陕西省" "西安市" "029" "雁塔区" "碑林区" "未央区";
};

const BRAND: [&str; 48] = [
    "玉", "名", "恒", "远", "鼎", "盛", "嘉", "禾", "瑞", "丰", "博", "雅", "华", "创", "天", "诚", "信",
    "达", "金", "泰", "宏", "图", "中", "科", "联", "智", "万", "和", "安", "康", "海", "润", "德", "隆",
    "东", "升", "优", "品", "众", "益", "云", "帆", "星", "锐", "龙", "腾", "春", "晖",
];
const TRADE: [&str; 24] = [
    "商贸",
    "科技",
    "信息技术",
    "网络科技",
    "电子商务",
    "机械制造",
    "建筑工程",
    "装饰设计",
    "文化传媒",
    "教育咨询",
    "医疗器械",
    "食品",
    "餐饮管理",
    "物流",
    "供应链管理",
    "新能源",
    "环保设备",
    "纺织",
    "家居用品",
    "汽车服务",
    "农业发展",
    "生物科技",
    "企业管理咨询",
    "人力资源服务",
];
const FORM: [&str; 6] = ["有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司"];
const SURNAME: [&str; 40] = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何",
    "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "肖", "田",
    "董", "潘", "袁", "欧阳", "司马", "上官",
];
const GIVEN: [&str; 40] = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超",
    "霞", "平", "刚", "建国", "桂英", "志强", "秀兰", "晓东", "雨桐", "子涵", "浩然", "欣怡", "梓萱", "一诺",
    "思远", "佳琪", "宇轩", "若兰", "天佑", "俊杰", "雪梅", "国庆", "海燕",
];

/// The name of a company seated at `place`, and the short name colleagues use for it.
pub fn company(dice: &mut Dice, place: &Place) -> (String, String) {
    let brand = format!("{}{}", dice.pick(&BRAND), dice.pick(&BRAND));
    let trade = dice.pick(&TRADE);
    let seat = match dice.number(0, 3) {
        0 if !place.province.is_empty() => place.province,
        1 => place.city.trim_end_matches('市'),
        _ => place.city,
    };
    let form = dice.pick(&FORM);
    let full = if dice.chance(20) {
        format!("{brand}({}){trade}{form}", place.city.trim_end_matches('市'))
    } else {
        format!("{seat}{brand}{trade}{form}")
    };
    (full, format!("{brand}{trade}"))
}

/// The name of a person.
pub fn person(dice: &mut Dice) -> String {
    format!("{}{}", dice.pick(&SURNAME), dice.pick(&GIVEN))
}
