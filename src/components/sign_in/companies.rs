use crate::components::Waiting;
use crate::i18n::Words;
use crate::model::{Company, CompanyId};
use leptos::{html, prelude::*};

/// Asks which company to go to, of those that the account belongs to.
#[component]
pub fn Companies(
    /// The companies.
    companies: Vec<Company>,
    /// Told of the choice.
    on_choose: Callback<CompanyId>,
    /// Goes back to login and password.
    on_back: Callback<()>,
    /// Whether the choice is on its way.
    #[prop(into)]
    is_busy: Signal<bool>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let group = NodeRef::<html::Div>::new();
    // The button that was pressed is gone.
    Effect::new(move |_| {
        if let Some(group) = group.get() {
            let _ = group.focus();
        }
    });
    let choices: Vec<_> = companies
        .into_iter()
        .map(|Company { id, name }| {
            view! {
                <button
                    type="button"
                    class="button button--wide"
                    data-testid="sign-in-company"
                    aria-disabled=move || is_busy.get().then_some("true")
                    on:click=move |_| on_choose.run(id.clone())
                >
                    {name}
                </button>
            }
        })
        .collect();
    view! {
        <div
            node_ref=group
            class="sign-in__companies"
            data-testid="sign-in-companies"
            role="group"
            aria-labelledby="sign-in-which"
            tabindex="-1"
        >
            <p id="sign-in-which">{words.which_company}</p>
            {choices}
            <p class="sign-in__quiet" role="status">
                {move || is_busy.get().then(|| view! { <Waiting otherwise=words.signing_in words /> })}
            </p>
            <button type="button" class="button button--quiet" on:click=move |_| on_back.run(())>
                {words.other_account}
            </button>
        </div>
    }
}
