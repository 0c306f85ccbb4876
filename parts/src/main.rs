//! Every component in every state on one page, for whoever changes a style.
mod bars;
mod cells;
mod contents;
mod customers;
mod filters;
mod menus;
mod notices;
mod panes;
mod rows;
mod wish;

use kehu::i18n::Lang;
use kehu::state::{Screen, place_popovers};
use leptos::prelude::*;
use std::time::Duration;
use wish::{THEMES, Wish};

/// The document of the real page, which has the signs.
const INDEX: &str = include_str!("../../index.html");
/// By then every component has asked for the focus that it wants when it opens.
const SETTLED: Duration = Duration::from_millis(400);

/// A component and what shows it in its states.
#[derive(Clone, Copy)]
struct Part {
    name: &'static str,
    show: fn(Lang) -> AnyView,
}

/// The parts under the headings of the contents.
const GROUPS: [(&str, &[Part]); 7] = [
    ("Cells", &cells::PARTS),
    ("Rows", &rows::PARTS),
    ("Filters", &filters::PARTS),
    ("Menus", &menus::PARTS),
    ("Bars", &bars::PARTS),
    ("Notices", &notices::PARTS),
    ("Beside the list", &panes::PARTS),
];

fn main() {
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    place_popovers();
    let wish = Wish::read(&location().search().unwrap_or_default());
    wish.apply();
    mount_to_body(move || {
        provide_context(Screen::watch());
        let content = if wish.has_both() { side_by_side(wish) } else { everything(wish.lang) };
        view! {
            <div inner_html=signs()></div>
            {head(wish)}
            {content}
        }
    });
}

fn signs() -> &'static str {
    let rest = INDEX.find("<svg class=\"sprite\"").map_or("", |start| &INDEX[start..]);
    rest.find("</svg>").map_or("", |end| &rest[..end + "</svg>".len()])
}

fn head(wish: Wish) -> impl IntoView {
    // A frame's links lead the whole page on.
    let link = |name: &'static str, to: Wish| {
        view! { <a href=to.href() target="_top" aria-current=(to == wish).then_some("true")>{name}</a> }
    };
    let themes = THEMES.map(|(theme, name)| link(name, Wish { theme, ..wish }));
    let languages =
        [("中文", Lang::Zh), ("English", Lang::En)].map(|(name, lang)| link(name, Wish { lang, ..wish }));
    view! {
        <header class="parts__head">
            <h1>"Parts"</h1>
            <nav aria-label="Theme">{themes.into_iter().collect_view()}</nav>
            <nav aria-label="Language">{languages.into_iter().collect_view()}</nav>
        </header>
    }
}

/// A theme stands on the root of a document, so that two of them are two documents.
fn side_by_side(wish: Wish) -> AnyView {
    let half = |theme: &'static str| {
        view! { <iframe title=theme src=Wish { theme, ..wish }.href()></iframe> }
    };
    view! { <div class="parts__both">{half("light")}{half("dark")}</div> }.into_any()
}

fn everything(lang: Lang) -> AnyView {
    // Nothing in an inert element takes the focus, and with it the reader, to where it stands.
    let (is_inert, set_inert) = signal(true);
    set_timeout(
        move || {
            set_inert.set(false);
            // It says of the page that something is open which hides others of its parts.
            if let Some(body) = document().body() {
                let _ = body.remove_attribute("class");
            }
        },
        SETTLED,
    );
    let line = |part: &Part| view! { <li><a href=format!("#{}", part.name)>{part.name}</a></li> };
    let contents = GROUPS.map(|(name, parts)| {
        view! { <h2>{name}</h2><ul>{parts.iter().map(line).collect_view()}</ul> }
    });
    let section = |part: &Part| {
        view! {
            <section id=part.name class="parts__section">
                <h2>{part.name}</h2>
                <div class="parts__states">{(part.show)(lang)}</div>
            </section>
        }
    };
    let sections = GROUPS.into_iter().flat_map(|(_, parts)| parts.iter().map(section)).collect_view();
    view! {
        <div class="parts__columns">
            <nav class="parts__contents" aria-label="Components">{contents.into_iter().collect_view()}</nav>
            <main class="parts__sections" inert=is_inert>{sections}</main>
        </div>
    }
    .into_any()
}

/// How much room a state has.
#[derive(Clone, Copy, Default)]
enum Room {
    /// One of several beside each other.
    #[default]
    Cell,
    /// That of two cells.
    Pair,
    /// All of the line.
    Line,
    /// That of the table: all of the line, and a height.
    List,
    /// That of what stands beside the list, or covers a phone.
    Pane,
}

/// One state of a component under its name.
#[component]
fn State(
    /// What state it is.
    #[prop(into)]
    name: String,
    /// How much room it needs.
    #[prop(optional)]
    room: Room,
    /// The component in it.
    children: Children,
) -> impl IntoView {
    let class = match room {
        Room::Cell => "parts__state",
        Room::Pair => "parts__state parts__state--pair",
        Room::Line => "parts__state parts__state--line",
        Room::List => "parts__state parts__state--line parts__state--list",
        Room::Pane => "parts__state parts__state--pair parts__state--pane",
    };
    view! { <figure class=class><figcaption>{name}</figcaption><div class="parts__room">{children()}</div></figure> }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_signs_are_found_in_the_real_page() {
        let signs = super::signs();
        assert!(signs.starts_with("<svg class=\"sprite\"") && signs.ends_with("</svg>"));
        assert!(signs.contains("id=\"icon-search\"") && signs.contains("id=\"icon-refresh\""));
    }
}
