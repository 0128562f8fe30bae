//! `POST /orders/{id}/capture` (`api/multisafepay.md` §1).

use super::{Reply, body};
use crate::ledger::CaptureAsked;
use crate::{Ledger, Refusal};
use jiff::Timestamp;
use serde_json::{Value, json};

/// The words of `new_order_status` (`api/multisafepay.md` §1.2, §7.12).
const STATUSES: [&str; 10] = [
    "completed",
    "shipped",
    "initialized",
    "uncleared",
    "reserved",
    "cancelled",
    "void",
    "declined",
    "refunded",
    "expired",
];

pub(super) fn capture(
    ledger: &mut Ledger,
    site: u32,
    id: &str,
    asked: &Value,
    now: Timestamp,
) -> Result<Reply, Refusal> {
    if !asked.is_object() {
        return Err(Refusal::missing_data("Missing data"));
    }
    if body::text(asked, "new_order_status").is_some_and(|status| !STATUSES.contains(&status.as_str())) {
        return Err(Refusal::missing_data("Invalid new_order_status"));
    }
    let capture = CaptureAsked {
        amount: body::amount(asked, "amount")?,
        new_order_id: body::id(asked, "new_order_id")?,
        invoice_id: body::id(asked, "invoice_id")?,
        cart: asked.get("checkout_data").cloned(),
    };
    let done = ledger.capture(site, id, &capture, now)?;
    Ok(Reply::data(json!({ "transaction_id": done.transaction_id, "order_id": done.order_id })))
}
