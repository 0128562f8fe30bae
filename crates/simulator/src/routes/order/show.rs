//! An order as a read shows it.

use crate::cart::exponent;
use crate::clock::wire_time;
use crate::ledger::{Order, Related, Reservation};
use crate::routes::methods::name_of;
use crate::{AfterVoid, RelatedRows, Switches};
use serde_json::{Map, Value, json};

/// `data` of `GET /orders/{id}` (`api/multisafepay.md` §2.1).
pub(super) fn shown(order: &Order, switches: &Switches) -> Value {
    let mut data = json!({
        "amount": order.amount,
        "amount_refunded": order.refunded,
        "costs": [{
            "amount": 0.6,
            "description": format!("For {} Transactions", name_of(&order.gateway)),
            "transaction_id": order.transaction_id,
            "type": "SYSTEM",
        }],
        "created": wire_time(order.created),
        "currency": order.currency,
        "custom_info": { "custom_1": null, "custom_2": null, "custom_3": null },
        "customer": customer(&order.customer),
        "description": order.description,
        "fastcheckout": "NO",
        "financial_status": order.financial_status,
        "items": null,
        "modified": wire_time(order.modified),
        "order_id": order.id,
        "payment_details": payment_details(order, switches),
        "payment_methods": payment_methods(order),
        "reason": null,
        "reason_code": null,
        "related_transactions": related_transactions(order, switches.related),
        "status": order.status,
        "transaction_id": order.transaction_id,
        "var1": null,
        "var2": null,
        "var3": null,
    });
    if let Some(data) = data.as_object_mut() {
        add_what_is_there(data, order, switches);
    }
    data
}

fn add_what_is_there(data: &mut Map<String, Value>, order: &Order, switches: &Switches) {
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            data.insert(name.to_owned(), value);
        }
    };
    add("auth_order_id", order.auth_order_id.clone().map(Value::from));
    add("completed", order.completed.map(|at| wire_time(at).into()));
    add("checkout_options", order.checkout_options.clone());
    add("shopping_cart", order.cart.clone());
    add("order_total", order.cart.as_ref().and_then(|_| order_total(order, switches.loose.float_noise)));
}

/// The request calls a phone `phone`, the answer `phone1` (`api/multisafepay.md` §2.1).
fn customer(given: &Value) -> Value {
    let field = |name: &str| given.get(name).cloned().unwrap_or(Value::Null);
    json!({
        "address1": field("address1"),
        "address2": field("address2"),
        "city": field("city"),
        "company_name": field("company_name"),
        "country": field("country"),
        "country_name": null,
        "email": field("email"),
        "first_name": field("first_name"),
        "house_number": field("house_number"),
        "last_name": field("last_name"),
        "locale": field("locale"),
        "phone1": field("phone"),
        "phone2": null,
        "state": field("state"),
        "zip_code": field("zip_code"),
    })
}

fn payment_details(order: &Order, switches: &Switches) -> Value {
    let card = |value: &str| order.last4.as_ref().map(|_| value.to_owned());
    let mut details = json!({
        "account_holder_name": holder(order),
        "account_id": null,
        "authorization_code": card("876543"),
        "card_expiry_date": card("2811"),
        "external_transaction_id": order.transaction_id.to_string(),
        "last4": order.last4,
        "recurring_flow": null,
        "recurring_id": null,
        "recurring_model": null,
        "response_code": card("00"),
        "type": order.gateway,
    });
    if let (Some(reservation), Some(details)) = (&order.reservation, details.as_object_mut()) {
        details.insert("capture".to_owned(), "manual".into());
        add_reservation(details, reservation, switches);
    }
    details
}

fn add_reservation(details: &mut Map<String, Value>, reservation: &Reservation, switches: &Switches) {
    if reservation.ended.is_some() && switches.after_void == AfterVoid::Absent {
        return;
    }
    details.insert("capture_remain".to_owned(), reservation.remain.into());
    if !switches.without_expiry {
        details.insert("capture_expiry".to_owned(), wire_time(reservation.expiry).into());
    }
}

fn holder(order: &Order) -> Option<String> {
    let name = |field: &str| order.customer.get(field).and_then(Value::as_str);
    Some(format!("{} {}", name("first_name")?, name("last_name")?))
}

fn payment_methods(order: &Order) -> Value {
    json!([{
        "account_holder_name": holder(order),
        "amount": order.amount,
        "currency": order.currency,
        "description": order.description,
        "external_transaction_id": order.transaction_id.to_string(),
        "last4": order.last4,
        "payment_description": name_of(&order.gateway),
        "status": order.financial_status,
        "type": order.gateway,
    }])
}

fn related_transactions(order: &Order, rows: RelatedRows) -> Value {
    if order.related.is_empty() || rows == RelatedRows::Null {
        return Value::Null;
    }
    order.related.iter().map(|related| related_row(order, related, rows)).collect()
}

fn related_row(order: &Order, related: &Related, rows: RelatedRows) -> Value {
    let mut row = json!({
        "amount": related.amount,
        "costs": [],
        "created": wire_time(related.created),
        "currency": order.currency,
        "description": related.order_id,
        "modified": wire_time(related.created),
        "order_id": related.order_id,
        "reference_transaction_id": order.transaction_id,
        "status": related.status,
        "transaction_id": related.transaction_id,
    });
    if let (RelatedRows::Typed, Some(row)) = (rows, row.as_object_mut()) {
        row.insert("type".to_owned(), json!(related.kind));
    }
    row
}

/// The total in major units; with noise as `323.999999999973` (`api/multisafepay.md` §2.1).
fn order_total(order: &Order, noise: bool) -> Option<Value> {
    let places = usize::try_from(exponent(&order.currency)).ok()?;
    let minor = if noise { order.amount.checked_sub(1)? } else { order.amount };
    let digits = format!("{minor:0>width$}", width = places.checked_add(1)?);
    let (whole, fraction) = digits.split_at_checked(digits.len().checked_sub(places)?)?;
    let tail = if noise { "9999999973" } else { "" };
    serde_json::from_str(&format!("{whole}.{fraction}{tail}0")).ok()
}
