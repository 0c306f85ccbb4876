use crate::i18n::{Words, fill};
use crate::saved_view::{Comparison, ViewDifference, ViewFileProblem, ViewPart};

/// What is said of a view of a file before it is taken: 替换现有的 · 改动：筛选、列.
pub fn describe_difference(difference: &ViewDifference, words: &Words) -> String {
    let parts: Vec<&str> = difference.parts.iter().map(|part| part_name(*part, words)).collect();
    let parts = parts.join(words.names_joint);
    match difference.comparison {
        Comparison::New if parts.is_empty() => words.view_is_new.to_owned(),
        Comparison::New => fill(words.view_is_new_with, &[&parts]),
        Comparison::Same => words.view_is_same.to_owned(),
        Comparison::Changed => fill(words.view_is_changed, &[&parts]),
    }
}

fn part_name(part: ViewPart, words: &Words) -> &'static str {
    match part {
        ViewPart::Filters => words.part_filters,
        ViewPart::Sort => words.part_sort,
        ViewPart::Group => words.part_group,
        ViewPart::Columns => words.part_columns,
        ViewPart::Order => words.part_order,
        ViewPart::Widths => words.part_widths,
        ViewPart::Pins => words.part_pins,
        ViewPart::Density => words.part_density,
        ViewPart::Wrap => words.part_wrap,
        ViewPart::PageSize => words.part_page_size,
    }
}

/// What is said of a file of views that cannot be used.
pub fn view_file_problem(problem: ViewFileProblem, words: &Words) -> &'static str {
    match problem {
        ViewFileProblem::TooLarge => words.views_too_large,
        ViewFileProblem::NotJson => words.views_not_json,
        ViewFileProblem::NotViews => words.views_not_ours,
        ViewFileProblem::Later => words.views_later,
        ViewFileProblem::NoView => words.views_none,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_difference_reads_as_a_line() {
        let line = |comparison, parts: &[ViewPart], lang: Lang| {
            let difference = ViewDifference { name: "a".into(), comparison, parts: parts.to_vec() };
            describe_difference(&difference, lang.words())
        };
        let parts = [ViewPart::Filters, ViewPart::Order];
        assert_eq!(line(Comparison::Changed, &parts, Lang::Zh), "替换现有的 · 改动：筛选、列的顺序");
        assert_eq!(line(Comparison::New, &parts, Lang::En), "New · filters, column order");
        assert_eq!(line(Comparison::New, &[], Lang::Zh), "新增");
        assert_eq!(line(Comparison::Same, &[], Lang::Zh), "已有，没有变化");
    }
}
