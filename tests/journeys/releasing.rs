//! Giving up what remains.

use crate::given::{Given, code, given};
use desk::view::{OrderStatus, ReleaseForm};
use desk::{KindView, StateView};

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
