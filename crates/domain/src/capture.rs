//! A capture (or release) before it happens: what was chosen, what it comes to, and what is written down.

mod plan;

pub use plan::plan_capture;

use crate::amount_text::AmountProblem;
use crate::{
    Authorisation, Details, Field, Money, NotCapturable, OrderId, OrderIdProblem, OrderState, Reference,
    RelatedTransaction, ReservationEnd, TextProblem,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is done with the authorisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Take an amount.
    Capture,
    /// Give up what remains.
    Release,
}

/// What the clerk chose to capture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "choose", rename_all = "snake_case")]
pub enum Chosen {
    /// All that remains.
    AllThatRemains,
    /// An amount.
    Amount {
        /// How much.
        amount: Money,
    },
    /// Lines of the order with quantities.
    Lines {
        /// Which.
        lines: Vec<PickedLine>,
    },
}

/// How many pieces of one line of the cart are in this capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PickedLine {
    /// The line's place in the cart, from 0.
    pub line: usize,
    /// How many pieces; 0 is allowed and means none.
    pub quantity: u32,
}

/// A capture that may be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What will be taken.
    pub amount: Money,
    /// What remains after it.
    pub remaining_after: Money,
    /// What the picked lines come to, where this differs by a cent or two from `amount` because the last capture takes
    /// what the server says remains.
    pub lines_total: Option<Money>,
    /// The picked lines with a quantity above 0; empty unless lines were chosen.
    pub lines: Vec<PickedLine>,
}

/// What an order looked like at one moment, as far as it tells later whether an attempt landed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// When it was read.
    pub at: Timestamp,
    /// The amount that the bank agreed to.
    pub authorised: Money,
    /// What could still be captured.
    pub remaining: Option<Money>,
    /// What the order was.
    pub state: OrderState,
    /// When the reservation ends, as far as it was known.
    pub ends: Option<ReservationEnd>,
    /// What the server listed beside it.
    pub related: Vec<RelatedTransaction>,
}

/// What is written down before anything is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// Capture or release.
    pub kind: Kind,
    /// The store's id in Capture Desk.
    pub store: String,
    /// The order.
    pub order: OrderId,
    /// Our number of it; for a release the number under which it stands in the journal.
    pub reference: Reference,
    /// How much.
    pub amount: Money,
    /// The amount that the bank agreed to.
    pub authorised: Money,
    /// The order as it was shown when the clerk confirmed.
    pub before: Snapshot,
    /// Everything beside the amount.
    pub details: Details,
    /// The picked lines; empty unless lines were chosen.
    pub lines: Vec<PickedLine>,
    /// The request's body exactly as it will be sent. It holds no key.
    pub body: String,
    /// Who is paying, for reading only.
    pub customer: Option<String>,
    /// The last shipment: once this capture is proved, what remains is to be released.
    #[serde(default)]
    pub then_release: bool,
}

/// Why a capture may not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaptureProblem {
    /// The order does not allow it.
    #[error(transparent)]
    NotCapturable(#[from] NotCapturable),
    /// The amount cannot be read or used.
    #[error(transparent)]
    Amount(#[from] AmountProblem),
    /// More than remains.
    #[error("more than remains")]
    AboveRemaining {
        /// What remains.
        remaining: Money,
    },
    /// No line was picked, or every quantity is 0.
    #[error("no line was chosen")]
    NoLines,
    /// More pieces than the line has.
    #[error("more pieces than are left of the line")]
    TooManyPieces {
        /// Which line.
        line: usize,
        /// How many are left.
        left: u32,
    },
    /// A text cannot be sent.
    #[error("{0:?}: {1}")]
    Text(Field, TextProblem),
    /// The reference cannot be used.
    #[error(transparent)]
    Reference(#[from] OrderIdProblem),
    /// The ship date is not a date.
    #[error("the ship date is not a date")]
    ShipDate,
}

impl Authorisation {
    /// What of this order tells later whether an attempt landed.
    #[must_use]
    pub fn snapshot(&self, at: Timestamp) -> Snapshot {
        Snapshot {
            at,
            authorised: self.authorised,
            remaining: self.remaining,
            state: self.state,
            ends: self.ends,
            related: self.related.clone(),
        }
    }
}
