//! Captures of which nobody knows at first whether they landed.

use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;
use serde_json::json;

const ORDER: &str = "WEB/2026 104";

/// Five minutes of looking pass in some seconds.
const FAST: &[&str] = &["--clock-speed", "60"];

#[tokio::test]
async fn a_lost_answer_stays_unclear_until_a_look_finds_the_capture() {
    let desktop = Desktop::start();
    let rules = json!({ "rules": [{ "kind": "capture", "action": { "do": "drop_processed" } }] });
    let simulator = Simulator::with_faults(&rules);
    let program = Program::connected(&desktop, &simulator, &[]).await;
    program.finds(ORDER).await;
    program.chooses("45.00").await;
    program.captures().await;
    program.ends("unclear").await;
    program.says("We do not know yet whether €45.00 was captured").await;
    program.picture("04c-unclear").await;
    assert!(!program.shows("send-again").await, "an unclear capture can be sent again");
    program.press("check-again").await;
    program.ends("captured").await;
    program.says("€45.00 was captured after all").await;
    program.picture("04d-captured-after-all").await;
    assert_eq!(simulator.posts(ORDER).len(), 1);
    program.quit().await;
}

#[tokio::test]
async fn what_never_arrived_is_sent_once_more_by_the_clerk_under_the_same_reference() {
    let desktop = Desktop::start();
    let rules = json!({ "rules": [{ "kind": "capture", "nth": 1, "action": { "do": "drop_unread" } }] });
    let simulator = Simulator::with_faults(&rules);
    let program = Program::connected(&desktop, &simulator, FAST).await;
    program.finds(ORDER).await;
    program.chooses("45.00").await;
    program.captures().await;
    program.ends("not_landed").await;
    program.says("€45.00 was not captured").await;
    program.picture("04e-not-landed").await;
    let reference = format!("{ORDER}-C1");
    program.says(&format!("Sent to MultiSafepay with reference {reference}")).await;
    program.reads().await;
    program.press("send-again").await;
    program.ends("captured").await;
    program.picture("04f-captured-again").await;
    let posts = simulator.posts(ORDER);
    assert_eq!(posts.len(), 2, "{posts:?}");
    assert_eq!(posts[1]["new_order_id"], reference.as_str());
    program.quit().await;
}

#[tokio::test]
async fn an_unclear_capture_greets_the_next_start_and_locks_its_order() {
    let desktop = Desktop::start();
    let rules = json!({ "rules": [{ "kind": "capture", "action": { "do": "drop_unread" } }] });
    let simulator = Simulator::with_faults(&rules);
    let program = Program::connected(&desktop, &simulator, &[]).await;
    program.finds(ORDER).await;
    program.captures().await;
    program.ends("unclear").await;
    program.quit().await;
    let again = Program::open(&desktop, &["--api-url", simulator.url()]).await;
    again.see("unfinished").await;
    again.says("1 capture is unclear").await;
    again.picture("01d-find-unfinished").await;
    again.scans(ORDER).await;
    again.ends("unclear").await;
    assert_eq!(simulator.posts(ORDER).len(), 1);
    again.quit().await;
}
