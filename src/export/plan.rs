use super::reading::overlapping;
use crate::model::PageSize;

/// What an export costs, said before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Rows that are known to exist.
    pub rows: u64,
    /// Whether those are all of them.
    pub is_exact: bool,
    /// Calls at least, second looks included.
    pub calls: u32,
    /// Seconds at least, at the company's limit and leaving clicks their calls.
    pub seconds: u32,
    /// How much of the company's calls in that time, in percent; `None` where there is no limit.
    pub share: Option<u32>,
}

/// The plan for so many rows at a size and at the company's limit in ten seconds, 0 for none, of
/// which `left` are left to others.
pub fn plan(rows: u64, is_exact: bool, per_page: PageSize, limit: u32, left: u32) -> Plan {
    let calls = calls(rows, per_page);
    Plan {
        rows,
        is_exact,
        calls,
        seconds: seconds(calls, limit, left),
        share: (calls.min(own(limit, left)) * 100).checked_div(limit),
    }
}

/// Seconds that so many calls take at least, at the company's limit in ten seconds, of which `left` are left
/// to others.
pub fn seconds(calls: u32, limit: u32, left: u32) -> u32 {
    calls.saturating_sub(1).checked_div(own(limit, left)).map_or(0, |windows| windows * 10)
}

fn own(limit: u32, left: u32) -> u32 {
    if limit == 0 { 0 } else { limit.saturating_sub(left).max(1) }
}

fn calls(rows: u64, per_page: PageSize) -> u32 {
    let (mut place, mut calls) = (0, 0);
    while place < rows || calls == 0 {
        let window = overlapping(place, per_page);
        place = window.end();
        calls += 1;
    }
    // The last look at the first page.
    calls + u32::from(calls > 1)
}

#[cfg(test)]
mod tests {
    use super::super::EXPORT_PAGE;
    use super::*;

    #[test]
    fn twenty_thousand_rows_need_little_more_than_a_hundred_calls() {
        let plan = plan(20_000, true, EXPORT_PAGE, 10, 3);
        assert!((101..=112).contains(&plan.calls), "{plan:?}");
        assert_eq!((plan.seconds, plan.share), (plan.calls.saturating_sub(1) / 7 * 10, Some(70)));
    }

    #[test]
    fn one_page_is_one_call() {
        assert_eq!(plan(0, false, EXPORT_PAGE, 10, 3).calls, 1);
        let small = plan(200, true, EXPORT_PAGE, 10, 3);
        assert_eq!((small.calls, small.seconds, small.share), (1, 0, Some(10)));
        assert_eq!(plan(201, false, EXPORT_PAGE, 10, 3).calls, 3);
    }

    #[test]
    fn without_a_limit_there_is_no_share() {
        let plan = plan(1_000_000, true, EXPORT_PAGE, 0, 3);
        assert_eq!((plan.seconds, plan.share), (0, None));
    }
}
