/// A coloured label that a company sticks on a customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// Any text at all; real ones hold `1500万;,2000万)&&--`.
    pub content: String,
    /// The label's own colour, or `None` where the endpoint's text is not a real colour.
    pub color: Option<Rgb>,
    /// The number of the group that it belongs to; `/api/v2/labels` has its name.
    pub group: Option<i64>,
}

/// The names of the groups of labels, by their numbers.
pub type LabelGroups = std::collections::BTreeMap<i64, String>;

/// A colour in sRGB, eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl Rgb {
    /// Accepts `#rgb` and `#rrggbb` only: the endpoint's colour is any text, and no other form may
    /// reach a style.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let channel = |shift: u32, mask: u32| ((number >> shift) & mask) as u8;
        match digits.len() {
            3 => Some(Self { r: channel(8, 15) * 17, g: channel(4, 15) * 17, b: channel(0, 15) * 17 }),
            6 => Some(Self { r: channel(16, 255), g: channel(8, 255), b: channel(0, 255) }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u8, u8, u8)>) {
        assert_eq!(Rgb::parse(text), expected.map(|(r, g, b)| Rgb { r, g, b }), "{text:?}");
    }

    #[test]
    fn real_colours_are_read() {
        check("#2da8aa", Some((0x2d, 0xa8, 0xaa)));
        check("#FC0", Some((0xff, 0xcc, 0x00)));
        check(" #ffcc00 ", Some((0xff, 0xcc, 0)));
    }

    #[test]
    fn anything_else_is_no_colour() {
        for text in ["", "#", "red", "#12", "#12345", "#12g", "#+12", "#１２３", "url(x)", "#ffcc00ff"] {
            check(text, None);
        }
    }
}
