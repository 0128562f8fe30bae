//! Chromium, showing the page of the empty window in a window without an address bar.

use crate::desktop::Desktop;
use crate::memory::Memory;
use crate::part::PATIENCE;
use crate::starts::{SETTLED, Start};
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

/// Starts Chromium with its files in `folder`, waits until the page says that its field has the focus, and ends it again.
pub async fn start(desktop: &Desktop, folder: &Path, page: &Path) -> Start {
    let port_file = folder.join("DevToolsActivePort");
    // There is none before the first start.
    let _ = std::fs::remove_file(&port_file);
    let http = reqwest::Client::new();
    let begun = Instant::now();
    let chromium = desktop.part("chromium", |command| {
        command.args(["--no-sandbox", "--no-first-run", "--no-default-browser-check", "--remote-debugging-port=0"]);
        command.arg(format!("--user-data-dir={}", folder.display())).arg(format!("--app=file://{}", page.display()));
    });
    wait_for_focus(&http, &port_file, begun + PATIENCE).await;
    let usable = begun.elapsed();
    tokio::time::sleep(SETTLED).await;
    let memory = Memory::of(&chromium.processes());
    Start { usable, page: Duration::ZERO, memory }
}

async fn wait_for_focus(http: &reqwest::Client, port_file: &Path, end: Instant) {
    while !is_focused(http, port_file).await.unwrap_or(false) {
        assert!(Instant::now() < end, "Chromium does not show the page");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// What the title of the page says; nothing while Chromium does not answer yet.
async fn is_focused(http: &reqwest::Client, port_file: &Path) -> Option<bool> {
    let port = std::fs::read_to_string(port_file).ok()?;
    let url = format!("http://127.0.0.1:{}/json/list", port.lines().next()?);
    let pages: Value = http.get(url).timeout(PATIENCE).send().await.ok()?.json().await.ok()?;
    Some(pages.as_array()?.iter().any(|page| page["title"] == "focused"))
}
