//! What stands there when a run has ended.
use super::call_pane::RunActions;
use crate::components::{Icon, IconName};
use crate::i18n::{Words, fill};
use crate::model::{CallMark, CallRun, CustomerId};
use crate::view_model::run_counts;
use leptos::prelude::*;

/// How many calls came to what, who is to be called later, and the whole as text to copy.
pub(super) fn summary(
    run: Option<&CallRun>,
    name_of: Callback<CustomerId, String>,
    actions: RunActions,
    words: &'static Words,
) -> Option<AnyView> {
    let run = run?;
    let counts: Vec<_> = run_counts(run, words)
        .into_iter()
        .map(|(title, count)| view! { <div class="run__count"><dt>{title}</dt><dd>{count}</dd></div> })
        .collect();
    let later: Vec<CustomerId> = run.marked(CallMark::Later).cloned().collect();
    let list = (!later.is_empty()).then(|| {
        let again = fill(words.run_again, &[&later.len().to_string()]);
        let lines: Vec<_> = later
            .into_iter()
            .map(|id| {
                let name = name_of.run(id.clone());
                view! {
                    <li>
                        <button type="button" class="run__later" data-testid="run-later" on:click=move |_| actions.go_to.run(id.clone())>
                            {name}
                        </button>
                    </li>
                }
            })
            .collect();
        view! {
            <section class="preview__group">
                <h3>{words.run_later_list}</h3>
                <ul class="run__laters">{lines}</ul>
                <button type="button" class="button button--accent" data-testid="run-again" on:click=move |_| actions.again.run(())>
                    <Icon name=IconName::Phone />
                    {again}
                </button>
            </section>
        }
    });
    let all = fill(words.run_all, &[&run.order().len().to_string()]);
    let view = view! {
        <header class="run__head">
            <h2 class="run__title run__title--end" tabindex="-1" autofocus>{words.run_title}</h2>
            <button
                type="button"
                class="button button--quiet button--icon"
                data-testid="run-close"
                aria-label=words.close
                title=words.close
                on:click=move |_| actions.close.run(())
            >
                <Icon name=IconName::Cross />
            </button>
        </header>
        <div class="run__body" data-testid="run-summary">
            <p class="run__state" role="status">{all}</p>
            <dl class="run__counts">{counts}</dl>
            {list}
        </div>
        <footer class="run__foot">
            <div class="run__steps">
                <button type="button" class="button" data-testid="run-copy" on:click=move |_| actions.copy.run(())>
                    <Icon name=IconName::Copy />
                    {words.run_copy}
                </button>
                <button type="button" class="button button--accent" on:click=move |_| actions.close.run(())>{words.done}</button>
            </div>
        </footer>
    };
    Some(view.into_any())
}
