use super::*;

fn id(text: &str) -> CustomerId {
    CustomerId::new(text).unwrap()
}

fn run(ids: &str) -> CallRun {
    CallRun::new(ids.split_whitespace().map(id)).unwrap()
}

fn current(run: &CallRun) -> &str {
    run.current().map_or("", CustomerId::as_str)
}

fn ids(run: &CallRun, mark: CallMark) -> String {
    run.marked(mark).map(CustomerId::as_str).collect::<Vec<_>>().join(" ")
}

#[test]
fn everybody_has_a_turn_once_in_the_order_given() {
    let mut run = run("3 1 3 2 1");
    let mut seen = vec![current(&run).to_owned()];
    while run.has(true) {
        run.step(true);
        seen.push(current(&run).to_owned());
    }
    assert_eq!(seen, ["3", "1", "2"]);
    assert_eq!(CallRun::new([]), None);
}

#[test]
fn steps_stop_at_the_ends_and_progress_counts_from_one() {
    let mut run = run("1 2 3");
    for (is_next, place, has) in [
        (false, (1, 3), (false, true)),
        (true, (2, 3), (true, true)),
        (true, (3, 3), (true, false)),
        (true, (3, 3), (true, false)),
        (false, (2, 3), (true, true)),
    ] {
        run.step(is_next);
        assert_eq!((run.place(), (run.has(false), run.has(true))), (place, has), "{is_next}");
    }
}

#[test]
fn a_next_page_comes_behind_and_moves_nobody() {
    let mut run = run("1 2");
    run.step(true);
    run.extend(["2", "3", "4"].map(id));
    assert_eq!((current(&run), run.place()), ("2", (2, 4)));
    run.step(true);
    assert_eq!(current(&run), "3");
}

#[test]
fn a_mark_is_the_present_customers_and_can_be_taken_back() {
    let mut run = run("1 2 3 4");
    run.mark(Some(CallMark::Reached));
    run.step(true);
    run.mark(Some(CallMark::Later));
    run.step(true);
    run.mark(Some(CallMark::NoAnswer));
    run.mark(Some(CallMark::Later));
    assert_eq!((ids(&run, CallMark::Reached), ids(&run, CallMark::Later)), ("1".into(), "2 3".into()));
    assert_eq!(ids(&run, CallMark::NoAnswer), "");
    run.mark(None);
    assert_eq!((run.mark_of(&id("3")), ids(&run, CallMark::Later)), (None, "2".into()));
    // Nobody outside of it has a mark.
    run.set_mark(id("9"), Some(CallMark::Reached));
    assert_eq!(run.mark_of(&id("9")), None);
}

#[test]
fn when_it_is_over_nobody_has_a_turn_and_who_is_left_can_be_called_again() {
    let mut run = run("1 2 3");
    run.step(true);
    run.mark(Some(CallMark::Later));
    run.end();
    assert!(run.is_over() && run.current().is_none() && run.has_marks());
    run.mark(Some(CallMark::Reached));
    assert_eq!(ids(&run, CallMark::Later), "2");
    let again = run.again().unwrap();
    assert_eq!((current(&again), again.place(), again.has_marks()), ("2", (1, 1), false));
    assert!(!run.go_to(&id("9")) && run.is_over());
    assert!(run.go_to(&id("3")) && !run.is_over());
    assert_eq!(run.place(), (3, 3));
    assert_eq!(again.again(), None);
}

#[test]
fn a_mark_is_known_by_its_word() {
    for mark in CallMark::ALL {
        assert_eq!(CallMark::from_name(mark.as_str()), Some(mark));
    }
    assert_eq!(CallMark::from_name("no_answer"), None);
}
