//! The orders to practise with.

use domain::NotSentReason;
use jiff::Timestamp;
use multisafepay::{ApiKey, Method, Reached, Request, Unanswered};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use simulator::{Clock, PRACTICE_KEY, Simulator, practice};

fn start() -> Simulator {
    practice::simulator(Clock::standing("2026-01-12T09:14:35Z".parse::<Timestamp>().unwrap()))
}

fn id(kind: &str) -> &'static str {
    practice::orders().find(|(_, its)| *its == kind).unwrap().0
}

async fn send(simulator: &Simulator, method: Method, path: String, body: Option<Value>) -> Result<Value, Reached> {
    let key = ApiKey::new(PRACTICE_KEY.to_owned()).unwrap();
    let body = body.map(|body| body.to_string());
    match simulator.transport().send(Request { method, path, body, key }).await {
        Reached::Answered(answer) => Ok(serde_json::from_slice(&answer.body).unwrap()),
        other => Err(other),
    }
}

fn path(kind: &str) -> String {
    format!("/orders/{}", utf8_percent_encode(id(kind), NON_ALPHANUMERIC))
}

async fn capture(simulator: &Simulator, kind: &str, amount: i64) -> Result<Value, Reached> {
    let body = json!({"amount": amount, "new_order_id": format!("{kind}-C1"), "new_order_status": "completed"});
    send(simulator, Method::Post, format!("{}/capture", path(kind)), Some(body)).await
}

async fn check(kind: &str, status: &str, financial_status: &str, remain: Option<i64>) {
    let answer = send(&start(), Method::Get, path(kind), None).await.unwrap();
    let order = &answer["data"];
    let remains = order["payment_details"]["capture_remain"].as_i64();
    assert_eq!(
        (&order["status"], &order["financial_status"], remains),
        (&json!(status), &json!(financial_status), remain)
    );
}

#[tokio::test]
async fn each_order_shows_what_its_word_says() {
    check("lines", "completed", "initialized", Some(8995)).await;
    check("partly", "completed", "initialized", Some(8905)).await;
    check("yen", "completed", "initialized", Some(12_800)).await;
    check("ending", "completed", "initialized", Some(4500)).await;
    check("ended", "void", "void", Some(0)).await;
    check("paid", "completed", "completed", None).await;
    check("captured", "completed", "completed", Some(0)).await;
    check("klarna", "completed", "uncleared", None).await;
    check("slash", "completed", "initialized", Some(8995)).await;
}

#[tokio::test]
async fn one_reservation_ends_within_a_day() {
    let order = send(&start(), Method::Get, path("ending"), None).await.unwrap();
    assert_eq!(order["data"]["payment_details"]["capture_expiry"], "2026-01-13T06:14:35");
}

#[tokio::test]
async fn every_cart_adds_up_to_its_order() {
    for (id, kind) in practice::orders() {
        let simulator = start();
        let order = send(&simulator, Method::Get, path(kind), None).await.unwrap()["data"].clone();
        let remain = order["payment_details"]["capture_remain"].as_i64();
        let (Some(items), Some(8995)) = (order["shopping_cart"].get("items"), remain) else { continue };
        let body = json!({"amount": remain, "checkout_data": {"items": items}});
        let answer = send(&simulator, Method::Post, format!("{}/capture", path(kind)), Some(body)).await.unwrap();
        assert_eq!(answer["success"], true, "{id}: {answer}");
    }
}

#[tokio::test]
async fn the_bank_declines_one() {
    let simulator = start();
    assert_eq!(capture(&simulator, "declined", 100).await.unwrap()["error_code"], 1024);
    assert_eq!(simulator.ledger().captured_total(id("declined")), 0);
}

#[tokio::test]
async fn one_answer_is_lost_and_the_money_moved() {
    let simulator = start();
    let lost = capture(&simulator, "lost", 6250).await;
    assert_eq!(lost, Err(Reached::Unanswered(Unanswered::ConnectionLost)));
    assert_eq!(simulator.ledger().captured_total(id("lost")), 6250);
}

#[tokio::test]
async fn one_request_never_arrives_and_the_second_does() {
    let simulator = start();
    let lost = capture(&simulator, "silent", 7300).await;
    assert_eq!(lost, Err(Reached::Unanswered(Unanswered::ConnectionLost)));
    assert_eq!(simulator.ledger().captured_total(id("silent")), 0);
    assert_eq!(capture(&simulator, "silent", 7300).await.unwrap()["success"], true);
}

#[tokio::test]
async fn practice_survives_a_restart() {
    let simulator = start();
    capture(&simulator, "lines", 2500).await.unwrap();
    capture(&simulator, "silent", 100).await.unwrap_err();
    let restarted = start();
    restarted.restore(&simulator.snapshot()).unwrap();
    assert_eq!(restarted.ledger().captures_of(id("lines")), simulator.ledger().captures_of(id("lines")));
    assert_eq!(capture(&restarted, "lines", 6495).await.unwrap()["success"], false);
    let body = json!({"amount": 6495, "new_order_id": "lines-C2"});
    let rest = send(&restarted, Method::Post, format!("{}/capture", path("lines")), Some(body)).await.unwrap();
    assert_eq!(rest["data"]["order_id"], "lines-C2");
    assert_eq!(capture(&restarted, "silent", 7300).await.unwrap()["success"], true);
}

#[tokio::test]
async fn what_is_no_saved_ledger_changes_nothing() {
    let simulator = start();
    capture(&simulator, "lines", 2500).await.unwrap();
    assert!(simulator.restore("{}").is_err());
    assert_eq!(simulator.ledger().captured_total(id("lines")), 2500);
}

#[tokio::test]
async fn a_request_that_cannot_be_built_is_not_sent() {
    let sent = send(&start(), Method::Get, "/orders/a b".to_owned(), None).await;
    assert_eq!(sent, Err(Reached::NotSent(NotSentReason::Unbuildable)));
}
