use crate::components::parts::dialog::{Modal, sheet_head};
use crate::components::{Icon, IconName};
use crate::export::{FileColumns, Format, Scope};
use crate::i18n::{Words, fill};
use crate::state::{
    Answer, Counting, Customers, Export, ExportOrder, FileWay, Navigation, Question, Selection, Settings,
    file_way, is_in_chat, today,
};
use crate::view_model::{ColumnFacts, ColumnView, duration_text};
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// Opens the export's dialog.
#[component]
pub fn ExportButton(
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let export = expect_context::<Export>();
    view! {
        <button
            type="button"
            class="button button--quiet export__open"
            data-testid="export"
            aria-haspopup="dialog"
            aria-label=words.export_title
            title=words.export_title
            on:click=move |_| export.open(None)
        >
            <Icon name=IconName::Down />
            <span>{words.export}</span>
        </button>
    }
}

/// What to export, in which form, and what it costs: nothing is asked before the user agrees.
#[component]
pub fn ExportDialog(
    /// The last good answer.
    #[prop(into)]
    answer: Signal<Option<Arc<Answer>>>,
    /// The columns that are shown, in their order.
    #[prop(into)]
    columns: Signal<Arc<[ColumnView]>>,
    /// All columns that can be shown.
    #[prop(into)]
    available: Signal<Arc<[ColumnView]>>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let export = expect_context::<Export>();
    let navigation = expect_context::<Navigation>();
    let question = expect_context::<Question>();
    let counting = expect_context::<Counting>();
    let settings = expect_context::<Settings>();
    let selection = expect_context::<Selection>();
    let customers = expect_context::<Customers>();
    let offered = export.offered();
    let is_open = Memo::new(move |_| offered.with(Option::is_some));
    let format = RwSignal::new(Format::Xlsx);
    // Nobody waits for a file that they cannot have.
    let can_have = Memo::new(move |_| {
        let format = format.get();
        file_way(&format!("a.{}", format.ending()), format.media_type()) != FileWay::Nowhere
    });
    let on_close = Callback::new(move |()| offered.set(None));
    let group = move || {
        let by = navigation.query().with_untracked(|query| query.group.clone())?;
        available.with_untracked(|all| all.iter().find(|column| column.id == by).cloned())
    };
    let start = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(scope) = offered.get_untracked() else { return };
        export.start(ExportOrder {
            scope,
            format: format.get_untracked(),
            // One day for all of its calls.
            query: navigation.query().get_untracked().on(today()),
            columns: FileColumns { shown: columns.get_untracked().to_vec(), group: group() },
            facts: available.with_untracked(|all| ColumnFacts::missing_of(all)),
            filters: untrack(|| question.text()),
            plan: untrack(|| counting.export_plan()),
            lang: settings.language(),
            words,
        });
    };
    let form = move || {
        let loaded = answer.with(|answer| answer.as_ref().map_or(0, |answer| answer.page.customers.len()));
        let picked = selection.picked().with(|picked| picked.len());
        let loaded = (!customers.is_foreign().get()).then_some(loaded);
        let scopes = scope_choices(picked, question.text(), loaded, offered, words);
        let formats = format_choices(format, words);
        view! {
            <form class="export__sheet" on:submit=start>
                {sheet_head("export__head", "export-dialog", words.export_title, on_close, words)}
                <fieldset class="export__choices"><legend>{words.export_what}</legend>{scopes}</fieldset>
                <fieldset class="export__choices"><legend>{words.export_format}</legend>{formats}</fieldset>
                <p class="export__cost" data-testid="export-cost" role="status">
                    {move || if can_have.get() { cost(counting, offered.get(), words) } else { words.open_in_browser.to_owned() }}
                </p>
                <footer class="export__actions">
                    {(!is_in_chat()).then(|| print_button(offered, words))}
                    <button type="button" class="button" on:click=move |_| offered.set(None)>{words.cancel}</button>
                    <Show when=move || can_have.get()>
                        <button type="submit" class="button button--accent" data-testid="export-start">{words.export_start}</button>
                    </Show>
                </footer>
            </form>
        }
        .into_any()
    };
    view! {
        <Modal is_open on_close class="sheet export" id="export-dialog">
            {move || is_open.get().then(form)}
        </Modal>
    }
}

/// What can be exported. Without loaded rows of this question those are not offered.
fn scope_choices(
    picked: usize,
    view: String,
    loaded: Option<usize>,
    offered: RwSignal<Option<Scope>>,
    words: &'static Words,
) -> Vec<AnyView> {
    let rows = |count: usize| fill(words.export_count, &[&count.to_string()]);
    let selection =
        (picked > 0).then(|| (Scope::Selection, "selection", words.export_selection, rows(picked)));
    let view = Some((Scope::View, "view", words.export_view, view));
    let loaded = loaded.map(|loaded| (Scope::Loaded, "loaded", words.export_loaded, rows(loaded)));
    [selection, view, loaded]
        .into_iter()
        .flatten()
        .map(|(scope, id, name, note)| {
            let is_chosen = move || offered.get() == Some(scope);
            let choose = move || offered.set(Some(scope));
            choice("export-scope", id, name, note, Box::new(is_chosen), Box::new(choose))
        })
        .collect()
}

/// The forms that a file can have.
fn format_choices(format: RwSignal<Format>, words: &'static Words) -> Vec<AnyView> {
    let formats = [
        (Format::Xlsx, words.export_xlsx, String::new()),
        (Format::Csv, words.export_csv, words.export_csv_hint.to_owned()),
    ];
    formats
        .into_iter()
        .map(|(this, name, note)| {
            let is_chosen = move || format.get() == this;
            let choose = move || format.set(this);
            choice("export-format", this.ending(), name, note, Box::new(is_chosen), Box::new(choose))
        })
        .collect()
}

/// Closes the dialog and prints what it lay over.
fn print_button(offered: RwSignal<Option<Scope>>, words: &'static Words) -> impl IntoView {
    let print = move |_| {
        offered.set(None);
        // The dialog must be gone from the paper.
        request_animation_frame(|| {
            let _ = window().print();
        });
    };
    view! {
        <button type="button" class="button button--quiet export__print" data-testid="print" on:click=print>{words.print}</button>
    }
}

/// One of several that exclude each other.
fn choice(
    group: &'static str,
    id: &str,
    name: &'static str,
    note: String,
    is_chosen: Box<dyn Fn() -> bool + Send>,
    choose: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <label class="export__choice">
            <input type="radio" name=group data-testid=format!("{group}-{id}") prop:checked=is_chosen on:change=move |_| choose() />
            <span>{name}{(!note.is_empty()).then(|| view! { <small>{note}</small> })}</span>
        </label>
    }
    .into_any()
}

/// What an export costs, in words.
fn cost(counting: Counting, scope: Option<Scope>, words: &'static Words) -> String {
    if scope != Some(Scope::View) {
        return words.export_cost_none.to_owned();
    }
    let plan = counting.export_plan();
    let pages = plan.calls.to_string();
    let text = match (plan.is_exact, plan.share) {
        (false, _) => words.export_cost_least.to_owned(),
        (true, None) => fill(words.export_cost_exact, &[&pages]),
        (true, Some(_)) => {
            fill(words.export_cost_time, &[&pages, &duration_text(plan.seconds.max(1), words)])
        }
    };
    if plan.share.is_some() { text + words.export_cost_share } else { text }
}
