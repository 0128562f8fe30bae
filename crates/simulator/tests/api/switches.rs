//! The open questions of `api/multisafepay.md` §7, each answered in each way.

use crate::shop::{KEY, Money, ORDER, Shop, stands};
use jiff::SignedDuration;
use serde_json::{Value, json};
use simulator::{AfterVoid, Duplicate, Loose, Refusal, Refusals, RelatedRows, ReleaseVariant, Switches};

fn shop_with(switches: Switches) -> Shop {
    let shop = Shop::new();
    shop.simulator.set_switches(switches);
    shop
}

async fn released(switches: Switches, expected: Money) {
    let shop = shop_with(switches);
    shop.capture_as(2500, "C1").await.unwrap();
    shop.release().await.unwrap();
    assert_eq!(shop.money().await, expected);
    let row = shop.order().await["related_transactions"][1].clone();
    assert_eq!(
        (&row["type"], &row["status"], &row["amount"]),
        (&json!("auth-cancellation"), &json!("void"), &json!(6495))
    );
}

#[tokio::test]
async fn a_released_remainder_looks_as_plugins_or_as_docs_say() {
    let docs = Switches { release: ReleaseVariant::Docs, ..Switches::default() };
    let absent = Switches { after_void: AfterVoid::Absent, ..Switches::default() };
    released(Switches::default(), stands("completed", "initialized", 0)).await;
    released(docs, stands("void", "void", 0)).await;
    released(absent, stands("completed", "initialized", None)).await;
}

async fn duplicate(duplicate: Duplicate, expected: Result<&str, u64>, captured: i64) {
    let shop = shop_with(Switches { duplicate, ..Switches::default() });
    shop.capture_as(2500, "C1").await.unwrap();
    assert_eq!(shop.capture_as(2500, "C1").await.as_deref(), expected.as_ref().map(|id| *id));
    assert_eq!(shop.simulator.ledger().captured_total(ORDER), captured);
}

#[tokio::test]
async fn a_second_use_of_a_reference_is_refused_or_moves_money_again_or_tells_the_first_result() {
    duplicate(Duplicate::Refused, Err(1006), 2500).await;
    duplicate(Duplicate::SucceedsAgain, Ok("C1"), 5000).await;
    duplicate(Duplicate::FirstResult, Ok("C1"), 2500).await;
}

#[tokio::test]
async fn the_id_of_another_order_is_no_first_result() {
    let shop = shop_with(Switches { duplicate: Duplicate::FirstResult, ..Switches::default() });
    assert_eq!(shop.capture_as(2500, ORDER).await, Err(1006));
}

async fn related(related: RelatedRows, expected: &Value) {
    let shop = shop_with(Switches { related, ..Switches::default() });
    shop.capture_as(2500, "C1").await.unwrap();
    let rows = shop.order().await["related_transactions"].clone();
    let types = rows.as_array().map(|rows| rows.iter().map(|row| row["type"].clone()).collect::<Vec<_>>());
    assert_eq!(&json!(types), expected);
}

#[tokio::test]
async fn related_rows_come_with_type_without_or_not_at_all() {
    related(RelatedRows::Typed, &json!(["capture"])).await;
    related(RelatedRows::Untyped, &json!([null])).await;
    related(RelatedRows::Null, &json!(null)).await;
}

#[tokio::test]
async fn an_expired_order_may_lose_its_capture_fields() {
    let shop = shop_with(Switches { after_void: AfterVoid::Absent, ..Switches::default() });
    shop.advance(SignedDuration::from_hours(7 * 24));
    assert_eq!(shop.money().await, stands("void", "void", None));
    assert_eq!(shop.order().await["payment_details"].get("capture_expiry"), None);
}

#[tokio::test]
async fn an_order_may_turn_void_later_than_its_expiry() {
    let shop = shop_with(Switches { expiry_delay_s: 3600, ..Switches::default() });
    shop.advance(SignedDuration::from_hours(7 * 24));
    assert_eq!(shop.money().await, stands("completed", "initialized", 8995));
    shop.advance(SignedDuration::from_hours(1));
    assert_eq!(shop.money().await, stands("void", "void", 0));
}

#[tokio::test]
async fn a_card_may_show_no_expiry() {
    let shop = shop_with(Switches { without_expiry: true, ..Switches::default() });
    assert_eq!(shop.order().await["payment_details"].get("capture_expiry"), None);
    assert_eq!(shop.money().await, stands("completed", "initialized", 8995));
}

#[tokio::test]
async fn an_accepted_capture_may_be_declined() {
    for amount in [2500, 8995] {
        let shop = shop_with(Switches { capture_declined: true, ..Switches::default() });
        shop.capture_as(amount, "C1").await.unwrap();
        assert_eq!(shop.captures(), []);
        assert_eq!(shop.money().await, stands("completed", "initialized", 8995));
    }
    let shop = shop_with(Switches { capture_declined: true, ..Switches::default() });
    shop.capture_as(2500, "C1").await.unwrap();
    assert_eq!(shop.get("/orders/C1").await["data"]["status"], "declined");
    assert_eq!(shop.order().await["related_transactions"][0]["status"], "declined");
}

#[tokio::test]
async fn everything_may_be_too_much() {
    let shop = shop_with(Switches { too_many_requests: true, ..Switches::default() });
    assert_eq!(shop.send("GET", "/me", Value::Null).await.0, 429);
    assert_eq!(shop.send("POST", &format!("/orders/{ORDER}/capture"), json!({"amount": 1})).await.0, 429);
    assert_eq!(shop.captures(), []);
}

#[tokio::test]
async fn unpublished_refusals_can_be_set() {
    let over_capture = Refusal::new(409, 9999, "too much");
    let refusals = Refusals { over_capture: over_capture.clone(), ..Refusals::default() };
    let shop = shop_with(Switches { refusals, ..Switches::default() });
    let (status, body) = shop.send("POST", &format!("/orders/{ORDER}/capture"), json!({"amount": 9000})).await;
    assert_eq!((status, body), (409, over_capture.body()));
}

#[tokio::test]
async fn loose_answers_change_types_and_lose_fields() {
    let shop = Shop::empty();
    shop.simulator.set_switches(Switches { loose: Loose::all(), ..Switches::default() });
    let items = json!({"items": [{"unit_price": 50.5, "quantity": 1}]});
    let changes = json!({"order_id": "1588947171", "shopping_cart": items});
    shop.simulator.place(KEY, &crate::shop::order(&changes)).unwrap();
    let answer = shop.get("/orders/1588947171").await;
    let data = &answer["data"];
    assert_eq!(answer.get("success"), None);
    assert_eq!((&data["order_id"], &data["amount"]), (&json!(1_588_947_171), &json!("8995")));
    assert_eq!(data["payment_details"]["capture_remain"], "8995");
    assert_eq!(data["transaction_id"].as_str().map(str::len), Some(17));
    assert_eq!(data["order_total"].to_string(), "89.949999999973");
    assert_eq!(data["shopping_cart"]["items"][0]["unit_price"], "50.5");
    let (_, error) = shop.send("GET", "/orders/none", Value::Null).await;
    assert_eq!(error["data"], json!([]));
}

#[test]
fn switches_are_read_from_json() {
    let switches: Switches =
        serde_json::from_str(r#"{"duplicate": "first_result", "loose": {"long_ids": true}}"#).unwrap();
    assert_eq!(switches.duplicate, Duplicate::FirstResult);
    assert_eq!(switches.loose, Loose { long_ids: true, ..Loose::default() });
    assert!(serde_json::from_str::<Switches>(r#"{"duplicates": "refused"}"#).is_err());
}
