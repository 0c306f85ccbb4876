//! One cell of a row that is filled again and again.
use super::content::Content;
use crate::i18n::RowWords;
use crate::model::Customer;
use crate::view_model::CellView;
use wasm_bindgen::JsValue;
use web_sys::{Element, Node};

/// A cell, and what it shows.
pub(super) struct DrawnCell {
    /// The column's place in the frame.
    pub column: usize,
    element: Element,
    text: Node,
    /// Whether it names the row.
    is_name: bool,
    shown: CellView,
    /// When it was that it tells of.
    when: Option<String>,
    /// What stands in the cell in the place of its text.
    content: Content,
}

impl DrawnCell {
    /// The empty cell of a row that was just cloned; `None` where the template has no text for it.
    pub fn new(column: usize, element: Element, wraps: bool, is_name: bool) -> Option<Self> {
        let first = element.first_child();
        let text = if wraps { first.and_then(|lines| lines.first_child()) } else { first };
        let (shown, content) = (CellView::Nothing, Content::default());
        Some(Self { column, text: text?, is_name, element, shown, when: None, content })
    }

    /// Says when it was, before the words and not among them: those stay what the endpoint gave.
    pub fn date(&mut self, when: Option<String>) -> Result<(), JsValue> {
        if when == self.when {
            return Ok(());
        }
        match &when {
            Some(when) => self.element.set_attribute("data-when", when)?,
            None => self.element.remove_attribute("data-when")?,
        }
        self.when = when;
        Ok(())
    }

    /// Shows something else, and touches nothing that it shows already.
    pub fn fill(
        &mut self,
        view: CellView,
        customer: &Customer,
        words: &'static RowWords,
    ) -> Result<(), JsValue> {
        if view == self.shown {
            return Ok(());
        }
        let (text, class, title) = match &view {
            CellView::Nothing => ("", "", None),
            CellView::Empty => ("–", "cell__empty", None),
            CellView::Text(text) => (text.as_str(), "", None),
            CellView::Number(text) => (text.as_str(), "cell__number", None),
            CellView::Masked(text) => (text.as_str(), "cell__masked", Some(words.masked)),
            CellView::Time { text, exact, tone } => (text.as_str(), tone.class(), exact.as_deref()),
            CellView::Days { text, band } => (text.as_str(), band.class(), None),
            CellView::Link { .. } | CellView::Approval(..) | CellView::Labels(_) | CellView::Phones(_) => {
                let id = format!("{}-{}", customer.id_text(), self.column);
                self.content.show(&self.element, view.clone(), &id, words)?;
                ("", "", None)
            }
        };
        if has_text(&view) {
            self.content.clear(&self.element)?;
        }
        if text != self.shown_text() {
            self.text.set_node_value(Some(text));
            // Without the words of the box that stands there too.
            if self.is_name {
                self.element.set_attribute("aria-label", text)?;
            }
        }
        self.look(class, title)?;
        self.shown = view;
        Ok(())
    }

    /// What stands in the cell's own text.
    fn shown_text(&self) -> &str {
        match &self.shown {
            CellView::Empty => "–",
            CellView::Text(text) | CellView::Number(text) | CellView::Masked(text) => text,
            CellView::Time { text, .. } | CellView::Days { text, .. } => text,
            _ => "",
        }
    }

    /// Sets class and title, where they are others than those of what was shown before.
    fn look(&self, class: &str, title: Option<&str>) -> Result<(), JsValue> {
        let (old_class, had_title) = match &self.shown {
            CellView::Empty => ("cell__empty", false),
            CellView::Number(_) => ("cell__number", false),
            CellView::Masked(_) => ("cell__masked", true),
            CellView::Time { exact, tone, .. } => (tone.class(), exact.is_some()),
            CellView::Days { band, .. } => (band.class(), false),
            _ => ("", false),
        };
        if old_class != class {
            let classes = self.element.class_list();
            if !old_class.is_empty() {
                classes.remove_1(old_class)?;
            }
            if !class.is_empty() {
                classes.add_1(class)?;
            }
        }
        match title {
            Some(title) => self.element.set_attribute("title", title),
            None if had_title => self.element.remove_attribute("title"),
            None => Ok(()),
        }
    }
}

/// Whether it is plain words, or nothing.
fn has_text(view: &CellView) -> bool {
    !matches!(
        view,
        CellView::Link { .. } | CellView::Approval(..) | CellView::Labels(_) | CellView::Phones(_)
    )
}
