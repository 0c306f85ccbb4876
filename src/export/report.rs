use super::{Scope, Tally, push_line};
use crate::i18n::{Words, fill};

/// What an export was and whether it is whole: shown in the page and written into the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Which customers were meant; `None` before anything was chosen.
    pub scope: Option<Scope>,
    /// What was counted while reading; for rows that were at hand only their number.
    pub tally: Tally,
    /// The user broke it off.
    pub is_cancelled: bool,
    /// Cells that were cut, since a workbook cannot hold them.
    pub cuts: u32,
    /// The filters in words.
    pub filters: String,
    /// The titles of the columns.
    pub columns: String,
    /// Who exported; empty where that is not known.
    pub who: String,
    /// When it began and ended: `2026-11-20 15:30`.
    pub when: (String, String),
}

/// Why it is not certain that an export is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It was broken off.
    Cancelled,
    /// The last page never said that it is the last.
    EndUnsaid,
    /// Customers came more than once.
    Repeats(u64),
    /// A second look found other customers than the first.
    Moved(u32),
    /// Pages that nothing ties together.
    Gaps(u32),
    /// Rows without an id.
    Nameless(u64),
    /// Cells that were cut.
    Cuts(u32),
    /// There should be so many customers, and other than so many were read.
    Total(u64, u64),
}

impl Report {
    /// Everything that speaks against the file being whole; nothing does if it is.
    pub fn doubts(&self) -> Vec<Doubt> {
        let tally = &self.tally;
        let reads = self.scope == Some(Scope::View);
        let read = tally.distinct + tally.nameless;
        let total = tally.total.filter(|_| reads && !self.is_cancelled).unwrap_or(read);
        let all = [
            (self.is_cancelled, Doubt::Cancelled),
            (reads && !self.is_cancelled && !tally.is_end_said, Doubt::EndUnsaid),
            (tally.repeats > 0, Doubt::Repeats(tally.repeats)),
            (tally.moved > 0, Doubt::Moved(tally.moved)),
            (tally.gaps > 0, Doubt::Gaps(tally.gaps)),
            (tally.nameless > 0, Doubt::Nameless(tally.nameless)),
            (self.cuts > 0, Doubt::Cuts(self.cuts)),
            (total != read, Doubt::Total(total, read)),
        ];
        all.into_iter().filter_map(|(is_so, doubt)| is_so.then_some(doubt)).collect()
    }

    /// The verdict in words.
    pub fn verdict(&self, words: &Words) -> String {
        let doubts = self.doubts();
        let reasons: Vec<String> = doubts.iter().map(|doubt| doubt_text(*doubt, words)).collect();
        match (doubts.first(), self.scope) {
            (Some(Doubt::Cancelled), _) => fill(words.export_partial, &[&reasons.join(words.export_joint)]),
            (Some(_), _) => fill(words.export_unsure, &[&reasons.join(words.export_joint)]),
            (None, Some(Scope::Selection)) => words.export_whole_selection.to_owned(),
            (None, Some(Scope::Loaded)) => words.export_whole_loaded.to_owned(),
            (None, _) => words.export_whole.to_owned(),
        }
    }

    /// The report line by line: what it is about and what is said of it.
    pub fn lines(&self, words: &Words) -> Vec<(&'static str, String)> {
        let tally = &self.tally;
        let mut lines = vec![
            (words.export_verdict, self.verdict(words)),
            (words.export_rows, (tally.rows - tally.repeats).to_string()),
            (words.export_distinct, tally.distinct.to_string()),
            (words.export_repeats, tally.repeats.to_string()),
        ];
        if self.scope == Some(Scope::View) {
            let pages = [tally.pages.to_string(), tally.looks.to_string()];
            lines.push((words.export_pages, fill(words.export_pages_read, &[&pages[0], &pages[1]])));
        }
        let scope = match self.scope {
            Some(Scope::Selection) => words.export_selection,
            Some(Scope::Loaded) => words.export_loaded,
            _ => words.export_view,
        };
        lines.push((words.export_what, scope.to_owned()));
        lines.push((words.export_filters, self.filters.clone()));
        lines.push((words.columns, self.columns.clone()));
        lines.push((words.export_who, self.who.clone()));
        lines.push((words.export_when, fill(words.range, &[&self.when.0, &self.when.1])));
        lines
    }

