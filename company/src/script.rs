//! The day of one salesperson, as the page's features make it: what they ask for, and when.
use kehu::api::rate_limiter::Millis;

/// A minute.
pub const MINUTE: Millis = 60_000;
/// The day begins at 8:30.
pub const BEGIN: Millis = 510 * MINUTE;
/// It ends at 18:00.
pub const END: Millis = 1080 * MINUTE;
/// Nobody works from 12:00 to 13:30.
const BREAK: (Millis, Millis) = (720 * MINUTE, 810 * MINUTE);
/// Working hours of a day.
pub const HOURS: f64 = 8.0;
/// Rows on a page.
pub const ROWS: u32 = 15;

/// Customers who are due.
const DUE: u32 = 40;
const SEARCHES: usize = 12;
const FILTERS: usize = 8;
/// Kinds of filters whose values are asked for once a day.
const FILTER_KINDS: u32 = 5;
/// People who share three exports a day.
const TEAM: usize = 10;
const EXPORTS: usize = 3;
/// Rows of an export.
pub const EXPORT_ROWS: u64 = 500;

/// What a person does in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Opens the page: the list, and what can be sorted once a day.
    Open,
    /// Opens the due list, or another page of it.
    Due(u32),
    /// Has the pointer on the way to the next page of the due list.
    NearEnd(u32),
    /// Comes back to the page after a call.
    ComeBack,
    /// Searches; each has words of its own.
    Search(u32),
    /// Opens a filter's values.
    OpenFilter(u32),
    /// Sets a filter, each another one.
    Filter(u32),
    /// Exports the team's customers.
    Export,
}

/// Everything that a person does, in its order; who is slow works a little longer. All open the page within
/// `opening`. All chance comes from `dice`.
pub fn day(person: usize, opening: Millis, dice: &mut fastrand::Rng) -> Vec<(Millis, Act)> {
    let mut acts = Vec::new();
    let opened = BEGIN + dice.i64(0..opening.max(1));
    acts.push((opened, Act::Open));
    let mut now = opened + dice.i64(MINUTE / 2..3 * MINUTE);
    acts.push((now, Act::Due(1)));
    // One customer after the other: read, call, write down; the page is behind another window meanwhile.
    let mean = (END - now - (BREAK.1 - BREAK.0)) / Millis::from(DUE + 2);
    for customer in 0..DUE {
        now = past_break(now + dice.i64(mean / 2..mean * 3 / 2));
        acts.push((now, Act::ComeBack));
        let (page, row) = (customer / ROWS + 1, customer % ROWS);
        if row == ROWS - 3 && page * ROWS < DUE {
            acts.push((now + 1, Act::NearEnd(page)));
        }
        if row == ROWS - 1 && page * ROWS < DUE {
            acts.push((now + 2, Act::Due(page + 1)));
        }
    }
    let any_time = |dice: &mut fastrand::Rng| loop {
        let at = dice.i64(opened + MINUTE..END);
        if !(BREAK.0..BREAK.1).contains(&at) {
            return at;
        }
    };
    for search in 0..SEARCHES as u32 {
        acts.push((any_time(dice), Act::Search(search)));
    }
    for filter in 0..FILTERS as u32 {
        let at = any_time(dice);
        acts.push((at, Act::OpenFilter(filter % FILTER_KINDS)));
        acts.push((at + dice.i64(2000..8000), Act::Filter(filter)));
    }
    // The first of a team exports for all.
    if person.is_multiple_of(TEAM) {
        acts.extend((0..EXPORTS).map(|_| (any_time(dice), Act::Export)));
    }
    acts.sort_by_key(|(at, _)| *at);
    acts
}

/// Nothing is done in the break.
fn past_break(at: Millis) -> Millis {
    if (BREAK.0..BREAK.1).contains(&at) { at + BREAK.1 - BREAK.0 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_all_that_it_is_said_to_have_and_nothing_in_the_break() {
        for person in 0..50 {
            let acts = day(person, 30 * MINUTE, &mut fastrand::Rng::with_seed(person as u64));
            let count = |is: fn(&Act) -> bool| acts.iter().filter(|(_, act)| is(act)).count();
            assert_eq!(count(|act| matches!(act, Act::ComeBack)), DUE as usize);
            assert_eq!(count(|act| matches!(act, Act::Due(_))), 3);
            assert_eq!(count(|act| matches!(act, Act::Search(_))), SEARCHES);
            assert_eq!(count(|act| matches!(act, Act::Filter(_))), FILTERS);
            assert_eq!(count(|act| matches!(act, Act::Export)), if person % TEAM == 0 { EXPORTS } else { 0 });
            assert_eq!(acts[0].1, Act::Open);
            let in_break = |at: Millis| (BREAK.0 + MINUTE..BREAK.1).contains(&at);
            assert!(acts.iter().all(|(at, _)| (BEGIN..END + 60 * MINUTE).contains(at) && !in_break(*at)));
        }
    }
}
