//! `POST /orders/{id}/refunds` (`api/multisafepay.md` §3).

use crate::shop::{ORDER, Shop};
use jiff::SignedDuration;
use serde_json::{Value, json};

async fn refund(shop: &Shop, id: &str, amount: i64) -> Value {
    let body = json!({"currency": "EUR", "amount": amount, "description": "back"});
    shop.send("POST", &format!("/orders/{id}/refunds"), body).await.1
}

#[tokio::test]
async fn a_captured_order_is_refunded_in_part_and_in_full() {
    let shop = Shop::new();
    shop.capture_as(8995, "C1").await.unwrap();
    assert_eq!(refund(&shop, ORDER, 1000).await["success"], true);
    let order = shop.order().await;
    assert_eq!((&order["status"], &order["amount_refunded"]), (&json!("partial_refunded"), &json!(1000)));
    assert_eq!(order["related_transactions"][0]["status"], "reserved");
    assert_eq!(refund(&shop, ORDER, 0).await["success"], true);
    let order = shop.order().await;
    assert_eq!((&order["status"], &order["amount_refunded"]), (&json!("refunded"), &json!(8995)));
    assert_eq!(shop.get("/transactions?type=refund").await["data"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_capture_in_part_is_refunded_on_its_child() {
    let shop = Shop::new();
    shop.capture_as(2500, "C1").await.unwrap();
    assert_eq!(refund(&shop, ORDER, 100).await["error_code"], 1034);
    assert_eq!(refund(&shop, "C1", 2501).await["error_code"], 1034);
    assert_eq!(refund(&shop, "C1", 2500).await["success"], true);
}

#[tokio::test]
async fn the_same_amount_is_refused_for_five_minutes() {
    let shop = Shop::new();
    shop.capture_as(8995, "C1").await.unwrap();
    refund(&shop, ORDER, 100).await;
    assert_eq!(refund(&shop, ORDER, 100).await["error_code"], 1034);
    shop.advance(SignedDuration::from_mins(5));
    assert_eq!(refund(&shop, ORDER, 100).await["success"], true);
}

#[tokio::test]
async fn the_currency_must_be_the_orders() {
    let shop = Shop::new();
    shop.capture_as(8995, "C1").await.unwrap();
    for body in [json!({"amount": 1}), json!({"amount": 1, "currency": "USD"})] {
        assert_eq!(shop.send("POST", &format!("/orders/{ORDER}/refunds"), body).await.1["error_code"], 1002);
    }
}
