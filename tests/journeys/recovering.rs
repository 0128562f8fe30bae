//! Unknown outcomes: never sent again by themselves, always resolved or in sight.

use crate::given::{Given, NO_CONNECTION, code, given, open_desk};
use desk::view::{CaptureView, EventWhat};
use desk::{Failure, StateView};
use simulator::{Action, Body, Kind, Rule};

pub async fn unclear(action: Action) -> (Given, String) {
    let given = given().await;
    given.faults(vec![Rule::on(Kind::Capture, action).nth(1)]);
    let capture = given.capture(&given.form_for("45,00")).await;
    assert_eq!(capture.state, StateView::Unclear);
    (given, capture.id)
}

fn looks_of(capture: &CaptureView) -> usize {
    capture.events.iter().filter(|event| matches!(event.what, EventWhat::Looked { .. })).count()
}

/// Moves the clock to each of the four looks and waits for each.
pub async fn four_looks(given: &Given, id: &str) -> StateView {
    for (number, seconds) in [(1, 5), (2, 10), (3, 45), (4, 250)] {
        given.clock.advance(seconds);
        let capture =
            given.told(id, |capture| looks_of(capture) >= number || capture.state != StateView::Unclear).await;
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
async fn an_unclear_capture_outlives_the_program_and_a_day_without_a_network() {
    let given = given().await;
    given.faults(vec![
        Rule::on(Kind::Capture, Action::DropProcessed),
        Rule::on(Kind::Order, NO_CONNECTION).nth(3),
        Rule::on(Kind::Order, NO_CONNECTION).nth(4),
    ]);
    let given = given.ends_after(async |given| drop(given.capture(&given.form_for("45,00")).await)).await;
    given.faults(vec![Rule::on(Kind::Order, NO_CONNECTION)]);
    assert_eq!(code(given.desk.find_order(&given.store.id, "BB-10482").await), "no_connection");
    let [unclear] = &given.desk.start("Practice").await.unfinished[..] else { panic!() };
    let id = unclear.id.clone();
    given.desk.recover().await.unwrap();
    given.told(&id, |capture| looks_of(capture) == 1).await;
    for hour in 1..=24 {
        given.clock.advance(3600);
        given.told(&id, |capture| looks_of(capture) > hour).await;
    }
    assert_eq!(given.desk.check_again(&id).await.unwrap().state, StateView::Unclear);
    given.faults(Vec::new());
    given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    given.told(&id, |capture| capture.state == StateView::Captured).await;
    assert_eq!((given.captured(), given.posts()), (4500, 1));
}

#[tokio::test]
async fn a_program_that_ended_after_sending_asks_when_it_starts() {
    let given = given().await;
    given.faults(vec![Rule::on(Kind::Capture, Action::Stall { processed: true })]);
    let given = given
        .ends_after(async |given| {
            let capture = given.confirm(&given.form_for("45,00")).await.unwrap();
            given.clock.advance(5);
            given.told(&capture.id, |capture| capture.state == StateView::Sending).await;
        })
        .await;
    given.faults(Vec::new());
    given.desk.recover().await.unwrap();
    given.told_of(|capture| capture.state == StateView::Captured).await;
    assert_eq!((given.captured(), given.posts()), (4500, 1));
}

#[tokio::test]
async fn the_network_s_return_is_noticed_before_the_next_look_is_due() {
    let (given, id) = unclear(Action::DropProcessed).await;
    given.faults(vec![Rule::on(Kind::Order, NO_CONNECTION)]);
    given.clock.advance(5);
    given.told(&id, |capture| capture.events.len() == 4).await;
    given.faults(Vec::new());
    // Nobody moves the clock, and nobody asks about this order.
    given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!(given.told(&id, |capture| capture.state == StateView::Captured).await.attempts, 1);
}

#[tokio::test]
async fn a_second_attempt_that_is_refused_may_be_so_because_the_first_one_arrived() {
    let (given, id) = unclear(Action::DropUnread).await;
    assert_eq!(four_looks(&given, &id).await, StateView::NotLanded);
    let taken = Body::Envelope { code: 1006, info: "Invalid order ID".to_owned() };
    given.faults(vec![Rule::on(Kind::Capture, Action::Answer { status: 400, body: taken, processed: true })]);
    given.desk.send_again(&id).await.unwrap();
    given.told(&id, |capture| capture.attempts == 2 && capture.state == StateView::Unclear).await;
    given.clock.advance(5);
    given.told(&id, |capture| capture.state == StateView::Captured).await;
    assert_eq!(given.captured(), 4500);
}

#[tokio::test]
async fn what_contradicts_is_left_to_a_person() {
    let (given, id) = unclear(Action::DropUnread).await;
    given.capture_elsewhere(1000).await;
    for _ in 0..2 {
        assert!(!given.desk.check_again(&id).await.unwrap().may_settle);
    }
    assert_eq!(code(given.desk.settle(&id, false).await), "too_late");
    let looked = given.desk.check_again(&id).await.unwrap();
    assert_eq!((looked.state, looked.may_settle), (StateView::Unclear, true));
    assert_eq!(given.desk.settle(&id, false).await.unwrap().state, StateView::NotLanded);
    assert!(matches!(given.desk.settle(&id, true).await, Err(Failure::TooLate)));
}

#[tokio::test]
async fn an_hour_of_sleep_is_no_hour_of_looking() {
    let (given, id) = unclear(Action::DropUnread).await;
    for (number, seconds) in [(1, 5), (2, 10)] {
        given.clock.advance(seconds);
        given.told(&id, |capture| looks_of(capture) == number).await;
    }
    given.clock.sleep(3600);
    given.told(&id, |capture| looks_of(capture) == 3).await;
    // Ten seconds were counted so far, and it takes five minutes and a little more to be sure.
    given.clock.advance(294);
    assert_eq!(given.desk.read_capture(&id).await.unwrap().state, StateView::Unclear);
    given.clock.advance(1);
    given.told(&id, |capture| capture.state == StateView::NotLanded).await;
}

#[tokio::test]
async fn two_processes_that_look_do_not_count_the_same_minutes_twice() {
    let (given, id) = unclear(Action::DropUnread).await;
    let (second, _told) = open_desk(given.folder.path(), &given.clock, &given.simulator, &given.keyring);
    second.practise().unwrap();
    for _ in 0..4 {
        given.clock.advance(40);
        given.desk.check_again(&id).await.unwrap();
        second.check_again(&id).await.unwrap();
        given.clock.advance(35);
        second.check_again(&id).await.unwrap();
    }
    let capture = given.desk.read_capture(&id).await.unwrap();
    assert_eq!(capture.state, StateView::Unclear, "{:?}", capture.events);
}

#[tokio::test]
async fn what_was_checked_here_is_looked_after_when_the_process_that_watched_it_ends() {
    let given = given().await;
    let (second, mut told) = open_desk(given.folder.path(), &given.clock, &given.simulator, &given.keyring);
    second.practise().unwrap();
    let checking = second.clone();
    let given = given
        .ends_after(async move |given| {
            given.faults(vec![Rule::on(Kind::Capture, Action::DropProcessed)]);
            let id = given.capture(&given.form_for("45,00")).await.id;
            given.faults(vec![Rule::on(Kind::Order, NO_CONNECTION)]);
            assert_eq!(checking.check_again(&id).await.unwrap().state, StateView::Unclear);
        })
        .await;
    given.faults(Vec::new());
    second.recover().await.unwrap();
    given.clock.advance(60);
    told.wait_for(|all| all.iter().any(|capture| capture.state == StateView::Captured)).await.unwrap();
}
