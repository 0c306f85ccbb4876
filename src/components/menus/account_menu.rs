use crate::components::parts::popover::opens;
use crate::components::{Icon, IconName};
use crate::i18n::{Lang, fill};
use crate::state::{PhoneClick, SessionState, Settings, Theme, has_badge};
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
            {move || is_open.get().then(|| card(session, settings, on_keys))}
        </div>
    }
}

/// What the menu holds while it is open.
fn card(session: SessionState, settings: Settings, on_keys: Callback<()>) -> AnyView {
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
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || (settings.theme.get() == this).to_string()
                on:click=move |_| settings.theme.set(this)
            >
                {name}
            </button>
        }
    });
    let dates = [("dates-relative", words.dates_relative, false), ("dates-exact", words.dates_exact, true)];
    let dates = dates.map(|(id, name, are_exact)| {
        view! {
            <button
                type="button"
                class="segment"
                data-testid=id
                aria-pressed=move || (settings.exact_dates.get() == are_exact).to_string()
                on:click=move |_| settings.exact_dates.set(are_exact)
            >
                {name}
            </button>
        }
    });
    let phones = PhoneClick::ALL.map(|this| {
        let name = match this {
            PhoneClick::Call => words.phone_calls,
            PhoneClick::Copy => words.phone_copies,
        };
        view! {
            <button
                type="button"
                class="segment"
                data-testid=["phones-", this.as_str()].concat()
                aria-pressed=move || (settings.phone_click() == this).to_string()
                on:click=move |_| settings.phones.set(Some(this))
            >
                {name}
            </button>
        }
    });
    view! {
            <p class="menu__name">{name}</p>
            <div class="menu__group" role="group" aria-label=words.language><span>{words.language}</span><div class="segments">{languages}</div></div>
            <div class="menu__group" role="group" aria-label=words.theme><span>{words.theme}</span><div class="segments">{themes}</div></div>
            <div class="menu__group" role="group" aria-label=words.dates><span>{words.dates}</span><div class="segments">{dates}</div></div>
            <div class="menu__group" role="group" aria-label=words.phone_click><span>{words.phone_click}</span><div class="segments">{phones}</div></div>
            <label class="menu__group menu__switch">
                <span>{words.auto_refresh}<small>{words.auto_refresh_hint}</small></span>
                <input
                    type="checkbox"
                    role="switch"
                    class="switch"
                    data-testid="auto-refresh"
                    prop:checked=move || settings.auto_refresh.get()
                    on:change=move |event| settings.auto_refresh.set(event_target_checked(&event))
                />
            </label>
            {move || settings.calendar_names.get().map(|is_on| view! {
                <label class="menu__group menu__switch">
                    <span>{words.calendar_names}</span>
                    <input
                        type="checkbox"
                        role="switch"
                        class="switch"
                        data-testid="calendar-names"
                        prop:checked=is_on
                        on:change=move |event| settings.calendar_names.set(Some(event_target_checked(&event)))
                    />
                </label>
            })}
            {has_badge().then(|| view! {
                <label class="menu__group menu__switch">
                    <span>{words.badge}<small>{words.badge_hint}</small></span>
                    <input
                        type="checkbox"
                        role="switch"
                        class="switch"
                        data-testid="badge"
                        prop:checked=move || settings.badge.get()
                        on:change=move |event| settings.badge.set(event_target_checked(&event))
                    />
                </label>
            })}
            <button type="button" class="button button--wide menu__keys" data-testid="open-keys" on:click=move |_| on_keys.run(())>
                <Icon name=IconName::Keyboard />
                {words.keys}
            </button>
            <button type="button" class="button button--wide" data-testid="sign-out" on:click=move |_| session.sign_out()>
                <Icon name=IconName::Out />
                {words.sign_out}
            </button>
    }
    .into_any()
}
