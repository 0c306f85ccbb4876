//! Which keys may be told. A key is a name that programmers gave, unless it looks like data.

/// Digits in a row that are no longer a version or a hash, but a number of somebody.
const MOST_DIGITS: usize = 4;
/// Longer than any name that programmers gave.
const LONGEST: usize = 60;

/// The key itself, or that there is one which is not told.
pub fn told(key: &str) -> &str {
    if is_name(key) { key } else { "<a key that looks like data>" }
}

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
