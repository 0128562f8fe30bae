//! `related_transactions`: captures, refunds and releases listed with an order (`api/multisafepay.md` §2.1).

use super::json::{Json, Object};
use super::{order, time};
use domain::{Currency, RelatedKind, RelatedTransaction};

/// The rows; `None` when the server lists none at all, which is not the same as an empty list.
///
/// # Errors
/// When a row cannot be read: it may be the capture that is looked for.
pub fn read(data: &Object<'_>, currency: Currency) -> Result<Option<Vec<RelatedTransaction>>, &'static str> {
    let Some(rows) = data.get("related_transactions") else { return Ok(None) };
    match rows.elements() {
        Some(rows) => rows.into_iter().map(|row| read_row(row, currency)).collect::<Result<_, _>>().map(Some),
        None if rows.is_nothing() => Ok(None),
        None => Err("related_transactions"),
    }
}

fn read_row(row: Json<'_>, currency: Currency) -> Result<RelatedTransaction, &'static str> {
    let row = row.object().ok_or("related_transactions")?;
    let currency = match row.text("currency") {
        Some(code) => Currency::from_code(&code).ok_or("related_transactions.currency")?,
        None => currency,
    };
    Ok(RelatedTransaction {
        kind: kind(row.text("type").as_deref()),
        amount: order::money(&row, "amount", currency)?.ok_or("related_transactions.amount")?,
        // The order status that was asked for with a capture may be what its row says (§1.2: Magento sends `shipped`).
        completed: matches!(row.text("status").as_deref(), Some("completed" | "shipped")),
        order: row.text("order_id"),
        transaction: row.text("transaction_id"),
        created: row.text("created").and_then(|text| time::read(&text)),
    })
}

/// Older answers list captures without a type.
fn kind(word: Option<&str>) -> RelatedKind {
    match word {
        None | Some("capture") => RelatedKind::Capture,
        Some("refund") => RelatedKind::Refund,
        Some("auth-cancellation") => RelatedKind::Release,
        Some(_) => RelatedKind::Other,
    }
}
