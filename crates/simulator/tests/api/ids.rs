//! Ids are matched as they read after percent-decoding.

use crate::shop::{KEY, Shop, order};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

async fn check(id: &str) {
    let shop = Shop::empty();
    shop.simulator.place(KEY, &order(&json!({"order_id": id}))).unwrap();
    let encoded = utf8_percent_encode(id, NON_ALPHANUMERIC).to_string();
    for prefix in ["", "/v1/json", "/json"] {
        assert_eq!(shop.get(&format!("{prefix}/orders/{encoded}")).await["data"]["order_id"], id);
    }
    let body = json!({"amount": 100, "new_order_id": format!("{}-C1", id.chars().take(40).collect::<String>())});
    let (status, _) = shop.send("POST", &format!("/orders/{encoded}/capture"), body).await;
    assert_eq!(status, 200);
    let ledger = shop.simulator.ledger();
    assert_eq!(ledger.captured_total(id), 100);
    assert_eq!(ledger.posts_of(id).len(), 1);
}

#[tokio::test]
async fn ids_with_awkward_characters_are_found() {
    for id in ["a/b", "#1", "who?", "5%", "1+1", "two words", "🎁", "%2F", "é", "007", "a&b=c", "json", ".x"] {
        check(id).await;
    }
    check(&"x".repeat(50)).await;
}

#[tokio::test]
async fn a_slash_that_is_not_encoded_separates() {
    let shop = Shop::empty();
    shop.simulator.place(KEY, &order(&json!({"order_id": "a/b"}))).unwrap();
    assert_eq!(shop.send("GET", "/orders/a/b", json!(null)).await.0, 404);
}

#[tokio::test]
async fn leading_zeros_count() {
    let shop = Shop::empty();
    shop.simulator.place(KEY, &order(&json!({"order_id": "007"}))).unwrap();
    assert_eq!(shop.send("GET", "/orders/7", json!(null)).await.0, 404);
}

#[tokio::test]
async fn ids_of_more_than_fifty_characters_are_refused() {
    let shop = Shop::empty();
    assert_eq!(shop.simulator.place(KEY, &order(&json!({"order_id": "x".repeat(51)}))).unwrap_err().code, 1006);
}
