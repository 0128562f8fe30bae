//! Closing the window while something is sent, by the button that every desktop has.

use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;
use serde_json::{Value, json};

const ORDER: &str = "WEB/2026 104";

/// An answer that comes so late.
fn late(delay_ms: u64) -> Value {
    json!({ "rules": [{ "kind": "capture", "action": { "do": "delay", "ms": delay_ms } }] })
}

/// A program that has sent a capture and waits for the answer.
async fn sending<'a>(desktop: &'a Desktop, simulator: &Simulator) -> Program<'a> {
    let program = Program::connected(desktop, simulator, &["--clock-speed", "20"]).await;
    program.finds(ORDER).await;
    program.captures().await;
    program.says("Sent. Waiting for MultiSafepay").await;
    program
}

#[tokio::test]
async fn closing_while_something_is_sent_says_so_and_waits_for_the_answer() {
    let desktop = Desktop::start();
    let simulator = Simulator::with_faults(&late(6000));
    let program = sending(&desktop, &simulator).await;
    desktop.closes_window();
    program.see("closing").await;
    program.says("is being sent").await;
    program.says("Capture Desk closes when the answer is there").await;
    program.picture("12-closing").await;
    program.ends_by_itself().await;
    let again = Program::open(&desktop, &["--api-url", simulator.url()]).await;
    again.see("find-box").await;
    assert!(!again.shows("unfinished").await, "the answer was not waited for");
    again.quit().await;
}

#[tokio::test]
async fn closing_at_once_leaves_it_to_the_next_start_to_find_out() {
    let desktop = Desktop::start();
    let simulator = Simulator::with_faults(&late(60_000));
    let program = sending(&desktop, &simulator).await;
    desktop.closes_window();
    // The program ends under the click, which then has no answer.
    let _ = program.see("close-now").await.click().await;
    program.ends_by_itself().await;
    let again = Program::open(&desktop, &["--api-url", simulator.url()]).await;
    again.see("find-box").await;
    again.waits_for("[...document.querySelectorAll('td')].some((cell) => cell.innerText.trim() === 'Captured')").await;
    assert_eq!(simulator.posts(ORDER).len(), 1);
    again.quit().await;
}

#[tokio::test]
async fn a_window_opens_as_large_as_it_was_closed() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, &["--practice"]).await;
    program.see("find-box").await;
    program.resize(1000, 700).await;
    desktop.closes_window();
    program.ends_by_itself().await;
    let place = std::fs::read_to_string(desktop.data().join("window.json")).unwrap();
    assert!(place.contains("\"width\":1000"), "{place}");
    let again = Program::open(&desktop, &["--practice"]).await;
    again.waits_for("innerWidth === 1000 && innerHeight === 700").await;
    again.quit().await;
}
