use crate::model::{Label, Rgb};

/// How many labels stand in a cell; the others fold into "+3".
pub const CHIPS_SHOWN: usize = 2;

/// A label as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChipView {
    /// Its text.
    pub text: String,
    /// Its colour for a style, `#rrggbb`; `None` for a neutral chip.
    ///
    /// The colour itself is only a dot. The ground is a thin tint of it (`--chip-tint-*` in
    /// `style/tokens.css`), so that the text reads on any colour, in light and dark.
    pub color: Option<String>,
}

/// What is shown of a label.
pub fn chip_view(label: &Label) -> ChipView {
    let hex = |Rgb { r, g, b }: Rgb| format!("#{r:02x}{g:02x}{b:02x}");
    ChipView { text: label.content.trim().to_owned(), color: label.color.map(hex) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../style/tokens.css");

    /// A token's value, the part of `light-dark(…)` for the theme.
    fn token(name: &str, is_dark: bool) -> String {
        let start = TOKENS.find(&format!("--{name}:")).unwrap() + name.len() + 3;
        let value = TOKENS[start..].split(';').next().unwrap().trim();
        match value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')) {
            Some(pair) => pair.split(',').nth(usize::from(is_dark)).unwrap().trim().to_owned(),
            None => value.to_owned(),
        }
    }

    fn color(name: &str, is_dark: bool) -> [f64; 3] {
        let Rgb { r, g, b } = Rgb::parse(&token(name, is_dark)).unwrap();
        [r, g, b].map(f64::from)
    }

    /// Relative luminance by WCAG 2.2.
    fn luminance(color: [f64; 3]) -> f64 {
        let [r, g, b] = color.map(|channel| {
            let part = channel / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let (light, dark) = (luminance(a).max(luminance(b)), luminance(a).min(luminance(b)));
        (light + 0.05) / (dark + 0.05)
    }

    #[test]
    fn a_chips_text_reads_on_every_colour_in_light_and_dark() {
        for is_dark in [false, true] {
            let tint = if is_dark { "chip-tint-dark" } else { "chip-tint-light" };
            let share: f64 = token(tint, is_dark).trim_end_matches('%').parse::<f64>().unwrap() / 100.0;
            let (text, surface) = (color("chip-text", is_dark), color("chip-surface", is_dark));
            for step in 0..9_u32.pow(3) {
                let label = [step % 9, step / 9 % 9, step / 81].map(|part| f64::from(part) * 255.0 / 8.0);
                let ground = [0, 1, 2].map(|at| label[at] * share + surface[at] * (1.0 - share));
                assert!(contrast(text, ground) >= 4.5, "{label:?} dark: {is_dark}");
            }
        }
    }

    #[test]
    fn a_colour_is_written_for_a_style() {
        let label = Label { content: " A ".into(), color: Rgb::parse("#FC0"), group: None };
        assert_eq!(chip_view(&label), ChipView { text: "A".into(), color: Some("#ffcc00".into()) });
    }
}
