//! Views that arrive when they are first shown, or one after the other.
use crate::state::{Settings, idle};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use leptos::wasm_split::SplitLoaderError;
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// A view on its way, with its code.
pub(crate) type Coming = Pin<Box<dyn Future<Output = Result<AnyView, SplitLoaderError>>>>;

/// How it stands.
#[derive(Clone, Copy, PartialEq)]
enum Phase {
    Coming,
    Here,
    Failed,
}

/// A view that is made when it is first wanted and then stays, to be opened again as it was left.
pub(crate) fn once(
    is_wanted: impl Into<Signal<bool>>,
    view: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let is_wanted = is_wanted.into();
    let is_made = Memo::new(move |was| was == Some(&true) || is_wanted.get());
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(view);
    (move || is_made.get().then(&view)).into_any()
}

/// The page's parts are made one after the other, each in a task of its own, where rows stand there
/// already (`src/first_rows.rs`): nobody waits for the page then, and a browser that is busy for long
/// would feel slow to whoever scrolls them. Then all of it is shown at once.
#[derive(Clone, Copy)]
pub struct Turns {
    waiting: StoredValue<VecDeque<RwSignal<bool>>>,
    are_over: RwSignal<bool>,
}

impl Turns {
    /// Turns that begin when the page has been mounted; where nothing stands there, all is made at once.
    pub fn new(has_rows: bool) -> Self {
        let this = Self { waiting: StoredValue::default(), are_over: RwSignal::new(!has_rows) };
        if has_rows {
            this.next();
        }
        this
    }

    /// Whether all parts are there.
    pub fn are_over(self) -> bool {
        self.are_over.get()
    }

    fn next(self) {
        set_timeout(
            move || match self.waiting.try_update_value(VecDeque::pop_front).flatten() {
                Some(turn) => {
                    turn.try_set(true);
                    self.next();
                }
                None => {
                    self.are_over.try_set(true);
                }
            },
            Duration::ZERO,
        );
    }
}

/// A view that is made in its turn, or at once where there are none.
pub fn in_turn(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    match turn() {
        Some(is_time) => once(is_time, view),
        None => view(),
    }
}

/// A view that is made in its turn or, where there are none, when the browser has nothing else to do, so
/// that the rows need not wait for it.
pub(crate) fn at_leisure(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    once(turn().unwrap_or_else(idle), view)
}

/// The next turn, while they are being taken.
fn turn() -> Option<RwSignal<bool>> {
    let turns = use_context::<Turns>().filter(|turns| !turns.are_over.get_untracked())?;
    let is_time = RwSignal::new(false);
    turns.waiting.update_value(|waiting| waiting.push_back(is_time));
    Some(is_time)
}

/// Shows a view whose code may still have to be fetched: a quiet sign meanwhile, a way to try again
/// where it could not be had.
pub(crate) fn part(fetch: Rc<dyn Fn() -> Coming>) -> AnyView {
    // Nearly always the code is here, and there is nothing to wait for.
    let mut first = fetch();
    let first = match first.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => return view,
        Poll::Ready(Err(_)) => None,
        Poll::Pending => Some(first),
    };
    let phase = RwSignal::new(if first.is_some() { Phase::Coming } else { Phase::Failed });
    let view = StoredValue::new_local(None);
    let wait = move |coming: Coming| {
        phase.set(Phase::Coming);
        spawn_local_scoped_with_cancellation(async move {
            let came = coming.await;
            let next = if came.is_ok() { Phase::Here } else { Phase::Failed };
            view.set_value(came.ok());
            phase.set(next);
        });
    };
    first.into_iter().for_each(wait);
    let fetch = StoredValue::new_local(fetch);
    let owner = Owner::current();
    let content = move || match phase.get() {
        Phase::Coming => view! { <p class="part" aria-busy="true"></p> }.into_any(),
        Phase::Here => view.try_update_value(Option::take).flatten().into_any(),
        Phase::Failed => {
            let words = expect_context::<Settings>().words();
            let owner = owner.clone();
            let again = move |_| {
                let again = || wait(fetch.with_value(|fetch| fetch()));
                if let Some(owner) = &owner {
                    owner.with(again);
                }
            };
            // Retrying never helps where a new version has taken the files of this one away.
            let reload = |_| {
                let _ = window().location().reload();
            };
            view! {
                <p class="part part--failed" role="alert" data-testid="part-failed">
                    {words.part_failed}
                    <button type="button" class="button" on:click=again>{words.retry}</button>
                    <button type="button" class="button" on:click=reload>{words.new_version_reload}</button>
                </p>
            }
            .into_any()
        }
    };
    content.into_any()
}

/// Makes of a view a part of the page with code of its own, which is fetched when the view is first
/// shown. Only the build of a release (`--cfg split`) cuts it out; everywhere else it is simply here.
macro_rules! split_view {
    ($(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) $body:block) => {
        $(#[$meta])*
        // A view takes whatever its component takes.
        #[allow(clippy::too_many_arguments)]
        $vis fn $name($($arg: $type),*) -> leptos::prelude::AnyView {
            #[cfg_attr(split, leptos::wasm_split::wasm_split(later, wasm_split_path = leptos::wasm_split, fallible))]
            fn $name($($arg: $type),*) -> Result<leptos::prelude::AnyView, leptos::wasm_split::SplitLoaderError> {
                Ok($body)
            }
            $crate::components::parts::lazy_view::part(std::rc::Rc::new(move || {
                $(let $arg = $arg.clone();)*
                #[cfg(not(split))]
                let coming = async move { $name($($arg),*) };
                #[cfg(split)]
                let coming = $name($($arg),*);
                Box::pin(coming)
            }))
        }
    };
}
pub(crate) use split_view;
