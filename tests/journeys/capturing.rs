//! Captures that go well.

use crate::given::{given, given_with};
use desk::StateView;
use desk::view::{CaptureForm, EventWhat, OrderStatus};
use serde_json::json;

#[tokio::test]
async fn everything_is_captured_in_one_capture() {
    let given = given().await;
    let captured = given.capture(&given.form()).await;
    assert_eq!(captured.state, StateView::Captured);
    let read = given.told(&captured.id, |capture| capture.after.is_some()).await;
    let after = read.after.unwrap();
    assert_eq!(after.status, OrderStatus::Captured);
    assert_eq!((given.captured(), given.posts()), (8995, 1));
}

#[tokio::test]
async fn a_part_leaves_the_rest() {
    let given = given().await;
    let form =
        CaptureForm { invoice: "2026-3419".to_owned(), memo: "Eerste doos".to_owned(), ..given.form_for("45,00") };
    let captured = given.capture(&form).await;
    assert_eq!((captured.state, captured.reference.as_str()), (StateView::Captured, "BB-10482-2026-3419"));
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!(order.status, OrderStatus::PartlyCaptured);
    assert_eq!(order.remaining.unwrap().minor, 4495);
    assert_eq!(order.captures.len(), 1);
    assert_eq!(order.captures[0].invoice.as_deref(), Some("2026-3419"));
}

#[tokio::test]
async fn what_is_sent_is_what_was_shown() {
    let given = given().await;
    let form = CaptureForm {
        carrier: "PostNL".to_owned(),
        track_and_trace: "3SBLMB4821907".to_owned(),
        ship_date: "2026-11-24".to_owned(),
        reason: "Deellevering".to_owned(),
        memo: "Doos 1 van 2".to_owned(),
        ..given.form_for("45,00")
    };
    given.capture(&form).await;
    let ledger = given.simulator.ledger();
    let posts = ledger.posts_of("BB-10482");
    let expected = json!({
        "amount": 4500, "new_order_id": "BB-10482-C1", "new_order_status": "completed", "carrier": "PostNL",
        "tracktrace_code": "3SBLMB4821907", "ship_date": "2026-11-24", "reason": "Deellevering",
        "memo": "Doos 1 van 2", "description": "Doos 1 van 2",
    });
    assert_eq!(posts.iter().map(|post| post.body.clone().unwrap()).collect::<Vec<_>>(), [expected]);
}

#[tokio::test]
async fn a_capture_can_be_undone_until_it_is_sent() {
    let given = given().await;
    let recorded = given.confirm(&given.form()).await.unwrap();
    assert_eq!((recorded.state, given.posts()), (StateView::Recorded, 0));
    let undone = given.desk.undo_capture(&recorded.id).await.unwrap();
    given.clock.advance(60);
    assert_eq!(undone.state, StateView::Withdrawn);
    let captured = given.capture(&given.form()).await;
    assert_eq!((captured.state, given.posts()), (StateView::Captured, 1));
    assert_eq!(crate::given::code(given.desk.undo_capture(&captured.id).await), "too_late");
}

#[tokio::test]
async fn closing_during_the_grace_period_withdraws() {
    let given = given().await;
    let recorded = given.confirm(&given.form()).await.unwrap();
    given.desk.close().await;
    let given = given.restart();
    given.desk.recover().await.unwrap();
    let capture = given.desk.read_capture(&recorded.id).await.unwrap();
    assert_eq!((capture.state, given.posts()), (StateView::Withdrawn, 0));
}

#[tokio::test]
async fn lines_are_captured_with_their_tax_and_the_last_takes_what_remains() {
    let item = |name: &str, price: &str, quantity: u32| {
        json!({"name": name, "merchant_item_id": name, "unit_price": price, "quantity": quantity, "tax_table_selector": "BTW21",
               "description": "", "weight": {"unit": "KG", "value": 1}})
    };
    let given = given_with(json!({
        "amount": 12100,
        "shopping_cart": {"items": [item("Lamp", "25.00", 2), item("Kabel", "50.00", 1)]},
        "checkout_options": {"tax_tables": {"alternate": [{"name": "BTW21", "rules": [{"rate": 0.21, "country": ""}]}]}},
    }))
    .await;
    let first = given.capture(&given.form_for_lines(&[(0, 1), (1, 0)])).await;
    assert_eq!((first.state, first.amount.minor), (StateView::Captured, 3025));
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!((order.lines_known, order.lines[0].captured, order.lines[1].captured), (true, 1, 0));
    given.clock.advance(3600);
    let last = given.capture(&given.form_for_lines(&[(0, 1), (1, 1)])).await;
    assert_eq!((last.state, last.amount.minor, given.captured()), (StateView::Captured, 9075, 12100));
}

#[tokio::test]
async fn a_capture_shows_what_happened_in_order() {
    let given = given().await;
    let captured = given.capture(&given.form()).await;
    let names: Vec<_> = captured.events.iter().map(|event| event.what.clone()).collect();
    assert_eq!(names, [EventWhat::Recorded, EventWhat::Sent { attempt: 1 }, EventWhat::Captured { found: false }]);
}
