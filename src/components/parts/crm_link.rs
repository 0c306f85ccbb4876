use crate::components::{Icon, IconName};
use crate::i18n::{RowWords, fill};
use leptos::prelude::*;

/// A link to a customer's own page in the CRM, which opens in a tab of its own.
pub(crate) fn crm_link(href: String, words: &'static RowWords) -> AnyView {
    view! {
        <a
            class="crm-link"
            data-testid="open-in-crm"
            href=href
            target="_blank"
            rel="noopener noreferrer"
            aria-label=fill(words.opens_outside, &[words.open_in_crm])
        >
            <Icon name=IconName::Outside />
            {words.open_in_crm}
        </a>
    }
    .into_any()
}
