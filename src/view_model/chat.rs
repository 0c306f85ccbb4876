//! Customers as words: a line for a chat, the numbers that can be called, the next follow-up for a calendar.
use super::china_time::short_time;
use super::{ColumnView, row_texts};
use crate::i18n::{Words, fill};
use crate::model::Customer;
use time::Date;

/// What a line says of a customer, besides the name.
const SAID: [&str; 3] = ["status_mapped", "user.name", NEXT];
/// When the customer is to be followed up next.
const NEXT: &str = "revisit_remind_at";

/// `河北玉名 · 初访 · 李曦宁 · 下次跟进 2026-11-27 09:30`; what is not known is left out. `columns` are all that the
/// customer's answer has.
pub fn chat_line(customer: &Customer, columns: &[ColumnView], today: Date, words: &'static Words) -> String {
    let name = if customer.name.is_empty() { words.unnamed } else { &customer.name };
    let said = SAID.iter().filter_map(|name| {
        let column = columns.iter().find(|column| column.id.as_str() == *name)?;
        let text = row_texts(customer, std::slice::from_ref(column), today, words).pop()?;
        let text = short_time(&text).unwrap_or(text);
        let is_next = *name == NEXT && !text.is_empty();
        Some(if is_next { fill(words.next_follow_up_at, &[&text]) } else { text })
    });
    // One line, whatever stands in the texts.
    let parts = std::iter::once(name.to_owned()).chain(said).filter(|text| !text.is_empty());
    parts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(" · ")
}

/// The customer's numbers that can be called, as they are dialled, each once. A masked one is none of them.
pub fn callable_numbers(customer: &Customer) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for address in customer.phones.iter().filter_map(|phone| phone.call_address()) {
        let number = address.trim_start_matches("tel:").to_owned();
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}

/// When a customer is to be followed up next, in China's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextFollowUp {
    /// `20261127`.
    day: String,
    /// `093000`, where an hour is given.
    clock: Option<String>,
}

impl NextFollowUp {
    /// Reads it from the customer's row; `None` where none is given.
    pub fn of(
        customer: &Customer,
        columns: &[ColumnView],
        today: Date,
        words: &'static Words,
    ) -> Option<Self> {
        let column = columns.iter().find(|column| column.id.as_str() == NEXT)?;
        let text = row_texts(customer, std::slice::from_ref(column), today, words).pop()?;
        let text = short_time(&text).unwrap_or(text);
        let (day, rest) = text.split_at_checked(10)?;
        crate::query::parse_date(day)?;
        let clock = rest.trim_start_matches([' ', 'T']).replace(':', "");
        let is_clock = clock.len() == 4 && clock.bytes().all(|byte| byte.is_ascii_digit());
        Some(Self { day: day.replace('-', ""), clock: is_clock.then(|| clock + "00") })
    }
}

/// The next follow-up as a file for a calendar (RFC 5545), in China's time wherever the calendar is. `name` is the
/// customer's, where the person wants it in there; `stamp` is the present time, `20261126T073700Z`.
pub fn calendar(id: &str, next: &NextFollowUp, name: Option<&str>, stamp: &str, words: &Words) -> String {
    let title = match name {
        Some(name) => fill(words.calendar_title, &[name]),
        None => words.calendar_plain.to_owned(),
    };
    let day = &next.day;
    let (start, lasts) = match &next.clock {
        Some(clock) => (format!("DTSTART;TZID=Asia/Shanghai:{day}T{clock}"), "DURATION:PT30M"),
        None => (format!("DTSTART;VALUE=DATE:{day}"), "DURATION:P1D"),
    };
    let stamp = format!("DTSTAMP:{stamp}");
    let uid = format!("UID:{id}-{day}{}@kehu", next.clock.as_deref().unwrap_or_default());
    let summary = format!("SUMMARY:{}", escaped(&title));
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kehu//Kehu//ZH",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Shanghai",
        "BEGIN:STANDARD",
        "DTSTART:19910915T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        &uid,
        &stamp,
        &start,
        lasts,
        &summary,
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    lines.iter().map(|line| folded(line) + "\r\n").collect()
}

