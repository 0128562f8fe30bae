//! `POST /orders` and `GET /orders/{id}` (`api/multisafepay.md` §2, §3).

mod show;

use super::{Asked, Reply, body};
use crate::{Ledger, Refusal};
use jiff::Timestamp;
use serde_json::{Value, json};

/// A direct order is answered as it then stands, with the address of its payment page; any other kind waits for the buyer,
/// and is answered with that address only.
pub(super) fn create(
    ledger: &mut Ledger,
    site: u32,
    asked: &Asked,
    wanted: &Value,
    now: Timestamp,
) -> Result<Reply, Refusal> {
    let paid = match body::text(wanted, "type").as_deref() {
        Some("direct") => true,
        Some("redirect" | "paymentlink" | "checkout") | None => false,
        Some(_) => return Err(Refusal::missing_data("Invalid type")),
    };
    let order = ledger.create(site, wanted, paid, now)?.clone();
    let payment_url = format!("http://{}/connect/{}", asked.host, order.session);
    let mut data = if paid { show::shown(&order, &ledger.switches) } else { json!({ "order_id": order.id }) };
    if let Some(data) = data.as_object_mut() {
        data.insert("payment_url".to_owned(), payment_url.into());
        data.insert("session_id".to_owned(), order.session.into());
    }
    Ok(Reply::data(data))
}

/// The buyer opens the payment page, which pays.
pub(super) fn pay(ledger: &mut Ledger, session: &str, now: Timestamp) -> Result<Reply, Refusal> {
    let order = ledger.pay(session, now)?;
    Ok(Reply::data(json!({ "order_id": order.id, "status": order.status })))
}

pub(super) fn show(ledger: &Ledger, site: u32, id: &str) -> Result<Reply, Refusal> {
    let order = ledger.find(site, id)?;
    Ok(Reply::data(show::shown(order, &ledger.switches)))
}
