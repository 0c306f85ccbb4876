use crate::components::parts::popover::{card_close, opens};
use crate::components::{Icon, IconName};
use crate::i18n::{Lang, Words, fill};
use crate::state::{OperatorNotes, PhoneClick, SessionState, Settings, Theme, Tool, Tools, has_badge};
use crate::view_model::Command;
use leptos::{ev, prelude::*};

/// Who is signed in, language, light or dark, and the way out.
#[component]
pub fn AccountMenu(
    /// Who is signed in.
    session: SessionState,
    /// What the user chose.
    settings: Settings,
    /// Shows all keys.
    on_keys: Callback<()>,
) -> impl IntoView {
    let lang = settings.lang.get_untracked();
    let words = lang.words();
    let name = move || session.name().unwrap_or_else(|| words.account_unknown.to_owned());
    // What it shows is part of what it is called, for whoever speaks to the page.
    let label = move || fill(words.chip, &[words.account, &name()]);
    let is_open = RwSignal::new(false);
    let tools = expect_context::<Tools>();
    let opened = move |event: ev::Event| {
        let opens = opens(&event);
        is_open.set(opens);
        if opens {
            session.ask_name();
        }
    };
    view! {
        <button type="button" class="button button--quiet account" data-testid="account" popovertarget="account-menu" aria-haspopup="dialog" aria-label=label title=label>
            <Icon name=IconName::Person />
            <span class="account__name">{name}</span>
            <Icon name=IconName::Chevron />
        </button>
        <div popover="auto" id="account-menu" class="menu" role="dialog" aria-label=words.account on:toggle=opened>
            {move || is_open.get().then(|| card(session, settings, tools, on_keys))}
            {card_close("account-menu", words)}
        </div>
    }
}

/// What the menu holds while it is open.
fn card(session: SessionState, settings: Settings, tools: Tools, on_keys: Callback<()>) -> AnyView {
    let lang = settings.lang.get_untracked();
    let words = lang.words();
    let name = move || session.name().unwrap_or_else(|| words.account_unknown.to_owned());
    let languages = [(Lang::Zh, "中文"), (Lang::En, "English")].map(|(this, name)| {
        view! {
            <button type="button" class="segment" lang=this.tag() aria-pressed=(this == lang).to_string() on:click=move |_| settings.lang.set(this)>
                {name}
            </button>
        }
    });
    let themes = Theme::ALL.map(|this| {
        let name = match this {
            Theme::System => words.theme_system,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        let is_chosen = Signal::derive(move || settings.theme.get() == this);
        segment(["theme-", this.as_str()].concat(), name, is_chosen, move || settings.theme.set(this))
    });
    let dates = [("dates-relative", words.dates_relative, false), ("dates-exact", words.dates_exact, true)];
    let dates = dates.map(|(id, name, are_exact)| {
        let is_chosen = Signal::derive(move || settings.exact_dates.get() == are_exact);
        segment(id.to_owned(), name, is_chosen, move || settings.exact_dates.set(are_exact))
    });
    let phones = PhoneClick::ALL.map(|this| {
        let name = match this {
            PhoneClick::Call => words.phone_calls,
            PhoneClick::Copy => words.phone_copies,
        };
        let is_chosen = Signal::derive(move || settings.phone_click() == this);
        segment(["phones-", this.as_str()].concat(), name, is_chosen, move || settings.phones.set(Some(this)))
    });
    let has_history = expect_context::<OperatorNotes>().follow_ups.is_on();
    let history = has_history.then(|| {
        let (name, hint) = (words.history_in_run, words.history_in_run_hint);
        switch("history-in-run", name, hint, settings.history_in_run.into(), move |is_on| {
            settings.history_in_run.set(is_on);
        })
    });
    let auto_refresh = {
        let (name, hint) = (words.auto_refresh, words.auto_refresh_hint);
        switch("auto-refresh", name, hint, settings.auto_refresh.into(), move |is_on| {
            settings.auto_refresh.set(is_on);
        })
    };
    // Whoever was not asked yet has nothing to change.
    let was_asked = Memo::new(move |_| settings.calendar_names.with(Option::is_some));
    let calendar = move || {
        was_asked.get().then(|| {
            let is_on = Signal::derive(move || settings.calendar_names.get() == Some(true));
            switch("calendar-names", words.calendar_names, "", is_on, move |is_on| {
                settings.calendar_names.set(Some(is_on));
            })
        })
    };
    let badge = has_badge().then(|| {
        switch("badge", words.badge, words.badge_hint, settings.badge.into(), move |is_on| {
            settings.badge.set(is_on);
        })
    });
    view! {
            <p class="menu__name">{name}</p>
            <div class="menu__pairs">{tool_buttons(tools, words)}</div>
            {group(words.language, languages)}
            {group(words.theme, themes)}
            {group(words.dates, dates)}
            {group(words.phone_click, phones)}
            {auto_refresh}
            {history}
            {calendar}
            {badge}
            <div class="menu__pairs">
                <button type="button" class="button" data-testid="open-keys" on:click=move |_| on_keys.run(())>
                    <Icon name=IconName::Keyboard />
                    {words.keys}
                </button>
                <button type="button" class="button" data-testid="sign-out" on:click=move |_| session.sign_out()>
                    <Icon name=IconName::Out />
                    {words.sign_out}
                </button>
            </div>
    }
    .into_any()
}

/// Choices of which one holds.
fn group(name: &'static str, segments: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="menu__group" role="group" aria-label=name><span>{name}</span><div class="segments">{segments}</div></div>
    }
    .into_any()
}

fn segment(
    test: String,
    name: &'static str,
    is_chosen: Signal<bool>,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="segment"
            data-testid=test
            aria-pressed=move || is_chosen.get().to_string()
            on:click=move |_| choose()
        >
            {name}
        </button>
    }
    .into_any()
}

/// A setting that is on or off, with what has to be said of it.
fn switch(
    test: &'static str,
    name: &'static str,
    hint: &'static str,
    is_on: Signal<bool>,
    set: impl Fn(bool) + 'static,
) -> AnyView {
    let hint = (!hint.is_empty()).then(|| view! { <small>{hint}</small> });
    view! {
        <label class="menu__group menu__switch">
            <span>{name}{hint}</span>
            <input
                type="checkbox"
                role="switch"
                class="switch"
                data-testid=test
                prop:checked=move || is_on.get()
                on:change=move |event| set(event_target_checked(&event))
            />
        </label>
    }
    .into_any()
}

/// What can be opened over the list. The menu goes by itself.
fn tool_buttons(tools: Tools, words: &'static Words) -> Vec<AnyView> {
    let button = |command: Command| {
        let (id, icon) = match command {
            Command::Overview => ("overview", IconName::Chart),
            Command::OwnerCheck => ("owner-check", IconName::Person),
            Command::Share => ("share", IconName::Outside),
            _ => ("palette", IconName::Search),
        };
        let name = command.name(words);
        let open = move |_| Tool::of(command).into_iter().for_each(|tool| tools.open(tool));
        view! {
            <button
                type="button"
                class="button"
                data-testid=id
                aria-haspopup="dialog"
                popovertarget="account-menu"
                popovertargetaction="hide"
                on:click=open
            >
                <Icon name=icon />
                {name}
            </button>
        }
        .into_any()
    };
    Command::IN_MENU.map(button).into()
}
