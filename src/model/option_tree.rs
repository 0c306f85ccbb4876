use super::ChoiceOption;
use std::collections::{HashMap, HashSet};

/// How deep a tree is told: what stands deeper is drawn at this depth.
const MAX_DEPTH: u8 = 12;

/// What stands between the names of a path.
const BELOW: &str = " / ";

/// Puts options in the order of their tree, tells each how deep it stands and, as its note, below what.
/// Whose parent is unknown, or stands in a circle, is at the top, so that nobody is lost.
pub fn in_tree_order(options: Vec<ChoiceOption>) -> Vec<ChoiceOption> {
    let known: HashSet<i64> = options.iter().map(|option| option.value).collect();
    let mut below: HashMap<i64, Vec<usize>> = HashMap::new();
    let mut tops = Vec::new();
    for (at, option) in options.iter().enumerate() {
        match option.parent.filter(|parent| known.contains(parent)) {
            Some(parent) => below.entry(parent).or_default().push(at),
            None => tops.push(at),
        }
    }
    // Who stands in a circle is below no top, and comes after all who do.
    let starts: Vec<usize> = tops.into_iter().chain(0..options.len()).collect();
    let mut left: Vec<Option<ChoiceOption>> = options.into_iter().map(Some).collect();
    let mut ordered = Vec::with_capacity(left.len());
    for start in starts {
        let mut next = vec![(start, 0, String::new())];
        while let Some((at, depth, path)) = next.pop() {
            let Some(option) = left[at].take() else { continue };
            let children = below.get(&option.value).map_or(&[][..], Vec::as_slice);
            let its_path = match depth {
                MAX_DEPTH => path.clone(),
                0 => option.label.clone(),
                _ => [path.as_str(), &option.label].join(BELOW),
            };
            let deeper = (depth + 1).min(MAX_DEPTH);
            next.extend(children.iter().rev().map(|child| (*child, deeper, its_path.clone())));
            ordered.push(ChoiceOption { depth, note: path, ..option });
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Label, value and parent of each.
    #[track_caller]
    fn check(given: &[(&str, i64, i64)], expected: &[(u8, &str, &str)]) {
        let option = |(label, value, parent): &(&str, i64, i64)| ChoiceOption {
            parent: Some(*parent),
            ..ChoiceOption::new((*label).to_owned(), *value)
        };
        let ordered = in_tree_order(given.iter().map(option).collect());
        let shown: Vec<_> =
            ordered.iter().map(|it| (it.depth, it.label.as_str(), it.note.as_str())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_flat_list_becomes_a_tree_in_its_own_order() {
        check(
            &[("河北", 3, 2), ("渠道", 4, 0), ("华北", 2, 1), ("总部", 1, 0), ("华东", 5, 1)],
            &[
                (0, "渠道", ""),
                (0, "总部", ""),
                (1, "华北", "总部"),
                (2, "河北", "总部 / 华北"),
                (1, "华东", "总部"),
            ],
        );
    }

    #[test]
    fn nobody_is_lost_in_a_circle() {
        check(&[("甲", 1, 2), ("乙", 2, 1), ("丙", 3, 3)], &[(0, "甲", ""), (1, "乙", "甲"), (0, "丙", "")]);
    }

    #[test]
    fn whose_parent_is_not_there_is_at_the_top() {
        check(&[("甲", 1, 99), ("乙", 2, 1)], &[(0, "甲", ""), (1, "乙", "甲")]);
    }

    #[test]
    fn a_chain_of_thousands_is_told_to_a_depth() {
        let chain = |at: i64| ChoiceOption { parent: Some(at - 1), ..ChoiceOption::new(at.to_string(), at) };
        let ordered = in_tree_order((1..=5000).rev().map(chain).collect());
        assert_eq!(ordered.len(), 5000);
        assert_eq!((ordered[4].depth, ordered[4].note.as_str()), (4, "1 / 2 / 3 / 4"));
        assert_eq!((ordered[4999].value, ordered[4999].depth), (5000, MAX_DEPTH));
        assert_eq!(ordered[4999].note, ordered[20].note);
    }
}
