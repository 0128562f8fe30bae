//! How the simulator misbehaves: rules that say which request meets which fault.

mod answer;
mod choose;

pub(crate) use answer::{Mishap, alter, answer_of, is_met_unread};
pub(crate) use choose::Chooser;

use domain::NotSentReason;
use serde::{Deserialize, Serialize};

/// Rules in their order; of those that match a request, the first that fires is its fault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Where the choices of rules with a chance begin. Without it no rule may have one.
    pub seed: Option<u64>,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// Why rules cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultsProblem {
    /// A rule has a chance, and there is no seed to draw from.
    #[error("a rule with a chance needs a seed")]
    NoSeed,
    /// A chance of more than a thousand in a thousand.
    #[error("a chance is given in thousandths, 0 to 1000")]
    Chance,
    /// An HTTP status outside 200 to 599.
    #[error("an HTTP status lies between 200 and 599")]
    Status,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// GET, POST or PATCH; any where it is left out.
    #[serde(default)]
    pub method: Option<String>,
    /// What the request is about.
    #[serde(default)]
    pub kind: Kind,
    /// Only requests for this order; the decoded id.
    #[serde(default)]
    pub order: Option<String>,
    /// Only the nth request that matches, counted from 1; every one where it is left out.
    #[serde(default)]
    pub nth: Option<u32>,
    /// In how many of a thousand cases it fires; always where it is left out.
    #[serde(default)]
    pub per_mille: Option<u16>,
    /// What happens.
    pub action: Action,
}

/// What a request is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Anything.
    #[default]
    Any,
    /// `/orders` and `/orders/{id}`.
    Order,
    /// `/orders/{id}/capture`.
    Capture,
    /// `/capture/{id}`.
    Release,
    /// `/orders/{id}/refunds`.
    Refund,
    /// `/me`.
    Me,
    /// `/transactions` and below.
    List,
}

/// What happens to a request. *Processed* means that the ledger saw it: a capture among it moved money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// Nothing leaves the client. Over a real socket, where a connection has been made by then, the connection is reset
    /// before the request is read.
    NotSent {
        /// Why.
        reason: NotSentReason,
    },
    /// The connection is reset before the request is read; not processed.
    DropUnread,
    /// Processed; then the connection is reset.
    DropProcessed,
    /// Processed; the answer comes this much later.
    Delay {
        /// Milliseconds.
        ms: u64,
    },
    /// The connection stays open and nothing ever comes.
    Stall {
        /// Whether the ledger saw the request.
        processed: bool,
    },
    /// Processed; the body breaks off.
    Truncate {
        /// How many bytes of it come.
        bytes: usize,
    },
    /// Another answer than the API's.
    Answer {
        /// The HTTP status.
        status: u16,
        /// What it carries.
        body: Body,
        /// Whether the ledger saw the request.
        processed: bool,
    },
    /// Not processed; sent elsewhere.
    Redirect {
        /// 301, 302 or 307.
        status: u16,
        /// Where to.
        to: String,
    },
    /// Not processed; the page a guest network shows, with status 200.
    CaptivePortal,
    /// Processed; the answer names another order.
    WrongOrderId,
    /// Processed; `success` is the text `"true"`.
    SuccessAsText,
    /// Processed; the answer carries this much padding.
    Huge {
        /// Bytes.
        bytes: usize,
    },
    /// Processed; the answer carries lists within lists.
    Nested {
        /// How deep.
        levels: usize,
    },
}

/// What an answer of a fault carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The API's own error envelope.
    Envelope {
        /// `error_code`.
        code: u32,
        /// `error_info`.
        info: String,
    },
    /// Nothing.
    Empty,
    /// A page.
    Html,
    /// JSON that breaks off, whole as HTTP goes.
    Truncated,
    /// JSON whose fields have other types than published.
    WrongTypes,
}

impl Faults {
    /// Rules without a chance.
    #[must_use]
    pub const fn of(rules: Vec<Rule>) -> Self {
        Self { seed: None, rules }
    }
}

impl Rule {
    /// What happens to every request.
    #[must_use]
    pub const fn always(action: Action) -> Self {
        Self::on(Kind::Any, action)
    }

    /// What happens to every request of this kind.
    #[must_use]
    pub const fn on(kind: Kind, action: Action) -> Self {
        Self { method: None, kind, order: None, nth: None, per_mille: None, action }
    }

    /// The same rule, for this method only.
    #[must_use]
    pub fn method(self, method: &str) -> Self {
        Self { method: Some(method.to_owned()), ..self }
    }

    /// The same rule, for this order only.
    #[must_use]
    pub fn order(self, order: &str) -> Self {
        Self { order: Some(order.to_owned()), ..self }
    }

    /// The same rule, for the nth matching request only, counted from 1.
    #[must_use]
    pub fn nth(self, nth: u32) -> Self {
        Self { nth: Some(nth), ..self }
    }

    /// The same rule, in so many of a thousand cases.
    #[must_use]
    pub fn per_mille(self, per_mille: u16) -> Self {
        Self { per_mille: Some(per_mille), ..self }
    }
}
