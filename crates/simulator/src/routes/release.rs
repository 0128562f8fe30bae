//! `PATCH /capture/{id}` (`api/multisafepay.md` §3).

use super::{Reply, body};
use crate::{Ledger, Refusal};
use jiff::Timestamp;
use serde_json::{Value, json};

pub(super) fn release(
    ledger: &mut Ledger,
    site: u32,
    id: &str,
    asked: &Value,
    now: Timestamp,
) -> Result<Reply, Refusal> {
    if body::text(asked, "status").as_deref() != Some("cancelled") {
        return Err(Refusal::missing_data("Invalid status"));
    }
    if body::text(asked, "reason").is_none() {
        return Err(Refusal::missing_data("Missing reason"));
    }
    let done = ledger.release(site, id, now)?;
    Ok(Reply::data(json!({ "transaction_id": done.transaction_id, "order_id": done.order_id, "success": true })))
}
