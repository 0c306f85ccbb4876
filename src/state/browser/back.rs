//! What is open over the list on a phone, where there is nothing but "back" to close it with.
use crate::state::{Navigation, Screen};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement, ToggleEvent};

/// Back closes what was opened last, and nothing else: see [`Navigation`] for how the browser's history
/// keeps it. On a wide screen things stand beside the list, and back is for the list alone.
#[derive(Clone, Copy)]
pub struct Back {
    open: StoredValue<Vec<Surface>, LocalStorage>,
    count: StoredValue<u32>,
    navigation: Navigation,
    is_phone: ReadSignal<bool>,
}

/// Something that is open.
enum Surface {
    /// A part of the page, with its number.
    Part(u32, Callback<()>),
    /// A card or menu, which the browser closes.
    Popover(HtmlElement),
}

impl Back {
    /// Knows of every popover; a part of the page has to tell of itself.
    pub(crate) fn watch(navigation: Navigation, screen: Screen) -> Self {
        let this = Self {
            open: StoredValue::new_local(Vec::new()),
            count: StoredValue::new(0),
            navigation,
            is_phone: screen.is_phone,
        };
        navigation.on_back(Callback::new(move |stay| this.close_to(stay)));
        let toggled = Closure::<dyn Fn(Event)>::new(move |event: Event| this.toggled(&event));
        // The event does not bubble: it is met on its way down.
        let _ = document().add_event_listener_with_callback_and_bool(
            "toggle",
            toggled.as_ref().unchecked_ref(),
            true,
        );
        // It lives as long as the page.
        toggled.forget();
        this
    }

    /// Back closes a part of the page while it is open.
    pub fn closes(self, is_open: impl Into<Signal<bool>>, close: impl Fn() + Send + Sync + 'static) {
        let (is_open, is_phone) = (is_open.into(), self.is_phone);
        self.count.update_value(|count| *count += 1);
        let number = self.count.get_value();
        let close = Callback::new(move |()| close());
        let is_over = Memo::new(move |_| is_open.get() && is_phone.get());
        Effect::new(move |_| {
            if is_over.get() {
                self.add(Surface::Part(number, close));
            } else {
                self.remove(|it| matches!(it, Surface::Part(it, _) if *it == number));
            }
        });
        on_cleanup(move || self.remove(|it| matches!(it, Surface::Part(it, _) if *it == number)));
    }

    fn toggled(self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(popover) = target.filter(|it| it.get_attribute("popover").as_deref() == Some("auto")) else {
            return;
        };
        let opens = event.dyn_ref::<ToggleEvent>().is_some_and(|event| event.new_state() == "open");
        if !opens {
            self.remove(|it| matches!(it, Surface::Popover(it) if *it == popover));
        } else if self.is_phone.get_untracked() {
            self.add(Surface::Popover(popover));
        }
    }

    fn add(self, surface: Surface) {
        self.open.update_value(|open| {
            open.retain(Surface::is_open);
            open.push(surface);
        });
        self.tell();
    }

    fn remove(self, is_it: impl Fn(&Surface) -> bool) {
        let is_here = self.open.try_with_value(|open| open.iter().any(&is_it)) == Some(true);
        if is_here {
            self.open.update_value(|open| open.retain(|it| !is_it(it)));
            self.tell();
        }
    }

    fn tell(self) {
        self.navigation.set_open(self.open.with_value(Vec::len) as u32);
    }

    /// Closes what was opened last until so many things are left; says how many it closed.
    fn close_to(self, stay: u32) -> u32 {
        let mut closed = 0;
        while let Some(surface) = self
            .open
            .try_update_value(|open| if open.len() > stay as usize { open.pop() } else { None })
            .flatten()
        {
            closed += u32::from(surface.is_open());
            surface.close();
        }
        closed
    }
}

impl Surface {
    /// Whether it is open still: a card that is taken out of the page says nothing.
    fn is_open(&self) -> bool {
        match self {
            Self::Part(..) => true,
            Self::Popover(popover) => popover.matches(":popover-open").unwrap_or_default(),
        }
    }

    fn close(self) {
        match self {
            Self::Part(_, close) => {
                close.try_run(());
            }
            Self::Popover(popover) => {
                let _ = popover.hide_popover();
            }
        }
    }
}
