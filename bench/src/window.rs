//! A Tauri program in its window, started and asked through the driver of its web view.

use crate::desktop::Desktop;
use crate::memory::Memory;
use crate::part::until;
use crate::starts::{SETTLED, Start};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Answers, as soon as the field has the focus, how old the page is then, in microseconds.
const FOCUSED: &str = "const done = arguments[arguments.length - 1]; (function look() { \
     if (document.activeElement?.id === 'find') done(Math.round(performance.now() * 1000)); \
     else setTimeout(look, 1); })();";

/// Starts the program, waits until its field has the focus, and ends it again.
pub async fn start(desktop: &Desktop, program: &Path, arguments: &[&str]) -> Start {
    let driver = Driver { http: reqwest::Client::new(), url: desktop.driver_url() };
    let options = json!({ "binary": program, "args": arguments });
    let wishes = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
    let begun = Instant::now();
    let session = driver.post("/session", &wishes).await;
    let session = format!("/session/{}", session["sessionId"].as_str().expect("the program does not open"));
    let page = driver.wait_for_focus(&session).await;
    let usable = begun.elapsed();
    tokio::time::sleep(SETTLED).await;
    let memory = Memory::of(&desktop.processes());
    driver.delete(&session).await;
    until("the program does not end", || (Memory::of(&desktop.processes()) == Memory::default()).then_some(()));
    Start { usable, page, memory }
}

struct Driver {
    http: reqwest::Client,
    url: String,
}

impl Driver {
    /// How old the page was when its field got the focus.
    async fn wait_for_focus(&self, session: &str) -> Duration {
        let question = json!({ "script": FOCUSED, "args": [] });
        loop {
            // The driver answers with an error while the first page makes way for that of the program.
            let answer = self.post(&format!("{session}/execute/async"), &question).await;
            if let Some(age) = answer.as_u64() {
                return Duration::from_micros(age);
            }
        }
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let request = self.http.post(format!("{}{path}", self.url)).json(body).timeout(Duration::from_secs(20));
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        answer["value"].clone()
    }

    async fn delete(&self, session: &str) {
        let request = self.http.delete(format!("{}{session}", self.url)).timeout(Duration::from_secs(20));
        request.send().await.unwrap();
    }
}
