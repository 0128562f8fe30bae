//! `POST /orders/{order_id}/capture`: what is sent (`api/multisafepay.md` §9) and what the answer proves.

use super::failure::Success;
use super::{cart, judge};
use crate::{Answer, WriteOutcome};
use domain::{Details, Money, OrderId, OrderLine, PickedLine, Reference};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::value::RawValue;

/// What a capture sends.
#[derive(Clone, Debug)]
pub struct CaptureRequest<'a> {
    /// How much, in minor units on the wire.
    pub amount: Money,
    /// Our number of the capture.
    pub reference: &'a Reference,
    /// Everything beside the amount.
    pub details: &'a Details,
    /// The order's cart and the picked lines; `None` when no lines were picked or the store sends no cart.
    pub cart: Option<(&'a [OrderLine], &'a [PickedLine])>,
}

/// The members in the order in which they are sent.
#[derive(Serialize)]
struct Body<'a> {
    amount: i64,
    new_order_id: &'a str,
    new_order_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    invoice_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    carrier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracktrace_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ship_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memo: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checkout_data: Option<CheckoutData>,
}

#[derive(Serialize)]
struct CheckoutData {
    items: Vec<Box<RawValue>>,
}

impl CaptureRequest<'_> {
    /// The JSON body: what is shown is what is sent. Unset fields are left out; the same input gives the same bytes.
    /// The customer's specification calls the clerk's note `memo`, today's API `description`: it is sent as both.
    #[must_use]
    pub fn body(&self) -> String {
        let memo = self.details.memo.as_deref();
        let items = self.cart.and_then(|(lines, picked)| cart::items_of_capture(lines, picked));
        let body = Body {
            amount: self.amount.minor(),
            new_order_id: self.reference.as_str(),
            new_order_status: self.details.status_after.word(),
            invoice_id: self.details.invoice.as_deref(),
            carrier: self.details.carrier.as_deref(),
            tracktrace_code: self.details.track_and_trace.as_deref(),
            ship_date: self.details.ship_date,
            reason: self.details.reason.as_deref(),
            memo,
            description: memo,
            checkout_data: items.map(|items| CheckoutData { items }),
        };
        serde_json::to_string(&body).unwrap_or_default()
    }
}

/// What `answer` to a capture of `order` under `reference` proves: a capture in full is answered with the order's own
/// id, a part with the reference (`api/multisafepay.md` §1.3).
pub fn judge(answer: &Answer, order: &OrderId, reference: &Reference) -> WriteOutcome {
    judge::judge(answer, &[order.as_str(), reference.as_str()], |envelope| envelope.success() == Success::Yes)
}
