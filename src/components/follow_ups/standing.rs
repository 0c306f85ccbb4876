//! What became of a follow-up that somebody saves.
use crate::components::Waiting;
use crate::follow_up::{Stage, WhyNotSent};
use crate::i18n::{Words, fill};
use crate::model::Problem;
use crate::view_model::problem_view;
use leptos::{html, prelude::*};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// What can be done about it.
#[derive(Clone, Copy)]
pub(super) struct Remedies {
    /// Calls off what waits.
    pub call_off: Callback<()>,
    /// Looks into the history once more.
    pub look_again: Callback<()>,
}

/// The name of a stage for style sheets and tests; none while nothing was sent.
fn name_of(stage: &Stage) -> Option<&'static str> {
    Some(match stage {
        Stage::Editing => return None,
        Stage::Waiting | Stage::Saving => "saving",
        Stage::Looking | Stage::Unknown { .. } => "unknown",
        Stage::Saved => "saved",
        Stage::Refused(_) => "refused",
        Stage::NotSent(_) => "not-sent",
    })
}

/// The line below the button.
pub(super) fn standing(stage: Memo<Stage>, remedies: Remedies, words: &'static Words) -> impl IntoView {
    let name = Memo::new(move |_| stage.with(name_of));
    let Remedies { call_off, look_again } = remedies;
    let button = |text: &'static str, run: Callback<()>| {
        view! { <button type="button" class="button button--quiet" on:click=move |_| run.run(())>{text}</button> }
    };
    let said = move || match stage.get() {
        Stage::Editing => None,
        Stage::Waiting => Some(
            view! { <Waiting otherwise=words.follow_up_waiting words />{button(words.cancel, call_off)} }
                .into_any(),
        ),
        Stage::Saving => Some(words.follow_up_saving.into_any()),
        Stage::Looking => Some(words.follow_up_looking.into_any()),
        Stage::Saved => Some(words.follow_up_saved.into_any()),
        Stage::Refused(problem) => Some(fill(words.follow_up_refused, &[&cause(&problem, words)]).into_any()),
        Stage::NotSent(why) => Some(why_not(why, words).into_any()),
        Stage::Unknown { was_looked } => {
            let text = if was_looked { words.follow_up_not_found } else { words.follow_up_unsure };
            Some(view! { <span>{text}</span>{button(words.follow_up_look, look_again)} }.into_any())
        }
    };
    // Below a form that grew it may be out of sight, and who does not see it writes once more.
    let place = NodeRef::<html::Div>::new();
    Effect::watch(
        move || name.get(),
        move |name, _, _| {
            if let Some(place) = place.get_untracked().filter(|_| name.is_some()) {
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                request_animation_frame(move || {
                    place.scroll_into_view_with_scroll_into_view_options(&nearest);
                });
            }
        },
        false,
    );
    // The place is always there, so that a screen reader hears what comes into it.
    view! {
        <div node_ref=place class="write__standing" role="status">
            {move || name.get().map(|name| view! { <div data-testid="follow-up-state" data-state=name>{said}</div> })}
        </div>
    }
}

fn why_not(why: WhyNotSent, words: &Words) -> &'static str {
    match why {
        WhyNotSent::TooMany => words.follow_up_too_many,
        WhyNotSent::Offline => words.follow_up_offline,
        WhyNotSent::SignedOut => words.follow_up_signed_out,
    }
}

/// The endpoint's own words, as they are; else ours.
fn cause(problem: &Problem, words: &Words) -> String {
    match problem {
        Problem::Refused { message, .. } if !message.trim().is_empty() => message.trim().to_owned(),
        problem => problem_view(problem, words).text,
    }
}
