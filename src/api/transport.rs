//! The only file that speaks to the network.
use super::answer::{CallKind, malformed};
use super::early::{self, EarlyReply};
use super::login::login_body;
use super::proxy_queue;
use super::rate_limiter::{Millis, Priority};
use super::refusal::pause;
use super::reply::Reply;
use super::{Request, authorization};
use crate::config::Config;
use crate::model::{CompanyId, Problem};
use gloo_net::http;
use web_sys::AbortSignal;

/// Asks the endpoint, with the address and the header words of the configuration.
#[derive(Clone, Debug)]
pub struct Client {
    config: Config,
}

/// Why a call has no value: the endpoint's or the network's problem, or because nobody waits for it
/// any more.
pub enum Failure {
    /// Somebody should be told.
    Problem(Problem),
    /// The call was given up by this page itself.
    Aborted,
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// For callers that never abort: to them an aborted call has timed out.
impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Problem(problem) => problem,
            Failure::Aborted => Problem::TimedOut,
        }
    }
}

impl Client {
    /// A client for this configuration.
    pub fn new(config: Config) -> Self {
        Self { config }
    }

    /// Whether this very call began before the program did.
    pub fn is_early(&self, request: &Request, token: &str) -> bool {
        early::is_for(&self.address(request), &self.signature(&self.authorization(token)))
    }

    /// Asks once. Whether a refused call is made once more is for whoever counts the calls to say.
    ///
    /// It hands out the answer unread, so that this program holds one such function and not one for
    /// each kind of answer.
    pub async fn get(
        &self,
        request: &Request,
        token: &str,
        priority: Priority,
        abort: Option<&AbortSignal>,
    ) -> Result<Reply, Failure> {
        let header = self.authorization(token);
        let address = self.address(request);
        // The first rows may be on their way already.
        if let Some(answer) = early::take(&address, &self.signature(&header), abort) {
            return answer.reply().await.map(Reply::from).ok_or_else(|| give_up(abort));
        }
        let call = self
            .with_headers(http::Request::get(&address), priority)
            .header("Authorization", &header)
            .header("Accept", "application/json")
            .cache(web_sys::RequestCache::NoStore)
            .abort_signal(abort)
            .build()
            .map_err(|_| malformed("request", "not accepted by the browser"))?;
        self.answer(call, abort).await
    }

    /// Trades login and password for a token, of this company where one is named. They travel in the body only.
    pub async fn login(
        &self,
        login: &str,
        password: &str,
        company: Option<&CompanyId>,
        abort: Option<&AbortSignal>,
    ) -> Result<Reply, Failure> {
        let body = login_body(login, password, &self.config.device, company);
        let call = self
            .with_headers(http::Request::post(&self.address(&Request::login())), Priority::Asked)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .abort_signal(abort)
            .body(body)
            .map_err(|_| malformed("request", "not accepted by the browser"))?;
        Ok(Reply { kind: CallKind::Login, ..self.answer(call, abort).await? })
    }

    /// Sends a body, once. Nothing here or behind it sends it again.
    pub async fn post(
        &self,
        request: &Request,
        body: String,
        token: &str,
        abort: Option<&AbortSignal>,
    ) -> Result<Reply, Failure> {
        let call = self
            .with_headers(http::Request::post(&self.address(request)), Priority::Asked)
            .header("Authorization", &self.authorization(token))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .abort_signal(abort)
            .body(body)
            .map_err(|_| malformed("request", "not accepted by the browser"))?;
        self.answer(call, abort).await
    }

    fn authorization(&self, token: &str) -> String {
        authorization(token, &self.config.device, &self.config.version_code)
    }

    /// All that tells the sender of a call, as `start/early_call.js` writes it.
    fn signature(&self, authorization: &str) -> String {
        let further = self.config.headers.iter().map(|(name, value)| format!("{name}: {value}"));
        std::iter::once(authorization.to_owned()).chain(further).collect::<Vec<_>>().join("\n")
    }

