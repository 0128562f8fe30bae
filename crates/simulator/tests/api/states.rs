//! The state machine of `api/multisafepay.md` §8 and the table of §2.2.

use crate::shop::{Money, ORDER, Shop, money, stands};
use jiff::SignedDuration;
use serde_json::json;

/// What is done to the order, one after the other, before it is looked at.
#[derive(Clone, Copy)]
enum Step {
    Capture(i64, &'static str),
    Release,
    Days(i64),
}
use Step::{Capture, Days, Release};

async fn after(steps: &[Step]) -> Shop {
    let shop = Shop::new();
    for step in steps {
        match *step {
            Capture(amount, reference) => drop(shop.capture_as(amount, reference).await.unwrap()),
            Release => drop(shop.release().await.unwrap()),
            Days(days) => shop.advance(SignedDuration::from_hours(days.saturating_mul(24))),
        }
    }
    shop
}

async fn check(steps: &[Step], expected: Money, captured: &[(&str, i64)]) -> Shop {
    let shop = after(steps).await;
    assert_eq!(shop.money().await, expected);
    let captured: Vec<_> = captured.iter().map(|(reference, amount)| ((*reference).to_owned(), *amount)).collect();
    assert_eq!(shop.captures(), captured);
    shop
}

async fn refused(steps: &[Step], body: serde_json::Value, code: u64) {
    let shop = after(steps).await;
    let before = shop.captures();
    assert_eq!(shop.capture(body.clone()).await, Err(code), "{body}");
    assert_eq!(shop.captures(), before);
}

#[tokio::test]
async fn an_order_is_authorised_for_its_whole_amount() {
    let shop = check(&[], stands("completed", "initialized", 8995), &[]).await;
    let order = shop.order().await;
    assert_eq!(order["payment_details"]["capture"], "manual");
    assert_eq!(order["payment_details"]["capture_expiry"], "2026-01-19T10:14:35");
    assert_eq!(order["payment_details"]["last4"], "1111");
    assert_eq!(order["created"], "2026-01-12T10:14:35");
    assert_eq!(order["transaction_id"].to_string().len(), 16);
    assert_eq!(order["related_transactions"], json!(null));
    assert!(!order.to_string().contains("4111111111111111"));
}

#[tokio::test]
async fn mastercard_and_maestro_wait_thirty_days() {
    for gateway in ["MASTERCARD", "MAESTRO"] {
        let shop = Shop::empty();
        shop.place(&json!({"gateway": gateway}));
        assert_eq!(shop.order().await["payment_details"]["capture_expiry"], "2026-02-11T10:14:35", "{gateway}");
    }
}

#[tokio::test]
async fn a_capture_of_everything_completes_the_order_itself() {
    let shop = check(&[Capture(8995, "C1")], stands("completed", "completed", 0), &[("C1", 8995)]).await;
    assert_eq!(shop.order().await["completed"], "2026-01-12T10:14:35");
    assert_eq!(shop.send("GET", "/orders/C1", json!(null)).await.0, 404);
}

#[tokio::test]
async fn the_answer_to_a_capture_of_everything_names_the_order() {
    assert_eq!(Shop::new().capture_as(8995, "C1").await.as_deref(), Ok(ORDER));
}

#[tokio::test]
async fn a_capture_in_part_makes_a_child_and_leaves_the_rest() {
    let shop = check(&[Capture(2500, "C1")], stands("completed", "initialized", 6495), &[("C1", 2500)]).await;
    let child = shop.get("/orders/C1").await["data"].clone();
    assert_eq!(money(&child), stands("completed", "completed", None));
    assert_eq!((&child["amount"], &child["auth_order_id"]), (&json!(2500), &json!(ORDER)));
    let row = shop.order().await["related_transactions"][0].clone();
    assert_eq!((&row["order_id"], &row["amount"], &row["type"]), (&json!("C1"), &json!(2500), &json!("capture")));
}

#[tokio::test]
async fn the_rest_can_be_captured_and_the_order_stays_as_it_is() {
    let captured = [("C1", 2500), ("C2", 6495)];
    check(&[Capture(2500, "C1"), Capture(6495, "C2")], stands("completed", "initialized", 0), &captured).await;
}

#[tokio::test]
async fn a_capture_without_amount_takes_what_remains() {
    let shop = Shop::new();
    shop.capture_as(2500, "C1").await.unwrap();
    shop.capture(json!({"new_order_id": "C2"})).await.unwrap();
    assert_eq!(shop.captures(), [("C1".to_owned(), 2500), ("C2".to_owned(), 6495)]);
}

#[tokio::test]
async fn a_capture_in_part_without_reference_gets_a_running_one() {
    let shop = Shop::new();
    assert_eq!(shop.capture(json!({"amount": 1})).await.unwrap(), format!("{ORDER}_1"));
    assert_eq!(shop.capture(json!({"amount": 1})).await.unwrap(), format!("{ORDER}_2"));
}

#[tokio::test]
async fn the_amount_may_be_text_and_other_fields_are_tolerated() {
    let shop = Shop::new();
    let body =
        json!({"amount": "2500", "new_order_id": 42, "memo": "-", "status": "shipped", "ship_date": "2026-01-12"});
    assert_eq!(shop.capture(body).await.as_deref(), Ok("42"));
}

#[tokio::test]
async fn amounts_that_are_none_are_refused() {
    for amount in [json!(0), json!(-1), json!(1.5), json!("12,50"), json!([1]), json!(8996)] {
        refused(&[], json!({"amount": amount, "new_order_id": "C1"}), 1001).await;
    }
    refused(&[Capture(2500, "C1")], json!({"amount": 6496, "new_order_id": "C2"}), 1001).await;
}

#[tokio::test]
async fn other_words_and_bodies_are_refused() {
    refused(&[], json!({"amount": 1, "new_order_status": "paid"}), 1016).await;
    refused(&[], json!("nothing"), 1016).await;
    refused(&[], json!({"amount": 1, "new_order_id": "x".repeat(51)}), 1006).await;
}

#[tokio::test]
async fn nothing_is_captured_twice_or_after_the_end() {
    let again = || json!({"amount": 8995, "new_order_id": "C9"});
    refused(&[Capture(8995, "C1")], again(), 1000).await;
    refused(&[Capture(2500, "C1"), Capture(6495, "C2")], again(), 1000).await;
    refused(&[Release], again(), 1000).await;
    refused(&[Capture(2500, "C1"), Release], again(), 1000).await;
    refused(&[Days(7)], again(), 1000).await;
}

#[tokio::test]
async fn an_untouched_reservation_that_is_given_up_turns_void() {
    check(&[Release], stands("void", "void", 0), &[]).await;
}

#[tokio::test]
async fn a_reservation_turns_void_when_its_time_is_over() {
    check(&[Days(6)], stands("completed", "initialized", 8995), &[]).await;
    check(&[Days(7)], stands("void", "void", 0), &[]).await;
    check(&[Capture(2500, "C1"), Days(7)], stands("void", "void", 0), &[("C1", 2500)]).await;
    check(&[Capture(8995, "C1"), Days(8)], stands("completed", "completed", 0), &[("C1", 8995)]).await;
}

#[tokio::test]
async fn what_is_not_reserved_cannot_be_given_up() {
    for steps in [&[Release][..], &[Capture(8995, "C1")], &[Days(7)]] {
        let shop = after(steps).await;
        assert_eq!(shop.release().await, Err(1000));
    }
}

#[tokio::test]
async fn a_release_needs_its_word_and_a_reason() {
    let shop = Shop::new();
    for body in [json!({"status": "cancelled"}), json!({"status": "void", "reason": "x"})] {
        assert_eq!(shop.send("PATCH", &format!("/capture/{ORDER}"), body).await.1["error_code"], 1016);
    }
    assert_eq!(shop.money().await, stands("completed", "initialized", 8995));
}

#[tokio::test]
async fn an_order_that_is_not_under_manual_capture_has_nothing_to_capture() {
    for changes in [json!({"capture": null}), json!({"gateway": "IDEAL"}), json!({"gateway": "AMEX"})] {
        let shop = Shop::empty();
        shop.place(&changes);
        assert_eq!(shop.money().await, stands("completed", "completed", None), "{changes}");
        assert_eq!(shop.capture_as(8995, "C1").await, Err(1000), "{changes}");
    }
}

#[tokio::test]
async fn an_order_waits_for_its_buyer_unless_it_is_direct() {
    let shop = Shop::empty();
    let order = crate::shop::order(&json!({"type": "redirect"}));
    let (_, answer) = shop.send("POST", "/orders", order).await;
    assert_eq!(shop.money().await, stands("initialized", "initialized", 8995));
    assert_eq!(shop.capture_as(8995, "C1").await, Err(1000));
    let page: http::Uri = answer["data"]["payment_url"].as_str().unwrap().parse().unwrap();
    shop.get(page.path()).await;
    assert_eq!(shop.money().await, stands("completed", "initialized", 8995));
}

#[tokio::test]
async fn an_order_id_is_used_once_per_site() {
    let shop = Shop::new();
    let (status, answer) = shop.send("POST", "/orders", crate::shop::order(&json!({}))).await;
    assert_eq!((status, &answer["error_code"]), (400, &json!(1006)));
    shop.simulator.place("another-key", &crate::shop::order(&json!({}))).unwrap();
}

#[tokio::test]
async fn a_cart_must_add_up_to_what_is_captured() {
    let shop = Shop::empty();
    let item = |quantity| json!({"unit_price": 10, "quantity": quantity, "merchant_item_id": "A"});
    shop.place(&json!({"shopping_cart": {"items": [item(9)]}}));
    let body = |amount, items| json!({"amount": amount, "new_order_id": "C1", "checkout_data": {"items": items}});
    assert_eq!(shop.capture(body(2000, json!([item(9), item(-8)]))).await, Err(1027));
    assert_eq!(shop.capture(body(2000, json!([item(9), item(-7)]))).await.as_deref(), Ok("C1"));
    assert_eq!(shop.captures(), [("C1".to_owned(), 2000)]);
}
