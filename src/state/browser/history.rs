use crate::query::{Change, ListQuery, fragment};
use crate::state::browser::idle::when_idle;
use crate::state::browser::storage::{self, Key};
use leptos::{ev, prelude::*};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How long the address bar lags behind a turned page. To the browser a new address is a navigation, which
/// is work in the very moments in which the request leaves and its rows are painted: written at once, it
/// made rows that come at once come 10 to 20 ms later.
const LAG: Duration = Duration::from_millis(50);

/// How long a browser may take to go back by a step.
const WAY_BACK: Duration = Duration::from_secs(2);

/// The question, kept as the address bar's fragment, so that back, forward, reload and a pasted
/// link all give the same view.
#[derive(Clone, Copy)]
pub struct Navigation {
    query: RwSignal<ListQuery>,
    /// The names of what was not understood of the address.
    left_out: RwSignal<Vec<String>>,
    scroll_position: StoredValue<ScrollPosition>,
    arrival: StoredValue<Arrival>,
    unwritten: StoredValue<Option<Step>>,
    /// The call that the present question makes, for the next start.
    call: StoredValue<Option<String>>,
    over: StoredValue<Over>,
}

/// What is open over the list has steps of its own above the list's step in the browser's history, with
/// the same address: to go back from one closes something and leaves the list as it is.
#[derive(Clone, Copy, Default)]
struct Over {
    /// How many things are open.
    wanted: u32,
    /// How many steps above the list's the browser stood when it was looked at last.
    known: u32,
    /// The browser is on its way back to a lower step, because something was closed.
    is_leaving: bool,
    /// How often it went on such a way.
    ways: u32,
    /// The list's own step still has the address of before a change in its place: it was made while
    /// something was open.
    is_ahead: bool,
    /// Told how many things may stay open when somebody went back; says how many it closed.
    close_to: Option<Callback<u32, u32>>,
}

/// A step of the browser's history that is still to be written.
struct Step {
    /// `None` where only the scroll position is to be noted.
    address: Option<String>,
    in_place: bool,
    scroll_position: ScrollPosition,
}

/// How the present question came to be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// The user asked it just now.
    #[default]
    Asked,
    /// Only the page was turned.
    Turned,
    /// By back or forward: it was asked before, in this or an earlier life of the page.
    Returned,
}

/// Where in the list the reader was, in pixels. The browser's history keeps it with each step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScrollPosition {
    /// From the top.
    pub top: i32,
    /// From the left.
    pub left: i32,
}

impl Navigation {
    /// Reads the fragment, and again whenever it changes under our hands: back, forward, a link.
    pub(crate) fn read() -> Self {
        let scroll_position = ScrollPosition::noted();
        let (query, left_out) = present();
        let this = Self {
            query: RwSignal::new(query),
            left_out: RwSignal::new(left_out),
            scroll_position: StoredValue::new(scroll_position.unwrap_or_default()),
            arrival: StoredValue::new(Arrival::Asked),
            unwritten: StoredValue::new(None),
            call: StoredValue::new(None),
            over: StoredValue::new(Over { known: steps_over(), ..Over::default() }),
        };
        if scroll_position.is_none() {
            let first = Step { address: None, in_place: true, scroll_position: ScrollPosition::default() };
            this.unwritten.set_value(Some(first));
            when_idle(move || this.write());
        }
        let follow = move || {
            // Whoever went elsewhere meanwhile is no longer on the way there.
            this.unwritten.set_value(None);
            let (found, left_out) = present();
            this.left_out.set(left_out);
            if this.query.with_untracked(|known| *known != found) {
                // Only steps that were here before have a place noted; an address that was typed or
                // pasted has none.
                let scroll_position = ScrollPosition::noted();
                this.arrival.set_value(if scroll_position.is_some() {
                    Arrival::Returned
                } else {
                    Arrival::Asked
                });
                this.scroll_position.set_value(scroll_position.unwrap_or_default());
                this.note_scroll_position(scroll_position.unwrap_or_default());
                this.query.set(found);
            }
        };
        window_event_listener(ev::hashchange, move |_| follow());
        window_event_listener(ev::popstate, move |_| {
            let is_written = this.came_to_step();
            if !is_written {
                follow();
            }
            this.settle_over();
        });
        // A reload closes what was open over the list, and leaves its steps.
        when_idle(move || this.settle_over());
        window_event_listener(ev::click, move |event| this.follow_link(&event));
        this
    }

