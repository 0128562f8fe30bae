//! The capture form, as text, and what it comes to.

use super::MoneyView;
use crate::view::order::NotCapturableView;
use domain::{Field, StatusAfter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The form as the clerk filled it in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CaptureForm {
    /// The store's id.
    pub store: String,
    /// The order.
    pub order: String,
    /// Which of the three ways.
    pub choose: Choose,
    /// The amount as typed; used when `choose` is `amount`.
    pub amount: String,
    /// The reader's locale (BCP 47), in which the amount is read.
    pub locale: String,
    /// Pieces per line; used when `choose` is `lines`.
    pub lines: Vec<LinePick>,
    /// Shipping company.
    pub carrier: String,
    /// Track & trace code.
    pub track_and_trace: String,
    /// Ship date as `YYYY-MM-DD`, or empty.
    pub ship_date: String,
    /// Invoice number.
    pub invoice: String,
    /// Reason.
    pub reason: String,
    /// Memo.
    pub memo: String,
    /// Reference as typed; empty takes the proposed one.
    pub reference: String,
    /// Order status after the capture.
    pub status_after: StatusAfter,
    /// Capture although the reservation has ended.
    pub try_ended: bool,
    /// Send no cart although lines were picked.
    pub without_cart: bool,
    /// The last shipment: once this capture is proved, release what remains.
    pub release_rest: bool,
}

/// Which of the three ways to choose the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Choose {
    /// All that remains.
    All,
    /// Lines of the order.
    Lines,
    /// An amount.
    Amount,
}

/// How many pieces of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinePick {
    /// The line's place in the cart, from 0.
    pub line: u32,
    /// How many pieces.
    pub quantity: u32,
}

/// What the form comes to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Preview {
    /// What stands in the way, field by field; nothing may be captured while there is one.
    pub problems: Vec<Problem>,
    /// What needs one more deliberate act.
    pub warnings: Vec<Warning>,
    /// The amount, where it can be read.
    pub amount: Option<MoneyView>,
    /// What remains after it.
    pub remaining_after: Option<MoneyView>,
    /// What the picked lines come to, where the last capture takes a cent or two more or less.
    pub lines_total: Option<MoneyView>,
    /// What each line comes to, by its place; empty unless lines are picked.
    pub line_amounts: Vec<MoneyView>,
    /// What the check page shows and the request sends; none while there is a problem.
    pub shown: Option<Shown>,
    /// The digest of `shown`; goes back with the confirmation.
    pub digest: Option<String>,
}

/// What the check page shows and the request sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Shown {
    /// The store's name.
    pub store_name: String,
    /// The order.
    pub order: String,
    /// The amount.
    pub amount: MoneyView,
    /// What was captured before.
    pub captured_before: Option<MoneyView>,
    /// What remains after it.
    pub remaining_after: MoneyView,
    /// What the bank agreed to.
    pub authorised: MoneyView,
    /// Name of the customer.
    pub customer: Option<String>,
    /// The payment method.
    pub method: Option<String>,
    /// The last four digits of the card.
    pub last_four: Option<String>,
    /// Picked lines as name and pieces.
    pub lines: Vec<(String, u32)>,
    /// Shipping company.
    pub carrier: Option<String>,
    /// Track & trace code.
    pub track_and_trace: Option<String>,
    /// Ship date, `YYYY-MM-DD`.
    pub ship_date: Option<String>,
    /// Invoice number.
    pub invoice: Option<String>,
    /// Reason.
    pub reason: Option<String>,
    /// Memo.
    pub memo: Option<String>,
    /// Reference.
    pub reference: String,
    /// Order status after the capture.
    pub status_after: StatusAfter,
    /// Whether the cart goes along.
    pub sends_cart: bool,
    /// What is released once this capture is proved; none when nothing is.
    pub releases: Option<MoneyView>,
}

/// One thing that stands in the way, at its field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What.
    #[serde(flatten)]
    pub kind: ProblemKind,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum ProblemKind {
    /// Nothing was typed.
    Empty,
    /// Not a number.
    NotANumber,
    /// Two readings.
    Ambiguous {
        /// With the mark as a separator of thousands.
        grouped: MoneyView,
        /// With the mark as the decimal mark.
        decimal: Option<MoneyView>,
    },
    /// More decimals than the currency has.
    TooManyDecimals {
        /// How many it has.
        allowed: u8,
    },
    /// Zero.
    Zero,
    /// Negative.
    Negative,
    /// Too large.
    TooLarge,
    /// More than remains.
    AboveRemaining {
        /// What remains.
        remaining: MoneyView,
    },
    /// The order does not allow it.
    NotCapturable {
        /// Why.
        why: NotCapturableView,
    },
    /// No line was picked.
    NoLines,
    /// More pieces than are left of the line.
    TooManyPieces {
        /// Which line.
        line: u32,
        /// How many are left.
        left: u32,
    },
    /// Too many characters.
    TooLong {
        /// The most that the field takes.
        limit: u32,
        /// How many were given.
        length: u32,
    },
    /// A control character.
    Unprintable,
    /// A card number.
    CardNumber,
    /// Not a date.
    NotADate,
    /// The reference is the order's own number.
    SameAsOrder,
}

/// What needs one more deliberate act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "warning", rename_all = "snake_case")]
pub enum Warning {
    /// This invoice number was captured already, here or elsewhere.
    SameInvoice {
        /// How much.
        amount: MoneyView,
        /// When.
        at: Option<i64>,
        /// On which order.
        order: String,
    },
    /// The same amount was captured on this order within 24 hours.
    SameAmount {
        /// How much.
        amount: MoneyView,
        /// When.
        at: i64,
    },
    /// The same amount was sent before and did not land.
    SentBefore {
        /// How much.
        amount: MoneyView,
        /// When.
        at: Option<i64>,
        /// Under which reference.
        reference: String,
    },
    /// The reference is taken on the server or here.
    ReferenceTaken {
        /// Which.
        reference: String,
    },
    /// The reservation has ended; the bank will very likely refuse.
    Ended {
        /// When.
        at: i64,
    },
}

/// A release of what remains.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReleaseForm {
    /// The store's id.
    pub store: String,
    /// The order.
    pub order: String,
    /// Why.
    pub reason: String,
    /// What the screen showed as remaining, in minor units; another figure now is refused.
    pub remaining_minor: i64,
}