/// A text in which no sign means anything to a calendar.
fn escaped(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

/// A line of at most 75 bytes, and what is longer on lines that begin with a blank.
fn folded(line: &str) -> String {
    const MOST: usize = 75;
    let (mut out, mut room) = (String::new(), MOST);
    for sign in line.chars() {
        if sign.len_utf8() > room {
            out.push_str("\r\n ");
            room = MOST - 1;
        }
        room -= sign.len_utf8();
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::available_columns;
    use super::*;
    use crate::i18n::Lang;
    use crate::layout::Layout;
    use crate::model::{ColumnId, Phone, Shown, Value};

    fn words() -> &'static Words {
        Lang::Zh.words()
    }

    fn columns() -> Vec<ColumnView> {
        let given = ["status_mapped", "user.name", "revisit_remind_at"].map(ColumnId::new);
        available_columns(&given, &Layout::default(), &Default::default(), Lang::Zh)
    }

    fn customer(name: &str, values: [&str; 3]) -> Customer {
        let values = values.map(|text| Value::text(text.to_owned())).to_vec();
        Customer { name: name.into(), values, ..Customer::default() }
    }

    #[test]
    fn a_customer_is_one_line_of_what_is_known() {
        let line = |name: &str, values| chat_line(&customer(name, values), &columns(), Date::MIN, words());
        assert_eq!(
            line("河北玉名", ["初访", "李曦宁", "2026-11-27T09:30:00+08:00"]),
            "河北玉名 · 初访 · 李曦宁 · 下次跟进 2026-11-27 09:30"
        );
        assert_eq!(line("两\n行", ["", "李曦宁", ""]), "两 行 · 李曦宁");
        assert_eq!(line("", ["", "", ""]), "（未命名）");
        assert_eq!(chat_line(&customer("甲", ["x", "y", "z"]), &[], Date::MIN, words()), "甲");
    }

    #[test]
    fn only_what_can_be_called_is_a_number_to_copy() {
        let phone = |shown: Shown, is_enabled| Phone {
            label: "手机".into(),
            owner: String::new(),
            field: String::new(),
            shown,
            is_enabled,
        };
        let number = |text: &str| Shown::Number(text.into());
        let phones = vec![
            phone(number("138-0013-8000"), true),
            phone(number("139****8933"), true),
            phone(number("13900139000"), false),
            phone(Shown::NotAllowed, true),
            phone(number("13800138000"), true),
            phone(number("0571-88888888转801"), true),
        ];
        let customer = Customer { phones, ..Customer::default() };
        assert_eq!(callable_numbers(&customer), ["13800138000", "057188888888,801"]);
    }

    #[test]
    fn the_next_follow_up_has_chinas_day_and_hour() {
        let next = |text: &str| {
            NextFollowUp::of(&customer("甲", ["", "", text]), &columns(), Date::MIN, words())
                .map(|it| (it.day, it.clock))
        };
        assert_eq!(next("2026-11-27 09:30"), Some(("20261127".into(), Some("093000".into()))));
        assert_eq!(next("2026-11-26T17:00:00Z"), Some(("20261127".into(), Some("010000".into()))));
        assert_eq!(next("2026-11-27"), Some(("20261127".into(), None)));
        assert_eq!((next(""), next("改天再说吧好不好呀")), (None, None));
    }

    #[test]
    fn a_calendar_takes_any_name_and_none_stands_there_unasked() {
        let next = NextFollowUp { day: "20261127".into(), clock: Some("093000".into()) };
        let plain = calendar("7", &next, None, "20261126T073700Z", words());
        assert!(plain.contains("\r\nSUMMARY:跟进客户\r\n"), "{plain}");
        assert!(plain.contains("\r\nDTSTART;TZID=Asia/Shanghai:20261127T093000\r\n"), "{plain}");
        let name = "甲;乙,丙\\丁\r\nBEGIN:VEVENT ".repeat(9);
        let named = calendar("7", &next, Some(&name), "20261126T073700Z", words());
        assert_eq!(named.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
        assert!(named.lines().all(|line| line.len() <= 75), "{named}");
        assert!(named.replace("\r\n ", "").contains(r"甲\;乙\,丙\\丁 BEGIN:VEVENT"), "{named}");
    }
}