    /// The operator's further headers, and for the page's own proxy who waits for the call.
    fn with_headers(&self, call: http::RequestBuilder, priority: Priority) -> http::RequestBuilder {
        let call = self.config.headers.iter().fold(call, |call, (name, value)| call.header(name, value));
        let origin = web_sys::window().and_then(|window| window.location().origin().ok());
        match origin.is_some_and(|origin| proxy_queue::is_own(&self.config.api_base, &origin)) {
            true => call.header(proxy_queue::PRIORITY, proxy_queue::word(priority)),
            false => call,
        }
    }

    fn address(&self, request: &Request) -> String {
        format!("{}{}", self.config.api_base, request.path)
    }

    async fn answer(&self, call: http::Request, abort: Option<&AbortSignal>) -> Result<Reply, Failure> {
        let response = call.send().await.map_err(|_| give_up(abort))?;
        receive(response, abort).await
    }
}

async fn receive(response: http::Response, abort: Option<&AbortSignal>) -> Result<Reply, Failure> {
    let status = response.status();
    let header = |name| response.headers().get(name);
    // Another origin's clock cannot be read unless it says so.
    let pause = pause(header("Retry-After").as_deref(), header("Date").as_deref(), now(), time_of);
    let is_queued = proxy_queue::waited(header(proxy_queue::WAITED).as_deref()).is_some();
    let body = match response.binary().await {
        Ok(body) => body,
        // The status says all.
        Err(_) if status == 429 && !abort.is_some_and(AbortSignal::aborted) => Vec::new(),
        Err(_) => return Err(give_up(abort)),
    };
    Ok(Reply { kind: CallKind::WithToken, status, pause, is_queued, body })
}

impl From<EarlyReply> for Reply {
    fn from(EarlyReply { status, retry_after, date, queue, at, body }: EarlyReply) -> Self {
        let pause = pause(retry_after.as_deref(), date.as_deref(), at, time_of);
        // Some of it is over when the program takes the answer up.
        let pause = pause.saturating_sub((now() - at).max(0)).max(0);
        let is_queued = proxy_queue::waited(queue.as_deref()).is_some();
        Self { kind: CallKind::WithToken, status, pause, is_queued, body }
    }
}

fn now() -> Millis {
    js_sys::Date::now() as Millis
}

/// A day and time as HTTP writes it.
fn time_of(text: &str) -> Option<Millis> {
    Some(js_sys::Date::parse(text)).filter(|time| time.is_finite()).map(|time| time as Millis)
}

/// What became of a call that has no answer.
fn give_up(abort: Option<&AbortSignal>) -> Failure {
    match abort {
        Some(signal) if signal.aborted() => Failure::Aborted,
        _ => Failure::Problem(Problem::Unreachable { is_offline: is_offline() }),
    }
}

/// Waits until the early call has begun, or until it is clear that there will be none. `path` is what it asks
/// where no start has noted that before.
pub async fn early_call_begun(path: impl FnOnce() -> String) {
    early::begun(path).await;
}

/// The answer to the early call, for whoever only wants to look at it. `None` where there is
/// no such call, nobody could be reached, or the answer takes its time.
pub async fn early_reply() -> Option<Reply> {
    early::first().await.map(Reply::from)
}

/// Waits until the first rows, which were just drawn, are on the screen.
pub async fn first_rows_painted() {
    early::painted().await;
}

/// The text of `config.json` beside the page; `None` when there is no such file, which is allowed.
pub async fn config_file() -> Option<String> {
    match early::config_file().await {
        Some(text) => text,
        None => beside_page("config.json").await.flatten(),
    }
}

/// The text of `views.json` beside the page: `Some(None)` when there is no such file, which is
/// allowed, `None` when nobody could be asked.
pub async fn views_file() -> Option<Option<String>> {
    beside_page("views.json").await
}

async fn beside_page(name: &str) -> Option<Option<String>> {
    let response = http::Request::get(name).cache(web_sys::RequestCache::NoCache).send().await.ok()?;
    if response.ok() { response.text().await.ok().map(Some) } else { Some(None) }
}

fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}
