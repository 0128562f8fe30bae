//! Unknown outcomes: never sent again by themselves, always resolved or in sight.

use crate::given::{Given, NO_CONNECTION, code, given};
use desk::view::OrderStatus;
use desk::{Failure, StateView};
use simulator::{Action, Body, Kind, Rule};

async fn unclear(action: Action) -> (Given, String) {
    let given = given().await;
    given.faults(vec![Rule::on(Kind::Capture, action).nth(1)]);
    let capture = given.capture(&given.form_for("45,00")).await;
    assert_eq!(capture.state, StateView::Unclear);
    (given, capture.id)
}

/// Moves the clock to each of the four looks and waits for each.
async fn four_looks(given: &Given, id: &str) -> StateView {
    for (number, seconds) in [(1, 5), (2, 10), (3, 45), (4, 250)] {
        given.clock.advance(seconds);
        let looks = |capture: &desk::view::CaptureView| {
            let looked =
                capture.events.iter().filter(|event| matches!(event.what, desk::view::EventWhat::Looked { .. }));
            looked.count() >= number || capture.state != StateView::Unclear
        };
        let capture = given.told(id, looks).await;
        if capture.state != StateView::Unclear {
            return capture.state;
        }
    }
    given.told(id, |capture| capture.state != StateView::Unclear || capture.events.len() >= 7).await.state
}

#[tokio::test]
async fn an_answer_that_was_lost_ends_captured_without_a_second_post() {
    for action in [
        Action::DropProcessed,
        Action::Answer { status: 500, body: Body::Empty, processed: true },
        Action::Answer { status: 200, body: Body::Html, processed: true },
    ] {
        let (given, id) = unclear(action).await;
        assert_eq!(four_looks(&given, &id).await, StateView::Captured);
        assert_eq!((given.captured(), given.posts()), (4500, 1));
    }
}

#[tokio::test]
async fn a_request_that_never_arrived_may_be_sent_again_under_the_same_reference() {
    let (given, id) = unclear(Action::DropUnread).await;
    assert_eq!(code(given.desk.send_again(&id).await), "too_late");
    assert_eq!(four_looks(&given, &id).await, StateView::NotLanded);
    assert_eq!(given.captured(), 0);
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!(order.can_send_again.map(|capture| capture.id), Some(id.clone()));
    given.desk.send_again(&id).await.unwrap();
    let captured = given.told(&id, |capture| capture.state == StateView::Captured).await;
    assert_eq!((captured.attempts, given.captured()), (2, 4500));
    let references: Vec<_> =
        given.simulator.ledger().captures_of("BB-10482").iter().map(|row| row.reference.clone()).collect();
    assert_eq!(references, ["BB-10482-C1"]);
}

#[tokio::test]
async fn an_unclear_capture_locks_its_order_and_outlives_the_program() {
    let (given, id) = unclear(Action::DropProcessed).await;
    given.faults(vec![Rule::on(Kind::Order, NO_CONNECTION)]);
    assert_eq!(code(given.desk.find_order(&given.store.id, "BB-10482").await), "no_connection");
    let given = given.restart();
    assert_eq!(given.desk.start("Practice").await.unfinished.len(), 1);
    given.desk.recover().await.unwrap();
    for _ in 0..24 {
        given.clock.advance(3600);
    }
    assert_eq!(given.desk.check_again(&id).await.unwrap().state, StateView::Unclear);
    given.faults(Vec::new());
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!(order.status, OrderStatus::Unclear);
    assert_eq!(given.desk.check_again(&id).await.unwrap().state, StateView::Captured);
    assert_eq!((given.captured(), given.posts()), (4500, 1));
}

#[tokio::test]
async fn a_program_that_ended_after_sending_asks_when_it_starts() {
    let given = given().await;
    given.faults(vec![Rule::on(Kind::Capture, Action::Stall { processed: true })]);
    let capture = given.confirm(&given.form_for("45,00")).await.unwrap();
    given.clock.advance(5);
    given.told(&capture.id, |capture| capture.state == StateView::Sending).await;
    let given = given.restart();
    given.faults(Vec::new());
    given.desk.recover().await.unwrap();
    let seen = given.desk.read_capture(&capture.id).await.unwrap();
    assert!(matches!(seen.state, StateView::Unclear | StateView::Captured | StateView::Sending), "{:?}", seen.state);
}

#[tokio::test]
async fn what_contradicts_is_left_to_a_person() {
    let (given, id) = unclear(Action::DropUnread).await;
    given.capture_elsewhere(1000).await;
    let looked = given.desk.check_again(&id).await.unwrap();
    assert_eq!(looked.state, StateView::Unclear);
    assert_eq!(given.desk.settle(&id, false).await.unwrap().state, StateView::NotLanded);
    assert!(matches!(given.desk.settle(&id, true).await, Err(Failure::TooLate)));
}
