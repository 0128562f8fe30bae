//! Stores and their keys.

use crate::given::{Given, START, TestKeyring, code, given, open_desk_over};
use desk::clock::ManualClock;
use desk::view::{CaptureForm, EnvironmentView, KeyPlace, NewStore, StoreChange, Warning};
use desk::{Desk, Failure, KeyringProblem, StateView, Transports};
use serde_json::json;
use simulator::{Action, Clock, Kind, Rule, Simulator};
use std::sync::Arc;
use tempfile::TempDir;

const KEY: &str = "canary-1f0c9e4b7a";

fn store(name: &str, key: &str) -> NewStore {
    let (environment, this_run_only) = (EnvironmentView::Live, false);
    NewStore { name: name.to_owned(), environment, key: key.to_owned(), this_run_only }
}

async fn given_site() -> Given {
    let given = given().await;
    given.simulator.open_site(KEY);
    given
}

/// Two worlds that know nothing of each other, and a desk between them.
struct Worlds {
    desk: Desk,
    test: Simulator,
    live: Simulator,
    _folder: TempDir,
}

fn given_worlds() -> Worlds {
    let clock = ManualClock::new(START.parse().unwrap());
    let simulator = || Simulator::new(Clock::standing(START.parse().unwrap()));
    let (test, live, folder) = (simulator(), simulator(), TempDir::new().unwrap());
    let (on_test, on_live) = (test.transport(), live.transport());
    let transports = Transports { test: Some(on_test), live: Some(on_live), ..Transports::default() };
    let (desk, _) = open_desk_over(folder.path(), &clock, &Arc::<TestKeyring>::default(), transports);
    Worlds { desk, test, live, _folder: folder }
}

/// How often each world was asked: test, live.
fn asked(worlds: &Worlds) -> (usize, usize) {
    (worlds.test.ledger().requests().len(), worlds.live.ledger().requests().len())
}

fn test_store() -> NewStore {
    NewStore { environment: EnvironmentView::Test, ..store("Bloem", KEY) }
}

/// A connected store with an order of its own, and the form for all of it.
async fn given_order() -> (Given, CaptureForm) {
    let given = given_site().await;
    let order = json!({
        "type": "direct", "order_id": "BB-10482", "gateway": "VISA", "currency": "EUR", "amount": 8995,
        "capture": "manual", "description": "Order",
    });
    given.simulator.place(KEY, &order).unwrap();
    let connected = given.desk.connect_store(store("Bloem", KEY)).await.unwrap();
    let form = CaptureForm { store: connected.store.id, ..given.form_for("45,00") };
    (given, form)
}

async fn confirm(given: &Given, form: &CaptureForm) -> Result<desk::view::CaptureView, Failure> {
    given.desk.find_order(&form.store, &form.order).await.unwrap();
    let preview = given.desk.preview_capture(form).await.unwrap();
    given.desk.capture(form, preview.digest.as_deref().unwrap(), true).await
}

#[tokio::test]
async fn a_store_is_connected_when_its_key_is_accepted() {
    let given = given_site().await;
    let checked = given.desk.connect_store(store("Bloem & Bast", KEY)).await.unwrap();
    assert_eq!((checked.store.key, checked.store.site.is_some()), (KeyPlace::Keyring, true));
    let entry = format!("live/{}", checked.store.id);
    assert_eq!(given.keyring.entries.lock().unwrap().get(&entry).map(String::as_str), Some(KEY));
    let settings = std::fs::read_to_string(given.folder.path().join("settings.json")).unwrap();
    assert!(settings.contains("Bloem & Bast") && !settings.contains(KEY));
    let given = given.restart();
    let found = given.desk.check_store(&checked.store.id).await.unwrap();
    assert_eq!(found.store.key, KeyPlace::Keyring);
}

#[tokio::test]
async fn a_key_that_is_not_accepted_is_kept_nowhere() {
    let given = given().await;
    for (key, expected) in [(KEY, "key_not_accepted"), ("", "key_text"), ("a b c d e", "key_text")] {
        assert_eq!(code(given.desk.connect_store(store("Bloem", key)).await), expected);
    }
    assert!(given.keyring.entries.lock().unwrap().is_empty());
    assert_eq!(given.desk.stores().len(), 1);
}

