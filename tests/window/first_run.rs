//! The first run: language, practise or connect, the store and its key.

use crate::clerk::KEY;
use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;

async fn first_run<'a>(desktop: &'a Desktop, simulator: &Simulator) -> Program<'a> {
    let program = Program::open(desktop, &["--api-url", simulator.url()]).await;
    program.see("first-run").await;
    program
}

#[tokio::test]
async fn the_first_run_leads_to_a_connected_store() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = first_run(&desktop, &simulator).await;
    program.press("language-en").await;
    program.says("Welcome to Capture Desk").await;
    program.picture("09-first-run").await;
    program.press("continue").await;
    program.press("begin-connect").await;
    program.picture("09b-first-run-start").await;
    program.press("continue").await;
    program.see("store-name").await;
    program.picture("09c-first-run-store").await;
    program.connects("Bloem & Bast", KEY).await;
    program.see("start-capturing").await;
    program.picture("09e-first-run-done").await;
    program.press("start-capturing").await;
    program.see("find-box").await;
    program.says("Bloem & Bast").await;
    program.quit().await;
}

#[tokio::test]
async fn the_first_run_speaks_dutch() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = first_run(&desktop, &simulator).await;
    program.press("language-nl").await;
    program.says("Welkom bij Capture Desk").await;
    program.picture("09-first-run-nl").await;
    program.quit().await;
    let again = first_run(&desktop, &simulator).await;
    again.says("Welkom bij Capture Desk").await;
    again.quit().await;
}

#[tokio::test]
async fn the_first_run_can_begin_with_practising() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = first_run(&desktop, &simulator).await;
    program.press("continue").await;
    program.press("practise").await;
    program.press("continue").await;
    program.press("start-capturing").await;
    program.see("practice-orders").await;
    program.says("No real money").await;
    assert!(simulator.requests().is_empty(), "practising asked the server");
    program.quit().await;
}

#[tokio::test]
async fn a_wrong_key_is_not_kept() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = first_run(&desktop, &simulator).await;
    program.comes_to_connect().await;
    program.connects("Bloem & Bast", "not-the-key-of-this-store").await;
    program.says("does not accept").await;
    program.picture("09d-first-run-wrong-key").await;
    assert!(!std::fs::read_to_string(desktop.data().join("settings.json")).unwrap_or_default().contains("Bloem"));
    program.quit().await;
}
