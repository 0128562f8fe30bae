//! Stores and their keys.

use crate::given::{Given, code, given};
use desk::view::{EnvironmentView, KeyPlace, NewStore, StoreChange};
use desk::{Failure, KeyringProblem};

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
