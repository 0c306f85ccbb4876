use super::ScrollPosition;

/// What the browser's history keeps with a step: `top left`, then ` over`, `@stay` and `|call` where there
/// are such. `start/early_call.js` reads the call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Note {
    /// Where in the list the reader was.
    pub scroll_position: ScrollPosition,
    /// How many steps above the list's step it stands.
    pub over: u32,
}

impl Note {
    /// The note of a step and the call of its question, as `crate::api::call_note` writes it, unless they were
    /// written before the last person left this tab: `stay` counts those who have left, and is empty before
    /// the first has.
    pub fn read(text: &str, stay: &str) -> Option<(Self, Option<String>)> {
        let (text, call) = text.split_once('|').map_or((text, None), |(text, call)| (text, Some(call)));
        let (text, whose) = text.split_once('@').unwrap_or((text, ""));
        let mut numbers = text.split(' ');
        let mut next = || numbers.next()?.parse().ok();
        let scroll_position = ScrollPosition { top: next()?, left: next()? };
        let over = numbers.next().and_then(|over| over.parse().ok()).unwrap_or_default();
        (whose == stay).then(|| (Self { scroll_position, over }, call.map(str::to_owned)))
    }

    /// As [`Note::read`] reads it.
    pub fn write(self, stay: Option<&str>, call: Option<&str>) -> String {
        let ScrollPosition { top, left } = self.scroll_position;
        let mut text = format!("{top} {left}");
        if self.over > 0 {
            text.push_str(&format!(" {}", self.over));
        }
        if let Some(stay) = stay {
            text.extend(["@", stay]);
        }
        if let Some(call) = call {
            text.extend(["|", call]);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_as_it_was_written_and_not_by_who_came_later() {
        let call = Some("/api/v2/customers?page=1&per_page=50&query=a@b 2026-11-26");
        for (top, left, over, stay, call, text) in [
            (700, -3, 0, None, None, "700 -3"),
            (700, -3, 2, None, None, "700 -3 2"),
            (0, 0, 0, Some("1"), None, "0 0@1"),
            (5, 6, 1, Some("3"), None, "5 6 1@3"),
            (5, 6, 1, Some("1"), call, "5 6 1@1|/api/v2/customers?page=1&per_page=50&query=a@b 2026-11-26"),
            (5, 6, 0, None, call, "5 6|/api/v2/customers?page=1&per_page=50&query=a@b 2026-11-26"),
        ] {
            let note = Note { scroll_position: ScrollPosition { top, left }, over };
            assert_eq!(note.write(stay, call), text);
            let read = Note::read(text, stay.unwrap_or_default());
            assert_eq!(read, Some((note, call.map(str::to_owned))), "{text}");
            assert_eq!(Note::read(text, "2"), None, "{text}");
        }
        for other in ["", "x", "1", "x 2", "@1", " ", "|/api/v2/customers"] {
            assert_eq!(Note::read(other, ""), None, "{other:?}");
        }
    }
}
