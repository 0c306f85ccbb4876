use crate::model::CustomerPage;
use crate::query::{Change, ListQuery};
use crate::state::browser::badge::set_badge;
use crate::state::{Answer, Customers, LoadState, Navigation, Options, Settings, Today};
use crate::view_model::BuiltIn;
use leptos::prelude::*;
use time::Date;

/// The views that are there for everybody: how they are asked now, which one is open, and how many customers
/// are due, where that is known without a call.
#[derive(Clone, Copy)]
pub struct BuiltIns {
    navigation: Navigation,
    options: Options,
    open: Memo<Option<BuiltIn>>,
    due_count: Memo<Option<u64>>,
}

impl BuiltIns {
    pub(crate) fn follow(
        navigation: Navigation,
        options: Options,
        customers: Customers,
        settings: Settings,
        today: Today,
    ) -> Self {
        let open = Memo::new(move |_| navigation.query().with(BuiltIn::of));
        // Of which day, and how many.
        let counted: RwSignal<Option<(Date, u64)>> = RwSignal::new(None);
        Effect::new(move |_| {
            let LoadState::Ready(answer) = customers.state().get() else { return };
            let day = today.get();
            if is_due_list(&answer, day) {
                counted.set(known_count(&answer).map(|count| (day, count)));
            }
        });
        // Whoever signs out leaves no number.
        customers.on_gone(move || {
            counted.try_set(None);
        });
        let due_count = Memo::new(move |_| {
            let day = today.get();
            counted.get().filter(|(counted_on, _)| *counted_on == day).map(|(_, count)| count)
        });
        Effect::watch(
            move || settings.badge.get().then(|| due_count.get()),
            |shown, before, _| match shown {
                Some(count) => set_badge(*count),
                None if before.is_some_and(Option::is_some) => set_badge(None),
                None => {}
            },
            true,
        );
        Self { navigation, options, open, due_count }
    }

    /// The one that is open.
    pub fn open(self) -> Signal<Option<BuiltIn>> {
        self.open.into()
    }

    /// How many customers are due today, where that is known.
    pub fn due_count(self) -> Signal<Option<u64>> {
        self.due_count.into()
    }

    /// What a view asks; the endpoint may tell later that it can sort.
    pub fn query(self, view: BuiltIn) -> ListQuery {
        self.options.catalog().with(|catalog| view.query(catalog))
    }

    /// The address of a view.
    pub fn href(self, view: BuiltIn) -> String {
        self.navigation.href(Change::Open(Box::new(self.query(view))))
    }
}

fn is_due_list(answer: &Answer, today: Date) -> bool {
    let due = BuiltIn::Due.query(&Default::default());
    answer.query.filters == due.filters.on(today)
}

fn known_count(answer: &Answer) -> Option<u64> {
    let page: &CustomerPage = &answer.page;
    page.count(answer.query.page, answer.per_page)
}
