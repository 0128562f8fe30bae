//! `PATCH /orders/{id}` (`api/multisafepay.md` §3).

use super::{Reply, body};
use crate::{Ledger, Refusal};
use jiff::Timestamp;
use serde_json::{Value, json};

pub(super) fn update(
    ledger: &mut Ledger,
    site: u32,
    id: &str,
    asked: &Value,
    now: Timestamp,
) -> Result<Reply, Refusal> {
    ledger.find(site, id)?;
    match body::text(asked, "status").as_deref() {
        Some("shipped") => ledger.ship(site, id, now)?,
        Some("cancelled") => ledger.cancel(site, id, now)?,
        Some(_) => return Err(Refusal::missing_data("Invalid status")),
        None => {}
    }
    if let Some(invoice) = body::id(asked, "invoice_id")? {
        ledger.invoice(site, id, invoice, now)?;
    }
    Ok(Reply::data(json!({})))
}
