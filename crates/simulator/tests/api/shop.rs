//! A shop with one order to try things on.

use axum::body::Body;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use simulator::{Clock, Simulator};
use tower::ServiceExt;

pub const KEY: &str = "a-key-of-the-shop";
pub const ORDER: &str = "WEB-100231";

pub struct Shop {
    pub simulator: Simulator,
}

/// What `GET /orders/{id}` shows of money.
#[derive(Debug, PartialEq)]
pub struct Money {
    pub status: String,
    pub financial_status: String,
    pub remain: Option<i64>,
}

impl Shop {
    /// With [`ORDER`]: 89.95 euro on a Visa card, under manual capture.
    pub fn new() -> Self {
        let shop = Self::empty();
        shop.place(&json!({}));
        shop
    }

    pub fn empty() -> Self {
        let now: Timestamp = "2026-01-12T09:14:35Z".parse().unwrap();
        let simulator = Simulator::new(Clock::standing(now));
        simulator.open_site(KEY);
        Self { simulator }
    }

    /// Puts [`ORDER`] with these fields changed.
    pub fn place(&self, changes: &Value) {
        self.simulator.place(KEY, &order(changes)).unwrap();
    }

    pub fn advance(&self, time: SignedDuration) {
        self.simulator.clock().advance(time);
    }

    pub async fn send(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        self.send_as(method, path, &[("api_key", KEY)], body).await
    }

    pub async fn send_as(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Value) -> (u16, Value) {
        let mut request = http::Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let response = self.simulator.router().oneshot(request.body(body).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    pub async fn get(&self, path: &str) -> Value {
        let (status, body) = self.send("GET", path, Value::Null).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    pub async fn order(&self) -> Value {
        self.get(&format!("/orders/{ORDER}")).await["data"].clone()
    }

    /// Captures of [`ORDER`]; the answer's `order_id`, or its error code.
    pub async fn capture(&self, body: Value) -> Result<String, u64> {
        let (_, answer) = self.send("POST", &format!("/orders/{ORDER}/capture"), body).await;
        result(&answer)
    }

    pub async fn capture_as(&self, amount: i64, reference: &str) -> Result<String, u64> {
        self.capture(json!({"amount": amount, "new_order_id": reference, "new_order_status": "completed"})).await
    }

    pub async fn release(&self) -> Result<String, u64> {
        let body = json!({"status": "cancelled", "reason": "out of stock"});
        let (_, answer) = self.send("PATCH", &format!("/capture/{ORDER}"), body).await;
        result(&answer)
    }

    pub async fn money(&self) -> Money {
        money(&self.order().await)
    }

    pub fn captures(&self) -> Vec<(String, i64)> {
        self.simulator.ledger().captures_of(ORDER).into_iter().map(|row| (row.reference, row.amount)).collect()
    }
}

pub fn order(changes: &Value) -> Value {
    let mut order = json!({
        "type": "direct", "order_id": ORDER, "gateway": "VISA", "currency": "EUR", "amount": 8995, "capture": "manual",
        "gateway_info": {"card_number": "4111111111111111"},
    });
    for (name, value) in changes.as_object().unwrap() {
        order[name] = value.clone();
    }
    order
}

pub fn result(answer: &Value) -> Result<String, u64> {
    match answer["data"]["order_id"].as_str() {
        Some(id) => Ok(id.to_owned()),
        None => Err(answer["error_code"].as_u64().unwrap_or_default()),
    }
}

pub fn money(order: &Value) -> Money {
    Money {
        status: order["status"].as_str().unwrap().to_owned(),
        financial_status: order["financial_status"].as_str().unwrap().to_owned(),
        remain: order["payment_details"]["capture_remain"].as_i64(),
    }
}

pub fn stands(status: &str, financial_status: &str, remain: impl Into<Option<i64>>) -> Money {
    Money { status: status.to_owned(), financial_status: financial_status.to_owned(), remain: remain.into() }
}