    /// The question.
    pub fn query(self) -> Signal<ListQuery> {
        self.query.into()
    }

    /// The saved view that was opened last.
    pub fn view(self) -> Signal<Option<String>> {
        Signal::derive(move || self.query.with(|query| query.view.clone()))
    }

    /// The names of what was not understood of the address, until it is put aside or another is written.
    pub fn left_out(self) -> RwSignal<Vec<String>> {
        self.left_out
    }

    /// How the present question came to be asked; told once.
    pub(crate) fn take_arrival(self) -> Arrival {
        self.arrival.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Where the reader was when they left the present step of the history; told once.
    pub(crate) fn take_spot(self) -> ScrollPosition {
        self.scroll_position.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// The reader has moved in the list: coming back to this step will find them there.
    pub fn note_scroll_position(self, scroll_position: ScrollPosition) {
        self.write();
        scroll_position.note();
    }

    /// Notes with the present step of the history which call its question makes, soon: a reload, or who comes
    /// back, asks it before the program is there.
    pub(crate) fn note_call(self, call: Option<String>) {
        self.call.set_value(call);
        when_idle(move || {
            // A step that is still to be written takes the note along.
            let is_written = self.unwritten.try_with_value(Option::is_none) == Some(true)
                && !self.over.get_value().is_leaving;
            if is_written && self.query.try_with_untracked(|query| *query == present().0) == Some(true) {
                let state = State { call: self.call.get_value(), ..State::present() };
                state.note();
            }
        });
    }

    /// Asks who keeps what is open over the list to close it when somebody goes back.
    pub(crate) fn on_back(self, close_to: Callback<u32, u32>) {
        self.over.update_value(|over| over.close_to = Some(close_to));
    }

    /// So many things are open over the list: back closes the topmost.
    pub(crate) fn set_over(self, wanted: u32) {
        self.over.update_value(|over| over.wanted = wanted);
        if wanted > steps_over() {
            self.settle_over();
        } else {
            // Where one thing gives way to another their steps are the same.
            set_timeout(move || self.settle_over(), Duration::ZERO);
        }
    }

    /// Gives what is open its steps above the list's, and takes away those of what was closed.
    fn settle_over(self) {
        // The page may be gone by then.
        let Some(Over { wanted, is_leaving, .. }) = self.over.try_get_value() else { return };
        let (known, Ok(history)) = (steps_over(), window().history()) else { return };
        if is_leaving || wanted == known {
            return;
        }
        if wanted < known {
            return self.leave(known, wanted);
        }
        self.write();
        let state = State::present();
        for over in known + 1..=wanted {
            let _ = history.push_state(&state.to_text(over).into(), "");
        }
        self.over.update_value(|over| over.known = steps_over());
    }

    /// Goes back to a lower step; what is to be written waits until the browser is there.
    fn leave(self, known: u32, wanted: u32) {
        self.over.update_value(|over| (over.is_leaving, over.ways) = (true, over.ways.wrapping_add(1)));
        let way = self.over.get_value().ways;
        if let Ok(history) = window().history() {
            let _ = history.go_with_delta(wanted as i32 - known as i32);
        }
        // A browser that does not go there says nothing of it. A later way is another one's to give up: taken
        // for the user's own step back, its end would lead out of the page.
        let give_up = move || {
            if self.over.try_get_value().is_some_and(|over| over.is_leaving && over.ways == way) {
                self.over.update_value(|over| (over.is_leaving, over.known) = (false, wanted));
                self.put();
            }
        };
        set_timeout(give_up, WAY_BACK);
    }

    /// The browser has come to another step. Says whether its address is written already.
    fn came_to_step(self) -> bool {
        let (before, here) = (self.over.get_value(), steps_over());
        self.over.update_value(|over| (over.known, over.is_leaving) = (here, false));
        let is_lower = before.is_ahead && here < before.known;
        if is_lower && self.unwritten.with_value(Option::is_none) {
            let address = Some(self.query.with_untracked(fragment::write));
            let scroll_position = ScrollPosition::noted().unwrap_or_default();
            self.unwritten.set_value(Some(Step { address, in_place: true, scroll_position }));
            self.put();
            self.over.update_value(|over| over.is_ahead = here > 0);
        }
        if before.is_leaving {
            let has_news = self.unwritten.with_value(Option::is_some);
            self.put();
            return has_news;
        }
        if here < before.known {
            let closed = before.close_to.map_or(0, |close_to| close_to.run(here));
            self.over.update_value(|over| over.wanted = over.wanted.min(here));
            // The step was that of something that has gone without a word: whoever goes back means
            // the one before.
            if closed == 0
                && let Ok(history) = window().history()
            {
                let _ = history.back();
            }
        }
        false
    }

    /// Makes a change as a new step of the browser's history.
    pub fn go(self, change: Change) {
        self.set(change, false);
    }

    /// Makes a change in place of the present step, as one word that is typed further.
    pub fn replace(self, change: Change) {
        self.set(change, true);
    }

    /// The address of the list after a change, for a link.
    pub fn href(self, change: Change) -> String {
        self.query.with(|query| fragment::write(&query.apply(change)))
    }

    fn set(self, change: Change, in_place: bool) {
        self.turn_to(self.query.with_untracked(|query| query.apply(change)), in_place);
    }

    fn turn_to(self, next: ListQuery, in_place: bool) {
        if self.query.with_untracked(|query| *query == next) {
            return;
        }
        self.write();
        self.left_out.maybe_update(|names| !std::mem::take(names).is_empty());
        let address = Some(fragment::write(&next));
        // That of the question before.
        self.call.set_value(None);
        self.unwritten.set_value(Some(Step {
            address,
            in_place,
            scroll_position: ScrollPosition::default(),
        }));
        let is_turned =
            self.query.with_untracked(|query| ListQuery { page: next.page, ..query.clone() } == next);
        if is_turned {
            set_timeout(move || self.write(), LAG);
        } else {
            // Nobody turns words and filters as fast as pages, and losing them to a reload is worse.
            self.write();
        }
        self.arrival.set_value(if is_turned { Arrival::Turned } else { Arrival::Asked });
        self.scroll_position.set_value(ScrollPosition::default());
        self.query.set(next);
    }

    /// Writes the last step into the browser's history, if that is still to be done.
    fn write(self) {
        if self.over.get_value().is_leaving {
            return;
        }
        // Steps of what is open that were left in the middle would be in the way of who goes forward.
        let is_new = |step: &Option<Step>| step.as_ref().is_some_and(|step| !step.in_place);
        match steps_over() {
            over if over > 1 && self.unwritten.with_value(is_new) => self.leave(over, 1),
            _ => self.put(),
        }
    }

    fn put(self) {
        let Some(step) = self.unwritten.try_update_value(Option::take).flatten() else { return };
        let over = steps_over();
        if step.address.is_some() {
            self.over.update_value(|known| known.is_ahead = step.in_place && over > 0);
        }
        let state = State { scroll_position: Some(step.scroll_position), call: self.call.get_value(), over };
        let (text, address) = (|over| state.to_text(over).into(), step.address.as_deref());
        if let Ok(history) = window().history() {
            // A browser that forbids it (too many steps a second) still shows the right list.
            let _ = if step.in_place {
                history.replace_state_with_url(&text(over), "", address)
            } else if over == 0 {
                history.push_state_with_url(&text(0), "", address)
            } else {
                // What is open stays on top: its step becomes the new list's, and it gets another.
                let list = history.replace_state_with_url(&text(0), "", address);
                list.and_then(|()| (1..=over).try_for_each(|over| history.push_state(&text(over), "")))
            };
        }
    }

    /// A plain click on a link of the list is followed at once: the browser would only tell of it
    /// later, and as it tells of going back.
    fn follow_link(self, event: &ev::MouseEvent) {
        let is_plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
            && !event.default_prevented();
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = element.filter(|_| is_plain).and_then(|it| it.closest("a[href^='#?']").ok().flatten());
        if let Some(address) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            self.turn_to(fragment::read(&address).0, false);
        }
    }
}

impl ScrollPosition {
    /// The place noted with the present step of the history, if there is one.
    pub fn noted() -> Option<Self> {
        State::present().scroll_position
    }

