/// The longest text, in signs. No document names a limit; the page's own keeps a text readable.
pub const MOST_SIGNS: usize = 2_000;

/// A follow-up that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The text.
    pub text: String,
    /// The kind's id; empty for none.
    pub kind: String,
    /// The next follow-up in China's time, as the browser's field writes it (`2026-11-30T10:00`); empty for none.
    pub next: String,
    /// The status that the customer is to have; empty where it stays.
    pub status: String,
}

impl Draft {
    /// How many signs the text has.
    pub fn signs(&self) -> usize {
        self.text.trim().chars().count()
    }

    /// Whether it can be sent.
    pub fn is_whole(&self) -> bool {
        (1..=MOST_SIGNS).contains(&self.signs())
    }

    /// Whether nothing would be lost with it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The next follow-up as the endpoint wants it, `2026-11-30 10:00`.
    pub fn next_minute(&self) -> Option<String> {
        let (day, clock) = self.next.split_once(['T', ' '])?;
        Some(format!("{day} {}", clock.get(..5)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_counted_as_people_do() {
        let of = |text: &str| Draft { text: text.into(), ..Draft::default() };
        assert_eq!(of(" 已报价👍 \n").signs(), 4);
        for (count, is_whole) in [(0, false), (1, true), (2_000, true), (2_001, false)] {
            assert_eq!(of(&"价".repeat(count)).is_whole(), is_whole, "{count}");
        }
        assert!(of(" \n").is_empty() && !of(" \n").is_whole());
    }

    #[test]
    fn the_next_one_is_sent_as_it_was_typed() {
        let next = |next: &str| Draft { next: next.into(), ..Draft::default() }.next_minute();
        assert_eq!(next("2026-11-30T10:00").as_deref(), Some("2026-11-30 10:00"));
        assert_eq!(next("2026-11-30T10:00:30").as_deref(), Some("2026-11-30 10:00"));
        for none in ["", "2026-11-30", "2026-11-30T"] {
            assert_eq!(next(none), None, "{none}");
        }
    }
}
