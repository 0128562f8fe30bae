//! Practising: no store, no key, no network.

use crate::desktop::Desktop;
use crate::program::Program;

#[tokio::test]
async fn a_practice_capture_goes_through_the_real_window() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, &["--practice"]).await;
    program.see("practice-orders").await;
    program.picture("practice-1-find").await;
    program.finds("PRACTICE-1001").await;
    program.picture("practice-2-order").await;
    program.checks().await;
    program.says("Capture €89.95 in practice").await;
    program.picture("practice-3-check").await;
    program.press("capture").await;
    program.see("undo").await;
    program.picture("practice-4-sending").await;
    program.ends("captured").await;
    program.says("€89.95 was captured").await;
    program.picture("practice-5-captured").await;
    program.press("next-order").await;
    program.see("find-box").await;
    program.quit().await;
}
