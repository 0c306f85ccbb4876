//! What the page's address asks for: `?theme=dark&lang=en`.
use kehu::i18n::Lang;
use leptos::prelude::*;

/// The themes to choose from, with their names in an address.
pub const THEMES: [(&str, &str); 4] =
    [("system", "As the system"), ("light", "Light"), ("dark", "Dark"), (BOTH, "Side by side")];

/// The page twice, in frames: a theme belongs to a whole document.
const BOTH: &str = "both";

/// How the page is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// A name of [`THEMES`].
    pub theme: &'static str,
    /// Whose words the components have.
    pub lang: Lang,
}

impl Wish {
    /// Reads the part of an address from its `?`.
    pub fn read(search: &str) -> Self {
        let is_asked = |name: &str, value: &str| {
            search.trim_start_matches('?').split('&').any(|pair| pair.split_once('=') == Some((name, value)))
        };
        let theme = THEMES.into_iter().find(|(theme, _)| is_asked("theme", theme)).unwrap_or(THEMES[0]).0;
        let lang = if is_asked("lang", Lang::En.tag()) { Lang::En } else { Lang::Zh };
        Self { theme, lang }
    }

    /// The address of it.
    pub fn href(self) -> String {
        format!("?theme={}&lang={}", self.theme, self.lang.tag())
    }

    /// Whether both themes are wanted at once.
    pub fn has_both(self) -> bool {
        self.theme == BOTH
    }

    /// Sets theme and language where the real page does: on the root, where the tokens are.
    pub fn apply(self) {
        if let Some(root) = document().document_element() {
            // The document refuses neither.
            let _ = root.set_attribute("lang", self.lang.tag());
            let _ = root.set_attribute("data-theme", self.theme);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for (theme, _) in THEMES {
            for lang in [Lang::Zh, Lang::En] {
                let wish = Wish { theme, lang };
                assert_eq!(Wish::read(&wish.href()), wish);
            }
        }
        assert_eq!(Wish::read("?theme=green&x"), Wish { theme: "system", lang: Lang::Zh });
    }
}
