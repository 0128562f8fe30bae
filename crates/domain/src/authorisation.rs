//! What the bank agreed to, what was taken of it, and what may still be done with it.

#[cfg(test)]
mod tests;

use crate::{Money, OrderId, OrderLine};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An order as the server showed it at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorisation {
    /// The shop's order id.
    pub order: OrderId,
    /// MultiSafepay's number of the transaction; text, because it exceeds 2^53.
    pub transaction: Option<String>,
    /// The amount that the bank agreed to.
    pub authorised: Money,
    /// What may still be captured (wire: `capture_remain`); `None` where the server does not say.
    pub remaining: Option<Money>,
    /// What was captured so far, as far as the answer tells.
    pub captured: Option<Money>,
    /// What was given back of it.
    pub refunded: Money,
    /// When the reservation ends; `None` where neither the server nor the card scheme's rule tells.
    pub ends: Option<ReservationEnd>,
    /// What the order is, in the words of the rules.
    pub state: OrderState,
    /// Captures, refunds and releases that the server lists with the order.
    pub related: Vec<RelatedTransaction>,
    /// The cart; empty for an order without one, or with one that cannot be picked from.
    pub lines: Vec<OrderLine>,
    /// When the order was made.
    pub created: Option<Timestamp>,
    /// The payment method as the server names it, for example `VISA`.
    pub method: Option<String>,
    /// The last four digits of the card.
    pub last_four: Option<String>,
    /// Name of the customer, for reading only.
    pub customer: Option<String>,
    /// Town of the customer, for reading only.
    pub town: Option<String>,
    /// The order of which this is a capture (wire: `auth_order_id`).
    pub capture_of: Option<String>,
    /// The server's own words, shown as they came: `status` and `financial_status`.
    pub words: (String, String),
}

/// When a reservation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservationEnd {
    /// The moment.
    pub at: Timestamp,
    /// `true` when the server did not say and the card scheme's usual time was added to the order's date
    /// (Visa 7 days, Mastercard and Maestro 30: `api/multisafepay.md` §5.1).
    pub estimated: bool,
}

/// What an order is, as `api/multisafepay.md` §2.2 tells states apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// Under manual capture and reserved: completed / initialized.
    Reserved,
    /// Under manual capture, taken in one capture: completed / completed.
    Captured,
    /// The reservation, or what was left of it, was given up or has lapsed: void.
    Void,
    /// One capture of another order.
    CaptureOfAnother,
    /// Paid without manual capture: the money was taken at once.
    PaidAtOnce,
    /// A pay-later method that is captured by its shipment, not by a capture (Klarna, Riverty, …).
    PayLater,
    /// Not paid (yet): initialized, declined, cancelled, expired.
    NotPaid,
    /// Refunded or charged back.
    Refunded,
    /// Words that we do not know: nothing may be done.
    Unknown,
}

/// What kind of transaction the server lists beside the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelatedKind {
    /// A capture; also a row without a type, as older answers have it.
    Capture,
    /// A refund.
    Refund,
    /// The remainder was given up (wire: `auth-cancellation`).
    Release,
    /// A chargeback, its reverse, or a word that we do not know.
    Other,
}

/// One row of `related_transactions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedTransaction {
    /// Which kind.
    pub kind: RelatedKind,
    /// Its amount.
    pub amount: Money,
    /// Whether the server calls it completed.
    pub completed: bool,
    /// The order id that it has as a transaction of its own: for a capture, our reference.
    pub order: Option<String>,
    /// MultiSafepay's number.
    pub transaction: Option<String>,
    /// When it was made.
    pub created: Option<Timestamp>,
}

/// Whether the clerk asked to capture although the reservation has ended (the issuer *can* still honour it).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndedReservation {
    /// Refuse, as usual.
    #[default]
    Refuse,
    /// Try anyway.
    TryAnyway,
}

/// Why nothing may be captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum NotCapturable {
    /// Everything was captured already.
    #[error("everything was captured already")]
    AlreadyCaptured,
    /// The remainder was released.
    #[error("the remainder was released")]
    Released,
    /// The reservation has ended.
    #[error("the reservation has ended")]
    Ended {
        /// When, where it is known.
        at: Option<Timestamp>,
    },
    /// This is itself a capture of another order.
    #[error("this is a capture of another order")]
    CaptureOfAnother,
    /// Paid without manual capture.
    #[error("the order was paid without manual capture")]
    PaidAtOnce,
    /// Pay later: captured by shipping it.
    #[error("the order is captured by its shipment")]
    PayLater,
    /// Not paid.
    #[error("the order is not paid")]
    NotPaid,
    /// Refunded or charged back.
    #[error("the order was refunded or charged back")]
    Refunded,
    /// The server does not say what remains.
    #[error("the server does not say what remains")]
    RemainingUnknown,
    /// A state that we do not know.
    #[error("the order has a state that is not known")]
    Unknown,
}

impl Authorisation {
    /// What may be captured now.
    ///
    /// # Errors
    /// Why nothing may be.
    pub fn capturable(&self, now: Timestamp, ended: EndedReservation) -> Result<Money, NotCapturable> {
        match self.state {
            OrderState::Reserved => self.capturable_of_reserved(now, ended),
            OrderState::Captured => Err(NotCapturable::AlreadyCaptured),
            OrderState::Void => Err(self.why_void(now)),
            OrderState::CaptureOfAnother => Err(NotCapturable::CaptureOfAnother),
            OrderState::PaidAtOnce => Err(NotCapturable::PaidAtOnce),
            OrderState::PayLater => Err(NotCapturable::PayLater),
            OrderState::NotPaid => Err(NotCapturable::NotPaid),
            OrderState::Refunded => Err(NotCapturable::Refunded),
            OrderState::Unknown => Err(NotCapturable::Unknown),
        }
    }

    fn capturable_of_reserved(&self, now: Timestamp, ended: EndedReservation) -> Result<Money, NotCapturable> {
        if self.is_released() {
            return Err(NotCapturable::Released);
        }
        let remaining = self.remaining.ok_or(NotCapturable::RemainingUnknown)?;
        if !remaining.is_positive() {
            return Err(NotCapturable::AlreadyCaptured);
        }
        match self.ends {
            Some(end) if now >= end.at && !end.estimated && ended == EndedReservation::Refuse => {
                Err(NotCapturable::Ended { at: Some(end.at) })
            }
            _ => Ok(remaining),
        }
    }

    /// A void order lapsed when its end has passed and nobody is known to have released it.
    fn why_void(&self, now: Timestamp) -> NotCapturable {
        let at = self.ends.map(|end| end.at);
        match at {
            Some(end) if now >= end && !self.is_released() => NotCapturable::Ended { at },
            _ => NotCapturable::Released,
        }
    }

    /// Whether the remainder was given up, as a related row says.
    #[must_use]
    pub fn is_released(&self) -> bool {
        self.related.iter().any(|row| row.kind == RelatedKind::Release)
    }

    /// The completed captures that the server lists.
    pub fn captures(&self) -> impl Iterator<Item = &RelatedTransaction> {
        self.related.iter().filter(|row| row.kind == RelatedKind::Capture && row.completed)
    }
}
