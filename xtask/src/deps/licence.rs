//! SPDX licence expressions.

/// Whether `expression` lets somebody choose licences that are all in `allowed`. AND binds closer
/// than OR; an exception after WITH only gives more.
pub fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    // Old crates write a slash.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = Words { rest: spaced.split_whitespace().collect(), allowed };
    let is_good = words.any();
    is_good && words.rest.is_empty()
}

struct Words<'a> {
    rest: Vec<&'a str>,
    allowed: &'a [String],
}

impl<'a> Words<'a> {
    fn any(&mut self) -> bool {
        let mut is_good = self.all();
        while self.takes("OR") {
            is_good |= self.all();
        }
        is_good
    }

    fn all(&mut self) -> bool {
        let mut is_good = self.one();
        while self.takes("AND") {
            is_good &= self.one();
        }
        is_good
    }

    fn one(&mut self) -> bool {
        if self.takes("(") {
            let is_good = self.any();
            return self.takes(")") && is_good;
        }
        let Some(name) = self.next() else { return false };
        if self.takes("WITH") {
            self.next();
        }
        self.allowed.iter().any(|it| it == name)
    }

    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.rest.first() == Some(&word);
        if is_next {
            self.rest.remove(0);
        }
        is_next
    }

    fn next(&mut self) -> Option<&'a str> {
        (!self.rest.is_empty()).then(|| self.rest.remove(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_good_choice_is_enough_and_all_of_it_has_to_be_good() {
        let allowed = ["MIT", "Apache-2.0", "Unicode-3.0"].map(String::from);
        for (expression, expected) in [
            ("MIT", true),
            ("GPL-3.0", false),
            ("GPL-3.0 OR MIT", true),
            ("MIT/GPL-3.0", true),
            ("GPL-3.0 AND MIT", false),
            ("(GPL-3.0 OR Apache-2.0) AND Unicode-3.0", true),
            ("GPL-3.0 OR MIT AND Zlib", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("MIT GPL-3.0", false),
            ("(MIT", false),
            ("", false),
        ] {
            assert_eq!(is_allowed(expression, &allowed), expected, "{expression}");
        }
    }
}
