//! A capture (or release) on the screen: where it stands and what happened.

use super::{MoneyView, OrderView};
use domain::{Contradiction, NotSentReason, UnclearReason, WithdrawnBecause};
use serde::Serialize;
use ts_rs::TS;

/// A capture or release with everything that happened.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaptureView {
    /// Its id in the journal.
    pub id: String,
    /// Capture or release.
    pub kind: crate::KindView,
    /// Where it stands.
    pub state: crate::StateView,
    /// The store's id.
    pub store: String,
    /// The store's name.
    pub store_name: String,
    /// The order.
    pub order: String,
    /// How much.
    pub amount: MoneyView,
    /// What the bank agreed to.
    pub authorised: MoneyView,
    /// What was captured before it, where known.
    pub captured_before: Option<MoneyView>,
    /// What remained before it.
    pub remaining_before: Option<MoneyView>,
    /// Name of the customer.
    pub customer: Option<String>,
    /// Our reference.
    pub reference: String,
    /// Invoice number.
    pub invoice: Option<String>,
    /// Carrier.
    pub carrier: Option<String>,
    /// Track & trace code.
    pub track_and_trace: Option<String>,
    /// Ship date, `YYYY-MM-DD`.
    pub ship_date: Option<String>,
    /// MultiSafepay's number, once captured.
    pub transaction: Option<String>,
    /// How many times it may have been sent.
    pub attempts: u32,
    /// When the grace period ends and it is sent; none afterwards.
    pub sends_at: Option<i64>,
    /// When the next look at an unclear capture is due; none when it is not unclear.
    pub next_look_at: Option<i64>,
    /// Whether a person who looked in MultiSafepay Control may say what it shows: what we saw does not fit together, or
    /// an hour of looking proved nothing.
    pub may_settle: bool,
    /// What happened, oldest first.
    pub events: Vec<EventView>,
    /// Why the journal could not be written just now; what the state says is known, but not yet on disk.
    pub journal: Option<crate::JournalProblem>,
    /// The order as read after the outcome; none until it was read.
    pub after: Option<Box<OrderView>>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EventView {
    /// When.
    pub at: i64,
    /// What.
    #[serde(flatten)]
    pub what: EventWhat,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum EventWhat {
    /// Written down.
    Recorded,
    /// Stopped before it was sent.
    Withdrawn {
        /// By what.
        because: WithdrawnBecause,
    },
    /// Sent.
    Sent {
        /// Which attempt.
        attempt: u32,
    },
    /// Nothing left this computer.
    NotSent {
        /// Why.
        reason: NotSentReason,
    },
    /// The server said no.
    Refused(RefusedView),
    /// Not known.
    Unclear {
        /// Why.
        reason: UnclearReason,
    },
    /// A look at the order.
    Looked {
        /// What could still be captured; none when the order could not be read.
        remaining: Option<MoneyView>,
        /// Whether the order could be read.
        order_read: bool,
        /// Whether our reference exists; none when that could not be read.
        reference_found: Option<bool>,
        /// What does not fit together.
        contradiction: Option<Contradiction>,
    },
    /// Money moved.
    Captured {
        /// `true` when a later look found it, `false` when the answer said so.
        found: bool,
    },
    /// Proved not to have landed.
    NotLanded,
    /// A person settled it after looking in MultiSafepay Control.
    Settled {
        /// Whether it landed.
        landed: bool,
    },
}

/// What the server said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefusedView {
    /// The HTTP status.
    pub status: u16,
    /// MultiSafepay's code.
    pub code: Option<i64>,
    /// MultiSafepay's text, shown word for word.
    pub info: Option<String>,
}
