//! `GET /gateways` and `GET /payment-methods` (`api/multisafepay.md` §3).

use super::Reply;
use crate::Refusal;
use serde_json::{Value, json};

struct PaymentMethod {
    id: &'static str,
    name: &'static str,
    manual_capture: bool,
}

const METHODS: [PaymentMethod; 7] = [
    PaymentMethod { id: "VISA", name: "Visa", manual_capture: true },
    PaymentMethod { id: "MASTERCARD", name: "Mastercard", manual_capture: true },
    PaymentMethod { id: "MAESTRO", name: "Maestro", manual_capture: true },
    PaymentMethod { id: "IDEAL", name: "iDEAL", manual_capture: false },
    PaymentMethod { id: "KLARNA", name: "Klarna", manual_capture: false },
    PaymentMethod { id: "AFTERPAY", name: "Riverty", manual_capture: false },
    PaymentMethod { id: "BILLINK", name: "Billink", manual_capture: false },
];

/// The name of a payment method; its id where it is not one of ours.
pub(super) fn name_of(id: &str) -> &str {
    METHODS.iter().find(|method| method.id == id).map_or(id, |method| method.name)
}

pub(super) fn gateways() -> Reply {
    Reply::data(METHODS.iter().map(|method| json!({ "id": method.id, "description": method.name })).collect())
}

pub(super) fn all() -> Reply {
    Reply::data(METHODS.iter().map(row).collect())
}

pub(super) fn one(id: &str) -> Reply {
    let method = METHODS.iter().find(|method| method.id.eq_ignore_ascii_case(id));
    method.map_or_else(|| Refusal::new(404, 1023, "Gateway unavailable").into(), |method| Reply::data(row(method)))
}

fn row(method: &PaymentMethod) -> Value {
    json!({
        "additional_data": {},
        "allowed_amount": { "max": null, "min": 0 },
        "allowed_countries": [],
        "allowed_currencies": ["EUR", "GBP", "JPY", "USD"],
        "apps": {
            "fastcheckout": { "is_enabled": true },
            "payment_components": { "has_fields": true, "is_enabled": true, "qr": { "supported": false } },
        },
        "brands": [],
        "icon_urls": { "large": "", "medium": "", "vector": "" },
        "id": method.id,
        "manual_capture": { "is_enabled": method.manual_capture, "supported": method.manual_capture },
        "is_wallet": false,
        "name": method.name,
        "preferred_countries": [],
        "required_customer_data": [],
        "shopping_cart_required": matches!(method.id, "KLARNA" | "AFTERPAY" | "BILLINK"),
        "tokenization": { "is_enabled": false, "models": null },
        "type": "payment-method",
    })
}
