use super::style;
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::model::{AnswerIndex, LabelGroups};
use crate::overview::{Bar, Overview, Picture, Way};
use crate::query::Change;
use leptos::prelude::*;
use std::sync::Arc;

/// So many bars are shown at once; the shorter ones are folded away.
const SHOWN: usize = 8;
/// The column whose bars are days that follow each other.
const STRIP: &str = "revisit_remind_at";

/// Which customers are counted.
#[derive(Clone, Copy)]
pub struct OverviewScope {
    /// When an export has read all of them, in words; `None` while the loaded ones are counted.
    pub read_at: Signal<Option<String>>,
    /// Whether an export has read all of them.
    pub has_whole: Signal<bool>,
    /// Whether all are counted where they were read.
    pub is_whole_wanted: RwSignal<bool>,
}

/// What the groups of labels are called.
#[derive(Clone, Copy)]
pub struct GroupNames {
    /// By their numbers; `None` before anybody asked.
    pub known: Signal<Option<Arc<LabelGroups>>>,
    /// Whether they are on their way.
    pub is_asking: Signal<bool>,
    /// Asks for them.
    pub on_ask: Callback<()>,
}

/// Where a bar's click goes.
#[derive(Clone, Copy)]
struct Ways {
    href: Callback<Change, String>,
    on_only: Callback<(String, Vec<AnswerIndex>)>,
    on_all: Callback<()>,
    on_leave: Callback<()>,
    /// What the rows have in common that are shown alone.
    chosen: Signal<String>,
}

/// The loaded rows as bars, beside the list or over all of a phone. A bar asks the endpoint for its customers
/// where it can be asked, shows those of the loaded rows where it cannot, and says which.
#[component]
pub fn OverviewPanel(
    /// How many customers are counted, in words.
    #[prop(into)]
    title: Signal<String>,
    /// Which they are.
    scope: OverviewScope,
    /// What the groups of labels are called.
    group_names: GroupNames,
    /// The pictures.
    counted: Signal<Overview>,
    /// What the rows have in common that are shown alone; empty where all are.
    chosen: Signal<String>,
    /// Whether it lies over all of the screen.
    #[prop(into)]
    is_sheet: Signal<bool>,
    /// The address of a change.
    href: Callback<Change, String>,
    /// Shows some rows alone, under this name.
    on_only: Callback<(String, Vec<AnswerIndex>)>,
    /// Shows all rows again.
    on_all: Callback<()>,
    /// Told when a bar has led away.
    on_leave: Callback<()>,
    /// Puts it away.
    on_close: Callback<()>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    style::adopt();
    let ways = Ways { href, on_only, on_all, on_leave, chosen };
    let pictures = move || {
        counted.with(|all| {
            let drawn = |it: &Picture| picture(&named(it, group_names), all.rows, ways, group_names, words);
            all.pictures.iter().map(drawn).collect::<Vec<_>>()
        })
    };
    let missing = move || {
        let titles = counted.with(|all| all.missing.join(words.names_joint));
        (!titles.is_empty())
            .then(|| view! { <p class="overview__note">{fill(words.overview_missing, &[&titles])}</p> })
    };
    view! {
        <aside class="overview" class=("overview--sheet", is_sheet) data-testid="overview-panel" aria-labelledby="overview-title">
            <header class="overview__head">
                <h2 id="overview-title">{title}</h2>
                <button type="button" class="button button--quiet button--icon" data-testid="overview-close" aria-label=words.close title=words.close on:click=move |_| on_close.run(())>
                    <Icon name=IconName::Cross />
                </button>
            </header>
            <div class="overview__body">
                {scope_note(scope, words)}
                {pictures}
                {missing}
            </div>
        </aside>
    }
}

/// Says who is counted, and changes between all and the loaded ones where both are known.
fn scope_note(scope: OverviewScope, words: &'static Words) -> impl IntoView {
    let OverviewScope { read_at, has_whole, is_whole_wanted } = scope;
    let note = move || match read_at.get() {
        Some(at) => fill(words.overview_whole_scope, &[&at]),
        None => words.overview_scope.to_owned(),
    };
    let change = move || {
        let name = move || match is_whole_wanted.get() {
            true => words.overview_to_loaded,
            false => words.overview_to_whole,
        };
        view! { <button type="button" class="button button--quiet" data-testid="overview-scope" on:click=move |_| is_whole_wanted.update(|it| *it = !*it)>{name}</button> }
    };
    view! { <p class="overview__note">{note}" "{move || has_whole.get().then(change)}</p> }
}

/// A picture whose labels carry the names of their groups, where those are known.
fn named(picture: &Picture, group_names: GroupNames) -> Picture {
    let names = group_names.known.get();
    let mut picture = picture.clone();
    for bar in &mut picture.bars {
        let name = bar.group.zip(names.as_ref()).and_then(|(group, names)| names.get(&group));
        if let Some(name) = name {
            bar.value = format!("{} · {name}", bar.value);
        }
    }
    picture
}

