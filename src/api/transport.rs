//! The only file that speaks to the network.
use super::answer::{CallKind, data_of, judge_as, malformed};
use super::early::{self, EarlyReply};
use super::login::{LoginAnswer, login_answer, read_companies};
use super::proxy_queue;
use super::rate_limiter::{MAX_PAUSE, Millis, Priority};
use super::refusal::pause;
use super::{Request, authorization, read_login};
use crate::config::Config;
use crate::json::Opened;
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

/// What `POST /api/v2/auth/login` is sent.
#[derive(serde::Serialize)]
struct LoginBody<'a> {
    login: &'a str,
    password: &'a str,
    device: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    corp_id: Option<CorpId<'a>>,
}

/// A [`CompanyId`] as it is written.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum CorpId<'a> {
    Number(i64),
    Text(&'a str),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// For who does not give calls up: to them one that was given up is one without an answer.
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
        let corp_id = company.map(|id| match id {
            CompanyId::Number(number) => CorpId::Number(*number),
            CompanyId::Text(text) => CorpId::Text(text),
        });
        let body = LoginBody { login, password, device: &self.config.device, corp_id };
        let call = self
            .with_headers(http::Request::post(&self.address(&Request::login())), Priority::Asked)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .abort_signal(abort)
            .body(serde_json::to_string(&body).unwrap_or_default())
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
        Reply::receive(response, abort).await
    }
}

/// An answer that nobody has read yet.
pub struct Reply {
    kind: CallKind,
    status: u16,
    /// How long no call would be answered, if this is a refusal.
    pause: Millis,
    /// Whether the call came through a company's queue.
    is_queued: bool,
    body: Vec<u8>,
}

/// Longer answers than this, in bytes, are no refusals: they are not read twice.
const LONGEST_REFUSAL: usize = 10_000;

impl Reply {
    async fn receive(response: http::Response, abort: Option<&AbortSignal>) -> Result<Self, Failure> {
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
        Ok(Self { kind: CallKind::WithToken, status, pause, is_queued, body })
    }

    /// Its HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// For how long the endpoint wants no calls, if this refuses one for too many.
    pub fn refusal(&self) -> Option<Millis> {
        let is_refusal = self.status == 429
            || self.body.len() < LONGEST_REFUSAL && matches!(self.data(), Err(Problem::TooManyCalls { .. }));
        is_refusal.then_some(self.pause)
    }

    /// Whether the call came through a company's queue: then that one counts colleagues' calls.
    pub fn is_queued(&self) -> bool {
        self.is_queued
    }

    /// Reads the answer's `data`.
    ///
    /// # Errors
    /// What the endpoint says instead, or why nothing can be read.
    pub fn read<T>(&self, read: impl FnOnce(Opened<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        read(self.data()?)
    }

    /// Reads what came of login and password; `is_named` where a company was named.
    ///
    /// # Errors
    /// As [`Reply::read`].
    pub fn read_login(&self, is_named: bool) -> Result<LoginAnswer, Problem> {
        let companies = std::str::from_utf8(&self.body).map(read_companies).unwrap_or_default();
        login_answer(self.read(read_login), companies, is_named)
    }

    /// Reads the whole answer, of which the inner value is `data`.
    ///
    /// # Errors
    /// As [`Reply::read`].
    pub fn read_whole<T>(&self, read: impl FnOnce(Opened<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        read(self.whole()?)
    }

    fn data(&self) -> Result<Opened<'_>, Problem> {
        self.whole().and_then(data_of)
    }

    fn whole(&self) -> Result<Opened<'_>, Problem> {
        let is_success = (200..300).contains(&self.status);
        let body = match std::str::from_utf8(&self.body) {
            Ok(body) => body,
            // A gateway's page in another encoding: the status speaks.
            Err(_) if !is_success => "",
            Err(_) => return Err(malformed("body", "not UTF-8")),
        };
        let seconds = u32::try_from((self.pause.min(MAX_PAUSE) + 999) / 1000).ok();
        judge_as(self.kind, self.status, seconds, body)
    }
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
