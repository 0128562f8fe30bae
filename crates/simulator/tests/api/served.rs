//! Faults over real sockets, where connections really break; and HTTPS.

use crate::shop::{KEY, ORDER, Shop};
use serde_json::{Value, json};
use simulator::{Action, Body, Faults, Kind, Rule, serve};
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A served shop with this fault on captures.
async fn served(action: Option<Action>) -> (Shop, SocketAddr) {
    let shop = Shop::new();
    if let Some(action) = action {
        shop.simulator.set_faults(Faults::of(vec![Rule::on(Kind::Capture, action)])).unwrap();
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve::serve(shop.simulator.clone(), listener, None));
    (shop, address)
}

/// Captures 25.00, and tells what came over the wire until the connection ended, and how it ended.
async fn capture(address: SocketAddr) -> (String, Option<ErrorKind>) {
    let body = r#"{"amount":2500,"new_order_id":"C1"}"#;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "POST /v1/json/orders/{ORDER}/capture HTTP/1.1\r\nhost: {address}\r\napi_key: {KEY}\r\nconnection: close\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut came = Vec::new();
    let ended = stream.read_to_end(&mut came).await;
    (String::from_utf8(came).unwrap(), ended.err().map(|error| error.kind()))
}

async fn check(action: Action, came: &str, ended: Option<ErrorKind>, moved: bool) {
    let (shop, address) = served(Some(action.clone())).await;
    let (text, how) = capture(address).await;
    if came.is_empty() {
        assert_eq!(text, "", "{action:?}");
    }
    assert!(text.contains(came), "{action:?}: {text}");
    assert_eq!(how, ended, "{action:?}");
    assert_eq!(shop.captures().len(), usize::from(moved), "{action:?}");
}

#[tokio::test]
async fn a_capture_is_answered() {
    let (shop, address) = served(None).await;
    let (text, ended) = capture(address).await;
    assert!(text.starts_with("HTTP/1.1 200 OK\r\n") && text.contains(r#""order_id":"C1""#), "{text}");
    assert_eq!(ended, None);
    assert_eq!(shop.captures(), [("C1".to_owned(), 2500)]);
}

#[tokio::test]
async fn dropped_connections_are_reset() {
    let reset = Some(ErrorKind::ConnectionReset);
    check(Action::DropUnread, "", reset, false).await;
    check(Action::DropProcessed, "", reset, true).await;
    check(Action::NotSent { reason: domain::NotSentReason::NoConnection }, "", reset, false).await;
}

#[tokio::test]
async fn a_truncated_body_promises_more_than_comes() {
    let action = Action::Truncate { bytes: 12 };
    let (shop, address) = served(Some(action)).await;
    let (text, _) = capture(address).await;
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let promised = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    assert_eq!(body, r#"{"success":t"#);
    assert!(promised.parse::<usize>().unwrap() > body.len());
    assert_eq!(shop.captures().len(), 1);
}

#[tokio::test]
async fn other_answers_come_as_they_are() {
    let html = Action::Answer { status: 503, body: Body::Html, processed: true };
    check(html, "HTTP/1.1 503 ", None, true).await;
    let redirect = Action::Redirect { status: 307, to: "http://127.0.0.1:9/".to_owned() };
    check(redirect, "location: http://127.0.0.1:9/", None, false).await;
    check(Action::CaptivePortal, "Guest network", None, false).await;
    check(Action::Delay { ms: 1 }, "C1", None, true).await;
}

#[tokio::test]
async fn a_stalled_connection_stays_open_and_silent() {
    let (shop, address) = served(Some(Action::Stall { processed: true })).await;
    let waited = tokio::time::timeout(Duration::from_millis(200), capture(address)).await;
    assert!(waited.is_err());
    assert_eq!(shop.captures().len(), 1);
}

#[tokio::test]
async fn a_dropped_connection_leaves_the_next_one_alone() {
    let (shop, address) = served(None).await;
    let rules = vec![Rule::on(Kind::Capture, Action::DropUnread).nth(1)];
    shop.simulator.set_faults(Faults::of(rules)).unwrap();
    assert_eq!(capture(address).await.0, "");
    assert!(capture(address).await.0.contains("C1"));
    let ledger = shop.simulator.ledger();
    assert_eq!(ledger.posts_of(ORDER).iter().map(|post| post.processed).collect::<Vec<_>>(), [false, true]);
}

fn client() -> reqwest::ClientBuilder {
    // Another test of this process may have installed it before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().no_proxy()
}

#[tokio::test]
async fn https_is_served_with_a_certificate_of_ones_own() {
    let folder = tempfile::tempdir().unwrap();
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let (certificate, key) = (folder.path().join("certificate.pem"), folder.path().join("key.pem"));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let tls = serve::tls_config(&certificate, &key).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve::serve(Shop::new().simulator, listener, Some(tls)));
    let trusted = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let client = client().tls_certs_only([trusted]).build().unwrap();
    let answer = client.get(format!("https://{address}/v1/json/me")).header("api_key", KEY).send().await.unwrap();
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["data"]["role"], "merchant");
}

#[test]
fn a_certificate_that_is_none_is_told_by_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("certificate.pem");
    let problem = serve::tls_config(&missing, &missing).unwrap_err();
    assert!(problem.contains("certificate.pem"), "{problem}");
}

#[tokio::test]
async fn the_controls_move_clock_orders_switches_and_faults() {
    let (shop, address) = served(None).await;
    let client = client().build().unwrap();
    let put = async |method: reqwest::Method, path: &str, body: Value| {
        let request = client.request(method, format!("http://{address}/_control/{path}")).json(&body);
        request.send().await.unwrap().status().as_u16()
    };
    let (post, set) = (reqwest::Method::POST, reqwest::Method::PUT);
    assert_eq!(put(post.clone(), "clock", json!({"advance_s": 60})).await, 200);
    assert_eq!(shop.simulator.clock().now().to_string(), "2026-01-12T09:15:35Z");
    assert_eq!(put(post.clone(), "clock", json!({"set": "2026-02-01T00:00:00Z"})).await, 200);
    assert_eq!(shop.simulator.clock().now().to_string(), "2026-02-01T00:00:00Z");
    let order = crate::shop::order(&json!({"order_id": "B", "key": KEY}));
    assert_eq!(put(post.clone(), "orders", order.clone()).await, 200);
    assert_eq!(put(post.clone(), "orders", order).await, 400);
    assert_eq!(put(post, "orders", json!({})).await, 400);
    assert_eq!(put(set.clone(), "switches", json!({"too_many_requests": true})).await, 200);
    assert_eq!(shop.send("GET", "/me", Value::Null).await.0, 429);
    let chance = json!({"rules": [{"per_mille": 1, "action": {"do": "drop_unread"}}]});
    assert_eq!(put(set.clone(), "faults", chance).await, 400);
    assert_eq!(put(set, "faults", json!({"rules": [{"kind": "me", "action": {"do": "captive_portal"}}]})).await, 200);
    assert_eq!(shop.send("GET", "/me", Value::Null).await, (200, Value::Null));
    let ledger: Value =
        client.get(format!("http://{address}/_control/ledger")).send().await.unwrap().json().await.unwrap();
    assert_eq!(ledger["orders"].as_array().unwrap().len(), 2);
    assert_eq!(ledger["requests"].as_array().unwrap().len(), 2);
}
