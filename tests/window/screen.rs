//! Language, look and keyboard.

use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;
use thirtyfour::prelude::*;

const ORDER: &str = "WEB/2026 104";

#[tokio::test]
async fn a_capture_is_told_in_dutch() {
    let desktop = Desktop::start();
    desktop.prefers("nl", "system");
    let program = Program::open(&desktop, &["--practice", "--clock-speed", "20"]).await;
    program.see("practice-orders").await;
    program.picture("01-find-nl").await;
    program.finds("PRACTICE-1001").await;
    program.picture("02-order-nl").await;
    program.checks().await;
    program.picture("03-check-nl").await;
    program.press("capture").await;
    program.ends("captured").await;
    program.says("geïnd").await;
    program.picture("04-captured-nl").await;
    program.quit().await;
}

#[tokio::test]
async fn the_dark_look_is_dark_and_stays() {
    let desktop = Desktop::start();
    let background = "return getComputedStyle(document.body).backgroundColor";
    let program = Program::open(&desktop, &["--practice"]).await;
    program.see("find-box").await;
    assert_eq!(program.script(background).await, "rgb(255, 255, 255)");
    program.press("rail-settings").await;
    program.press("section-settings").await;
    program.press("verify-journal").await;
    program.see("journal-head").await;
    program.picture("10b-settings").await;
    program.press("theme-dark").await;
    program.quit().await;
    let again = Program::open(&desktop, &["--practice"]).await;
    again.see("find-box").await;
    assert_eq!(again.script(background).await, "rgb(22, 24, 27)");
    again.quit().await;
}

#[tokio::test]
async fn an_order_is_captured_by_keyboard_alone_in_few_keys() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &["--clock-speed", "20"]).await;
    program.finds(ORDER).await;
    // After the order number: Enter continues, Ctrl+Enter captures, F2 goes to the next order. Four keys of twelve.
    program.presses(Key::Enter).await;
    program.reads_check_page().await;
    program.keys().key_down(Key::Control).send_keys(Key::Enter).key_up(Key::Control).perform().await.unwrap();
    program.ends("captured").await;
    program.presses(Key::F2).await;
    program.see("find-box").await;
    assert_eq!(simulator.posts(ORDER).len(), 1);
    program.quit().await;
}

#[tokio::test]
async fn help_opens_from_anywhere_and_leads_back() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, &["--practice"]).await;
    program.finds("PRACTICE-1001").await;
    program.presses(Key::F1).await;
    program.says("Keys").await;
    program.picture("11-help").await;
    program.keys().key_down(Key::Alt).send_keys(Key::Left).key_up(Key::Alt).perform().await.unwrap();
    program.see("continue").await;
    program.quit().await;
}

#[tokio::test]
async fn the_smallest_window_hides_nothing_that_is_needed() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, &["--practice"]).await;
    program.resize(880, 600).await;
    program.finds("PRACTICE-1001").await;
    program.press("amount-lines").await;
    program.picture("02b-order-lines-880x600").await;
    let sideways = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(program.script(sideways).await, false);
    program.press("amount-all").await;
    program.checks().await;
    program.picture("03-check-880x600").await;
    assert_eq!(program.script(sideways).await, false);
    program.quit().await;
}