    /// The report as CSV, each line as wide as the rows above it: its last lines.
    pub fn csv(&self, width: usize, words: &Words) -> String {
        let mut out = String::new();
        let blanks = || std::iter::repeat_n("", width.saturating_sub(2));
        if width > 1 {
            push_line(&mut out, std::iter::repeat_n("", width), true);
        }
        for (name, text) in self.lines(words) {
            if width > 1 {
                push_line(&mut out, [name, &text].into_iter().chain(blanks()), true);
            } else {
                push_line(&mut out, std::iter::once(fill(words.chip, &[name, &text]).as_str()), true);
            }
        }
        out
    }

    /// The report for a sheet of its own.
    pub fn sheet(&self, words: &Words) -> String {
        let mut out = String::new();
        for (name, text) in self.lines(words) {
            push_line(&mut out, [name, &text].into_iter(), false);
        }
        out
    }
}

fn doubt_text(doubt: Doubt, words: &Words) -> String {
    let (sentence, count) = match doubt {
        Doubt::Total(total, read) => {
            return fill(words.doubt_total, &[&total.to_string(), &read.to_string()]);
        }
        Doubt::Cancelled => (words.doubt_cancelled, 0),
        Doubt::EndUnsaid => (words.doubt_end, 0),
        Doubt::Repeats(count) => (words.doubt_repeats, count),
        Doubt::Moved(count) => (words.doubt_moved, u64::from(count)),
        Doubt::Gaps(count) => (words.doubt_gaps, u64::from(count)),
        Doubt::Nameless(count) => (words.doubt_nameless, count),
        Doubt::Cuts(count) => (words.doubt_cuts, u64::from(count)),
    };
    fill(sentence, &[&count.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn whole() -> Report {
        let tally = Tally { pages: 3, looks: 1, rows: 2, distinct: 2, is_end_said: true, ..Tally::default() };
        Report { scope: Some(Scope::View), tally, columns: "客户名称".into(), ..Report::default() }
    }

    #[test]
    fn only_what_is_proven_is_whole() {
        let words = Lang::Zh.words();
        assert!(whole().verdict(words).starts_with("完整"));
        let edit = |edit: fn(&mut Report)| {
            let mut report = whole();
            edit(&mut report);
            report.verdict(words)
        };
        for verdict in [
            edit(|it| it.tally.is_end_said = false),
            edit(|it| it.tally.repeats = 1),
            edit(|it| it.tally.moved = 1),
            edit(|it| it.tally.gaps = 1),
            edit(|it| it.tally.nameless = 1),
            edit(|it| it.is_cancelled = true),
            edit(|it| it.cuts = 1),
            edit(|it| it.tally.total = Some(3)),
        ] {
            assert!(!verdict.starts_with("完整"), "{verdict}");
        }
        assert!(edit(|it| it.is_cancelled = true).starts_with("未完成"));
    }

    #[test]
    fn a_total_that_was_given_has_to_agree() {
        let words = Lang::Zh.words();
        let with = |total| {
            let mut report = whole();
            report.tally.total = total;
            report.verdict(words)
        };
        assert!(with(Some(2)).starts_with("完整") && with(None).starts_with("完整"));
        assert!(with(Some(120)).contains("120") && !with(Some(120)).starts_with("完整"));
    }

    #[test]
    fn a_selection_needs_no_last_page() {
        let tally = Tally { rows: 2, distinct: 2, ..Tally::default() };
        let report = Report { scope: Some(Scope::Selection), tally, ..Report::default() };
        assert!(report.doubts().is_empty());
    }

    #[test]
    fn a_sheet_has_the_same_lines_as_the_table_without_a_blank_one() {
        let words = Lang::Zh.words();
        let sheet = whole().sheet(words);
        assert_eq!(sheet.lines().count(), whole().lines(words).len());
        assert!(sheet.contains("客户名称"));
        assert!(whole().csv(2, words).starts_with(','), "a blank line stands above it");
    }

    #[test]
    fn pages_are_told_of_the_whole_view_alone() {
        let words = Lang::Zh.words();
        let has_pages = |scope| {
            let report = Report { scope: Some(scope), ..whole() };
            report.lines(words).iter().any(|(name, _)| *name == words.export_pages)
        };
        assert!(has_pages(Scope::View) && !has_pages(Scope::Loaded) && !has_pages(Scope::Selection));
    }

    #[test]
    fn the_report_is_as_wide_as_the_rows() {
        let words = Lang::Zh.words();
        for width in [1, 2, 5] {
            for line in whole().csv(width, words).lines() {
                assert_eq!(line.matches(',').count(), width - 1, "{line}");
            }
        }
        assert!(whole().csv(1, words).starts_with("结论: 完整"));
    }
}
