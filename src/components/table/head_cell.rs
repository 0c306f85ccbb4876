use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::query::Direction;
use leptos::prelude::*;

/// A column's title. Where the endpoint can sort by it, it is a link to the same list sorted: so it
/// can be opened in another tab, and back undoes it.
#[component]
pub fn HeadCell(
    /// The column's name in the endpoint.
    column: String,
    /// What is read.
    title: String,
    /// Its place among all columns, from 1.
    index: usize,
    /// Pixels from the left at which it stays in sight; `None` for a column that scrolls.
    pinned_at: Option<u32>,
    /// Its values are worked out by this page.
    is_computed: bool,
    /// What has to be known to read its values rightly.
    #[prop(optional_no_strip)]
    note: Option<&'static str>,
    /// It carries the box that selects all rows.
    has_check: bool,
    /// The address of the list sorted by it; `None` where it cannot be sorted.
    #[prop(into)]
    href: Signal<Option<String>>,
    /// How it is sorted now.
    #[prop(into)]
    sorted: Signal<Option<Direction>>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let aria_sort = move || {
        sorted.get().map(|direction| match direction {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        })
    };
    let arrow = move || {
        sorted.get().map(|direction| match direction {
            Direction::Ascending => view! { <Icon name=IconName::Up /> },
            Direction::Descending => view! { <Icon name=IconName::Down /> },
        })
    };
    let test_id = format!("sort-{column}");
    // The link stays the same element when its address changes, and so keeps the focus.
    let is_sortable = Memo::new(move |_| href.with(Option::is_some));
    let content = {
        let title = title.clone();
        move || {
            if is_sortable.get() {
                let hint = with_note(fill(words.sort_title, &[&title]), note);
                view! {
                    <a
                        class="head__sort"
                        data-testid=test_id.clone()
                        href=move || href.get()
                        title=hint
                        tabindex="-1"
                        draggable="false"
                    >
                        <span class="head__title">{title.clone()}</span>
                        {arrow}
                    </a>
                }
                .into_any()
            } else {
                view! { <span class="head__title" title=with_note(title.clone(), note)>{title.clone()}</span> }.into_any()
            }
        }
    };
    let mark = is_computed.then(|| {
        view! {
            <span class="head__computed" title=words.computed_here><Icon name=IconName::Computed /><span class="unseen">{words.computed_here}</span></span>
        }
    });
    let check = has_check.then(|| {
        view! { <input type="checkbox" class="row__check" tabindex="-1" aria-label=words.select_all /> }
    });
    let menu_name = fill(words.column_menu, &[&title]);
    view! {
        <th
            scope="col"
            class="head"
            class=("pinned", pinned_at.is_some())
            class=("cell--check", has_check)
            style:left=pinned_at.map(|left| format!("{left}px"))
            draggable="true"
            tabindex="-1"
            data-column=column
            aria-colindex=index
            aria-sort=aria_sort
            // Without the words of what can be used there.
            aria-label=title
            aria-description=note.or(is_computed.then_some(words.computed_here))
        >
            {check}
            <span class="head__line">
                {content}
                {mark}
                <button type="button" class="head__menu" tabindex="-1" aria-haspopup="menu" aria-label=menu_name>
                    <Icon name=IconName::More />
                </button>
            </span>
            // Where a hand takes hold of the column's edge; keys and the menu do the same.
            <span class="head__edge" aria-hidden="true"></span>
        </th>
    }
}

/// What is said on hover, and the note below it.
fn with_note(hint: String, note: Option<&str>) -> String {
    match note {
        Some(note) => [&hint, "\n", note].concat(),
        None => hint,
    }
}
