//! `payment_details` of an order: how it was paid and what may still be captured (`api/multisafepay.md` §2.1).

use super::json::Object;
use super::{order, time};
use domain::{Money, ReservationEnd};
use jiff::{SignedDuration, Timestamp};

/// What `payment_details` says; any part may be missing, and all of it.
pub struct Payment {
    /// `type`
    pub method: Option<String>,
    /// Whether `capture` is `manual`.
    pub manual: bool,
    /// `capture_remain`
    pub remaining: Option<Money>,
    /// The last four digits of the card.
    pub last_four: Option<String>,
    expiry: Option<Timestamp>,
}

impl Payment {
    /// The payment of the order in `data`, which is authorised for `authorised`.
    ///
    /// # Errors
    /// When what remains cannot be read, or is more than was authorised.
    pub fn read(data: &Object<'_>, authorised: Money) -> Result<Self, &'static str> {
        let details = data.object("payment_details").unwrap_or_default();
        let remaining = order::unsigned(&details, "capture_remain", authorised.currency())?;
        if remaining.is_some_and(|remaining| remaining.minor() > authorised.minor()) {
            return Err("capture_remain");
        }
        Ok(Self {
            method: details.text("type"),
            manual: details.text("capture").as_deref() == Some("manual"),
            remaining,
            last_four: details.text("last4").map(|digits| last_four(&digits)),
            expiry: details.text("capture_expiry").and_then(|text| time::read(&text)),
        })
    }

    /// When the reservation ends: as the server says, else by the card scheme's usual time after the order was made
    /// (`api/multisafepay.md` §5.1).
    pub fn ends(&self, created: Option<Timestamp>) -> Option<ReservationEnd> {
        if let Some(at) = self.expiry {
            return Some(ReservationEnd { at, estimated: false });
        }
        let hours = match self.method.as_deref() {
            Some("VISA") if self.manual => 7 * 24,
            Some("MASTERCARD" | "MAESTRO") if self.manual => 30 * 24,
            _ => return None,
        };
        let at = created?.checked_add(SignedDuration::from_hours(hours)).ok()?;
        Some(ReservationEnd { at, estimated: true })
    }
}

/// Never more of a card's number than its last four digits, whatever the server sends.
fn last_four(digits: &str) -> String {
    let before = digits.chars().count().saturating_sub(4);
    digits.chars().skip(before).collect()
}
