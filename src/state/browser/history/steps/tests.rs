use super::*;

/// What happens to the page.
#[derive(Clone, Copy)]
enum Event {
    /// A link is followed, or something is asked that is a new step.
    Link(&'static str),
    /// A word is typed further.
    Type(&'static str),
    /// The page is turned; the address follows at [`Event::Lag`].
    Turn(&'static str),
    Lag,
    /// So many things are open now.
    Open(u32),
    /// One of them has gone without a word.
    Vanish,
    /// A moment later.
    Settle,
    /// The browser has gone back as it was told.
    Arrive,
    /// Two seconds after the way of this number began.
    Timer(u32),
    /// The user goes back or forward.
    Back,
    Forward,
    /// Two steps back at once, by the browser's list of them.
    BackTwice,
    /// The user writes another address.
    Paste(&'static str),
    /// The reader scrolls.
    Scroll(i32),
}
use Event::*;

/// A browser and the part of the page that follows it.
struct Page {
    steps: Steps,
    history: Vec<(String, Note)>,
    at: usize,
    shown: String,
    open: u32,
    /// How many steps the browser was told to go back, each time.
    going: Vec<u32>,
    ways: Vec<Leaving>,
}

impl Page {
    fn start(over: u32) -> Self {
        let step = |over| ("a".to_owned(), Note { over, ..Note::default() });
        let at = over as usize;
        Self {
            steps: Steps::new(over),
            history: (0..=over).map(step).collect(),
            at,
            shown: "a".to_owned(),
            open: 0,
            going: Vec::new(),
            ways: Vec::new(),
        }
    }

    fn here(&self) -> Note {
        self.history[self.at].1
    }

    fn run(&mut self, ops: Vec<Op>) {
        for op in ops {
            match op {
                Op::Replace(note, address) => {
                    let step = &mut self.history[self.at];
                    *step = (address.unwrap_or(step.0.clone()), note);
                }
                Op::Push(note, address) => {
                    let address = address.unwrap_or(self.history[self.at].0.clone());
                    self.history.truncate(self.at + 1);
                    self.history.push((address, note));
                    self.at += 1;
                }
                Op::GoBack(by, way) => {
                    self.going.push(by);
                    self.ways.push(way);
                }
                Op::Back => self.going.push(1),
            }
        }
    }

    fn ask(&mut self, address: &str, in_place: bool, may_lag: bool) {
        let step = Step { address: Some(address.to_owned()), in_place, scroll_position: Default::default() };
        let ops = self.steps.ask(step, may_lag, self.here());
        self.run(ops);
        self.shown = address.to_owned();
    }

    fn arrive(&mut self, at: usize) {
        self.at = at;
        let shown = self.shown.clone();
        let arrived = self.steps.arrive(self.here(), || shown);
        self.run(arrived.ops);
        if let Some(stay) = arrived.close_to {
            let closed = self.open.saturating_sub(stay);
            self.open = self.open.min(stay);
            self.run(Steps::closed(closed));
        }
        if arrived.is_followed {
            self.steps.drop_pending();
            self.shown = self.history[self.at].0.clone();
        }
        let ops = self.steps.settle(self.here());
        self.run(ops);
    }

    fn happen(&mut self, event: Event) {
        let here = self.here();
        let ops = match event {
            Link(address) => return self.ask(address, false, false),
            Type(address) => return self.ask(address, true, false),
            Turn(address) => return self.ask(address, false, true),
            Lag => self.steps.write(here),
            Open(open) => {
                self.open = open;
                self.steps.set_open(open, here)
            }
            Vanish => {
                self.open -= 1;
                return;
            }
            Settle => self.steps.settle(here),
            Arrive => {
                let by = self.going.remove(0) as usize;
                return self.arrive(self.at - by);
            }
            Timer(way) => {
                let way = self.ways[way as usize - 1];
                self.steps.give_up(way, here)
            }
            Back => return self.arrive(self.at - 1),
            BackTwice => return self.arrive(self.at - 2),
            Forward => return self.arrive(self.at + 1),
            Paste(address) => {
                self.run(vec![Op::Push(Note::default(), Some(address.to_owned()))]);
                return self.arrive(self.at);
            }
            Scroll(top) => {
                let ops = self.steps.write(here);
                self.run(ops);
                self.history[self.at].1.scroll_position.top = top;
                return;
            }
        };
        self.run(ops);
    }

    /// The steps, the present one in brackets: address, `+` for each step above the list's, `@` and where the
    /// reader was. Then what is shown, and how often the browser has still to go back.
    fn text(&self) -> String {
        let mut text = String::new();
        for (at, (address, note)) in self.history.iter().enumerate() {
            let top = note.scroll_position.top;
            let scrolled = if top > 0 { format!("@{top}") } else { String::new() };
            let step = format!("{address}{}{scrolled}", "+".repeat(note.over as usize));
            text += &if at == self.at { format!("[{step}] ") } else { format!("{step} ") };
        }
        let open = if self.open > 0 { format!(" {} open", self.open) } else { String::new() };
        let going = " going".repeat(self.going.len());
        format!("{text}shows {}{open}{going}", self.shown)
    }
}

#[track_caller]
fn check_from(over: u32, events: &[Event], expected: &str) {
    let mut page = Page::start(over);
    for event in events {
        page.happen(*event);
    }
    assert_eq!(page.text(), expected);
}

#[track_caller]
fn check(events: &[Event], expected: &str) {
    check_from(0, events, expected);
}

#[test]
fn a_question_is_a_step_and_a_word_typed_further_is_none() {
    check(&[], "[a] shows a");
    check(&[Link("b")], "a [b] shows b");
    check(&[Type("b")], "[b] shows b");
    check(&[Link("b"), Type("c"), Link("d")], "a c [d] shows d");
    check(&[Link("b"), Back], "[a] b shows a");
    check(&[Link("b"), Back, Forward], "a [b] shows b");
    check(&[Link("b"), Back, Link("c")], "a [c] shows c");
    check(&[Link("b"), Paste("c"), Back], "a [b] c shows b");
}

#[test]
fn the_address_of_a_turned_page_follows() {
    check(&[Turn("p2")], "[a] shows p2");
    check(&[Turn("p2"), Lag], "a [p2] shows p2");
    check(&[Turn("p2"), Lag, Lag], "a [p2] shows p2");
    // Whatever else touches the history writes the step that is due before.
    check(&[Turn("p2"), Turn("p3"), Lag], "a p2 [p3] shows p3");
    check(&[Turn("p2"), Link("b")], "a p2 [b] shows b");
    check(&[Turn("p2"), Type("b")], "a [b] shows b");
    check(&[Turn("p2"), Scroll(7)], "a [p2@7] shows p2");
    check(&[Turn("p2"), Open(1)], "a p2 [p2+] shows p2 1 open");
    // Who goes elsewhere meanwhile is no longer on the way there.
    check(&[Link("b"), Turn("p2"), Back, Lag], "[a] b shows a");
    check(&[Turn("p2"), Paste("b"), Lag], "a [b] shows b");
}

#[test]
fn a_step_keeps_where_the_reader_was() {
    check(&[Scroll(7), Link("b")], "a@7 [b] shows b");
    check(&[Scroll(7), Open(1)], "a@7 [a+@7] shows a 1 open");
    check(&[Scroll(7), Link("b"), Scroll(9), Back], "[a@7] b@9 shows a");
}

#[test]
fn back_closes_what_was_opened_last() {
    check(&[Open(1)], "a [a+] shows a 1 open");
    check(&[Open(1), Open(2)], "a a+ [a++] shows a 2 open");
    check(&[Open(1), Back], "[a] a+ shows a");
    check(&[Open(1), Open(2), Back], "a [a+] a++ shows a 1 open");
    check(&[Open(1), Open(2), Back, Back], "[a] a+ a++ shows a");
    check(&[Link("b"), Open(1), Back, Back], "[a] b b+ shows a");
    check(&[Link("b"), Open(1), BackTwice], "[a] b b+ shows a");
    check(&[Link("b"), Type("c"), Open(1), BackTwice], "[a] c c+ shows a");
    // What is open is closed for good: forward leads to its step, which is left again.
    check(&[Open(1), Back, Forward], "a [a+] shows a going");
    check(&[Open(1), Back, Forward, Arrive], "[a] a+ shows a");
}

#[test]
fn what_is_closed_otherwise_takes_its_steps_along() {
    check(&[Open(1), Open(0)], "a [a+] shows a");
    check(&[Open(1), Open(0), Settle], "a [a+] shows a going");
    check(&[Open(1), Open(0), Settle, Arrive], "[a] a+ shows a");
    check(&[Open(1), Open(2), Open(0), Settle, Arrive], "[a] a+ a++ shows a");
    check(&[Link("b"), Open(1), Open(0), Settle, Arrive, Back], "[a] b b+ shows a");
    check(&[Open(1), Open(0), Settle, Settle], "a [a+] shows a going");
    // Where one thing gives way to another, the step is the same.
    check(&[Open(1), Open(0), Open(1), Settle], "a [a+] shows a 1 open");
    // What opens while the browser is on its way gets its step when it is there.
    check(&[Open(1), Open(0), Settle, Open(1), Settle], "a [a+] shows a 1 open going");
    check(&[Open(1), Open(0), Settle, Open(1), Arrive], "a [a+] shows a 1 open");
}

#[test]
fn the_step_of_what_went_without_a_word_is_passed_over() {
    check(&[Link("b"), Open(1), Vanish, Back], "a [b] b+ shows b going");
    check(&[Link("b"), Open(1), Vanish, Back, Arrive], "[a] b b+ shows a");
}

#[test]
fn a_question_that_is_asked_while_something_is_open_goes_below_it() {
    check(&[Open(1), Link("b")], "a b [b+] shows b 1 open");
    check(&[Open(1), Link("b"), Back], "a [b] b+ shows b");
    check(&[Open(1), Link("b"), Back, Back], "[a] b b+ shows a");
    check(&[Open(1), Link("b"), Link("c")], "a b c [c+] shows c 1 open");
    // Among several the browser first goes back to the lowest.
    check(&[Open(1), Open(2), Link("b")], "a a+ [a++] shows b 2 open going");
    check(&[Open(1), Open(2), Link("b"), Arrive], "a b b+ [b++] shows b 2 open");
    check(&[Open(1), Open(2), Link("b"), Arrive, Back, Back], "a [b] b+ b++ shows b");
    check(&[Open(1), Open(0), Settle, Link("b"), Arrive], "a [b] shows b");
}

#[test]
fn a_change_in_place_that_is_made_while_something_is_open_stays() {
    check(&[Open(1), Type("b")], "a [b+] shows b 1 open");
    check(&[Open(1), Type("b"), Back], "[b] b+ shows b");
    check(&[Open(1), Type("b"), Open(0), Settle, Arrive], "[b] b+ shows b");
    check(&[Open(1), Open(2), Type("b"), Back], "a [b+] b++ shows b 1 open");
    check(&[Open(1), Open(2), Type("b"), Back, Back], "[b] b+ b++ shows b");
    check(&[Open(1), Open(2), Type("b"), Open(0), Settle, Arrive], "[b] a+ b++ shows b");
}

#[test]
fn what_is_closed_twice_in_two_seconds_never_leads_out_of_the_page() {
    let twice = [Open(1), Open(2), Open(1), Settle, Arrive, Open(0), Settle];
    check(&twice, "a [a+] a++ shows a going");
    // The first way's time is up while the second is still under way.
    let late = [&twice[..], &[Timer(1)]].concat();
    check(&late, "a [a+] a++ shows a going");
    check(&[&late[..], &[Arrive]].concat(), "[a] a+ a++ shows a");
    check(&[&late[..], &[Link("b"), Arrive]].concat(), "a [b] shows b");
    let again = [Open(1), Open(0), Settle, Arrive, Open(1), Open(0), Settle];
    check(&[&again[..], &[Timer(1), Link("b"), Arrive]].concat(), "a [b] shows b");
}

#[test]
fn a_browser_that_does_not_go_back_is_not_waited_for() {
    let stuck = [Open(1), Open(0), Settle, Link("b")];
    check(&stuck, "a [a+] shows b going");
    check(&[&stuck[..], &[Timer(1)]].concat(), "a b [b+] shows b going");
    // It was on its way all the same: nothing is closed and nothing left by that.
    check(&[Open(1), Open(0), Settle, Timer(1), Arrive], "[a] a+ shows a");
}

#[test]
fn a_reload_closes_what_was_open_and_leaves_its_steps() {
    check_from(1, &[], "a [a+] shows a");
    check_from(1, &[Settle, Arrive], "[a] a+ shows a");
    check_from(2, &[Settle, Arrive], "[a] a+ a++ shows a");
    check_from(1, &[Link("b")], "a b [b+] shows b");
    check_from(1, &[Open(1), Settle, Back], "[a] a+ shows a");
}

#[test]
fn an_address_that_was_just_written_is_not_read_again() {
    // A browser may have refused to write it: the list is the right one all the same.
    let arrive = |events: &[Event]| {
        let mut page = Page::start(0);
        for event in events {
            page.happen(*event);
        }
        page.steps.arrive(Note::default(), String::new).is_followed
    };
    assert!(!arrive(&[Open(1), Open(0), Settle, Link("b")]));
    assert!(arrive(&[Open(1), Open(0), Settle]));
    assert!(arrive(&[Open(1)]));
}

#[test]
fn a_step_that_the_browser_refused_is_not_reckoned_with() {
    let mut steps = Steps::new(0);
    assert_eq!(steps.set_open(1, Note::default()).len(), 1);
    steps.failed(Note::default());
    assert_eq!(steps.arrive(Note::default(), String::new).close_to, None);
}

#[test]
fn a_step_without_an_address_only_notes_the_position() {
    let step = Step { address: None, in_place: true, scroll_position: ScrollPosition::default() };
    let mut steps = Steps::new(0);
    assert!(steps.is_settled());
    assert_eq!(steps.ask(step, true, Note::default()), []);
    assert!(!steps.is_settled());
    assert_eq!(steps.write(Note::default()), [Op::Replace(Note::default(), None)]);
    assert!(steps.is_settled());
    assert_eq!(steps.write(Note::default()), []);
}
