//! Who may ask, and what each sees.

use crate::shop::{KEY, ORDER, Shop};
use serde_json::{Value, json};

async fn check(path: &str, headers: &[(&str, &str)], status: u16) {
    let (answered, body) = Shop::new().send_as("GET", path, headers, Value::Null).await;
    assert_eq!(answered, status, "{path} {body}");
}

#[tokio::test]
async fn a_key_comes_as_header_bearer_or_query() {
    check("/me", &[("api_key", KEY)], 200).await;
    check("/me", &[("authorization", &format!("Bearer {KEY}"))], 200).await;
    check(&format!("/me?locale=en_US&api_key={KEY}"), &[], 200).await;
}

#[tokio::test]
async fn another_key_or_none_is_refused() {
    check("/me", &[], 401).await;
    check("/me", &[("api_key", "another-key")], 401).await;
    check(&format!("/orders/{ORDER}"), &[("api_key", "another-key")], 401).await;
    check("/transactions", &[("api_key", "another-key")], 403).await;
    let (_, body) = Shop::new().send_as("GET", "/me", &[], Value::Null).await;
    assert_eq!(body, json!({"success": false, "data": {}, "error_code": 1032, "error_info": "Invalid API key"}));
}

#[tokio::test]
async fn a_key_sees_its_own_site_only() {
    let shop = Shop::new();
    shop.simulator.open_site("another-key");
    let as_other = [("api_key", "another-key")];
    let (status, body) = shop.send_as("GET", &format!("/orders/{ORDER}"), &as_other, Value::Null).await;
    assert_eq!((status, &body["error_code"]), (404, &json!(1006)));
    let (_, me) = shop.send_as("GET", "/me", &as_other, Value::Null).await;
    assert_eq!(me["data"]["site_id"], 12_346);
    assert_eq!(shop.get("/me").await["data"], json!({"account_id": 12_345_678, "role": "merchant", "site_id": 12_345}));
}

#[tokio::test]
async fn a_key_is_not_noted() {
    let shop = Shop::new();
    shop.get(&format!("/me?api_key={KEY}")).await;
    let noted = serde_json::to_string(shop.simulator.ledger().requests()).unwrap();
    assert!(noted.contains("/me") && !noted.contains(KEY), "{noted}");
    assert!(!shop.simulator.snapshot().contains(KEY));
}

#[tokio::test]
async fn unknown_paths_are_not_found() {
    check("/nothing", &[("api_key", KEY)], 404).await;
    check("/", &[("api_key", KEY)], 404).await;
    let (status, _) = Shop::new().send("DELETE", &format!("/orders/{ORDER}"), Value::Null).await;
    assert_eq!(status, 404);
}
