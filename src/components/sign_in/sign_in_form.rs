use crate::components::sign_in::companies::Companies;
use crate::components::{Icon, IconName, Waiting};
use crate::i18n::Words;
use crate::model::{Company, CompanyId, Problem};
use crate::state::{Credentials, SessionState, SignedIn};
use crate::view_model::problem_view;
use leptos::{ev, html, prelude::*};

/// Signing in with an account or with a token that the company handed out. It works with password
/// managers, with paste and with the Enter key.
#[component]
pub fn SignIn(
    /// Who is signed in.
    session: SessionState,
    /// The endpoint's words when it ended a session; the page stands behind then.
    #[prop(optional_no_strip)]
    over: Option<String>,
    /// The operator's line.
    hint: Option<String>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (login, password, token) =
        (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let remember = NodeRef::<html::Input>::new();
    let (is_busy, set_busy) = signal(false);
    let (is_seen, set_seen) = signal(false);
    let (error, set_error) = signal(None::<String>);
    let value =
        |input: NodeRef<html::Input>| input.get_untracked().map(|input| input.value()).unwrap_or_default();
    // What the endpoint asks of an account of several companies.
    let companies = RwSignal::new(Vec::<Company>::new());
    let send = move |company: Option<CompanyId>| {
        if is_busy.get_untracked() {
            return;
        }
        let (login, password, token) =
            (value(login).trim().to_owned(), value(password), SessionState::token_in(&value(token)));
        let credentials = if !token.is_empty() {
            if !SessionState::is_token(&token) {
                return set_error.set(Some(words.token_unusable.to_owned()));
            }
            Credentials::Token(token)
        } else if login.is_empty() || password.is_empty() {
            return set_error.set(Some(words.sign_in_missing.to_owned()));
        } else {
            Credentials::Password { login, password, company }
        };
        let remember = remember.get_untracked().is_some_and(|input| input.checked());
        set_error.set(None);
        // Nobody reads it over a shoulder while the form waits, and a browser keeps it as a password.
        set_seen.set(false);
        set_busy.set(true);
        leptos::task::spawn_local(async move {
            match session.sign_in(credentials, remember).await {
                // The form goes when the page is there.
                Ok(SignedIn::Done) => {}
                Ok(SignedIn::ChooseCompany(which)) => {
                    set_busy.try_set(false);
                    companies.try_set(which);
                }
                Err(problem) => {
                    set_busy.try_set(false);
                    set_error.try_set(Some(refusal(&problem, words)));
                }
            }
        });
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        send(None);
    };
    let is_choosing = Memo::new(move |_| companies.with(|companies| !companies.is_empty()));
    let is_over = over.is_some();
    // Both have the same code; the words tell which it is.
    let title = match &over {
        Some(message) if message.contains("其他地方") => words.session_elsewhere,
        Some(_) => words.session_over,
        None => words.sign_in,
    };
    let lead = match &over {
        Some(message) if !message.trim().is_empty() => message.clone(),
        Some(_) => words.p_signed_out.to_owned(),
        None => words.sign_in_lead.to_owned(),
    };
    view! {
        <form class="sign-in" data-testid="sign-in" aria-labelledby="sign-in-title" on:submit=submit>
            <header>
                <p class="brand">"Kehu " <span lang="zh">"客户"</span></p>
                <h1 id="sign-in-title">{title}</h1>
                <p class="sign-in__lead" role=is_over.then_some("alert") data-testid=is_over.then_some("error")>{lead}</p>
                {is_over.then(|| view! { <p class="sign-in__quiet">{words.session_over_kept}</p> })}
            </header>
            <div class="sign-in__fields" hidden=is_choosing>
                <label class="field">
                    <span>{words.login}</span>
                    <input
                        node_ref=login
                        data-testid="sign-in-login"
                        name="username"
                        type="text"
                        autocomplete="username"
                        autocapitalize="none"
                        spellcheck="false"
                        autofocus
                    />
                </label>
                <div class="field__secret">
                    <label class="field">
                        <span>{words.password}</span>
                        <input
                            node_ref=password
                            data-testid="sign-in-password"
                            name="password"
                            type=move || if is_seen.get() { "text" } else { "password" }
                            autocomplete="current-password"
                            autocapitalize="none"
                            spellcheck="false"
                        />
                    </label>
                    <button
                        type="button"
                        class="field__eye"
                        data-testid="sign-in-eye"
                        aria-label=words.show_typed
                        title=words.show_typed
                        aria-pressed=move || is_seen.get().to_string()
                        on:click=move |_| set_seen.update(|is_seen| *is_seen = !*is_seen)
                    >
                        {move || if is_seen.get() { view! { <Icon name=IconName::EyeOff /> } } else { view! { <Icon name=IconName::Eye /> } }}
                    </button>
                </div>
                <p class="sign-in__or"><span>{words.token_instead}</span></p>
                <label class="field">
                    <span>{words.token}</span>
                    <input
                        node_ref=token
                        data-testid="sign-in-token"
                        name="token"
                        type="password"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=words.token_place
                    />
                </label>
                <label class="check">
                    <input node_ref=remember data-testid="sign-in-remember" name="remember" type="checkbox" />
                    <span>{words.remember}</span>
                </label>
            </div>
            {move || match is_choosing.get() {
                true => {
                    let on_choose = Callback::new(move |company| send(Some(company)));
                    let on_back = Callback::new(move |()| {
                        set_error.set(None);
                        companies.set(Vec::new());
                    });
                    view! { <Companies companies=companies.get_untracked() on_choose on_back is_busy words /> }.into_any()
                }
                false => submit_button(is_busy, words),
            }}
            // Below the button, which would move away from the pointer that has just pressed it.
            <div class="sign-in__said" aria-live="polite">
                {move || error.get().map(|text| view! {
                    <p class="sign-in__error" data-testid="error"><Icon name=IconName::Warning /><span>{text}</span></p>
                })}
            </div>
            {hint.map(|hint| view! { <p class="sign-in__hint">{hint}</p> })}
        </form>
    }
}

fn submit_button(is_busy: ReadSignal<bool>, words: &'static Words) -> AnyView {
    view! {
        <button
            type="submit"
            class="button button--accent button--wide"
            data-testid="sign-in-submit"
            aria-disabled=move || is_busy.get().then_some("true")
        >
            {move || match is_busy.get() {
                true => view! { <Waiting otherwise=words.signing_in words /> }.into_any(),
                false => words.sign_in.into_any(),
            }}
        </button>
    }
    .into_any()
}

/// The endpoint's own words about login and password are the best there are.
fn refusal(problem: &Problem, words: &Words) -> String {
    problem_view(problem, words).text
}
