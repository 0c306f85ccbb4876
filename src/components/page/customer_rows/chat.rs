//! Customers as words for a chat, their numbers, and the next follow-up for a calendar.
use super::List;
use super::selected::rows_copied;
use crate::components::export::download::download;
use crate::components::page::phone_clicks::call_number;
use crate::components::parts::dialog::{Modal, sheet_head};
use crate::components::{IconName, MenuItem};
use crate::i18n::fill;
use crate::layout::Layout;
use crate::model::{Customer, Picked};
use crate::state::{today, utc_stamp};
use crate::view_model::{
    ColumnFacts, Copied, NextFollowUp, available_columns, calendar, callable_numbers, chat_line, copied_lines,
};
use leptos::prelude::*;

impl List {
    /// What the menu of a row offers beside its copies.
    pub(super) fn chat_items(self, row: usize) -> Vec<MenuItem> {
        let words = self.words();
        let say = move |text| self.toast.show(text);
        let Some(customer) = self.rows.with_untracked(|rows| rows.customer(row).cloned()) else {
            return Vec::new();
        };
        let columns = self.available.get_untracked();
        let line = copied_lines(&[chat_line(&customer, &columns, today(), words)]);
        let numbers = callable_numbers(&customer);
        let next = NextFollowUp::of(&customer, &columns, today(), words);
        // The first one, as on the row. It is not written here, since numbers may be hidden.
        let call = numbers.first().cloned().map(|number| {
            MenuItem::run(words.call_now, Some(IconName::Phone), move || {
                if !self.refuses() {
                    call_number(&number);
                }
            })
        });
        let mut items: Vec<_> = call.into_iter().collect();
        items.push(MenuItem::run(words.copy_line, None, move || {
            self.copy(Some(line.clone()).filter(|_| !self.refuses()), rows_copied(1, words), say);
        }));
        if !numbers.is_empty() {
            let done = fill(words.numbers_copied, &[&numbers.len().to_string()]);
            let copied = copied_lines(&numbers);
            items.push(MenuItem::run(words.copy_numbers, None, move || {
                self.copy(Some(copied.clone()).filter(|_| !self.refuses()), done.clone(), say);
            }));
        }
        items.extend(next.map(|next| {
            MenuItem::run(words.save_next, None, move || {
                if !self.refuses() {
                    self.save_next(&customer, &next);
                }
            })
        }));
        items
    }

    /// A file with the next follow-up, once it is known whether the name may stand in it.
    fn save_next(self, customer: &Customer, next: &NextFollowUp) {
        match self.settings.calendar_names.get_untracked() {
            Some(has_name) => self.write_next(customer, next, has_name),
            None => self.unnamed.set(Some((customer.clone(), next.clone()))),
        }
    }

    fn write_next(self, customer: &Customer, next: &NextFollowUp, has_name: bool) {
        let words = self.words();
        let name = Some(customer.name.as_str()).filter(|name| has_name && !name.is_empty());
        let text = calendar(customer.id_text(), next, name, &utc_stamp(), words);
        let file = format!("{}.ics", words.calendar_file);
        if download(&file, "text/calendar;charset=utf-8", &text).is_none() {
            self.toast.show(words.open_in_browser.to_owned());
        }
    }

    /// The question whether the name may stand in a calendar. It is asked once; who closes it is asked again.
    pub(super) fn calendar_question(self) -> AnyView {
        let (words, unnamed) = (self.words(), self.unnamed);
        let is_open = Signal::derive(move || unnamed.with(Option::is_some));
        let on_close = Callback::new(move |()| unnamed.set(None));
        let answer = move |has_name: bool| {
            self.settings.calendar_names.set(Some(has_name));
            if let Some((customer, next)) = unnamed.try_update(Option::take).flatten() {
                self.write_next(&customer, &next, has_name);
            }
        };
        view! {
            <Modal is_open on_close class="sheet ask" id="calendar-question">
                <div class="ask__text">
                    {sheet_head("ask__head", "calendar-question", words.calendar_ask, on_close, words)}
                    <p>{words.calendar_ask_hint}</p>
                    <div class="ask__ways">
                        <button type="button" class="button" data-testid="calendar-nameless" on:click=move |_| answer(false)>
                            {words.calendar_nameless}
                        </button>
                        <button type="button" class="button" data-testid="calendar-named" on:click=move |_| answer(true)>
                            {words.calendar_named}
                        </button>
                    </div>
                </div>
            </Modal>
        }
        .into_any()
    }

    /// The selected customers, a line each.
    pub(super) fn picked_lines(self) -> Copied {
        let (words, lang) = (self.words(), self.settings.language());
        let facts = ColumnFacts { fields: self.fields.catalog().get_untracked(), ..ColumnFacts::default() };
        let line = |picked: &Picked| {
            let columns = available_columns(&picked.columns, &Layout::default(), &facts, lang);
            chat_line(&picked.customer, &columns, today(), words)
        };
        self.selection.picked().with_untracked(|all| copied_lines(&all.iter().map(line).collect::<Vec<_>>()))
    }

    /// The numbers of the selected customers that can be called, and how many those are.
    pub(super) fn picked_numbers(self) -> (Copied, usize) {
        let numbers: Vec<String> = self
            .selection
            .picked()
            .with_untracked(|all| all.iter().flat_map(|picked| callable_numbers(&picked.customer)).collect());
        (copied_lines(&numbers), numbers.len())
    }
}