    /// Notes it with the present step of the history.
    pub fn note(self) {
        State { scroll_position: Some(self), ..State::present() }.note();
    }
}

/// What the browser's history keeps with a step: `top left`, then ` over`, `@stay` and `|call` where there
/// are such. `start/early_call.js` reads the call.
#[derive(Default, PartialEq)]
struct State {
    scroll_position: Option<ScrollPosition>,
    /// How many steps above the list's it stands.
    over: u32,
    /// The call of the address's question, as `crate::api::call_note` writes it.
    call: Option<String>,
}

impl State {
    /// That of the present step, unless somebody has left since.
    fn present() -> Self {
        let text = window().history().and_then(|history| history.state()).ok().and_then(|it| it.as_string());
        text.and_then(|text| Self::from_text(&text, &stay().unwrap_or_default())).unwrap_or_default()
    }

    fn from_text(text: &str, stay: &str) -> Option<Self> {
        let (text, call) = text.split_once('|').map_or((text, None), |(text, call)| (text, Some(call)));
        let (text, whose) = text.split_once('@').unwrap_or((text, ""));
        let mut numbers = text.split(' ').map(str::parse);
        let mut next = || numbers.next()?.ok();
        let scroll_position = ScrollPosition { top: next()?, left: next()? };
        let over = next().and_then(|over| u32::try_from(over).ok()).unwrap_or_default();
        (whose == stay).then(|| Self {
            scroll_position: Some(scroll_position),
            over,
            call: call.map(str::to_owned),
        })
    }

