//! `PATCH /orders/{id}` (`api/multisafepay.md` §5.2).

use crate::shop::{Money, ORDER, Shop, stands};
use serde_json::{Value, json};

async fn check(order: Value, patch: Value, status: u16, expected: Money) {
    let shop = Shop::empty();
    shop.place(&order);
    let (answered, body) = shop.send("PATCH", &format!("/orders/{ORDER}"), patch).await;
    assert_eq!(answered, status, "{body}");
    assert_eq!(shop.money().await, expected);
}

#[tokio::test]
async fn pay_later_orders_are_captured_by_shipping() {
    for gateway in ["KLARNA", "AFTERPAY", "BILLINK"] {
        let order = json!({"gateway": gateway});
        let shipped = json!({"status": "shipped", "tracktrace_code": "3S", "carrier": "PostNL"});
        check(order.clone(), json!({"reason": "-"}), 200, stands("completed", "uncleared", None)).await;
        check(order, shipped, 200, stands("shipped", "uncleared", None)).await;
    }
}

#[tokio::test]
async fn a_card_order_is_not_shipped_before_it_is_captured() {
    let shipped = || json!({"status": "shipped"});
    check(json!({}), shipped(), 400, stands("completed", "initialized", 8995)).await;
    check(json!({"capture": null}), shipped(), 200, stands("shipped", "completed", None)).await;
}

#[tokio::test]
async fn what_is_not_a_reservation_can_be_cancelled() {
    let cancelled = || json!({"status": "cancelled", "exclude_order": true});
    check(json!({"gateway": "KLARNA"}), cancelled(), 200, stands("void", "void", None)).await;
    check(json!({}), cancelled(), 400, stands("completed", "initialized", 8995)).await;
}

#[tokio::test]
async fn an_invoice_alone_is_noted() {
    let shop = Shop::new();
    let (status, body) = shop.send("PATCH", &format!("/orders/{ORDER}"), json!({"invoice_id": "F-1"})).await;
    assert_eq!((status, body), (200, json!({"success": true, "data": {}})));
    assert_eq!(shop.get("/transactions").await["data"][0]["invoice_id"], "F-1");
}

#[tokio::test]
async fn unknown_orders_and_words_are_refused() {
    let shop = Shop::new();
    assert_eq!(shop.send("PATCH", "/orders/none", json!({"status": "shipped"})).await.0, 404);
    assert_eq!(shop.send("PATCH", &format!("/orders/{ORDER}"), json!({"status": "sent"})).await.1["error_code"], 1016);
}
