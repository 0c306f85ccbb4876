//! Answers come in any order, late, twice wanted or not at all: what is shown is always the answer to
//! the question that stands in the address.
use js_sys::{Array, Function, Promise, Reflect};
use kehu::model::{AnswerIndex, PageNumber};
use kehu::query::{Change, Tab};
use kehu::state::{Customers, LoadState, Navigation, Question, start, start_session};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const INTERLEAVINGS: u32 = 1000;

/// A network that answers when it is told to. A call that was given up is sometimes answered all the
/// same, as a real one may be whose answer was on its way.
const NETWORK: &str = r#"
    const waiting = [];
    const real = window.fetch;
    // Drawn as `Dice` draws: without a pattern, the same in every run.
    let drawn = 20261126;
    const isHeads = () => {
        drawn ^= drawn << 13;
        drawn ^= drawn >>> 17;
        drawn ^= drawn << 5;
        return (drawn & 1) === 0;
    };
    window.fetch = (request) => {
        const url = new URL(request.url);
        if (url.pathname !== "/api/v2/customers") {
            return Promise.resolve(new Response('{"code":0,"data":{}}'));
        }
        return new Promise((answer, fail) => {
            const call = { answer, fail, page: Number(url.searchParams.get("page")) };
            call.tab = url.searchParams.get("tab_type") ?? "";
            request.signal.addEventListener("abort", () => {
                if (isHeads()) fail(new DOMException("given up", "AbortError"));
            });
            waiting.push(call);
        });
    };
    window.races = {
        count: () => waiting.length,
        settle: (at, isGood) => {
            const [call] = waiting.splice(at % waiting.length, 1);
            const rows = [{ id: call.tab + call.page, name: "x" }];
            const data = { customers: rows, column_list: ["name"], has_next_page: true, page: call.page, per_page: 1 };
            if (isGood) call.answer(new Response(JSON.stringify({ code: 0, data })));
            else call.fail(new TypeError("cut"));
        },
        tick: () => new Promise((done) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => { port1.close(); done(); };
            port2.postMessage(0);
        }),
        end: () => { window.fetch = real; },
    };
"#;

struct Network(JsValue);

impl Network {
    fn install() -> Self {
        js_sys::eval(&format!("(() => {{ {NETWORK} }})()")).unwrap();
        Self(Reflect::get(&window(), &"races".into()).unwrap())
    }

    fn call(&self, name: &str, arguments: &[JsValue]) -> JsValue {
        let function: Function = Reflect::get(&self.0, &name.into()).unwrap().unchecked_into();
        function.apply(&JsValue::NULL, &arguments.iter().collect::<Array>()).unwrap()
    }

    fn waiting(&self) -> u32 {
        self.call("count", &[]).as_f64().unwrap() as u32
    }

    fn settle(&self, at: u32, is_good: bool) {
        self.call("settle", &[at.into(), is_good.into()]);
    }

    async fn tick(&self) {
        JsFuture::from(self.call("tick", &[]).unchecked_into::<Promise>()).await.unwrap();
    }
}

/// Numbers without a pattern, the same in every run.
struct Dice(u32);

impl Dice {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % end
    }
}

fn page(number: u32) -> PageNumber {
    PageNumber::new(number).unwrap()
}

/// What is shown, if anything: it must answer the address.
fn shown(navigation: Navigation, customers: Customers) -> Option<String> {
    let query = navigation.query().get_untracked();
    let tab = if query.filters.saved.tab == Tab::All { "" } else { query.filters.saved.tab.as_str() };
    let wanted = format!("{tab}{}", query.page);
    customers.state().with_untracked(|state| match state {
        LoadState::Ready(answer) => {
            let id = answer.page.customers.get(AnswerIndex(0)).unwrap().id_text().to_owned();
            assert_eq!(Some(answer.query.page), answer.page.page, "an answer belongs to its question");
            (id == wanted).then_some(id)
        }
        _ => None,
    })
}

#[wasm_bindgen_test]
async fn the_last_question_wins_in_every_order_of_answers() {
    let storage = window().session_storage().unwrap().unwrap();
    storage.set_item("kehu.session", r#"{"token":"races"}"#).unwrap();
    let network = Network::install();
    // Effects run where something has been mounted. Which test is the first differs from build to build.
    drop(leptos::mount::mount_to(document().create_element("div").unwrap().unchecked_into(), || ()));
    let owner = Owner::new();
    let (navigation, customers, question) = owner.with(|| {
        start_session(Some(r#"{"requests_per_10s":0}"#));
        start(false);
        (expect_context::<Navigation>(), expect_context::<Customers>(), expect_context::<Question>())
    });
    let mut dice = Dice(20_261_123);
    let mut from_memory = 0;
    for round in 0..INTERLEAVINGS {
        for _ in 0..dice.below(8) + 2 {
            match dice.below(6) {
                0..3 => question.change(Change::GoTo(page(dice.below(6) + 1))),
                3 => question.change(Change::Tab([Tab::All, Tab::My, Tab::Common][dice.below(3) as usize])),
                _ if network.waiting() > 0 => {
                    let is_good = dice.below(4) > 0;
                    network.settle(dice.below(100), is_good);
                }
                _ => customers.prefetch_next(),
            }
            if dice.below(2) == 0 {
                network.tick().await;
            }
        }
        // A question that is new for sure, so that the end of the round has one that is asked.
        question.change(Change::GoTo(page(1000 + round)));
        let mut ticks = 0;
        while shown(navigation, customers).is_none() {
            if network.waiting() > 0 {
                network.settle(dice.below(100), true);
            }
            network.tick().await;
            ticks += 1;
            assert!(ticks < 2000, "round {round} ends without rows");
        }
        // And one that was answered a moment ago: turning back to it needs no call.
        let waiting = network.waiting();
        question.change(Change::GoTo(page(999 + round.max(1))));
        network.tick().await;
        network.tick().await;
        from_memory += u32::from(network.waiting() == waiting && shown(navigation, customers).is_some());
        while network.waiting() > 0 {
            network.settle(0, true);
        }
        for _ in 0..3 {
            network.tick().await;
        }
        assert!(
            shown(navigation, customers).is_some(),
            "round {round}: an older answer took the place of the last"
        );
    }
    assert!(from_memory > 0);
    network.call("end", &[]);
    storage.remove_item("kehu.session").unwrap();
    owner.cleanup();
}
