use crate::state::Screen;
use leptos::prelude::document;
use web_sys::Element;

/// What of the page stays in sight above the rows where the whole of it scrolls: the search.
const COVERED: i32 = 56;

/// What scrolls the rows up and down: the frame in which they stand or, in a window that is too low for
/// one, the whole page (`style/low.css`).
pub(crate) struct Scroller<'a> {
    frame: &'a Element,
    page: Option<Element>,
}

impl<'a> Scroller<'a> {
    /// For the rows in a frame, as the window is now.
    pub fn of(frame: &'a Element) -> Self {
        let page = if Screen::is_low_now() { document().scrolling_element() } else { None };
        Self { frame, page }
    }

    fn scroller(&self) -> &Element {
        self.page.as_ref().unwrap_or(self.frame)
    }

    /// How far it is scrolled, in pixels.
    pub fn top(&self) -> i32 {
        self.scroller().scroll_top()
    }

    /// Scrolls it.
    pub fn set_top(&self, top: i32) {
        self.scroller().set_scroll_top(top);
    }

    /// Whether the last rows are in sight, or nearly so.
    pub fn is_near_end(&self) -> bool {
        let (top, seen) = (self.top(), self.scroller().client_height());
        top > 0 && top + 2 * seen >= self.scroller().scroll_height()
    }

    /// What can be seen of the frame: where that begins and how high it is.
    pub fn seen(&self) -> (f64, f64) {
        match &self.page {
            Some(page) => {
                let above = -self.frame.get_bounding_client_rect().top();
                (above.max(0.0), f64::from(page.client_height()))
            }
            None => (f64::from(self.frame.scroll_top()), f64::from(self.frame.client_height())),
        }
    }

    /// How many pixels there are for rows under a head of this height.
    pub fn room(&self, head: i32) -> i32 {
        let room = match &self.page {
            Some(page) => page.client_height() - COVERED,
            None => self.frame.client_height() - head,
        };
        room.max(0)
    }

    /// Scrolls as little as is needed for a row to be whole in sight: it begins so many pixels after a head
    /// of this height.
    pub fn reveal(&self, top: i32, height: i32, head: i32) {
        let from = self.top();
        let (begins, room) = match &self.page {
            Some(_) => {
                let frame = self.frame.get_bounding_client_rect().top() as i32 + from;
                (frame + head + top - COVERED, self.room(head))
            }
            None => (top, self.room(head)),
        };
        if begins < from {
            self.set_top(begins);
        } else if begins + height > from + room {
            self.set_top(begins + height - room);
        }
    }
}
