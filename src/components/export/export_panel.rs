use crate::components::parts::body_class::body_class;
use crate::components::{Icon, IconName};
use crate::export::{Command, Phase, Scope, Wait};
use crate::i18n::{Words, fill};
use crate::state::{Calls, Export, ExportJob, is_in_chat};
use crate::view_model::{duration_text, problem_view};
use leptos::prelude::*;

/// The look of a button for what is seldom wanted.
const QUIET: &str = "button button--quiet";

/// The export that is under way, and its report at the end. It stands in a corner, so that the page
/// can be used meanwhile, and can be folded to its bar.
#[component]
pub fn ExportPanel(
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (export, calls) = (expect_context::<Export>(), expect_context::<Calls>());
    let job = export.job();
    let is_refused = Memo::new(move |_| calls.meter().with(|meter| meter.is_paused));
    let is_here = Memo::new(move |_| job.with(|job| job.phase.is_some()));
    let is_over = Memo::new(move |_| job.with(|job| job.phase.as_ref().is_some_and(Phase::is_over)));
    let is_paused = Memo::new(move |_| job.with(|job| matches!(job.phase, Some(Phase::Paused(_)))));
    let can_stop = Memo::new(move |_| job.with(can_stop));
    let is_small = RwSignal::new(false);
    Effect::new(move |_| {
        // What it found out is shown whole.
        if is_over.get() {
            is_small.set(false);
        }
    });
    let actions = move || {
        if is_over.get() {
            over_buttons(job.with(|job| job.phase == Some(Phase::Done)), export, words)
        } else if can_stop.get() {
            running_buttons(is_paused.get(), export, words)
        } else {
            Vec::new()
        }
    };
    let report = move || {
        let is_done = job.with(|job| job.phase == Some(Phase::Done));
        is_done.then(|| job.with(|job| report_view(job, words)))
    };
    let panel = move || {
        body_class("has-export");
        view! {
            <section class="export-panel" class=("export-panel--small", is_small) data-testid="export-panel" aria-label=words.export_open>
                <header class="export-panel__head">
                    <h2>{move || job.with(|job| title(job, words))}</h2>
                    {move || (!is_over.get()).then(|| fold_button(is_small, words))}
                </header>
                {move || (!is_over.get()).then(|| view! {
                    <progress class="export-panel__bar" aria-label=words.export_open max=1000 value=move || job.with(ExportJob::share)></progress>
                })}
                <div class="export-panel__rest">
                    <p data-testid="export-progress">{move || job.with(|job| progress(job, is_refused.get(), words))}</p>
                    {report}
                    <div class="export-panel__actions">{actions}</div>
                </div>
                <p class="unseen" role="status">{move || job.with(|job| spoken(job, words))}</p>
            </section>
        }
        .into_any()
    };
    move || is_here.get().then(panel)
}

/// Folds the panel to its bar, and back.
fn fold_button(is_small: RwSignal<bool>, words: &'static Words) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button--quiet button--icon"
            data-testid="export-fold"
            aria-expanded=move || (!is_small.get()).to_string()
            aria-label=words.export_hide
            title=words.export_hide
            on:click=move |_| is_small.update(|is_small| *is_small = !*is_small)
        >
            <Icon name=IconName::Chevron />
        </button>
    }
}

/// What can be done once it is over.
fn over_buttons(is_done: bool, export: Export, words: &'static Words) -> Vec<AnyView> {
    let mut list = Vec::new();
    if is_done {
        // What goes to a chat is not there before this click.
        let (class, name) = match is_in_chat() {
            true => ("button button--accent", words.share_file),
            false => (QUIET, words.export_save_again),
        };
        list.push(button("export-save", class, name, Box::new(move || export.save_again())));
    }
    list.push(button("export-close", "button", words.close, Box::new(move || export.forget())));
    list
}

