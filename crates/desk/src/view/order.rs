//! An order on the screen.

use super::{CaptureView, MoneyView, StoreView};
use serde::Serialize;
use ts_rs::TS;

/// An order as it was read from MultiSafepay, with what this computer knows of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OrderView {
    /// The shop's order id.
    pub order: String,
    /// The store it was found in.
    pub store: StoreView,
    /// When it was read.
    pub read_at: i64,
    /// Its status in the clerk's words.
    pub status: OrderStatus,
    /// Why nothing may be captured; none when something may.
    pub why_not: Option<NotCapturableView>,
    /// Whether a capture can be tried although the reservation has ended.
    pub may_try_ended: bool,
    /// The amount that the bank agreed to.
    pub authorised: MoneyView,
    /// What was captured so far; none where the server does not tell.
    pub captured: Option<MoneyView>,
    /// What may still be captured; none where it is not known.
    pub remaining: Option<MoneyView>,
    /// What was given back.
    pub refunded: Option<MoneyView>,
    /// When the reservation ends.
    pub ends: Option<EndView>,
    /// Name of the customer.
    pub customer: Option<String>,
    /// Town of the customer.
    pub town: Option<String>,
    /// The payment method as MultiSafepay names it, for example `VISA`.
    pub method: Option<String>,
    /// The last four digits of the card.
    pub last_four: Option<String>,
    /// When the order was made.
    pub created: Option<i64>,
    /// MultiSafepay's number.
    pub transaction: Option<String>,
    /// The order of which this is a capture.
    pub capture_of: Option<String>,
    /// MultiSafepay's own words: `status`, `financial_status`.
    pub words: (String, String),
    /// Captures so far, newest first: MultiSafepay's rows joined with this computer's entries.
    pub captures: Vec<CapturedView>,
    /// The cart; empty when lines cannot be picked.
    pub lines: Vec<LineView>,
    /// Whether every earlier capture's lines are known here, so that "captured" of a line is the truth.
    pub lines_known: bool,
    /// The unfinished entry that locks the order.
    pub unfinished: Option<CaptureView>,
    /// The newest entry that was proved not to have landed and may be sent again.
    pub can_send_again: Option<CaptureView>,
    /// The reference that the form proposes when no invoice number is given.
    pub proposed_reference: String,
}

/// `domain::NotCapturable` for the screen; times in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum NotCapturableView {
    /// Everything was captured already.
    AlreadyCaptured,
    /// The remainder was released.
    Released,
    /// The reservation has ended.
    Ended {
        /// When.
        at: Option<i64>,
    },
    /// This is itself a capture of another order.
    CaptureOfAnother,
    /// Paid without manual capture.
    PaidAtOnce,
    /// Pay later.
    PayLater,
    /// Not paid.
    NotPaid,
    /// Refunded or charged back.
    Refunded,
    /// The server does not say what remains.
    RemainingUnknown,
    /// A state that we do not know.
    Unknown,
}

/// An order's status in the clerk's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    /// Reserved, nothing captured.
    NothingCaptured,
    /// Part of it captured.
    PartlyCaptured,
    /// All of it captured.
    Captured,
    /// The remainder was released.
    Released,
    /// The reservation has ended.
    Ended,
    /// A capture of it is not known.
    Unclear,
    /// Not an order that is captured here.
    NotCapturable,
}

/// When a reservation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EndView {
    /// The moment.
    pub at: i64,
    /// `true` when MultiSafepay did not say and the card's usual time was taken.
    pub estimated: bool,
}

/// One capture of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CapturedView {
    /// When, as MultiSafepay says, else as this computer wrote it.
    pub at: Option<i64>,
    /// How much.
    pub amount: MoneyView,
    /// Our reference or the order id that it has there.
    pub reference: Option<String>,
    /// Invoice number, where it was captured here.
    pub invoice: Option<String>,
    /// Carrier, where it was captured here.
    pub carrier: Option<String>,
    /// Its state.
    pub state: crate::StateView,
    /// This computer's entry.
    pub entry: Option<String>,
    /// `release` for a release of the remainder.
    pub kind: crate::KindView,
}

/// One line of the cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LineView {
    /// Its place in the cart, from 0.
    pub line: u32,
    /// What the clerk reads.
    pub name: String,
    /// The price of one piece with tax.
    pub price: MoneyView,
    /// How many were ordered.
    pub ordered: u32,
    /// How many were captured from this computer.
    pub captured: u32,
}

/// An order that was worked on lately.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecentView {
    /// The shop's order id.
    pub order: String,
    /// Name of the customer.
    pub customer: Option<String>,
    /// What was last done with it here.
    pub kind: crate::KindView,
    /// The state of that.
    pub state: crate::StateView,
    /// Its amount.
    pub amount: MoneyView,
    /// When.
    pub at: i64,
}