#[tokio::test]
async fn names_are_given_once() {
    let given = given_site().await;
    given.desk.connect_store(store("Bloem", KEY)).await.unwrap();
    for name in ["", "Bloem", &"x".repeat(61)] {
        assert_eq!(code(given.desk.connect_store(store(name, KEY)).await), "store_name", "{name}");
    }
}

#[tokio::test]
async fn a_keyring_that_cannot_be_used_is_explained_and_the_key_lasts_for_this_run() {
    let given = given_site().await;
    for problem in [KeyringProblem::Absent, KeyringProblem::Locked, KeyringProblem::Refused] {
        *given.keyring.problem.lock().unwrap() = Some(problem);
        let failure = given.desk.connect_store(store("Bloem", KEY)).await.unwrap_err();
        assert!(matches!(failure, Failure::Keyring { problem: found } if found == problem));
    }
    let this_run = NewStore { this_run_only: true, ..store("Bloem", KEY) };
    let checked = given.desk.connect_store(this_run).await.unwrap();
    assert_eq!(checked.store.key, KeyPlace::ThisRun);
    let given = given.restart();
    *given.keyring.problem.lock().unwrap() = None;
    assert_eq!(code(given.desk.check_store(&checked.store.id).await), "key_missing");
}

#[tokio::test]
async fn a_removed_store_leaves_no_key() {
    let given = given_site().await;
    let id = given.desk.connect_store(store("Bloem", KEY)).await.unwrap().store.id;
    let change =
        StoreChange { id: id.clone(), name: Some("Bast".to_owned()), sends_cart: Some(false), status_after: None };
    assert_eq!(given.desk.change_store(&change).unwrap().name, "Bast");
    assert_eq!(given.desk.remove_store(&id).await.unwrap().len(), 1);
    assert!(given.keyring.entries.lock().unwrap().is_empty());
    assert_eq!(code(given.desk.check_store(&id).await), "store_unknown");
}

