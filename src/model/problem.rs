/// Why a question was not answered.
///
/// It has two faces: [`view_model`](crate::view_model) makes the salesperson's sentence of it, and
/// `Debug` is for the console. Neither ever holds a token or a customer's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The session is over (code 100401); the endpoint's own words.
    SignedOut {
        /// As the endpoint says it; may be empty.
        message: String,
    },
    /// The company's calls are used up for the moment.
    TooManyCalls {
        /// As the endpoint says it; may be empty.
        message: String,
        /// Seconds to wait, from `Retry-After`.
        retry_after: Option<u32>,
    },
    /// The endpoint refused with a code of its own.
    Refused {
        /// The code.
        code: i64,
        /// As the endpoint says it; may be empty.
        message: String,
    },
    /// A status without an answer that could be read.
    Status(u16),
    /// A web page came where an answer was due: a proxy, a sign-in wall, a wrong address.
    Html,
    /// Nothing came at all.
    NoBody,
    /// The answer could not be read.
    Malformed {
        /// Which part of it.
        at: &'static str,
        /// What the reader said, without any of the text.
        cause: String,
    },
    /// The network gave no answer.
    Unreachable {
        /// Whether the browser says that it is offline.
        is_offline: bool,
    },
    /// No answer within the time allowed.
    TimedOut,
    /// No answer yet, and the user did not want to wait any longer.
    Stopped,
}