/// What asks for the names of the groups, where labels have some and nobody has asked; says it where none came.
fn group_button(picture: &Picture, names: GroupNames, words: &'static Words) -> Option<AnyView> {
    if picture.bars.iter().all(|bar| bar.group.is_none()) {
        return None;
    }
    Some(match names.known.get() {
        Some(known) if !known.is_empty() => return None,
        Some(_) => {
            view! { <p class="overview__note" role="status">{words.overview_no_groups}</p> }.into_any()
        }
        None => view! {
            <button type="button" class="button button--quiet" data-testid="overview-groups" title=words.overview_groups_hint disabled=names.is_asking on:click=move |_| names.on_ask.run(())>
                {words.overview_groups}
            </button>
        }
        .into_any(),
    })
}

fn picture(
    picture: &Picture,
    rows: usize,
    ways: Ways,
    group_names: GroupNames,
    words: &'static Words,
) -> AnyView {
    let is_strip = picture.column.as_str() == STRIP;
    let has = |is_way: fn(&Way) -> bool| picture.bars.iter().any(|bar| is_way(&bar.way));
    let note = match () {
        () if has(|way| matches!(way, Way::Filter(_))) => Some(words.overview_filters),
        () if has(|way| matches!(way, Way::Only(_))) => Some(words.overview_only),
        () => None,
    };
    let note = note.map(|note| view! { <small>{note}</small> });
    let shown = if is_strip { picture.bars.len() } else { SHOWN };
    let bars = |bars: &[Bar]| bars.iter().map(|it| bar(it, picture, rows, ways, words)).collect::<Vec<_>>();
    let (first, rest) = picture.bars.split_at(picture.bars.len().min(shown));
    let rest = (!rest.is_empty()).then(|| {
        let more = fill(words.overview_rest, &[&rest.len().to_string()]);
        view! { <details class="overview__rest"><summary>{more}</summary><ul>{bars(rest)}</ul></details> }
    });
    let lines: Vec<_> = picture
        .bars
        .iter()
        .map(|bar| view! { <tr><th scope="row">{bar.value.clone()}</th><td>{bar.count}</td></tr> })
        .collect();
    view! {
        <section class="overview__picture" class=("overview__picture--strip", is_strip)>
            <h3>{picture.title.clone()}{note}</h3>
            {group_button(picture, group_names, words)}
            <ul>{bars(first)}</ul>
            {rest}
            // A table is as wide as its longest word, whatever it is told.
            <div class="unseen"><table><caption>{picture.title.clone()}</caption><tbody>{lines}</tbody></table></div>
        </section>
    }
    .into_any()
}

fn bar(bar: &Bar, picture: &Picture, rows: usize, ways: Ways, words: &'static Words) -> AnyView {
    let share = format!("{}%", 100 * bar.count / rows.max(1));
    // The strip's stand, the others lie.
    let fill_of = if picture.column.as_str() == STRIP {
        view! { <span class="overview__track"><span class="overview__fill" style:height=share></span></span> }
            .into_any()
    } else {
        view! { <span class="overview__track"><span class="overview__fill" style:width=share></span></span> }
            .into_any()
    };
    let (column, value) = (picture.column.as_str().to_owned(), bar.value.clone());
    let content = view! {
        <span class="overview__value">{bar.value.clone()}</span>
        {fill_of}
        <span class="overview__count">{bar.count}</span>
    };
    let name = format!("{}：{}", picture.title, bar.value);
    let inner = match &bar.way {
        Way::Filter(change) if bar.count > 0 => {
            let href = ways.href.run(change.clone());
            let note = fill(words.overview_filter_by, &[&name]);
            view! {
                <a class="overview__bar" data-testid="overview-bar" data-column=column data-value=value href=href title=note on:click=move |_| ways.on_leave.run(())>{content}</a>
            }
            .into_any()
        }
        Way::Only(rows) if bar.count > 0 => {
            let (rows, this) = (rows.clone(), name.clone());
            let is_chosen = Memo::new(move |_| ways.chosen.with(|chosen| *chosen == this));
            let note = fill(words.overview_only_these, &[&name]);
            let show = move |_| match is_chosen.get_untracked() {
                true => ways.on_all.run(()),
                false => ways.on_only.run((name.clone(), rows.clone())),
            };
            view! {
                <button type="button" class="overview__bar" data-testid="overview-bar" data-column=column data-value=value title=note aria-pressed=move || is_chosen.get().to_string() on:click=show>{content}</button>
            }
            .into_any()
        }
        Way::Filter(_) | Way::Only(_) | Way::Nowhere => {
            view! { <span class="overview__bar" data-testid="overview-bar" data-column=column data-value=value>{content}</span> }.into_any()
        }
    };
    view! { <li>{inner}</li> }.into_any()
}