#[tokio::test]
async fn a_store_with_something_unfinished_stays() {
    let (given, form) = given_order().await;
    given.simulator.set_faults(simulator::Faults::of(vec![Rule::on(Kind::Capture, Action::DropUnread)])).unwrap();
    let recorded = confirm(&given, &form).await.unwrap();
    let refused = given.desk.remove_store(&form.store).await;
    assert!(matches!(refused, Err(Failure::StoreBusy { ref capture }) if capture.order == "BB-10482"), "{refused:?}");
    given.clock.advance(5);
    assert_eq!(given.outcome(&recorded.id).await.state, StateView::Unclear);
    assert_eq!(code(given.desk.remove_store(&form.store).await), "store_busy");
    assert_eq!(given.keyring.entries.lock().unwrap().len(), 1, "its key is needed to look");
    assert_eq!(given.desk.unfinished().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_website_that_comes_back_has_its_history_again() {
    let (given, form) = given_order().await;
    let form = CaptureForm { invoice: "2026-3419".to_owned(), ..form };
    let recorded = confirm(&given, &form).await.unwrap();
    given.clock.advance(5);
    given.outcome(&recorded.id).await;
    given.desk.remove_store(&form.store).await.unwrap();
    let given = given.restart();
    let again = given.desk.connect_store(store("Bloem weer", KEY)).await.unwrap().store;
    assert_eq!((&again.id, again.name.as_str()), (&form.store, "Bloem weer"));
    assert_eq!(given.desk.recent_orders(&again.id).await.unwrap().len(), 1);
    let form = CaptureForm { reference: "another".to_owned(), amount: "20,00".to_owned(), ..form };
    given.desk.find_order(&form.store, &form.order).await.unwrap();
    let warnings = given.desk.preview_capture(&form).await.unwrap().warnings;
    assert!(warnings.iter().any(|warning| matches!(warning, Warning::SameInvoice { .. })), "{warnings:?}");
}

#[tokio::test]
async fn another_website_is_another_store() {
    let given = given_site().await;
    given.simulator.open_site("key-of-another-site");
    let id = given.desk.connect_store(store("Bloem", KEY)).await.unwrap().store.id;
    given.desk.remove_store(&id).await.unwrap();
    assert_ne!(given.desk.connect_store(store("Bast", "key-of-another-site")).await.unwrap().store.id, id);
    // The same number in the test environment is another website.
    assert_ne!(given.desk.connect_store(test_store()).await.unwrap().store.id, id);
}

#[tokio::test]
async fn a_website_is_connected_once_in_an_environment() {
    let given = given_site().await;
    given.simulator.open_site("key-of-another-site");
    given.desk.connect_store(store("Bloem", KEY)).await.unwrap();
    let twice = given.desk.connect_store(store("Bloem weer", KEY)).await;
    assert!(matches!(twice, Err(Failure::SiteTaken { ref store_name }) if store_name == "Bloem"), "{twice:?}");
    let other = given.desk.connect_store(store("Bast", "key-of-another-site")).await.unwrap().store;
    assert_eq!(code(given.desk.replace_key(&other.id, KEY.to_owned(), false).await), "site_taken");
    given.simulator.open_site("key-of-a-third-site");
    assert_eq!(code(given.desk.replace_key(&other.id, "key-of-a-third-site".to_owned(), false).await), "other_site");
    assert_eq!(given.keyring.entries.lock().unwrap().values().filter(|key| *key == KEY).count(), 1);
    given.desk.connect_store(test_store()).await.unwrap();
    let (first, second) = tokio::join!(
        given.desk.replace_key(&other.id, "key-of-another-site".to_owned(), false),
        given.desk.check_store(&other.id),
    );
    assert_eq!((code(first), code(second)), ("done".to_owned(), "done".to_owned()));
}

#[tokio::test]
async fn two_attempts_to_connect_a_website_at_once_connect_it_once() {
    let given = given_site().await;
    let (first, second) =
        tokio::join!(given.desk.connect_store(store("Bloem", KEY)), given.desk.connect_store(store("Bast", KEY)));
    let mut codes = [code(first), code(second)];
    codes.sort();
    assert_eq!(codes, ["done", "site_taken"]);
}

#[tokio::test]
async fn a_key_given_for_live_is_shown_to_live_alone() {
    let worlds = given_worlds();
    worlds.test.open_site(KEY);
    let refused = worlds.desk.connect_store(store("Bloem", KEY)).await;
    assert!(matches!(refused, Err(Failure::KeyNotAccepted { environment: EnvironmentView::Live, .. })), "{refused:?}");
    assert_eq!(asked(&worlds), (0, 1));
}

#[tokio::test]
async fn a_live_key_given_for_test_is_said_to_belong_to_live() {
    let worlds = given_worlds();
    worlds.live.open_site(KEY);
    let refused = worlds.desk.connect_store(test_store()).await;
    let live = EnvironmentView::Live;
    assert!(matches!(refused, Err(Failure::KeyOfOtherEnvironment { environment }) if environment == live));
    assert_eq!(asked(&worlds), (1, 1));
    assert!(worlds.live.ledger().requests().iter().all(|request| request.path.ends_with("/me")));
}

#[tokio::test]
async fn a_key_that_neither_world_knows_is_said_to_be_no_key_of_the_one_it_was_given_for() {
    let worlds = given_worlds();
    let refused = worlds.desk.connect_store(test_store()).await;
    let test = EnvironmentView::Test;
    assert!(matches!(refused, Err(Failure::KeyNotAccepted { environment, .. }) if environment == test), "{refused:?}");
    assert_eq!(asked(&worlds), (1, 1));
}

#[tokio::test]
async fn a_key_for_this_run_only_leaves_no_earlier_key_behind() {
    let given = given_site().await;
    let id = given.desk.connect_store(store("Bloem", KEY)).await.unwrap().store.id;
    let replaced = given.desk.replace_key(&id, KEY.to_owned(), true).await.unwrap();
    assert_eq!(replaced.store.key, KeyPlace::ThisRun);
    assert!(given.keyring.entries.lock().unwrap().is_empty());
    let given = given.restart();
    assert_eq!(code(given.desk.check_store(&id).await), "key_missing");
}

#[tokio::test]
async fn a_key_that_could_not_be_taken_out_of_the_keyring_is_not_used_again_and_is_removed_with_its_store() {
    let given = given_site().await;
    let id = given.desk.connect_store(store("Bloem", KEY)).await.unwrap().store.id;
    *given.keyring.problem.lock().unwrap() = Some(KeyringProblem::Locked);
    given.desk.replace_key(&id, KEY.to_owned(), true).await.unwrap();
    assert_eq!(code(given.desk.remove_store(&id).await), "keyring");
    let given = given.restart();
    *given.keyring.problem.lock().unwrap() = None;
    assert_eq!(code(given.desk.check_store(&id).await), "key_missing");
    given.desk.remove_store(&id).await.unwrap();
    assert!(given.keyring.entries.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_store_that_was_never_in_the_keyring_can_be_removed_without_one() {
    let given = given_site().await;
    *given.keyring.problem.lock().unwrap() = Some(KeyringProblem::Absent);
    let this_run = NewStore { this_run_only: true, ..store("Bloem", KEY) };
    let id = given.desk.connect_store(this_run).await.unwrap().store.id;
    assert_eq!(given.desk.remove_store(&id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn practising_or_a_test_server_does_not_change_where_the_next_run_begins() {
    let given = given_site().await;
    given.desk.connect_store(store("Bloem", KEY)).await.unwrap();
    given.simulator.open_site("key-of-another-site");
    let second = given.desk.connect_store(store("Bast", "key-of-another-site")).await.unwrap().store.id;
    let folder = given.folder.path();
    let way = || Some(given.simulator.transport());
    let local = || way().map(|way| (way, "http://127.0.0.1:1".to_owned()));
    let practising = Transports { practice: way(), ..Transports::default() };
    let (desk, _) = open_desk_over(folder, &given.clock, &given.keyring, practising);
    let practice = desk.practise().unwrap();
    assert_eq!(desk.start("Oefenwinkel").await.current.unwrap().id, practice.id);
    let at_server = || Transports { practice: way(), local: local(), ..Transports::default() };
    let (desk, _) = open_desk_over(folder, &given.clock, &given.keyring, at_server());
    assert_eq!(
        desk.start("Oefenwinkel").await.current.map(|store| store.id),
        None,
        "practising is chosen, not begun with"
    );
    let asked = NewStore { environment: EnvironmentView::Local, ..store("Server", KEY) };
    let server = desk.connect_store(asked).await.unwrap().store.id;
    desk.practise().unwrap();
    desk.choose_store(&server).await.unwrap();
    let (desk, _) = open_desk_over(folder, &given.clock, &given.keyring, at_server());
    assert_eq!(desk.start("Oefenwinkel").await.current.unwrap().id, server);
    let real = Transports { practice: way(), live: way(), test: way(), local: None };
    let (desk, _) = open_desk_over(folder, &given.clock, &given.keyring, real);
    assert_eq!(desk.start("Oefenwinkel").await.current.unwrap().id, second);
}

#[tokio::test]
async fn the_practice_store_is_called_in_the_language_of_the_screen_until_it_is_named() {
    let given = given().await;
    let name = async |word: &str| given.desk.start(word).await.current.unwrap().name;
    given.desk.choose_store(&given.store.id).await.unwrap();
    assert_eq!(
        (name("Practice shop").await, name("Oefenwinkel").await),
        ("Practice shop".into(), "Oefenwinkel".into())
    );
    let change = StoreChange { id: given.store.id.clone(), name: None, sends_cart: Some(false), status_after: None };
    given.desk.change_store(&change).unwrap();
    assert_eq!(name("Practice shop").await, "Practice shop");
    given.desk.change_store(&StoreChange { name: Some("Magazijn".to_owned()), ..change }).unwrap();
    assert_eq!(name("Oefenwinkel").await, "Magazijn");
}

#[tokio::test]
async fn a_failure_with_a_customer_says_nothing_of_them_in_the_log() {
    let given = given().await;
    let recorded = given.confirm(&given.form_for("45,00")).await.unwrap();
    assert_eq!(recorded.customer.as_deref(), Some("Sanne de Vries"));
    let failure = Failure::OrderBusy { capture: Box::new(recorded) };
    assert_eq!(format!("{failure:?}"), "order_busy");
    let typed = Failure::OrderNotFound {
        order: "sanne@example.nl".into(),
        store: Box::new(given.store.clone()),
        elsewhere: vec![],
    };
    assert_eq!(format!("{typed:?}"), "order_not_found");
}
