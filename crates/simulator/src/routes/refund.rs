//! `POST /orders/{id}/refunds` (`api/multisafepay.md` §3).

use super::{Reply, body};
use crate::ledger::RefundAsked;
use crate::{Ledger, Refusal};
use jiff::Timestamp;
use serde_json::{Value, json};

pub(super) fn refund(
    ledger: &mut Ledger,
    site: u32,
    id: &str,
    asked: &Value,
    now: Timestamp,
) -> Result<Reply, Refusal> {
    let refund = RefundAsked {
        amount: body::amount(asked, "amount")?.unwrap_or(0),
        currency: body::text(asked, "currency").ok_or_else(Refusal::invalid_currency)?,
        refund_order_id: body::id(asked, "refund_order_id")?,
    };
    let (transaction_id, refund_id) = ledger.refund(site, id, &refund, now)?;
    Ok(Reply::data(json!({ "transaction_id": transaction_id, "refund_id": refund_id })))
}
