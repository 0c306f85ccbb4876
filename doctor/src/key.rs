//! Which keys may be told. A key is a name that programmers gave, unless it looks like data.

use std::borrow::Cow;

/// Digits in a row that are no longer a version or a hash, but a number of somebody.
const MOST_DIGITS: usize = 4;
/// Longer than any name that programmers gave.
const LONGEST: usize = 60;

/// The key itself; of a custom field whose number has too many digits its kind; else that there is a
/// key which is not told.
pub fn told(key: &str) -> Cow<'_, str> {
    match is_name(key) {
        true => key.into(),
        false => own_field(key).map_or("<a key that looks like data>".into(), Cow::Owned),
    }
}

/// `text_asset_123456_display` is `text_asset_<6>_display`: the CRM made up the number.
fn own_field(key: &str) -> Option<String> {
    let kind = KINDS.iter().find(|kind| key.starts_with(**kind))?;
    let rest = &key[kind.len()..];
    let suffix = SUFFIXES.iter().find(|suffix| rest.ends_with(**suffix))?;
    let number = &rest[..rest.len() - suffix.len()];
    let is_number = number.len() == 6 && number.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_number.then(|| format!("{kind}<6>{suffix}"))
}

const KINDS: [&str; 4] = ["text_asset_", "numeric_asset_", "datetime_asset_", "user_field_asset_"];
const SUFFIXES: [&str; 5] = ["_display", "_hidden_result", "_mapped", "_i18n", ""];

fn is_name(key: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "_.-".contains(letter);
    // A telephone number may be written in groups.
    let together: String = key.chars().filter(|letter| !"-.".contains(*letter)).collect();
    let longest = together.split(|letter: char| !letter.is_ascii_digit()).map(str::len).max();
    !key.is_empty()
        && key.len() <= LONGEST
        && key.chars().all(is_plain)
        && longest.unwrap_or(0) <= MOST_DIGITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_custom_field_the_kind_is_told() {
        for (key, expected) in [
            ("user_field_asset_437485", "user_field_asset_<6>"),
            ("text_asset_448596_display", "text_asset_<6>_display"),
            ("text_asset_13800138000", "<a key that looks like data>"),
            ("text_asset_448596_张伟", "<a key that looks like data>"),
        ] {
            assert_eq!(told(key), expected);
        }
    }

    #[test]
    fn names_are_told_and_data_is_not() {
        for key in ["id", "simple_users", "text_asset_863cc6", "user.name", "per_page", "contarct-money"] {
            assert_eq!(told(key), key);
        }
        let long = "a".repeat(61);
        for key in ["13800138000", "138-0013-8000", "id_88001", "张伟", "a b", "a@b.example", "", &long] {
            assert_eq!(told(key), "<a key that looks like data>", "{key}");
        }
    }
}
