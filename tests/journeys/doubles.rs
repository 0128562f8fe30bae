//! What looks like one capture too many.

use crate::given::{Given, code, given, open_desk};
use desk::view::{CaptureForm, OrderStatus, Warning};
use desk::{Failure, StateView};
use simulator::{Action, Kind, Rule};

#[tokio::test]
async fn a_likely_double_needs_one_more_deliberate_act() {
    let given = given().await;
    let form = CaptureForm { invoice: "2026-3419".to_owned(), ..given.form_for("29,00") };
    given.capture(&form).await;
    let again = CaptureForm { reference: "BB-10482-b".to_owned(), ..form };
    let Err(Failure::NotConfirmed { warnings }) = given.confirm(&again).await else { panic!() };
    assert!(matches!(warnings[..], [Warning::SameInvoice { .. }, Warning::SameAmount { .. }]), "{warnings:?}");
    let digest = given.desk.preview_capture(&again).await.unwrap().digest.unwrap();
    assert_eq!(code(given.desk.capture(&again, &digest, true).await), "done");
}

#[tokio::test]
async fn an_invoice_number_of_another_order_is_asked_about() {
    let given = given().await;
    given.place("BB-10483");
    given.capture(&CaptureForm { invoice: "2026-3419".to_owned(), ..given.form_for("29,00") }).await;
    let other =
        CaptureForm { order: "BB-10483".to_owned(), invoice: " 2026-3419".to_owned(), ..given.form_for("31,00") };
    let Err(Failure::NotConfirmed { warnings }) = given.confirm(&other).await else { panic!() };
    let [Warning::SameInvoice { order, .. }] = &warnings[..] else { panic!("{warnings:?}") };
    assert_eq!(order, "BB-10482");
}

#[tokio::test]
async fn an_invoice_number_that_a_colleague_captured_is_asked_about() {
    let given = given().await;
    let folder = tempfile::tempdir().unwrap();
    let (colleague, mut told) = open_desk(folder.path(), &given.clock, &given.simulator, &given.keyring);
    let store = colleague.practise().unwrap().id;
    let theirs = CaptureForm { store, invoice: "2026-3419".to_owned(), ..given.form_for("29,00") };
    colleague.find_order(&theirs.store, "BB-10482").await.unwrap();
    let shown = colleague.preview_capture(&theirs).await.unwrap().digest.unwrap();
    colleague.save_settings(desk::view::SettingsView { undo_s: 0, ..Default::default() }).unwrap();
    colleague.capture(&theirs, &shown, false).await.unwrap();
    told.wait_for(|all| all.iter().any(|capture| capture.state == StateView::Captured)).await.unwrap();
    let reference = "BB-10482-mine".to_owned();
    let ours = CaptureForm { reference, invoice: "2026-3419".to_owned(), ..given.form_for("45,00") };
    let Err(Failure::NotConfirmed { warnings }) = given.confirm(&ours).await else { panic!() };
    let [Warning::SameInvoice { amount, .. }] = &warnings[..] else { panic!("{warnings:?}") };
    assert_eq!(amount.minor, 2900);
}

/// A capture of 45.00 that nothing was found of.
async fn lost() -> (Given, String) {
    let given = given().await;
    given.faults(vec![Rule::on(Kind::Capture, Action::DropUnread).nth(1)]);
    let id = given.capture(&given.form_for("45,00")).await.id;
    for _ in 0..3 {
        given.desk.check_again(&id).await.unwrap();
        given.clock.advance(150);
    }
    given.told(&id, |capture| capture.state == StateView::NotLanded).await;
    (given, id)
}

#[tokio::test]
async fn what_is_captured_instead_of_a_lost_one_has_its_reference_and_needs_a_tick() {
    let (given, lost) = lost().await;
    let form = given.form_for("45,00");
    let Err(Failure::NotConfirmed { warnings }) = given.confirm(&form).await else { panic!() };
    let [Warning::SentBefore { reference, .. }] = &warnings[..] else { panic!("{warnings:?}") };
    assert_eq!(reference, "BB-10482-C1");
    let digest = given.desk.preview_capture(&form).await.unwrap().digest.unwrap();
    let instead = given.desk.capture(&form, &digest, true).await.unwrap();
    assert_eq!((instead.reference.as_str(), instead.id == lost), ("BB-10482-C1", false));
}

#[tokio::test]
async fn a_lost_one_that_the_server_lists_after_all_is_not_offered_again() {
    let (given, id) = lost().await;
    let found = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!(found.can_send_again.map(|capture| capture.id), Some(id));
    given.capture_elsewhere_as("BB-10482-C1", 4500).await;
    let found = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    assert_eq!((found.can_send_again.is_none(), found.status), (true, OrderStatus::PartlyCaptured));
}

#[tokio::test]
async fn the_order_lists_the_capture_that_was_made_and_not_the_one_that_was_undone() {
    let given = given().await;
    let undone = given.confirm(&given.form_for("45,00")).await.unwrap();
    given.desk.undo_capture(&undone.id).await.unwrap();
    let captured = given.capture(&given.form_for("45,00")).await;
    assert_eq!(undone.reference, captured.reference);
    let order = given.desk.find_order(&given.store.id, "BB-10482").await.unwrap();
    let listed: Vec<_> = order.captures.iter().map(|capture| capture.entry.clone()).collect();
    assert_eq!(listed, [Some(captured.id)]);
}
