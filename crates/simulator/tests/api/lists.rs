//! `GET /transactions`, `/gateways` and `/payment-methods`.

use crate::shop::{KEY, ORDER, Shop, order};
use jiff::SignedDuration;
use serde_json::{Value, json};

/// Five orders, an hour apart: `A` is the oldest.
fn shop() -> Shop {
    let shop = Shop::empty();
    for (id, gateway) in [("A", "VISA"), ("B", "KLARNA"), ("C", "VISA"), ("D", "IDEAL"), ("E", "MASTERCARD")] {
        shop.simulator.place(KEY, &order(&json!({"order_id": id, "gateway": gateway}))).unwrap();
        shop.advance(SignedDuration::from_hours(1));
    }
    shop
}

fn ids(list: &Value) -> String {
    list["data"].as_array().unwrap().iter().map(|row| row["order_id"].as_str().unwrap()).collect()
}

async fn check(query: &str, expected: &str) {
    assert_eq!(ids(&shop().get(&format!("/transactions?{query}")).await), expected, "{query}");
}

#[tokio::test]
async fn transactions_are_listed_newest_first() {
    check("", "EDCBA").await;
    check("limit=2", "ED").await;
    check("limit=0", "E").await;
}

#[tokio::test]
async fn filters_narrow_the_list() {
    check("status=completed&financial_status=initialized&type=payment", "ECA").await;
    check("financial_status=uncleared", "B").await;
    check("payment_method[]=VISA&payment_method[]=KLARNA", "CBA").await;
    check("payment_method=visa,ideal", "DCA").await;
    check("created_from=2026-01-12T12:14:35", "EDC").await;
    check("created_until=2026-01-12T11:14:35", "BA").await;
    check("completed_from=2026-01-01", "D").await;
    check("type=refund", "").await;
}

#[tokio::test]
async fn cursors_lead_to_the_end_and_back() {
    let shop = shop();
    let (mut query, mut seen, mut pages) = ("limit=2".to_owned(), String::new(), Vec::new());
    loop {
        let list = shop.get(&format!("/transactions?{query}")).await;
        seen.push_str(&ids(&list));
        let Some(after) = list["pager"]["cursor"]["after"].as_str() else { break };
        query = format!("limit=2&after={after}");
        pages.push(list);
    }
    assert_eq!((seen.as_str(), pages.len()), ("EDCBA", 3));
    let before = pages[2]["pager"]["cursor"]["before"].as_str().unwrap();
    let list = shop.get(&format!("/transactions?limit=2&before={before}")).await;
    assert_eq!(ids(&list), "CB");
}

#[tokio::test]
async fn a_list_that_is_walked_loses_nothing_to_a_new_order() {
    let shop = shop();
    let first = shop.get("/transactions?limit=2").await;
    shop.place(&json!({}));
    let after = first["pager"]["cursor"]["after"].as_str().unwrap();
    assert_eq!(ids(&shop.get(&format!("/transactions?limit=2&after={after}")).await), "CB");
}

#[tokio::test]
async fn a_cursor_of_nobody_leads_to_an_empty_page() {
    check("after=ZDnone", "").await;
    check("before=ZDnone", "").await;
}

#[tokio::test]
async fn one_transaction_is_found_by_its_number() {
    let shop = Shop::new();
    let number = shop.order().await["transaction_id"].to_string();
    let row = shop.get(&format!("/transactions/{number}")).await;
    assert_eq!(row["data"]["order_id"], ORDER);
    let (status, body) = shop.send("GET", "/transactions/1", Value::Null).await;
    assert_eq!((status, body), (404, json!({"message": "Not found"})));
}

#[tokio::test]
async fn payment_methods_tell_whether_they_can_be_captured_by_hand() {
    let shop = Shop::new();
    assert_eq!(shop.get("/payment-methods/VISA").await["data"]["manual_capture"]["is_enabled"], true);
    assert_eq!(shop.get("/payment-methods/KLARNA").await["data"]["manual_capture"]["is_enabled"], false);
    assert_eq!(shop.send("GET", "/payment-methods/CASH", Value::Null).await.0, 404);
    let methods = shop.get("/payment-methods").await["data"].as_array().unwrap().len();
    assert_eq!(shop.get("/gateways?country=NL").await["data"].as_array().unwrap().len(), methods);
}
