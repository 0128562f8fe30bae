//! What happens by accident captures nothing, or nothing twice.

use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;
use thirtyfour::prelude::*;

const ORDER: &str = "WEB/2026 104";

#[tokio::test]
async fn a_double_click_captures_once() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &["--clock-speed", "20"]).await;
    program.finds(ORDER).await;
    program.checks().await;
    let button = program.see("capture").await;
    program.keys().double_click_element(&button).perform().await.unwrap();
    program.ends("captured").await;
    assert_eq!(simulator.posts(ORDER).len(), 1);
    program.quit().await;
}

#[tokio::test]
async fn enter_held_down_on_the_form_does_not_capture() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &[]).await;
    program.finds(ORDER).await;
    program.see("continue").await.focus().await.unwrap();
    program.keys().send_keys(char::from(Key::Enter).to_string().repeat(40)).perform().await.unwrap();
    nothing_was_confirmed(&program, &simulator).await;
    program.quit().await;
}

/// The check page still waits for the clerk, who then captures once.
async fn nothing_was_confirmed(program: &Program<'_>, simulator: &Simulator) {
    program.see("capture\"][data-phase=\"check").await;
    assert!(simulator.posts(ORDER).is_empty());
    program.reads().await;
    program.press("capture").await;
    program.ends("captured").await;
    assert_eq!(simulator.posts(ORDER).len(), 1);
}

#[tokio::test]
async fn a_scan_on_the_check_page_does_not_capture() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &["--clock-speed", "20"]).await;
    program.finds(ORDER).await;
    program.checks().await;
    program.keys().send_keys(format!("8712345678906{}", char::from(Key::Enter))).perform().await.unwrap();
    let scanned = format!("{}8712345678906{}", char::from(Key::Control), char::from(Key::Enter));
    program.keys().send_keys(scanned).perform().await.unwrap();
    nothing_was_confirmed(&program, &simulator).await;
    program.quit().await;
}

#[tokio::test]
async fn a_scan_on_the_page_of_an_order_opens_the_scanned_order() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &[]).await;
    program.finds(ORDER).await;
    program.see("continue").await.focus().await.unwrap();
    program.keys().send_keys(format!("BB-10482{}", char::from(Key::Enter))).perform().await.unwrap();
    program.says("Order BB-10482").await;
    assert!(!program.shows("capture").await, "the order that was open is to be checked");
    program.quit().await;
}

#[tokio::test]
async fn undo_stops_a_capture_before_it_is_sent() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &[]).await;
    program.finds(ORDER).await;
    program.captures().await;
    program.see("undo").await;
    program.picture("03b-check-sending").await;
    program.press("undo").await;
    program.ends("withdrawn").await;
    program.says("No money was captured").await;
    assert!(simulator.posts(ORDER).is_empty());
    program.quit().await;
}

#[tokio::test]
async fn closing_the_window_in_the_time_to_undo_sends_nothing() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &[]).await;
    program.finds(ORDER).await;
    program.captures().await;
    program.see("undo").await;
    program.quit().await;
    let again = Program::open(&desktop, &["--api-url", simulator.url(), "--clock-speed", "20"]).await;
    again.finds(ORDER).await;
    again.captures().await;
    again.ends("captured").await;
    assert_eq!(simulator.posts(ORDER).len(), 1);
    again.quit().await;
}
