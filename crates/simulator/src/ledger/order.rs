//! One order, as the ledger keeps it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A word of `status` and `financial_status` (`api/multisafepay.md` §5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words are the API's own")]
pub enum Status {
    Initialized,
    Uncleared,
    Completed,
    Shipped,
    Reserved,
    Cancelled,
    Void,
    Declined,
    Refunded,
    PartialRefunded,
}

/// Why nothing can be captured any more although not all was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// The remainder was given up.
    Released,
    /// Its time was over.
    Expired,
}

/// What was reserved on the card and can be captured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// Still capturable, minor units.
    pub remain: i64,
    /// When it ends.
    pub expiry: Timestamp,
    /// Set when it ended before all was captured.
    pub ended: Option<Ended>,
}

/// One capture of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaptureRow {
    /// The `new_order_id` that was asked for, kept even where the API ignores it; the child's id where none was.
    pub reference: String,
    /// Minor units.
    pub amount: i64,
    /// When.
    pub at: Timestamp,
}

/// The `type` of a related transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelatedKind {
    /// A partial capture.
    Capture,
    /// A refund.
    Refund,
    /// The remainder was given up.
    AuthCancellation,
}

/// One row of `related_transactions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Its `type`.
    pub kind: RelatedKind,
    /// Minor units.
    pub amount: i64,
    /// Its order.
    pub order_id: String,
    /// Its status.
    pub status: Status,
    /// Its transaction.
    pub transaction_id: u64,
    /// When it was made.
    pub created: Timestamp,
}

/// One order, or the child that a partial capture made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// The site it belongs to.
    pub site: u32,
    /// The merchant's order id.
    pub id: String,
    /// MultiSafepay's own number.
    pub transaction_id: u64,
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// `VISA`, `KLARNA` and so on.
    pub gateway: String,
    /// The merchant's words.
    pub description: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub modified: Timestamp,
    /// When all of it was paid.
    pub completed: Option<Timestamp>,
    /// Status of the order.
    pub status: Status,
    /// Status of the money.
    pub financial_status: Status,
    /// Set for orders under manual capture.
    pub reservation: Option<Reservation>,
    /// Set on the child of a capture: the order it was captured from.
    pub auth_order_id: Option<String>,
    /// What hangs on it.
    pub related: Vec<Related>,
    /// What was captured of it.
    pub captures: Vec<CaptureRow>,
    /// Minor units.
    pub refunded: i64,
    /// Last digits of the card.
    pub last4: Option<String>,
    /// The buyer, as given.
    pub customer: Value,
    /// `shopping_cart`, as given.
    pub cart: Option<Value>,
    /// Tax tables, as a read shows them: `default` and `alternate` without `tax_tables`.
    pub checkout_options: Option<Value>,
    /// The merchant's invoice.
    pub invoice_id: Option<String>,
    /// The session of the payment page.
    pub session: String,
}

impl Order {
    /// The sum of its captures.
    #[must_use]
    pub fn captured(&self) -> i64 {
        self.captures.iter().fold(0, |sum, capture| sum.saturating_add(capture.amount))
    }

    /// Authorised under manual capture, and not ended.
    pub(crate) fn is_authorised(&self) -> bool {
        let ended = self.reservation.as_ref().is_none_or(|reservation| reservation.ended.is_some());
        !ended && self.status == Status::Completed && self.financial_status == Status::Initialized
    }

    pub(crate) fn set(&mut self, status: Status, financial_status: Status, now: Timestamp) {
        (self.status, self.financial_status, self.modified) = (status, financial_status, now);
        if financial_status == Status::Completed && self.completed.is_none() {
            self.completed = Some(now);
        }
    }
}
