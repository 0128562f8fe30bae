//! The program `multisafepay-simulator`.

use crate::shop::{KEY, order};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_multisafepay-simulator");

/// Ends the program when the test does.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program, its address, and what it writes from then on.
fn start(arguments: &[&str]) -> (Running, String, impl Iterator<Item = String> + use<>) {
    let mut child = Command::new(PROGRAM).args(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let running = Running(child);
    let first = lines.next().unwrap();
    let address = first.strip_prefix("listening on ").unwrap().to_owned();
    (running, address, lines)
}

fn write(folder: &Path, name: &str, content: &Value) -> String {
    let path = folder.join(name);
    std::fs::write(&path, content.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

fn client() -> reqwest::Client {
    // Another test of this process may have installed it before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().no_proxy().build().unwrap()
}

#[tokio::test]
async fn the_log_shows_one_line_per_request_and_no_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut order = order(&json!({"order_id": "WEB/100 231"}));
    order["key"] = KEY.into();
    let orders = write(folder.path(), "orders.json", &json!([order, {"key": "another-key"}]));
    let (_running, address, mut lines) = start(&["--listen", "127.0.0.1:0", "--orders", &orders]);
    let capture = format!("{address}/v1/json/orders/WEB%2F100%20231/capture");
    let body = json!({"amount": 4500, "new_order_id": "C1"});
    let answer = client().post(capture).header("api_key", KEY).json(&body).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let line = lines.next().unwrap();
    let logged: Value = serde_json::from_str(&line).unwrap();
    assert_eq!((&logged["method"], &logged["path"]), (&json!("POST"), &json!("/orders/WEB/100 231/capture")));
    assert_eq!((&logged["body"], &logged["status"], &logged["processed"]), (&body, &json!(200), &json!(true)));
    assert!(!line.contains(KEY));
}

#[tokio::test]
async fn faults_and_log_come_from_and_go_to_files() {
    let folder = tempfile::tempdir().unwrap();
    let faults = json!({"rules": [{"kind": "me", "action": {"do": "captive_portal"}}]});
    let faults = write(folder.path(), "faults.json", &faults);
    let log = folder.path().join("ledger.log");
    let (_running, address, _) = start(&["--faults", &faults, "--ledger-log", log.to_str().unwrap()]);
    let answer = client().get(format!("{address}/me")).header("api_key", simulator::PRACTICE_KEY).send().await.unwrap();
    assert!(answer.text().await.unwrap().contains("Guest network"));
    let logged = std::fs::read_to_string(log).unwrap();
    assert_eq!(logged.lines().count(), 1);
    assert!(logged.contains(r#""processed":false"#), "{logged}");
}

fn refused(arguments: &[&str], told: &str) {
    let output = Command::new(PROGRAM).args(arguments).output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && error.contains(told), "{arguments:?}: {error}");
}

#[test]
fn what_cannot_be_served_is_told() {
    let folder = tempfile::tempdir().unwrap();
    refused(&["--listen", "0.0.0.0:0"], "not a loopback address");
    refused(&["--orders", "missing.json"], "missing.json");
    refused(&["--orders", &write(folder.path(), "a.json", &json!([{"order_id": "A"}]))], "an order has no key");
    refused(&["--orders", &write(folder.path(), "b.json", &json!([{"order_id": "A", "key": KEY}]))], "Invalid amount");
    refused(&["--faults", &write(folder.path(), "c.json", &json!({"rules": 1}))], "c.json");
    refused(&["--tls", "missing.pem", "missing.pem"], "missing.pem");
}
