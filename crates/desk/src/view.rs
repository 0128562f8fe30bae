//! What the screen is shown. Amounts cross as whole minor units, ids of the API as text, moments as milliseconds since
//! 1970 (UTC). Words are the screen's business: everything here is a figure, a text of the shop's, or a code.

mod capture;
mod form;
mod order;
mod start;

pub use capture::{CaptureView, EventView, EventWhat, RefusedView};
pub use form::{CaptureForm, Choose, LinePick, Preview, Problem, ProblemKind, ReleaseForm, Shown, Warning};
pub use order::{CapturedView, EndView, LineView, NotCapturableView, OrderStatus, OrderView, RecentView};
pub use start::{
    BrokenView, EnvironmentView, JournalCheck, KeyPlace, Language, NewStore, SettingsView, Start, StoreChange,
    StoreChecked, StoreView, Theme,
};

use domain::Money;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An amount: whole minor units, the currency's code, and how many of its digits are decimals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoneyView {
    /// Minor units.
    pub minor: i64,
    /// ISO 4217.
    pub currency: String,
    /// 2 for EUR, 0 for JPY, 3 for KWD.
    pub exponent: u8,
}

impl From<Money> for MoneyView {
    fn from(money: Money) -> Self {
        let currency = money.currency();
        Self { minor: money.minor(), currency: currency.code().to_owned(), exponent: currency.exponent() }
    }
}

/// Milliseconds since 1970, UTC.
#[must_use]
pub fn moment(at: Timestamp) -> i64 {
    at.as_millisecond()
}
