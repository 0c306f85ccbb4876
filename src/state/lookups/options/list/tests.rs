use super::*;

fn option(value: i64) -> ChoiceOption {
    ChoiceOption::new(format!("示例{value}"), value)
}

fn page(values: std::ops::Range<i64>, total: Option<usize>, per_page: Option<usize>) -> OptionPage {
    let options: Vec<ChoiceOption> = values.map(option).collect();
    OptionPage { given: options.len(), options, total, per_page }
}

/// Takes pages and says how much is known after each.
#[track_caller]
fn check(choice: Choice, pages: Vec<OptionPage>, expected: &[(usize, Extent)]) {
    let mut pages = pages.into_iter();
    let mut list = ChoiceList::new(choice, Way::Usual, pages.next().unwrap(), 0);
    let mut extents = vec![(list.options.len(), list.extent)];
    for page in pages {
        list.add(choice, page);
        extents.push((list.options.len(), list.extent));
    }
    assert_eq!(extents, expected);
}

#[test]
fn a_list_ends_where_its_total_is_reached() {
    let pages = vec![page(0..15, Some(18), Some(15)), page(15..18, Some(18), Some(15))];
    check(Choice::User, pages, &[(15, Extent::Part), (18, Extent::Whole)]);
    check(Choice::Status, vec![page(0..8, Some(8), Some(100))], &[(8, Extent::Whole)]);
    // A total says more than a page that is not full.
    let pages = vec![page(0..12, Some(18), Some(100)), page(12..18, Some(18), Some(100))];
    check(Choice::Status, pages, &[(12, Extent::Part), (18, Extent::Whole)]);
}

#[test]
fn what_has_no_value_counts_towards_the_total() {
    let first = OptionPage { given: 16, ..page(0..15, Some(19), None) };
    check(
        Choice::User,
        vec![first, page(15..18, Some(19), None)],
        &[(15, Extent::Part), (18, Extent::Whole)],
    );
}

#[test]
fn without_a_total_a_page_that_is_not_full_is_the_last() {
    let pages = vec![page(0..20, None, Some(20)), page(20..21, None, Some(20))];
    check(Choice::User, pages, &[(20, Extent::Part), (21, Extent::Whole)]);
}

#[test]
fn where_nothing_is_told_the_next_page_tells() {
    let ignores_pages = || page(0..40, None, None);
    check(
        Choice::User,
        vec![ignores_pages(), ignores_pages()],
        &[(40, Extent::Perhaps), (40, Extent::Whole)],
    );
    check(
        Choice::User,
        vec![page(0..15, None, None), page(15..30, None, None), page(30..30, None, None)],
        &[(15, Extent::Perhaps), (30, Extent::Part), (30, Extent::Whole)],
    );
    check(Choice::User, vec![page(0..9, None, None)], &[(9, Extent::Whole)]);
    check(Choice::Department, vec![page(0..200, None, None)], &[(200, Extent::Whole)]);
}

#[test]
fn an_endpoint_that_ignores_the_page_is_not_asked_for_ever() {
    let same = || page(0..15, Some(400), Some(15));
    check(Choice::User, vec![same(), same()], &[(15, Extent::Part), (15, Extent::Whole)]);
    check(Choice::User, vec![page(0..0, Some(7), None)], &[(0, Extent::Whole)]);
}

#[test]
fn a_list_without_an_end_is_asked_for_so_many_pages() {
    let pages: Vec<_> =
        (0..i64::from(MAX_PAGES)).map(|at| page(at * 15..at * 15 + 15, None, Some(15))).collect();
    let mut expected: Vec<_> = (1..MAX_PAGES as usize).map(|at| (at * 15, Extent::Part)).collect();
    expected.push((300, Extent::Capped));
    check(Choice::Source, pages, &expected);
}

#[test]
fn nobody_comes_twice() {
    let pages = vec![page(0..15, Some(25), Some(15)), page(10..20, Some(25), Some(15))];
    check(Choice::User, pages, &[(15, Extent::Part), (20, Extent::Whole)]);
    let mut list = ChoiceList::new(Choice::User, Way::Usual, page(0..15, Some(40), Some(15)), 0);
    list.add_found(&[option(3), option(30), option(30), option(16)]);
    assert_eq!(list.found.iter().map(|it| it.value).collect::<Vec<_>>(), [30, 16]);
    // What was found does not hide that a page has brought something.
    list.add(Choice::User, page(16..17, Some(40), Some(15)));
    assert_eq!((list.options.len(), list.extent), (16, Extent::Part));
    assert_eq!(list.all().map(|it| it.value).collect::<Vec<_>>().len(), 17);
}

#[test]
fn departments_of_several_pages_are_one_tree() {
    let department = |value, parent| ChoiceOption { parent: Some(parent), ..option(value) };
    let page = |options: Vec<ChoiceOption>| OptionPage {
        given: options.len(),
        options,
        total: Some(3),
        per_page: Some(2),
    };
    let mut list =
        ChoiceList::new(Choice::Department, Way::Usual, page(vec![department(2, 1), department(3, 9)]), 0);
    list.add(Choice::Department, page(vec![department(1, 0)]));
    let shown: Vec<_> = list.options.iter().map(|it| (it.value, it.depth)).collect();
    assert_eq!((shown, list.extent), (vec![(3, 0), (1, 0), (2, 1)], Extent::Whole));
}

#[test]
fn one_page_is_asked_for_at_a_time() {
    let mut list = ChoiceList::new(Choice::User, Way::Usual, page(0..15, Some(18), Some(15)), 0);
    assert!(list.can_grow());
    list.rest = Rest::Loading;
    assert!(!list.can_grow());
    list.rest = Rest::Failed(Problem::TimedOut);
    assert!(list.can_grow());
    list.add(Choice::User, page(15..18, Some(18), Some(15)));
    assert!(!list.can_grow());
}
