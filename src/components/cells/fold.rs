use crate::components::cells::cell_part::CellPart;
use crate::components::cells::markup::{Child, Markup};

/// What does not fit into a cell folds into "+3", which opens a small card with all of it. The browser
/// opens and closes it: no signal and no listener for any cell.
pub(crate) struct Fold {
    /// Tells its card apart from all others of the page.
    pub id: String,
    /// How many are folded away.
    pub count: usize,
    /// What the button says to whoever cannot see it: "3 more labels".
    pub name: String,
    /// All of them, those that stand in the cell too.
    pub parts: Vec<FoldedPart>,
}

/// One thing on the card.
pub(crate) struct FoldedPart {
    /// What it is called there; with this it has a line of its own.
    pub label: Option<String>,
    /// The thing itself.
    pub part: CellPart,
}

impl Fold {
    /// The button and its card.
    pub fn markup(self) -> [Child; 2] {
        let Self { id, count, name, parts } = self;
        let button = Markup::new("button", "fold")
            .with("type", Some("button"))
            .with("popovertarget", Some(id.clone()))
            .with("aria-label", Some(name.clone()))
            .with("title", Some(name))
            .with_children([Child::Text(format!("+{count}"))]);
        let card = Markup::new("span", "fold__card")
            .with("popover", Some("auto"))
            .with("id", Some(id))
            .with_children(parts.into_iter().map(FoldedPart::markup));
        [button, card].map(Child::Element)
    }
}

impl FoldedPart {
    fn markup(self) -> Child {
        let part = Child::Element(self.part.markup());
        let Some(label) = self.label else { return part };
        let label = Markup::new("span", "phone__label").with_children([Child::Text(label)]);
        Child::Element(Markup::new("span", "phone__line").with_children([Child::Element(label), part]))
    }
}
