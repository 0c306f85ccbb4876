//! Where a customer is and how it is reached.

use super::dice::Dice;
use super::json::Json;
use super::names::Place;
use super::phone::Phone;
use crate::dates::Minute;

/// The address of a customer; texts are empty where nothing is known.
pub struct Address {
    /// Land line of the customer.
    pub tel: Option<Phone>,
    /// Mobile number of the customer.
    pub phone: Option<Phone>,
    /// 邮箱
    pub email: String,
    /// 微信
    pub wechat: String,
    /// QQ
    pub qq: String,
    /// Street and number.
    pub detail: String,
    wangwang: String,
    fax: String,
    url: String,
    zip: String,
    region: String,
}

const STREETS: [&str; 12] = [
    "中山路",
    "人民路",
    "解放大道",
    "建设街",
    "科技园路",
    "长江路",
    "友谊大街",
    "和平路",
    "新华街",
    "滨河路",
    "创业大道",
    "文化路",
];

impl Address {
    /// An address at `place`; `turn` spreads the states of its numbers.
    pub fn some(dice: &mut Dice, place: &Place, turn: u64) -> Self {
        let mut maybe = |percent, text: &dyn Fn(&mut Dice) -> String| match dice.chance(percent) {
            true => text(dice),
            false => String::new(),
        };
        let number = maybe(100, &|dice| dice.number(10_000_000, 999_999_999).to_string());
        let email = maybe(45, &|_| format!("{}@example.com", &number[..7]));
        let wechat = maybe(50, &|_| format!("wx_{}", &number[2..8]));
        let qq = maybe(30, &|_| number.clone());
        let wangwang = maybe(15, &|_| format!("tb{}", &number[1..6]));
        let fax = maybe(15, &|_| format!("{}-{}", place.code, &number[..7]));
        let url = maybe(30, &|_| format!("http://www.{}.example.com", &number[3..8]));
        let zip = maybe(25, &|_| format!("{}00", &number[..4]));
        let region =
            maybe(80, &|dice| format!("{}{}{}", place.province, place.city, dice.pick(&place.districts)));
        let detail = maybe(65, &|dice| {
            format!("{}{}号{}室", dice.pick(&STREETS), dice.number(1, 300), dice.number(101, 2900))
        });
        let tel = dice.chance(60).then(|| Phone::line(dice, "address.tel", place.code, turn));
        let phone = dice.chance(75).then(|| Phone::mobile(dice, "address.phone", turn + 1));
        Self { tel, phone, email, wechat, qq, detail, wangwang, fax, url, zip, region }
    }

    /// The address as the value of `address` of the customer `id`.
    pub fn write(&self, dice: &mut Dice, json: &mut Json, id: i64, created: Minute) {
        // Ruby's empty text and its nil both stand for "nothing", sometimes within one address.
        let mut text = |json: &mut Json, key: &str, value: &str| match value.is_empty() {
            true if dice.chance(50) => json.nulls(&[key]),
            _ => json.text(key, value),
        };
        json.number("id", id + 100_000);
        json.number("addressable_id", id);
        json.text("addressable_type", "Customer");
        json.nulls(&["country_id", "province_id", "city_id", "district_id"]);
        for (key, phone) in [("tel", &self.tel), ("phone", &self.phone)] {
            text(json, key, phone.as_ref().map_or("", |phone| &phone.raw));
        }
        for (key, value) in [
            ("email", &self.email),
            ("qq", &self.qq),
            ("fax", &self.fax),
            ("wechat", &self.wechat),
            ("wangwang", &self.wangwang),
            ("zip", &self.zip),
            ("url", &self.url),
            ("detail_address", &self.detail),
        ] {
            text(json, key, value);
        }
        let second = (id % 60) as u8;
        json.text("created_at", &created.iso(second));
        json.text("updated_at", &created.iso(second));
        json.nulls(&["lat", "lng", "off_distance"]);
        json.text("region_info", &self.region);
        json.nulls(&["snippet"]);
        json.number("organization_id", 5_004_848);
        json.text("mode", "compat");
        json.text("time_format", "ruby");
        json.flag("use_to_json", true);
        for (key, phone) in [("tel_hidden_result", &self.tel), ("phone_hidden_result", &self.phone)] {
            json.text(key, &phone.as_ref().map_or(String::new(), Phone::shown));
        }
    }
}
