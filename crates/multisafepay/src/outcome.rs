//! What an answer proves.

use domain::{NotSentReason, Refused, UnclearReason};

/// What a write (a capture or a release) came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// The server says that it was done, for this order or reference.
    Done {
        /// MultiSafepay's number of what was made.
        transaction: Option<String>,
        /// The order id in the answer.
        order: String,
    },
    /// A well-formed no.
    Refused(Refused),
    /// Nothing left this computer.
    NotSent(NotSentReason),
    /// Everything else.
    Unclear(UnclearReason),
}

/// Why a read gave nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadProblem {
    /// Nothing left this computer.
    #[error("nothing could be sent: {0:?}")]
    NotSent(NotSentReason),
    /// The key was not accepted (401, 403 or code 1032).
    #[error("the key was not accepted")]
    KeyNotAccepted,
    /// Not found under this key (1006): unknown, another website's, or test and live mixed up.
    #[error("there is no such order under this key")]
    NotFound,
    /// Another well-formed no.
    #[error("the server said no")]
    Refused(Refused),
    /// The server is in trouble (5xx) or asked for less (429).
    #[error("the server answered {0}")]
    Trouble(u16),
    /// No whole answer came back.
    #[error("no answer came back")]
    NoAnswer,
    /// The answer cannot be read as an answer of the API.
    #[error("the answer ({status}) cannot be read: {what}")]
    Unreadable {
        /// Its HTTP status.
        status: u16,
        /// Which part could not be read, without the content.
        what: &'static str,
    },
}

/// Whom a key belongs to (`GET /me`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// MultiSafepay's number of the account.
    pub account: Option<String>,
    /// MultiSafepay's number of the website.
    pub site: Option<String>,
    /// The role, as the server words it.
    pub role: Option<String>,
}
