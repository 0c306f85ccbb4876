//! Selecting rows.
use super::List;
use crate::view_model::{Pick, reach};
use leptos::prelude::*;

impl List {
    pub(super) fn pick(self, pick: Pick) {
        if pick != Pick::Nobody && self.refuses() {
            return;
        }
        let selection = self.selection;
        self.rows.with_untracked(|rows| {
            let columns = &(*rows.page).as_ref().columns;
            let set = |rows: &mut dyn Iterator<Item = usize>, is_on| {
                self.rows.with_untracked(|all| {
                    selection.set(rows.filter_map(|row| all.customer(row)), columns, is_on);
                });
            };
            match pick {
                Pick::Toggle(row) => {
                    let Some(customer) = rows.customer(row) else { return };
                    if customer.id.is_none() {
                        return self.toast.show(self.words().no_row_id.to_owned());
                    }
                    let is_on = !selection.picked().with_untracked(|all| all.contains(customer));
                    set(&mut std::iter::once(row), is_on);
                }
                Pick::Reach { from, before, to } => {
                    set(&mut reach(from, before), false);
                    set(&mut reach(from, to), true);
                }
                Pick::Group(heading) => {
                    let rows_of =
                        || (heading + 1..rows.count()).take_while(|row| rows.source(*row).is_some());
                    let is_picked = |row: usize| {
                        rows.customer(row)
                            .is_some_and(|it| selection.picked().with_untracked(|all| all.contains(it)))
                    };
                    let is_on = !rows_of().all(is_picked);
                    set(&mut rows_of(), is_on);
                }
                Pick::All(is_on) => set(&mut (0..rows.count()), is_on),
                Pick::Nobody => selection.clear(),
            }
        });
    }
}
