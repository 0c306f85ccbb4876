//! What the menus of a cell and of a column offer.
use super::List;
use super::selected::rows_copied;
use crate::components::{ContextMenu, IconName, MenuItem, MenuRequest, OpenMenu};
use crate::i18n::fill;
use crate::layout::LayoutChange;
use crate::model::CustomerId;
use crate::query::{Change, Direction, Sort};
use crate::view_model::{Copied, Pick, Place, copied, filter_by, row_texts};
use leptos::prelude::*;

impl List {
    /// The menu of whichever cell or column asked, until it is closed.
    pub fn context_menu(self, asked: RwSignal<Option<MenuRequest>>) -> AnyView {
        let offer = move |request: MenuRequest| match request.place.customer() {
            Some(row) => self.cell_menu(row, request),
            None => self.column_menu(request),
        };
        // It offers what was so when it was asked for, and each time it is asked for it is another menu.
        let menu =
            Memo::new_with_compare(move |_| asked.get().and_then(|it| untrack(|| offer(it))), |_, _| true);
        let on_close = Callback::new(move |()| asked.set(None));
        // What it offers is about rows that are gone then.
        let stamp = move || self.rows.with(|rows| rows.stamp);
        Effect::watch(stamp, move |_, _, _| asked.set(None), false);
        view! { <ContextMenu menu on_close />{self.calendar_question()} }.into_any()
    }

    fn cell_menu(self, row: usize, request: MenuRequest) -> Option<OpenMenu> {
        let words = self.words();
        let MenuRequest { place, x, y, .. } = request;
        let (id, name, is_picked) = self.rows.with_untracked(|rows| {
            let customer = rows.customer(row)?;
            let is_picked = self.selection.picked().with_untracked(|all| all.contains(customer));
            Some((customer.id.clone(), customer.name.clone(), is_picked))
        })?;
        let say = move |text| self.toast.show(text);
        // Other rows may come while it is open: it keeps to the customer for whom it was opened.
        let (cell, whole) = (self.copied_cell(place), self.copied_row(row));
        let has_id = id.is_some();
        let in_crm = self.operator.customer_url.with_value(|url| url.as_ref()?.href(id.as_ref()?.as_str()));
        let here = move || self.row_of(id.as_ref(), row);
        let picked = here.clone();
        let mut items = vec![MenuItem::run(words.open_customer, Some(IconName::Open), move || {
            here().into_iter().for_each(|row| self.open(row));
        })];
        if has_id {
            items.push(MenuItem::run(
                if is_picked { words.unpick } else { words.pick },
                Some(IconName::Check),
                move || picked().into_iter().for_each(|row| self.pick(Pick::Toggle(row))),
            ));
        }
        items.extend(in_crm.map(|href| MenuItem::open_in_crm(words.open_in_crm, href)));
        items.extend([
            MenuItem::line(),
            MenuItem::run(words.copy_cell, Some(IconName::Copy), move || {
                self.copy(cell.clone().filter(|_| !self.refuses()), words.copied.to_owned(), say);
            }),
            MenuItem::run(words.copy_row, None, move || {
                self.copy(whole.clone().filter(|_| !self.refuses()), rows_copied(1, words), say);
            }),
        ]);
        items.extend(self.chat_items(row));
        let filter = self.rows.with_untracked(|rows| {
            let columns = self.columns.get_untracked();
            filter_by(rows.customer(row)?, columns.get(place.column)?)
        });
        if let Some((change, value)) = filter {
            items.push(MenuItem::line());
            let text = fill(words.only_this, &[&value]);
            items.push(MenuItem::run(text, Some(IconName::Filter), move || {
                self.question.change(change.clone())
            }));
        }
        Some(OpenMenu { title: name, x, y, items })
    }

    fn column_menu(self, request: MenuRequest) -> Option<OpenMenu> {
        let words = self.words();
        let MenuRequest { place: Place { column: at, .. }, x, y, fitting_width } = request;
        let columns = self.columns.get_untracked();
        let column = columns.get(at)?.clone();
        let id = column.id.clone();
        let mut items = Vec::new();
        if self.options.catalog().with_untracked(|catalog| catalog.sorts_by(&id)) {
            for (direction, text, icon) in [
                (Direction::Ascending, words.sort_up, Some(IconName::Up)),
                (Direction::Descending, words.sort_down, Some(IconName::Down)),
            ] {
                let sort = Change::Sort(Some(Sort { column: id.clone(), direction }));
                items.push(MenuItem::link(text, icon, self.navigation.href(sort)));
            }
            items.push(MenuItem::line());
        }
        let change = |text: &str, icon: Option<IconName>, change: LayoutChange| {
            MenuItem::run(text, icon, move || self.lay_out(change.clone()))
        };
        items.push(if column.is_pinned {
            change(words.unpin, Some(IconName::Pin), LayoutChange::Unpin(id.clone()))
        } else {
            change(words.pin, Some(IconName::Pin), LayoutChange::Pin(id.clone()))
        });
        let before = |at: usize| columns.get(at).map(|it| it.id.clone());
        if at > 0 {
            let step = LayoutChange::Move { column: id.clone(), before: before(at - 1) };
            items.push(change(words.move_left, Some(IconName::Left), step));
        }
        if at + 1 < columns.len() {
            let step = LayoutChange::Move { column: id.clone(), before: before(at + 2) };
            items.push(change(words.move_right, Some(IconName::Right), step));
        }
        items.push(MenuItem::line());
        if let Some(width) = fitting_width {
            items.push(change(words.fit_width, Some(IconName::Fit), LayoutChange::Width(id.clone(), width)));
        }
        items.push(change(words.wider, None, LayoutChange::Width(id.clone(), column.width + 40)));
        items.push(change(
            words.narrower,
            None,
            LayoutChange::Width(id.clone(), column.width.saturating_sub(40)),
        ));
        items.push(change(words.own_width, None, LayoutChange::OwnWidth(id.clone())));
        if columns.len() > 1 {
            items.push(MenuItem::line());
            items.push(change(
                &fill(words.hide_this, &[&column.title]),
                Some(IconName::EyeOff),
                LayoutChange::Hide(vec![id]),
            ));
        }
        Some(OpenMenu { title: column.title, x, y, items })
    }

    /// Where a customer stands now, who stood in this row.
    fn row_of(self, id: Option<&CustomerId>, row: usize) -> Option<usize> {
        self.rows.with_untracked(|rows| {
            let is_here = |row: &usize| rows.customer(*row).is_some_and(|it| it.id.as_ref() == id);
            Some(row).filter(is_here).or_else(|| (0..rows.count()).find(is_here).filter(|_| id.is_some()))
        })
    }

    fn copied_row(self, row: usize) -> Option<Copied> {
        self.rows.with_untracked(|rows| {
            let columns = self.columns.get_untracked();
            let texts = row_texts(rows.customer(row)?, &columns, rows.dates.today, self.words());
            Some(copied(&[texts]))
        })
    }
}
