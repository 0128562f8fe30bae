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
