//! Orders on which something stands in the way, and releases.

use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;
use thirtyfour::prelude::*;

const PRACTICE: &[&str] = &["--practice", "--clock-speed", "20"];

#[tokio::test]
async fn an_amount_above_what_remains_is_refused_beside_its_field() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, PRACTICE).await;
    program.finds("PRACTICE-1001").await;
    program.chooses("99.95").await;
    program.press("continue").await;
    program.says("No money was captured. 1 thing to correct").await;
    program.says("€99.95 is more than remains. Enter €89.95 or less").await;
    program.picture("02c-order-error").await;
    program.fill("amount-text", "45.00").await;
    program.checks().await;
    program.quit().await;
}

#[tokio::test]
async fn an_amount_that_can_be_read_in_two_ways_is_asked_about() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, PRACTICE).await;
    program.finds("PRACTICE-1001").await;
    program.chooses("1.234").await;
    program.press("continue").await;
    program.says("Say which amount you mean").await;
    assert!(!program.shows("capture").await);
    program.quit().await;
}

#[tokio::test]
async fn yen_are_counted_without_cents() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, PRACTICE).await;
    program.finds("PRACTICE-1003").await;
    program.says("JPY 12,800").await;
    program.picture("02d-order-yen").await;
    program.chooses("45.50").await;
    program.press("continue").await;
    program.says("Enter a whole amount").await;
    program.quit().await;
}

#[tokio::test]
async fn an_ended_reservation_says_what_to_do_instead() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, PRACTICE).await;
    program.scans("PRACTICE-1005").await;
    program.see("not-capturable").await;
    program.says("this reservation has ended").await;
    program.picture("02e-order-ended").await;
    assert!(!program.shows("continue").await);
    program.quit().await;
}

#[tokio::test]
async fn an_order_that_is_not_there_says_where_else_to_look() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, PRACTICE).await;
    program.scans("NO-SUCH-ORDER").await;
    program.says("No order NO-SUCH-ORDER in").await;
    program.says("No money was captured").await;
    program.picture("01c-find-not-found").await;
    program.quit().await;
}

#[tokio::test]
async fn an_order_of_another_store_is_one_step_away() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &[]).await;
    program.press("rail-settings").await;
    program.press("add-store").await;
    program.connects("Studio Noord", "key-of-studio-noord").await;
    program.says("The key works").await;
    program.press("rail-capture").await;
    program.scans("BB-10482").await;
    program.says("No money was captured. BB-10482 is an order of Bloem & Bast").await;
    program.picture("01b-find-other-store").await;
    program.press_button("Open in Bloem & Bast").await;
    program.says("Order BB-10482").await;
    program.see("continue").await;
    program.quit().await;
}

#[tokio::test]
async fn a_likely_double_needs_a_tick() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &["--clock-speed", "20"]).await;
    for _ in 0..2 {
        program.finds("BB-10482").await;
        program.chooses("20.00").await;
        program.captures().await;
        if simulator.posts("BB-10482").is_empty() {
            program.ends("captured").await;
            program.press("next-order").await;
        }
    }
    program.see("tick").await;
    program.picture("03c-check-warning").await;
    assert_eq!(simulator.posts("BB-10482").len(), 1, "it was captured without the tick");
    program.press("tick").await;
    program.press("capture").await;
    program.ends("captured").await;
    assert_eq!(simulator.posts("BB-10482").len(), 2);
    program.quit().await;
}

#[tokio::test]
async fn a_release_needs_a_reason_and_a_tick() {
    let desktop = Desktop::start();
    let simulator = Simulator::start();
    let program = Program::connected(&desktop, &simulator, &["--clock-speed", "20"]).await;
    program.finds("BB-10482").await;
    program.press("release-open").await;
    program.see("release-reason").await;
    program.picture("08-release").await;
    program.press("release").await;
    program.see("release").await;
    assert!(simulator.releases("BB-10482").is_empty(), "it was released without reason and tick");
    program.see("release-reason").await.send_keys(Key::Down).await.unwrap();
    program.press("release-tick").await;
    program.press("release").await;
    program.ends("captured").await;
    program.says("€120.00 was released").await;
    program.picture("08b-released").await;
    assert_eq!(simulator.releases("BB-10482").len(), 1);
    program.quit().await;
}
