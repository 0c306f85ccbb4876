use super::loaded::Loaded;
use crate::components::parts::lazy_view::once;
use crate::components::{PalettePage, lazy_views};
use crate::i18n::Words;
use crate::layout::LayoutChange;
use crate::state::{Back, Export, PrivacyBlur, Settings, Toast, Tool, Tools};
use leptos::prelude::*;

/// What lies over the list when it is there: the export, the sheet of keys, tools, the blur, a toast.
#[component]
pub(super) fn Overlays(
    /// The last good answer.
    loaded: Loaded,
    /// Changes the look of the table.
    on_layout: Callback<LayoutChange>,
    /// Whether the sheet of keys is open.
    keys_open: RwSignal<bool>,
    /// The words of the page.
    words: &'static Words,
) -> impl IntoView {
    let (back, export) = (expect_context::<Back>(), expect_context::<Export>());
    let (blur, settings) = (expect_context::<PrivacyBlur>(), expect_context::<Settings>());
    back.closes(keys_open, move || keys_open.set(false));
    let is_offered = Signal::derive(move || export.offered().with(Option::is_some));
    back.closes(is_offered, move || export.offered().set(None));
    let export_dialog = once(is_offered, move || {
        lazy_views::export_dialog(loaded.answer.into(), loaded.columns.into(), loaded.available.into(), words)
    });
    let is_exporting = Signal::derive(move || export.job().with(|job| job.phase.is_some()));
    let export_panel = once(is_exporting, move || lazy_views::export_panel(words));
    let keys_sheet = once(keys_open, move || {
        let on_single_keys = Callback::new(move |is_on| settings.single_keys.set(is_on));
        lazy_views::keys_sheet(keys_open, settings.single_keys.into(), on_single_keys, words)
    });
    let tools = expect_context::<Tools>();
    let owner_check = once(tools.is_open(Tool::OwnerCheck), move || lazy_views::owner_check(words));
    let share = once(tools.is_open(Tool::Share), move || lazy_views::share(words));
    let palette = once(tools.is_open(Tool::Palette), move || {
        let (available, shown) = (loaded.available.into(), loaded.columns.into());
        lazy_views::palette(PalettePage { available, shown, on_layout, keys_open }, words)
    });
    view! {
        {export_dialog}
        {export_panel}
        {move || blur.is_on().then(|| view! {
            <button type="button" class="veil" data-testid="veil" on:click=move |_| blur.set(false)>
                {words.veiled}
                <small>{words.veiled_hint}</small>
            </button>
        })}
        <p class="said" role="status" data-testid="said">{expect_context::<Toast>().text()}</p>
        {keys_sheet}
        {owner_check}
        {share}
        {palette}
    }
}
