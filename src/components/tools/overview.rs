use super::style;
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::model::AnswerIndex;
use crate::overview::{Bar, Overview, Picture, Way};
use crate::query::Change;
use leptos::prelude::*;

/// So many bars are shown at once; the shorter ones are folded away.
const SHOWN: usize = 8;
/// The column whose bars are days that follow each other.
const STRIP: &str = "revisit_remind_at";

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
        counted
            .with(|all| all.pictures.iter().map(|it| picture(it, all.rows, ways, words)).collect::<Vec<_>>())
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
            <div class="overview__body" tabindex="0" role="group" aria-labelledby="overview-title">
                <p class="overview__note">{words.overview_scope}</p>
                {pictures}
                {missing}
            </div>
        </aside>
    }
}

fn picture(picture: &Picture, rows: usize, ways: Ways, words: &'static Words) -> AnyView {
    let is_strip = picture.column.as_str() == STRIP;
    let can_filter = picture.bars.iter().any(|bar| matches!(bar.way, Way::Filter(_)));
    let note = if can_filter { words.overview_filters } else { words.overview_only };
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
            <h3>{picture.title.clone()}<small>{note}</small></h3>
            <ul>{bars(first)}</ul>
            {rest}
            <table class="unseen"><caption>{picture.title.clone()}</caption><tbody>{lines}</tbody></table>
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
        _ if bar.count == 0 => {
            view! { <span class="overview__bar" data-testid="overview-bar" data-column=column data-value=value>{content}</span> }.into_any()
        }
        Way::Filter(change) => {
            let href = ways.href.run(change.clone());
            let note = fill(words.overview_filter_by, &[&name]);
            view! {
                <a class="overview__bar" data-testid="overview-bar" data-column=column data-value=value href=href title=note on:click=move |_| ways.on_leave.run(())>{content}</a>
            }
            .into_any()
        }
        Way::Only(rows) => {
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
    };
    view! { <li>{inner}</li> }.into_any()
}
