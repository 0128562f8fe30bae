//! From the start of a program to the moment in which its field takes what is typed, and the memory it takes then.

use crate::desktop::Desktop;
use crate::memory::Memory;
use crate::{browser, built, filled, scratch, window};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How many times each is started; they take turns, so that whatever else the machine does hits all alike.
pub const ROUNDS: usize = 11;

/// How long a program is left alone before its memory is measured.
pub const SETTLED: Duration = Duration::from_secs(2);

/// One start.
pub struct Start {
    /// Until the field had the focus.
    pub usable: Duration,
    /// How much of that passed since the page began to load; zero where it is not known.
    pub page: Duration,
    /// The memory afterwards.
    pub memory: Memory,
}

/// All starts of each.
#[derive(Default)]
pub struct Starts {
    /// Capture Desk with an empty journal.
    pub program: Vec<Start>,
    /// Capture Desk with [`filled::CAPTURES`] in its journal.
    pub filled: Vec<Start>,
    /// A Tauri window with one field.
    pub empty: Vec<Start>,
    /// Chromium, showing the page of that window.
    pub chromium: Vec<Start>,
}

/// Starts all of them in turn. The first round warms the machine up and does not count.
pub async fn measure() -> Starts {
    let scratch = scratch();
    let fresh = scratch.path().join("fresh");
    filled::practised(&fresh).await;
    let filled = filled::folder().await;
    let desktop = Desktop::start();
    let page = std::fs::canonicalize(concat!(env!("CARGO_MANIFEST_DIR"), "/empty/page/index.html")).unwrap();
    let chromium = scratch.path().join("chromium");
    let mut starts = Starts::default();
    for round in 0..=ROUNDS {
        eprintln!("bench: start {round} of {ROUNDS}");
        starts.program.push(window::start(&desktop, &program(), &arguments(&fresh)).await);
        starts.empty.push(window::start(&desktop, &built().join("empty-window"), &[]).await);
        starts.filled.push(window::start(&desktop, &program(), &arguments(&filled)).await);
        starts.chromium.push(browser::start(&desktop, &chromium, &page).await);
        if round == 0 {
            starts = Starts::default();
        }
    }
    starts
}

fn program() -> PathBuf {
    built().join("capture-desk")
}

fn arguments(folder: &Path) -> [&str; 3] {
    ["--practice", "--data-dir", folder.to_str().unwrap()]
}
