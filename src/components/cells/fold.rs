use crate::components::cells::cell_part::CellPart;
use leptos::prelude::*;

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
    pub part: CellPart,
}

impl Fold {
    pub fn view(self) -> AnyView {
        let Self { id, count, name, parts } = self;
        let parts: Vec<_> = parts.into_iter().map(FoldedPart::view).collect();
        view! {
            <button type="button" class="fold" popovertarget=id.clone() aria-label=name.clone() title=name>
                {format!("+{count}")}
            </button>
            <div popover="auto" id=id class="fold__card">
                {parts}
            </div>
        }
        .into_any()
    }
}

impl FoldedPart {
    fn view(self) -> AnyView {
        let part = self.part.view();
        match self.label {
            Some(label) => {
                view! { <p class="phone__line"><span class="phone__label">{label}</span>{part}</p> }
                    .into_any()
            }
            None => part,
        }
    }
}
