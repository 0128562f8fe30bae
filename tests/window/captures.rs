//! Captures that the server answers.

use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;
use serde_json::json;

const ORDER: &str = "WEB/2026 104";

/// So much faster time passes, where a test waits for the end of the time to undo.
const FAST: &[&str] = &["--clock-speed", "20"];

#[tokio::test]
async fn a_scanned_order_is_captured_in_full() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, FAST).await;
    program.picture("01-find").await;
    program.finds("BB-10482").await;
    program.picture("02-order").await;
    program.captures().await;
    program.ends("captured").await;
    program.says("€120.00 was captured").await;
    program.says("Nothing remains").await;
    program.picture("04-captured").await;
    let [post] = &simulator.posts("BB-10482")[..] else { panic!("not one POST") };
    assert_eq!(post["amount"], 12_000);
    program.press("next-order").await;
    program.see("find-box").await;
    program.quit().await;
}

#[tokio::test]
async fn a_partial_capture_sends_exactly_what_the_check_page_showed() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, FAST).await;
    program.finds(ORDER).await;
    program.chooses("45.00").await;
    for (label, text) in [("Carrier", "PostNL"), ("Track", "3SBLMB4821907"), ("Invoice number", "2026-3419")] {
        program.fill_labelled(label, text).await;
    }
    program.checks().await;
    program.picture("03-check").await;
    let shown = program.shown().await;
    assert_eq!(shown["Amount"], "€45.00");
    program.press("capture").await;
    program.ends("captured").await;
    let [post] = &simulator.posts(ORDER)[..] else { panic!("not one POST") };
    assert_eq!(post["amount"], 4_500);
    for (label, field) in [
        ("Carrier", "carrier"),
        ("Track & trace code", "tracktrace_code"),
        ("Invoice number", "invoice_id"),
        ("Reference", "new_order_id"),
    ] {
        assert_eq!(post[field], json!(shown[label]), "{label} was sent otherwise than shown");
    }
    let shipped: jiff::civil::Date = post["ship_date"].as_str().unwrap().parse().unwrap();
    assert_eq!(shown["Ship date"], shipped.strftime("%a %-d %b %Y").to_string());
    assert_eq!(
        (&post["new_order_status"], shown["Order status after this"].as_str()),
        (&json!("completed"), "Completed")
    );
    let fields: Vec<_> = post.as_object().unwrap().keys().collect();
    assert_eq!(fields.len(), 7, "more was sent than shown: {fields:?}");
    program.quit().await;
}

#[tokio::test]
async fn picked_lines_are_captured_with_their_tax() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, FAST).await;
    program.finds("BB-10490").await;
    program.press("amount-lines").await;
    program.press_named("One more of T-shirt").await;
    program.picture("02b-order-lines").await;
    program.captures().await;
    program.ends("captured").await;
    let [post] = &simulator.posts("BB-10490")[..] else { panic!("not one POST") };
    assert_eq!(post["amount"], 2_000);
    assert!(post["checkout_data"]["items"].is_array(), "the lines were not sent");
    program.quit().await;
}

#[tokio::test]
async fn a_refusal_of_the_bank_says_that_no_money_moved() {
    let desktop = Desktop::start();
    let rules = json!({ "rules": [{ "kind": "capture", "action": {
        "do": "answer",
        "status": 400,
        "body": { "envelope": { "code": 1024, "info": "Transaction declined" } },
        "processed": false,
    } }] });
    let simulator = Simulator::with_faults(&rules);
    let program = Program::connected(&desktop, &simulator, FAST).await;
    program.finds(ORDER).await;
    program.captures().await;
    program.ends("refused").await;
    program.says("No money was captured").await;
    program.says("The bank refused").await;
    program.picture("04b-not-captured").await;
    assert_eq!(simulator.posts(ORDER).len(), 1);
    program.quit().await;
}
