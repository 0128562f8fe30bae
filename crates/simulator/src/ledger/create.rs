//! `POST /orders` (`api/multisafepay.md` §5, §8).

use super::{Ledger, Order, Reservation, Status};
use crate::Refusal;
use crate::routes::body;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// Cards and wallets that can be taken under manual capture (`api/multisafepay.md` §5.1).
const MANUAL: [&str; 6] = ["VISA", "MASTERCARD", "MAESTRO", "CREDITCARD", "APPLEPAY", "GOOGLEPAY"];
/// Captured by marking as shipped (`api/multisafepay.md` §5.2).
const PAY_LATER: [&str; 8] = ["KLARNA", "AFTERPAY", "BILLINK", "SANTANDER", "BNPL_MF", "BNPL_INSTM", "ZINIA", "IN3"];

impl Ledger {
    /// Makes the order `asked` describes. `paid` says that the buyer has already paid.
    pub(crate) fn create(&mut self, site: u32, asked: &Value, paid: bool, now: Timestamp) -> Result<&Order, Refusal> {
        let id = body::id(asked, "order_id")?.ok_or_else(Refusal::invalid_order_id)?;
        if self.find(site, &id).is_ok() {
            return Err(Refusal::invalid_order_id());
        }
        let amount = body::amount(asked, "amount")?.filter(|amount| *amount > 0).ok_or_else(Refusal::invalid_amount)?;
        let currency = body::text(asked, "currency").filter(|text| text.len() == 3);
        let currency = currency.ok_or_else(Refusal::invalid_currency)?.to_uppercase();
        let (gateway, last4) = payment(asked);
        let transaction_id = self.next_transaction_id(now);
        let description = body::text(asked, "description").unwrap_or_else(|| format!("Order {id}"));
        let mut order = Order {
            session: format!("sim{transaction_id}"),
            site,
            id,
            transaction_id,
            amount,
            currency,
            description,
            created: now,
            modified: now,
            completed: None,
            status: Status::Initialized,
            financial_status: Status::Initialized,
            reservation: reservation(asked, &gateway, amount, now),
            gateway,
            auth_order_id: None,
            related: Vec::new(),
            captures: Vec::new(),
            refunded: 0,
            last4,
            customer: asked.get("customer").cloned().unwrap_or_else(|| json!({})),
            cart: asked.get("shopping_cart").filter(|cart| cart.get("items").is_some()).cloned(),
            checkout_options: asked.get("checkout_options").map(flattened),
            invoice_id: None,
        };
        if paid {
            order.pay(now);
        }
        let place = self.orders.len();
        self.orders.push(order);
        self.orders.get(place).ok_or_else(Refusal::not_found)
    }

    /// The buyer pays on the payment page.
    pub(crate) fn pay(&mut self, session: &str, now: Timestamp) -> Result<&Order, Refusal> {
        let order = self.orders.iter_mut().find(|order| order.session == session).ok_or_else(Refusal::not_found)?;
        if order.status == Status::Initialized {
            order.pay(now);
        }
        Ok(order)
    }
}

impl Order {
    fn pay(&mut self, now: Timestamp) {
        let financial_status = if self.reservation.is_some() || self.gateway == "EINVOICE" {
            Status::Initialized
        } else if PAY_LATER.contains(&self.gateway.as_str()) {
            Status::Uncleared
        } else {
            Status::Completed
        };
        self.set(Status::Completed, financial_status, now);
    }
}

/// The brand and the last digits of the card. Nothing else of a card is kept.
fn payment(asked: &Value) -> (String, Option<String>) {
    let gateway = body::text(asked, "gateway").unwrap_or_else(|| "VISA".to_owned()).to_uppercase();
    let number = asked.get("gateway_info").and_then(|info| body::text(info, "card_number")).unwrap_or_default();
    let brand = match number.bytes().next() {
        Some(b'4') if gateway == "CREDITCARD" => "VISA".to_owned(),
        Some(b'2' | b'5') if gateway == "CREDITCARD" => "MASTERCARD".to_owned(),
        Some(b'6') if gateway == "CREDITCARD" => "MAESTRO".to_owned(),
        _ => gateway,
    };
    let last4 = number.len().checked_sub(4).and_then(|start| number.get(start..)).map(str::to_owned);
    let card = MANUAL.contains(&brand.as_str());
    (brand, last4.or_else(|| card.then(|| "1111".to_owned())))
}

/// 7 days for Visa and wallets, 30 for Mastercard and Maestro (`api/multisafepay.md` §5.1).
fn reservation(asked: &Value, gateway: &str, amount: i64, now: Timestamp) -> Option<Reservation> {
    let manual = body::text(asked, "capture").as_deref() == Some("manual") && MANUAL.contains(&gateway);
    let hours = if matches!(gateway, "MASTERCARD" | "MAESTRO") { 30 * 24 } else { 7 * 24 };
    let expiry = now.checked_add(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MAX);
    manual.then_some(Reservation { remain: amount, expiry, ended: None })
}

/// A read shows the tax tables without `tax_tables` (`api/multisafepay.md` §1.5).
fn flattened(options: &Value) -> Value {
    options.get("tax_tables").unwrap_or(options).clone()
}
