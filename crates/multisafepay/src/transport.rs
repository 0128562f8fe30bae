//! The only thing between the client and the network: one request in, and out comes how far it got.

use crate::ApiKey;
use domain::NotSentReason;
use futures_util::future::BoxFuture;

/// What a request does to the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads; may be asked again.
    Get,
    /// Writes a new thing; never asked twice.
    Post,
    /// Writes; never asked twice.
    Patch,
}

impl Method {
    /// Whether it changes something on the server.
    #[must_use]
    pub const fn writes(self) -> bool {
        !matches!(self, Self::Get)
    }
}

/// One request to the API.
#[derive(Clone, Debug)]
pub struct Request {
    /// GET, POST or PATCH.
    pub method: Method,
    /// The path below the API's base, each segment percent-encoded, for example `/orders/a%2Fb/capture`.
    pub path: String,
    /// The JSON body of a write.
    pub body: Option<String>,
    /// Travels as the header `api_key` and nowhere else. It cannot be printed.
    pub key: ApiKey,
}

/// How far a request got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Certain: nothing of the request left this computer.
    NotSent(NotSentReason),
    /// The request may have arrived; no whole answer came back.
    Unanswered(Unanswered),
    /// An answer came back, whole.
    Answered(Answer),
}

/// Why no whole answer came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// None came in time.
    TimedOut,
    /// The connection broke before an answer began.
    ConnectionLost,
    /// The answer began and broke off, or was larger than any answer of the API.
    Cut,
}

/// A whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body as it came.
    pub body: Vec<u8>,
}

/// The network, or something that stands for it. An implementation makes exactly one attempt, follows no redirect and
/// repeats nothing.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request.
    fn send(&self, request: Request) -> BoxFuture<'_, Reached>;
}
