//! The query string, and the sentence for a parameter that cannot be read.

use crate::dates::Day;

/// A parameter whose value makes no sense; the answer names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(pub String);

/// The pairs of a query string, decoded.
#[derive(Clone, Debug, Default)]
pub struct Params(Vec<(String, String)>);

impl Params {
    /// Reads a query string. Brackets may be percent-encoded or not.
    pub fn read(query: Option<&str>) -> Self {
        Self(form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect())
    }

    /// The last value of this name, as in Rails; an empty one counts as absent.
    pub fn text(&self, name: &str) -> Option<&str> {
        let mut values = self.0.iter().rev().filter(|(key, _)| key == name);
        values.next().map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// A whole number that is not negative.
    pub fn number(&self, name: &str) -> Result<Option<i64>, Wrong> {
        let read = |text: &str| text.parse().ok().filter(|number| *number >= 0);
        self.text(name).map(|text| read(text).ok_or(Wrong(name.to_owned()))).transpose()
    }

    /// A number of pages or rows: 1 to `most`, or `otherwise` when absent.
    pub fn count(&self, name: &str, otherwise: i64, most: i64) -> Result<i64, Wrong> {
        match self.number(name)? {
            None => Ok(otherwise),
            Some(count) if (1..=most).contains(&count) => Ok(count),
            Some(_) => Err(Wrong(name.to_owned())),
        }
    }

    /// The two ends of `name[]=from&name[]=to`, each `None` when empty; a single `name=day` is
    /// that day alone.
    pub fn days(&self, name: &str) -> Result<(Option<Day>, Option<Day>), Wrong> {
        let wrong = || Wrong(name.to_owned());
        let read = |text: &str| match text.trim() {
            "" => Ok(None),
            text => Day::parse(text).map(Some).ok_or_else(wrong),
        };
        let bracketed = format!("{name}[]");
        let ends: Vec<_> =
            self.0.iter().filter(|(key, _)| *key == bracketed).map(|(_, value)| value).collect();
        match ends.as_slice() {
            [] => {
                let day = read(self.text(name).unwrap_or_default())?;
                Ok((day, day))
            }
            [from] => Ok((read(from)?, None)),
            [from, to] => Ok((read(from)?, read(to)?)),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_in_the_rails_manner() {
        let (first, last) = (Day::parse("2019-01-01"), Day::parse("2019-02-01"));
        let wrong = Err(Wrong("created_at".to_owned()));
        for (query, expected) in [
            ("", Ok((None, None))),
            ("created_at[]=2019-01-01&created_at[]=2019-02-01", Ok((first, last))),
            ("created_at%5B%5D=2019-01-01&created_at%5B%5D=2019-02-01", Ok((first, last))),
            ("created_at[]=&created_at[]=2019-02-01", Ok((None, last))),
            ("created_at[]=2019-01-01", Ok((first, None))),
            ("created_at=2019-01-01", Ok((first, first))),
            ("created_at[]=2019-01-01 10:00&created_at[]=2019-02-01", wrong.clone()),
            ("created_at[]=2019-01-01&created_at[]=x", wrong),
        ] {
            assert_eq!(Params::read(Some(query)).days("created_at"), expected, "{query}");
        }
    }
}
