use crate::components::parts::popover::opens;
use crate::components::{Icon, IconName};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What a menu offers.
#[derive(Clone)]
pub struct MenuItem {
    /// What is read.
    pub text: String,
    /// Its sign, or an empty place.
    pub icon: Option<IconName>,
    /// What it does.
    pub action: MenuAction,
}

/// What happens when an item is chosen.
#[derive(Clone)]
pub enum MenuAction {
    /// It leads to a place of the list.
    Link(String),
    /// It opens the customer's own page in the CRM, in a tab of its own.
    OpenInCrm(String),
    /// It does something.
    Run(Callback<()>),
    /// Nothing: it is a line between groups.
    Line,
}

/// A menu that is open, at a point of the window.
#[derive(Clone)]
pub struct OpenMenu {
    /// What it is about; read to who cannot see where it opened.
    pub title: String,
    /// Pixels from the left.
    pub x: i32,
    /// Pixels from the top.
    pub y: i32,
    /// What it offers.
    pub items: Vec<MenuItem>,
}

impl MenuItem {
    /// An item that does something.
    pub fn run(
        text: impl Into<String>,
        icon: Option<IconName>,
        run: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self { text: text.into(), icon, action: MenuAction::Run(Callback::new(move |()| run())) }
    }

    /// An item that leads to a place.
    pub fn link(text: impl Into<String>, icon: Option<IconName>, href: String) -> Self {
        Self { text: text.into(), icon, action: MenuAction::Link(href) }
    }

    /// An item that opens a customer's own page in the CRM.
    pub fn open_in_crm(text: impl Into<String>, href: String) -> Self {
        let icon = Some(IconName::Outside);
        Self { text: text.into(), icon, action: MenuAction::OpenInCrm(href) }
    }

    /// A line between groups.
    pub fn line() -> Self {
        Self { text: String::new(), icon: None, action: MenuAction::Line }
    }
}

/// The one menu of the table, for whichever cell or column asked. Opening, closing, Escape and the
/// focus afterwards are the browser's own.
#[component]
pub fn ContextMenu(
    /// The menu, while one is open.
    #[prop(into)]
    menu: Signal<Option<OpenMenu>>,
    /// Told when it has closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let card = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(card), Some((x, y))) = (card.get(), menu.with(|menu| menu.as_ref().map(|it| (it.x, it.y))))
        else {
            return;
        };
        let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(800.0) as i32;
        let style = HtmlElement::style(&card);
        for (name, value) in [("--anchor-x", x), ("--anchor-top", y), ("--anchor-bottom", height - y)] {
            let _ = style.set_property(name, &format!("{value}px"));
        }
        let _ = card.set_attribute("data-side", if y * 5 < height * 3 { "below" } else { "above" });
        let _ = card.show_popover();
        focus(&card, |_, _| 0);
    });
    let toggled = move |event: ev::Event| {
        // The browser says so a moment later, and the table may be gone by then.
        if !opens(&event) {
            on_close.try_run(());
        }
    };
    let close = move || {
        if let Some(card) = card.get_untracked() {
            let _ = card.hide_popover();
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let Some(card) = card.get_untracked() else { return };
        match event.key().as_str() {
            "ArrowDown" => focus(&card, |at, count| (at + 1) % count),
            "ArrowUp" => focus(&card, |at, count| (at + count - 1) % count),
            "Home" => focus(&card, |_, _| 0),
            "End" => focus(&card, |_, count| count - 1),
            "Tab" => close(),
            _ => return,
        }
        event.prevent_default();
    };
    let items = move || {
        let items = menu.with(|menu| menu.as_ref().map(|menu| menu.items.clone())).unwrap_or_default();
        items.into_iter().map(|item| entry(item, close)).collect::<Vec<_>>()
    };
    view! {
        <div
            node_ref=card
            popover="auto"
            class="context-menu"
            data-testid="context-menu"
            role="menu"
            aria-label=move || menu.with(|menu| menu.as_ref().map(|menu| menu.title.clone()))
            on:toggle=toggled
            on:keydown=pressed
        >
            {items}
        </div>
    }
}

fn entry(item: MenuItem, close: impl Fn() + Copy + 'static) -> AnyView {
    let MenuItem { text, icon, action } = item;
    let sign = view! { <span class="context-menu__sign">{icon.map(|name| view! { <Icon name /> })}</span> };
    match action {
        MenuAction::Line => view! { <hr class="context-menu__line" role="separator" /> }.into_any(),
        MenuAction::Link(href) => view! {
            <a class="context-menu__item" role="menuitem" tabindex="-1" href=href on:click=move |_| close()>
                {sign}
                <span>{text}</span>
            </a>
        }
        .into_any(),
        MenuAction::OpenInCrm(href) => view! {
            <a
                class="context-menu__item"
                data-testid="open-in-crm"
                role="menuitem"
                tabindex="-1"
                href=href
                target="_blank"
                rel="noopener noreferrer"
                on:click=move |_| close()
            >
                {sign}
                <span>{text}</span>
            </a>
        }
        .into_any(),
        MenuAction::Run(run) => view! {
            <button
                type="button"
                class="context-menu__item"
                role="menuitem"
                tabindex="-1"
                on:click=move |_| {
                    close();
                    run.run(());
                }
            >
                {sign}
                <span>{text}</span>
            </button>
        }
        .into_any(),
    }
}

/// Puts the focus on another item: `next` gets the present one's place and how many there are.
fn focus(card: &HtmlElement, next: impl Fn(u32, u32) -> u32) {
    let Ok(items) = card.query_selector_all("[role=menuitem]") else { return };
    if items.length() == 0 {
        return;
    }
    let active = document().active_element();
    let is_active = |at: &u32| {
        items.get(*at).is_some_and(|item| active.as_ref().is_some_and(|it| item.is_same_node(Some(it))))
    };
    let at = (0..items.length()).find(is_active);
    let at = at.map_or(0, |at| next(at, items.length()));
    if let Some(item) = items.get(at).and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
        let _ = item.focus();
    }
}
