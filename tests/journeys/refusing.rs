//! Captures that are refused, before or after they are sent. None of them moves money.

use crate::given::{NO_CONNECTION, code, given, given_with, open_desk};
use desk::view::{CaptureForm, EventWhat, OrderStatus, Warning};
use desk::{Failure, StateView};
use serde_json::json;
use simulator::{Action, Body, Kind, Rule, Switches};

async fn check_form(form: impl Fn(CaptureForm) -> CaptureForm, expected: &str) {
    let given = given().await;
    given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    let form = form(given.form_for("45,00"));
    let preview = given.desk.preview_capture(&form).await.unwrap();
    let problems: Vec<_> = preview.problems.iter().map(|problem| serde_json::to_value(problem).unwrap()).collect();
    assert!(problems.iter().any(|problem| problem["problem"] == expected), "{expected} is not among {problems:?}");
    assert_eq!(code(given.desk.capture(&form, "", false).await), "form");
    assert_eq!(given.posts(), 0);
}

#[tokio::test]
async fn what_cannot_be_an_amount_is_said() {
    for (amount, expected) in [
        ("", "empty"),
        ("veel", "not_a_number"),
        ("1.234", "ambiguous"),
        ("45,005", "ambiguous"),
        ("45,0050", "too_many_decimals"),
        ("0,00", "zero"),
        ("-45", "negative"),
        ("99999999999999999999", "too_large"),
        ("89,96", "above_remaining"),
    ] {
        check_form(|form| CaptureForm { amount: amount.to_owned(), ..form }, expected).await;
    }
}

#[tokio::test]
async fn an_amount_above_what_remains_is_shown_with_it() {
    let given = given().await;
    given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    let preview = given.desk.preview_capture(&given.form_for("99,95")).await.unwrap();
    assert_eq!((preview.amount.unwrap().minor, preview.digest), (9995, None));
}

#[tokio::test]
async fn what_cannot_be_sent_is_said() {
    check_form(|form| CaptureForm { memo: "x".repeat(201), ..form }, "too_long").await;
    check_form(|form| CaptureForm { reason: "4111 1111 1111 1111".to_owned(), ..form }, "card_number").await;
    check_form(|form| CaptureForm { carrier: "Post\u{7}NL".to_owned(), ..form }, "unprintable").await;
    check_form(|form| CaptureForm { ship_date: "24-11-2026".to_owned(), ..form }, "not_a_date").await;
    check_form(|form| CaptureForm { choose: desk::view::Choose::Lines, ..form }, "no_lines").await;
    check_form(|form| CaptureForm { reference: "BB-10482".to_owned(), ..form }, "same_as_order").await;
}

#[tokio::test]
async fn an_order_that_cannot_be_captured_says_why() {
    for (order, expected) in
        [(json!({"capture": null}), "paid_at_once"), (json!({"gateway": "KLARNA", "capture": null}), "pay_later")]
    {
        let given = given_with(order).await;
        let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
        let why = serde_json::to_value(order.why_not.unwrap()).unwrap();
        assert_eq!(why["why"], expected);
        assert_eq!(code(given.confirm(&given.form()).await), "form");
    }
}

#[tokio::test]
async fn an_ended_reservation_that_the_server_still_holds_is_captured_only_when_the_clerk_insists() {
    let given = given().await;
    given.simulator.set_switches(Switches { expiry_delay_s: 24 * 3600, ..Switches::default() });
    given.clock.advance(7 * 24 * 3600);
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!((order.status, order.may_try_ended), (OrderStatus::Ended, true));
    assert_eq!(code(given.confirm(&given.form()).await), "form");
    let insisting = CaptureForm { try_ended: true, ..given.form() };
    assert_eq!(code(given.confirm(&insisting).await), "not_confirmed");
    let preview = given.desk.preview_capture(&insisting).await.unwrap();
    assert!(matches!(preview.warnings[..], [Warning::Ended { .. }]), "{:?}", preview.warnings);
    assert_eq!(given.posts(), 0);
    let recorded = given.desk.capture(&insisting, &preview.digest.unwrap(), true).await.unwrap();
    given.clock.advance(5);
    assert_eq!(given.outcome(&recorded.id).await.state, StateView::Captured);
    assert_eq!((given.captured(), given.posts()), (8995, 1));
}

#[tokio::test]
async fn a_reservation_that_the_server_gave_up_cannot_be_insisted_on() {
    let given = given().await;
    given.clock.advance(7 * 24 * 3600);
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!((order.status, order.may_try_ended), (OrderStatus::Ended, false));
    let insisting = CaptureForm { try_ended: true, ..given.form() };
    assert_eq!(code(given.confirm(&insisting).await), "form");
    assert_eq!(given.posts(), 0);
}

