//! Licences.

use anyhow::{Context, Result};
use spdx::{Expression, Licensee, ParseMode};

/// The licences that are good.
pub struct Allowed(Vec<Licensee>);

impl Allowed {
    /// From their SPDX names.
    pub fn new(names: &[String]) -> Result<Self> {
        let parse = |name: &String| Licensee::parse(name).with_context(|| format!("the licence `{name}`"));
        names.iter().map(parse).collect::<Result<_>>().map(Self)
    }

    /// Whether an SPDX expression lets somebody choose licences that are all good. Old crates write a
    /// slash for OR.
    pub fn lets(&self, expression: &str) -> bool {
        Expression::parse_mode(expression, ParseMode::LAX).is_ok_and(|expression| {
            expression.evaluate(|asked| self.0.iter().any(|licence| licence.satisfies(asked)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_good_choice_is_enough_and_all_of_it_has_to_be_good() {
        let allowed = Allowed::new(&["MIT", "Apache-2.0", "Unicode-3.0"].map(String::from)).unwrap();
        for (expression, expected) in [
            ("MIT", true),
            ("GPL-3.0 OR MIT", true),
            ("MIT/GPL-3.0", true),
            ("GPL-3.0 AND MIT", false),
            ("(GPL-3.0 OR Apache-2.0) AND Unicode-3.0", true),
            ("MIT GPL-3.0", false),
            ("", false),
        ] {
            assert_eq!(allowed.lets(expression), expected, "{expression}");
        }
        assert!(Allowed::new(&["Nobody's".into()]).is_err());
    }
}
