//! What a clerk does with the program, in the words of the trade.

use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;
use std::collections::HashMap;
use std::time::Duration;
use thirtyfour::prelude::*;

/// The key that the simulator accepts.
pub const KEY: &str = "simulator-key";

/// For so long after it came into sight, a button that sends takes no click.
const ARRIVAL: Duration = Duration::from_millis(650);

impl<'a> Program<'a> {
    /// Opens the program at the simulator, with one store connected and the find box ready.
    pub async fn connected(desktop: &'a Desktop, simulator: &Simulator, more: &[&str]) -> Self {
        let arguments: Vec<&str> = ["--api-url", simulator.url()].iter().chain(more).copied().collect();
        let program = Self::open(desktop, &arguments).await;
        program.comes_to_connect().await;
        program.connects("Bloem & Bast", KEY).await;
        program.press("start-capturing").await;
        program.see("find-box").await;
        program
    }

    /// Goes through the first run as far as the form for a store.
    pub async fn comes_to_connect(&self) {
        self.press("continue").await;
        self.press("begin-connect").await;
        self.press("continue").await;
        self.see("store-name").await;
    }

    /// Fills in the form for a store and sends it off.
    pub async fn connects(&self, name: &str, key: &str) {
        self.fill("store-name", name).await;
        self.fill("store-key", key).await;
        self.press("connect").await;
    }

    /// Scans an order number: its text and Enter, into whatever has the focus.
    pub async fn scans(&self, order: &str) {
        self.see("find-box").await;
        self.keys().send_keys(format!("{order}{}", char::from(Key::Enter))).perform().await.unwrap();
    }

    /// Scans an order and waits for its form.
    pub async fn finds(&self, order: &str) {
        self.scans(order).await;
        self.see("continue").await;
    }

    /// Chooses another amount than all that remains.
    pub async fn chooses(&self, amount: &str) {
        self.press("amount-other").await;
        self.fill("amount-text", amount).await;
    }

    /// Goes on to the check page and reads it.
    pub async fn checks(&self) {
        self.press("continue").await;
        self.reads_check_page().await;
    }

    /// Reads the check page as long as it takes no confirmation.
    pub async fn reads_check_page(&self) {
        self.see("capture").await;
        self.reads().await;
    }

    /// Reads what has just come into sight, as long as nothing that is pressed there is taken as meant.
    pub async fn reads(&self) {
        tokio::time::sleep(ARRIVAL).await;
    }

    /// Presses one key, wherever the focus is.
    pub async fn presses(&self, key: Key) {
        self.keys().send_keys(key).perform().await.unwrap();
    }

    /// Checks and captures.
    pub async fn captures(&self) {
        self.checks().await;
        self.press("capture").await;
    }

    /// What the check page shows, by its labels.
    pub async fn shown(&self) -> HashMap<String, String> {
        let script = "return Object.fromEntries([...document.querySelectorAll('.summary > div')]
            .map((row) => [row.querySelector('dt').innerText, row.querySelector('dd').innerText]))";
        serde_json::from_value(self.script(script).await).unwrap()
    }
}