#[tokio::test]
async fn an_unknown_order_names_the_stores_that_have_it() {
    let given = given().await;
    for text in ["BB-404", " BB-404 \n"] {
        let failure = given.desk.find_order(&given.store.id, text).await.unwrap_err();
        assert!(matches!(failure, Failure::OrderNotFound { ref elsewhere, .. } if elsewhere.is_empty()), "{failure:?}");
    }
    assert_eq!(code(given.desk.find_order(&given.store.id, " ").await), "order_number");
    assert_eq!(code(given.desk.find_order(&given.store.id, &"x".repeat(51)).await), "order_number");
}

#[tokio::test]
async fn a_bank_that_refuses_ends_the_capture() {
    let given = given().await;
    let declined = Body::Envelope { code: 1024, info: "Transaction declined".to_owned() };
    given.faults(vec![Rule::on(Kind::Capture, Action::Answer { status: 400, body: declined, processed: false })]);
    let refused = given.capture(&given.form()).await;
    assert_eq!(refused.state, StateView::Refused);
    let Some(EventWhat::Refused(answer)) = refused.events.last().map(|event| event.what.clone()) else { panic!() };
    assert_eq!((answer.code, answer.info.as_deref()), (Some(1024), Some("Transaction declined")));
    given.faults(Vec::new());
    assert_eq!(given.capture(&given.form()).await.state, StateView::Captured);
}

#[tokio::test]
async fn nothing_is_sent_without_a_connection() {
    let given = given().await;
    given.faults(vec![Rule::on(Kind::Capture, NO_CONNECTION)]);
    let capture = given.capture(&given.form()).await;
    assert_eq!((capture.state, given.captured()), (StateView::NotSent, 0));
    given.faults(vec![Rule::on(Kind::Any, NO_CONNECTION)]);
    assert_eq!(code(given.desk.find_order(&given.store.id, "BB-10482").await), "no_connection");
}

#[tokio::test]
async fn a_colleague_s_capture_since_the_page_was_shown_is_noticed() {
    let given = given().await;
    given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    let form = given.form_for("45,00");
    let digest = given.desk.preview_capture(&form).await.unwrap().digest.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (colleague, mut told) = open_desk(folder.path(), &given.clock, &given.simulator, &given.keyring);
    let other = CaptureForm { store: colleague.practise().unwrap().id, ..given.form_for("29,00") };
    colleague.find_order(&other.store, "BB-10482").await.unwrap();
    let shown = colleague.preview_capture(&other).await.unwrap().digest.unwrap();
    colleague.save_settings(desk::view::SettingsView { undo_s: 0, ..Default::default() }).unwrap();
    colleague.capture(&other, &shown, false).await.unwrap();
    told.wait_for(|all| all.iter().any(|capture| capture.state == StateView::Captured)).await.unwrap();
    let failure = given.desk.capture(&form, &digest, false).await.unwrap_err();
    let Failure::RemainingChanged { before, now } = failure else { panic!("{failure:?}") };
    assert_eq!((before.unwrap().minor, now.unwrap().minor), (8995, 6095));
}

#[tokio::test]
async fn what_was_not_shown_is_not_sent() {
    let given = given().await;
    given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    let digest = given.desk.preview_capture(&given.form_for("45,00")).await.unwrap().digest.unwrap();
    for changed in [
        given.form_for("45,01"),
        CaptureForm { memo: "x".to_owned(), ..given.form_for("45,00") },
        CaptureForm { invoice: "7".to_owned(), ..given.form_for("45,00") },
    ] {
        assert_eq!(code(given.desk.capture(&changed, &digest, true).await), "shown_changed");
    }
    assert_eq!(given.posts(), 0);
}

#[tokio::test]
async fn the_second_of_two_windows_is_shown_the_first_one_s_capture() {
    let given = given().await;
    let first = given.confirm(&given.form_for("45,00")).await.unwrap();
    let (second, _told) = open_desk(given.folder.path(), &given.clock, &given.simulator, &given.keyring);
    let form = given.form_for("29,00");
    second.find_order(&form.store, &form.order).await.unwrap();
    let digest = second.preview_capture(&form).await.unwrap().digest.unwrap();
    let failure = second.capture(&form, &digest, false).await.unwrap_err();
    let Failure::OrderBusy { capture } = failure else { panic!("{failure:?}") };
    assert_eq!(capture.id, first.id);
}
