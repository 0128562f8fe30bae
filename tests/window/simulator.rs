//! The simulator as a program of its own on a loopback socket: real requests, and a log of every one that reached it.

use crate::clerk::KEY;
use crate::part::Part;
use crate::program::PROGRAM;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;

/// The running simulator.
pub struct Simulator {
    _part: Part,
    url: String,
    log: PathBuf,
    _folder: TempDir,
}

impl Simulator {
    /// Serves the orders of `tests/window/orders.json` and answers them as it should.
    pub fn start() -> Self {
        Self::serve(KEY, &json!({ "rules": [] }))
    }

    /// Serves the same orders under another key.
    pub fn with_key(key: &str) -> Self {
        Self::serve(key, &json!({ "rules": [] }))
    }

    /// Serves the same orders, with faults where these rules say so.
    pub fn with_faults(faults: &Value) -> Self {
        Self::serve(KEY, faults)
    }

    fn serve(key: &str, faults: &Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, content: &Value| {
            let file = folder.path().join(name);
            std::fs::write(&file, content.to_string()).unwrap();
            file
        };
        let (orders, faults) = (file("orders.json", &orders_of(key)), file("faults.json", faults));
        let log = folder.path().join("ledger.log");
        let program = Path::new(PROGRAM).with_file_name("multisafepay-simulator");
        let mut part = Part::start(program.to_str().unwrap(), |command| {
            command.args(["--listen", "127.0.0.1:0"]).arg("--orders").arg(orders).arg("--faults").arg(faults);
            command.arg("--ledger-log").arg(&log).stdout(Stdio::piped());
        });
        let line = part.first_line();
        let url = line.strip_prefix("listening on ").unwrap_or_else(|| panic!("the simulator says {line:?}"));
        Self { url: url.to_owned(), log, _part: part, _folder: folder }
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Every request that reached it, oldest first.
    pub fn requests(&self) -> Vec<Value> {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        log.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The bodies of the capture requests for an order that reached it, oldest first.
    pub fn posts(&self, order: &str) -> Vec<Value> {
        self.bodies("POST", &format!("/orders/{order}/capture"))
    }

    /// The bodies of the requests to release an order's remainder that reached it, oldest first.
    pub fn releases(&self, order: &str) -> Vec<Value> {
        self.bodies("PATCH", &format!("/capture/{order}"))
    }

    fn bodies(&self, method: &str, path: &str) -> Vec<Value> {
        let requests = self.requests().into_iter();
        let fitting = requests.filter(|request| request["method"] == method && request["path"] == path);
        fitting.map(|request| request["body"].clone()).collect()
    }
}

fn orders_of(key: &str) -> Value {
    let mut orders: Value = serde_json::from_str(include_str!("orders.json")).unwrap();
    for order in orders.as_array_mut().unwrap() {
        order.as_object_mut().unwrap().entry("key").or_insert_with(|| json!(key));
    }
    orders
}
