//! What came of a run of calls, as text that can be sent to somebody. Names only, no numbers.
use crate::i18n::{Words, fill};
use crate::model::{CallMark, CallRun, CustomerId};

/// What a mark is called.
pub fn mark_name(mark: CallMark, words: &Words) -> &'static str {
    match mark {
        CallMark::Reached => words.mark_reached,
        CallMark::NoAnswer => words.mark_no_answer,
        CallMark::Later => words.mark_later,
    }
}

/// How many customers have each mark, and how many have none.
pub fn run_counts(run: &CallRun, words: &Words) -> Vec<(&'static str, usize)> {
    let counts = CallMark::ALL.map(|mark| (mark_name(mark, words), run.marked(mark).count()));
    let unmarked = run.order().len() - counts.iter().map(|(_, count)| count).sum::<usize>();
    counts.into_iter().chain([(words.run_unmarked, unmarked)]).collect()
}

/// The whole of it in lines; `moment` is when it ended.
pub fn run_summary(
    run: &CallRun,
    name: impl Fn(&CustomerId) -> String,
    moment: &str,
    words: &Words,
) -> String {
    let all = fill(words.run_all, &[&run.order().len().to_string()]);
    let mut lines = vec![format!("{} {moment}", words.run), all];
    for mark in CallMark::ALL {
        let names: Vec<String> = run.marked(mark).map(&name).collect();
        if !names.is_empty() {
            let title = format!("{} {}", mark_name(mark, words), names.len());
            lines.push(fill(words.chip, &[&title, &names.join(words.names_joint)]));
        }
    }
    match run_counts(run, words).last() {
        Some((title, count)) if *count > 0 => lines.push(format!("{title} {count}")),
        _ => {}
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn it_names_everybody_with_a_mark_and_counts_the_rest() {
        let ids = ["1", "2", "3", "4"].into_iter().filter_map(CustomerId::new);
        let mut run = CallRun::new(ids).unwrap();
        let name = |id: &CustomerId| format!("客户{id}");
        let text = |run: &CallRun| run_summary(run, name, "2026-11-26 15:30", Lang::Zh.words());
        assert_eq!(text(&run), "逐个拨打 2026-11-26 15:30\n共 4 位客户\n没有标记 4");
        for mark in [CallMark::Later, CallMark::Reached, CallMark::Later] {
            run.mark(Some(mark));
            run.step(true);
        }
        assert_eq!(
            text(&run),
            "逐个拨打 2026-11-26 15:30\n共 4 位客户\n接通 1: 客户2\n稍后 2: 客户1、客户3\n没有标记 1"
        );
        run.mark(Some(CallMark::NoAnswer));
        let counts = run_counts(&run, Lang::En.words());
        assert_eq!(counts, [("Reached", 1), ("No answer", 1), ("Later", 2), ("Not marked", 0)]);
        assert!(!text(&run).contains("没有标记"));
    }
}
