//! Writing into the browser's history what the steps want there.
use super::Navigation;
use super::note::Note;
use super::steps::{Leaving, Op, Steps};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// How long a browser may take to go back by a step.
const GO_BACK_TIMEOUT: Duration = Duration::from_secs(2);

impl Navigation {
    pub(super) fn settle(self) {
        self.change(Steps::settle);
    }

    /// Writes the last step into the browser's history, if that is still to be done.
    pub(super) fn write(self) {
        self.change(Steps::write);
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Steps, Note) -> Vec<Op>) {
        // The page may be gone by then.
        let ops = self.steps.try_update_value(|steps| change(steps, Note::here()));
        self.run(ops.unwrap_or_default());
    }

    pub(super) fn run(self, ops: Vec<Op>) {
        for op in ops {
            // A browser that forbids it (too many steps a second) still shows the right list.
            if self.run_one(op).is_err() {
                return self.steps.update_value(|steps| steps.failed(Note::here()));
            }
        }
    }

    fn run_one(self, op: Op) -> Result<(), JsValue> {
        let history = window().history()?;
        match op {
            Op::Replace(note, address) => {
                let state = note.state(self.call.get_value());
                history.replace_state_with_url(&state, "", address.as_deref())
            }
            // What opens has the call of the list below it.
            Op::Push(note, None) => history.push_state(&note.state(Note::here_with_call().1), ""),
            Op::Push(note, address) => {
                let state = note.state(self.call.get_value());
                history.push_state_with_url(&state, "", address.as_deref())
            }
            Op::GoBack(by, way) => {
                set_timeout(move || self.give_up(way), GO_BACK_TIMEOUT);
                history.go_with_delta(-(by as i32))
            }
            Op::Back => history.back(),
        }
    }

    fn give_up(self, way: Leaving) {
        self.change(|steps, here| steps.give_up(way, here));
    }
}