    /// Notes it with the present step of the history.
    fn note(&self) {
        if Self::present() != *self
            && let Ok(history) = window().history()
        {
            let _ = history.replace_state(&self.to_text(self.over).into(), "");
        }
    }

    /// As it is noted with a step that stands `over` steps above the list's.
    fn to_text(&self, over: u32) -> String {
        self.write(over, stay().as_deref())
    }

    fn write(&self, over: u32, stay: Option<&str>) -> String {
        let ScrollPosition { top, left } = self.scroll_position.unwrap_or_default();
        let mut text = format!("{top} {left}");
        if over > 0 {
            text.push_str(&format!(" {over}"));
        }
        if let Some(stay) = stay {
            text.extend(["@", stay]);
        }
        if let Some(call) = &self.call {
            text.extend(["|", call]);
        }
        text
    }
}

/// How many steps above the list's the present step of the history stands.
fn steps_over() -> u32 {
    State::present().over
}

/// Somebody has left: whoever comes next in this tab finds none of the places noted so far.
pub(crate) fn forget_places() {
    let stays = stay().and_then(|stay| stay.parse::<u32>().ok()).unwrap_or_default();
    storage::write_text(storage::session(), Key::Stay, &stays.saturating_add(1).to_string());
    ScrollPosition::default().note();
}

/// How many people have left this tab; `None` before the first has.
fn stay() -> Option<String> {
    storage::read_text(storage::session(), Key::Stay)
}

/// The question of the address, and the names of what was not understood of it.
fn present() -> (ListQuery, Vec<String>) {
    fragment::read(&window().location().hash().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_of_the_history_is_read_as_it_was_written_and_by_nobody_who_came_later() {
        let call = Some("/api/v2/customers?page=1&per_page=50&query=a@b 2026-11-26".to_owned());
        for (over, stay, call, text) in [
            (0, None, None, "700 -3"),
            (2, None, None, "700 -3 2"),
            (0, Some("1"), None, "700 -3@1"),
            (
                1,
                Some("1"),
                call.clone(),
                "700 -3 1@1|/api/v2/customers?page=1&per_page=50&query=a@b 2026-11-26",
            ),
            (0, None, call, "700 -3|/api/v2/customers?page=1&per_page=50&query=a@b 2026-11-26"),
        ] {
            let state = State { scroll_position: Some(ScrollPosition { top: 700, left: -3 }), over, call };
            assert_eq!(state.write(over, stay), text);
            assert!(State::from_text(text, stay.unwrap_or_default()) == Some(state), "{text}");
            assert!(State::from_text(text, "2").is_none(), "{text}");
        }
        for junk in ["", "x", "1", "x 2", "|/api/v2/customers"] {
            assert!(State::from_text(junk, "").is_none(), "{junk}");
        }
    }
}
