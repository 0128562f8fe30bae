//! Stores and their keys in the desktop's own keyring.

use crate::clerk::KEY;
use crate::desktop::{Desktop, Keyring};
use crate::program::Program;
use crate::simulator::Simulator;

async fn reopened<'a>(desktop: &'a Desktop, simulator: &Simulator) -> Program<'a> {
    Program::open(desktop, &["--api-url", simulator.url()]).await
}

async fn check_without_keyring(state: Keyring, words: &str) {
    let desktop = Desktop::with_keyring(state);
    let simulator = Simulator::start();
    let program = reopened(&desktop, &simulator).await;
    program.comes_to_connect().await;
    program.connects("Bloem & Bast", KEY).await;
    program.see("this-run-only").await;
    program.says(words).await;
    program.press("this-run-only").await;
    program.press("start-capturing").await;
    program.finds("WEB/2026 104").await;
    program.quit().await;
    let again = reopened(&desktop, &simulator).await;
    again.scans("WEB/2026 104").await;
    again.says("No money was captured").await;
    again.quit().await;
}

#[tokio::test]
async fn a_key_is_kept_in_the_keyring_over_a_restart() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    Program::connected(&desktop, &simulator, &[]).await.quit().await;
    assert_eq!(desktop.kept_keys(), 1);
    let again = reopened(&desktop, &simulator).await;
    again.finds("WEB/2026 104").await;
    again.quit().await;
}

#[tokio::test]
async fn a_removed_store_takes_its_key_along() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &[]).await;
    assert_eq!(desktop.kept_keys(), 1);
    program.press("rail-settings").await;
    program.picture("10-stores").await;
    program.press("store-more").await;
    program.press("menu-remove").await;
    program.press("remove").await;
    program.see("first-run").await;
    assert_eq!(desktop.kept_keys(), 0);
    program.quit().await;
}

#[tokio::test]
async fn a_locked_keyring_is_explained_and_the_key_serves_this_run() {
    check_without_keyring(Keyring::Locked, "locked").await;
}

#[tokio::test]
async fn a_missing_keyring_is_explained_and_the_key_serves_this_run() {
    check_without_keyring(Keyring::Absent, "no keyring").await;
}

#[tokio::test]
async fn a_key_that_was_replaced_for_one_run_is_not_used_again() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &[]).await;
    desktop.locks_keyring();
    program.press("rail-settings").await;
    program.press("replace-key").await;
    program.fill("store-key", KEY).await;
    program.press("replace-key-go").await;
    program.press("this-run-only").await;
    program.says("Key for this run only").await;
    program.quit().await;
    let again = reopened(&desktop, &simulator).await;
    again.see("find-box").await;
    again.press("rail-settings").await;
    again.says("The key is missing").await;
    again.quit().await;
}

#[tokio::test]
async fn a_store_with_an_unclear_capture_is_not_removed() {
    let desktop = Desktop::start();
    let rules = serde_json::json!({ "rules": [{ "kind": "capture", "action": { "do": "drop_unread" } }] });
    let simulator = Simulator::with_faults(&rules);
    let program = Program::connected(&desktop, &simulator, &[]).await;
    program.finds("WEB/2026 104").await;
    program.captures().await;
    program.ends("unclear").await;
    program.press("rail-settings").await;
    program.press("store-more").await;
    program.press("menu-remove").await;
    program.press("remove").await;
    program.says("Nothing was changed.").await;
    program.says("A capture of €89.95 on order WEB/2026 104 is not finished").await;
    program.press("show-capture").await;
    program.ends("unclear").await;
    assert_eq!(desktop.kept_keys(), 1);
    program.quit().await;
}
