//! Draws the header. A cell stays the same element as long as its column is drawn: so the focus and
//! a drag are not lost when the table is scrolled sideways.
use super::frame::Frame;
use crate::components::HeadCell;
use crate::i18n::Words;
use crate::model::{Catalog, ColumnId};
use crate::query::{Direction, Sort};
use crate::view_model::{ColumnView, Slot, column_note};
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::{Element, Node};

/// What a header needs to know beside its columns.
#[derive(Clone, Copy)]
pub(super) struct HeadInputs {
    pub sort: Signal<Option<Sort>>,
    pub catalog: Signal<Arc<Catalog>>,
    pub href: Callback<ColumnId, String>,
    pub words: &'static Words,
}

/// The header's row.
pub(super) struct Head {
    row: Element,
    inputs: HeadInputs,
    /// Signals of the cells live under it and not under the effect that draws.
    owner: Owner,
    drawn: Vec<DrawnHead>,
}

struct DrawnHead {
    key: Key,
    element: Element,
    state: <AnyView as Render>::State,
    owner: Owner,
}

/// What a header cell is made of; a cell of another key is another cell.
#[derive(PartialEq)]
enum Key {
    Gap(usize),
    Column { at: usize, view: ColumnView, pinned_at: Option<u32>, has_check: bool },
}

impl Head {
    pub fn new(row: Element, owner: Owner, inputs: HeadInputs) -> Self {
        Self { row, inputs, owner, drawn: Vec::new() }
    }

    /// Draws the header of a frame, and nothing that stands there already.
    pub fn draw(&mut self, frame: &Frame) -> Result<(), JsValue> {
        let mut old = std::mem::take(&mut self.drawn);
        let mut next: Option<Node> = self.row.first_child();
        for slot in &frame.slots {
            let key = key(slot, frame);
            let head = match old.iter().position(|head| head.key == key) {
                Some(at) => {
                    let head = old.remove(at);
                    if next.as_ref() != Some(head.element.as_ref()) {
                        self.row.insert_before(&head.element, next.as_ref())?;
                    }
                    head
                }
                None => self.make(key, next.as_ref())?,
            };
            next = head.element.next_sibling();
            self.drawn.push(head);
        }
        for mut head in old {
            head.state.unmount();
            head.owner.cleanup();
        }
        Ok(())
    }

    fn make(&self, key: Key, before: Option<&Node>) -> Result<DrawnHead, JsValue> {
        let owner = self.owner.child();
        let mut state = owner.with(|| view(&key, self.inputs).build());
        let marker = before.cloned();
        state.mount(&self.row, marker.as_ref());
        let made = match before {
            Some(before) => before.previous_sibling(),
            None => self.row.last_child(),
        };
        let element = made.map(wasm_bindgen::JsCast::unchecked_into).ok_or(JsValue::NULL)?;
        Ok(DrawnHead { key, element, state, owner })
    }
}

fn key(slot: &Slot, frame: &Frame) -> Key {
    match *slot {
        Slot::Gap(count) => Key::Gap(count),
        Slot::Column(at) => Key::Column {
            at,
            view: frame.columns[at].clone(),
            pinned_at: frame.pinned_at[at],
            has_check: frame.check_at == at,
        },
    }
}

fn view(key: &Key, inputs: HeadInputs) -> AnyView {
    let HeadInputs { sort, catalog, href, words } = inputs;
    match key {
        Key::Gap(count) => {
            view! { <td class="table__gap" colspan=*count aria-hidden="true"></td> }.into_any()
        }
        Key::Column { at, view, pinned_at, has_check } => {
            let (id, sorted_id) = (view.id.clone(), view.id.clone());
            let address = move || catalog.with(|catalog| catalog.sorts_by(&id)).then(|| href.run(id.clone()));
            let sorted = move || -> Option<Direction> {
                sort.with(|sort| {
                    sort.as_ref().filter(|sort| sort.column == sorted_id).map(|sort| sort.direction)
                })
            };
            view! {
                <HeadCell
                    column=view.id.as_str().to_owned()
                    title=view.title.clone()
                    index=at + 1
                    pinned_at=*pinned_at
                    is_computed=view.is_computed()
                    note=column_note(view.id.as_str(), view.is_missing, words)
                    has_check=*has_check
                    href=Memo::new(move |_| address())
                    sorted=Memo::new(move |_| sorted())
                    words
                />
            }
            .into_any()
        }
    }
}