/// What can be done while it is under way.
fn running_buttons(is_paused: bool, export: Export, words: &'static Words) -> Vec<AnyView> {
    let (name, id, command) = match is_paused {
        true => (words.export_resume, "export-resume", Command::Resume),
        false => (words.export_pause, "export-pause", Command::Pause),
    };
    let cancel = Box::new(move || export.tell(Command::Cancel));
    vec![
        button("export-cancel", QUIET, words.export_cancel, cancel),
        button(id, "button", name, Box::new(move || export.tell(command))),
    ]
}

fn button(id: &'static str, class: &'static str, name: &'static str, act: Box<dyn Fn()>) -> AnyView {
    view! { <button type="button" class=class data-testid=id on:click=move |_| act()>{name}</button> }
        .into_any()
}

/// Whether the file is whole, and all that was counted.
fn report_view(job: &ExportJob, words: &'static Words) -> impl IntoView + use<> {
    let lines: Vec<AnyView> = job
        .report
        .lines(words)
        .into_iter()
        .map(|(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> }.into_any())
        .collect();
    let is_whole = job.report.doubts().is_empty();
    let verdict = verdict(job, words);
    view! {
        <div data-testid="export-report">
            <p class="export-panel__verdict" class=("export-panel__verdict--whole", is_whole)>
                {verdict}
            </p>
            <details class="export-panel__details">
                <summary>{words.export_details}</summary>
                <dl class="export-panel__report">{lines}</dl>
            </details>
        </div>
    }
}

fn can_stop(job: &ExportJob) -> bool {
    matches!(job.phase, Some(Phase::Reading | Phase::Waiting(_) | Phase::Paused(_)))
}

fn title(job: &ExportJob, words: &'static Words) -> String {
    let text = match &job.phase {
        Some(Phase::Paused(_)) => words.export_paused,
        Some(Phase::Writing) => words.export_writing,
        Some(Phase::Done) => {
            let tally = &job.report.tally;
            let done = if is_in_chat() { words.export_ready } else { words.export_done };
            return fill(done, &[&(tally.rows - tally.repeats).to_string()]);
        }
        Some(Phase::Failed(_)) => words.error_title_export,
        _ => words.export_running,
    };
    text.to_owned()
}

/// The verdict in a few words where nothing speaks against it; the file has it with its reasons.
fn verdict(job: &ExportJob, words: &'static Words) -> String {
    match job.report.scope {
        Some(Scope::View) if job.report.doubts().is_empty() => words.export_checked.to_owned(),
        _ => job.report.verdict(words),
    }
}

/// What changes seldom enough to be read aloud.
fn spoken(job: &ExportJob, words: &'static Words) -> String {
    match &job.phase {
        Some(Phase::Done) => verdict(job, words),
        Some(Phase::Waiting(wait)) => waiting(*wait, words).to_owned(),
        _ => title(job, words),
    }
}

fn waiting(wait: Wait, words: &'static Words) -> &'static str {
    match wait {
        Wait::Network => words.export_wait_network,
        Wait::SignIn => words.export_wait_sign_in,
        Wait::Budget => words.export_wait_budget,
    }
}

fn progress(job: &ExportJob, is_refused: bool, words: &'static Words) -> String {
    let tally = &job.report.tally;
    let read = || {
        fill(words.export_progress, &[&tally.pages.to_string(), &(tally.rows - tally.repeats).to_string()])
    };
    match &job.phase {
        Some(Phase::Done) | None => String::new(),
        Some(Phase::Failed(cause)) => fill(words.export_failed, &[cause]),
        Some(Phase::Paused(Some(problem))) => {
            format!("{}{}{}", read(), words.export_joint, problem_view(problem, words).text)
        }
        Some(Phase::Waiting(wait)) => format!("{}{}{}", read(), words.export_joint, waiting(*wait, words)),
        Some(Phase::Reading) if is_refused => {
            format!("{}{}{}", read(), words.export_joint, waiting(Wait::Budget, words))
        }
        Some(Phase::Reading) => match job.left {
            Some(left) => read() + &fill(words.export_left, &[&duration_text(left, words)]),
            None => read() + words.export_left_unknown,
        },
        Some(_) => read(),
    }
}
