//! Giving up what remains.

use crate::given::{Given, NO_CONNECTION, code, given};
use desk::view::{CaptureForm, OrderStatus, ReleaseForm};
use desk::{KindView, StateView};
use simulator::{Action, Body, Kind, Rule};

fn patches(given: &Given) -> usize {
    given.simulator.ledger().requests().iter().filter(|request| request.method == "PATCH").count()
}

fn form(given: &Given, reason: &str, remaining_minor: i64) -> ReleaseForm {
    let (store, order) = (given.store.id.clone(), "BB-10482".to_owned());
    ReleaseForm { store, order, reason: reason.to_owned(), remaining_minor }
}

#[tokio::test]
async fn what_remains_is_released() {
    let given = given().await;
    given.capture(&given.form_for("45,00")).await;
    let release = given.desk.release(&form(&given, "Uitverkocht", 4495)).await.unwrap();
    given.clock.advance(5);
    let released = given.outcome(&release.id).await;
    assert_eq!((released.state, released.kind), (StateView::Captured, KindView::Release));
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!((order.status, given.captured()), (OrderStatus::Released, 4500));
}

#[tokio::test]
async fn a_release_needs_a_reason_and_the_amount_that_was_shown() {
    let given = given().await;
    assert_eq!(code(given.desk.release(&form(&given, " ", 8995)).await), "form");
    assert_eq!(code(given.desk.release(&form(&given, "Uitverkocht", 4495)).await), "remaining_changed");
    assert!(given.simulator.ledger().requests().iter().all(|request| request.method == "GET"));
}

#[tokio::test]
async fn nothing_is_released_while_a_capture_is_unfinished() {
    let given = given().await;
    given.confirm(&given.form_for("45,00")).await.unwrap();
    assert_eq!(code(given.desk.release(&form(&given, "Uitverkocht", 8995)).await), "order_busy");
}

#[tokio::test]
async fn a_last_shipment_releases_the_rest_once_its_capture_is_proved() {
    let given = given().await;
    given.capture(&CaptureForm { release_rest: true, ..given.form_for("45,00") }).await;
    let released = given.told_of(|capture| capture.kind == KindView::Release && capture.after.is_some()).await;
    assert_eq!((released.state, released.amount.minor), (StateView::Captured, 4495));
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!((order.status, given.captured()), (OrderStatus::Released, 4500));
}

#[tokio::test]
async fn the_rest_stays_while_the_capture_of_a_last_shipment_is_unclear() {
    let given = given().await;
    given.faults(vec![Rule::on(Kind::Capture, Action::DropProcessed).nth(1)]);
    let unclear = given.capture(&CaptureForm { release_rest: true, ..given.form_for("45,00") }).await;
    assert_eq!((unclear.state, given.simulator.ledger().remaining("BB-10482")), (StateView::Unclear, 4495));
    given.clock.advance(5);
    given.told_of(|capture| capture.kind == KindView::Release && capture.state == StateView::Captured).await;
    assert_eq!((given.captured(), given.posts(), patches(&given)), (4500, 1, 1));
}

#[tokio::test]
async fn a_release_that_was_not_come_to_is_taken_up_at_the_next_start() {
    let given = given().await;
    // The order is read to find it and before sending; what is read after the capture finds no connection.
    given.faults([3, 4].map(|nth| Rule::on(Kind::Order, NO_CONNECTION).nth(nth)).to_vec());
    given.capture(&CaptureForm { release_rest: true, ..given.form_for("45,00") }).await;
    given.desk.close().await;
    assert_eq!(patches(&given), 0);
    let given = given.restart();
    given.desk.recover().await.unwrap();
    given.told_of(|capture| capture.kind == KindView::Release && capture.state == StateView::Captured).await;
    assert_eq!((given.captured(), given.posts(), patches(&given)), (4500, 1, 1));
}

#[tokio::test]
async fn a_refused_last_shipment_releases_nothing() {
    let given = given().await;
    let declined = Body::Envelope { code: 1024, info: "Transaction declined".to_owned() };
    given.faults(vec![Rule::on(Kind::Capture, Action::Answer { status: 400, body: declined, processed: false })]);
    let refused = given.capture(&CaptureForm { release_rest: true, ..given.form_for("45,00") }).await;
    given.desk.close().await;
    assert_eq!((refused.state, given.simulator.ledger().remaining("BB-10482")), (StateView::Refused, 8995));
}

#[tokio::test]
async fn the_rest_stays_when_another_amount_remains_than_was_shown() {
    let given = given().await;
    // Somebody else captures between our capture and the reading after it.
    given.faults([3, 4].map(|nth| Rule::on(Kind::Order, NO_CONNECTION).nth(nth)).to_vec());
    given.capture(&CaptureForm { release_rest: true, ..given.form_for("45,00") }).await;
    given.capture_elsewhere(1000).await;
    let given = given.restart();
    given.desk.recover().await.unwrap();
    let asked = given.simulator.ledger().requests().len();
    given.desk.recover().await.unwrap();
    assert_eq!(given.simulator.ledger().requests().len(), asked, "it is asked for again and again");
    assert_eq!((patches(&given), given.simulator.ledger().remaining("BB-10482")), (0, 3495));
}
