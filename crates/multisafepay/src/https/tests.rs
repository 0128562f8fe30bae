//! How far a request gets, over real sockets, and that it arrives at most once.

use super::server::{Seen, Server, answer, read_request, reset_after_reading, reset_before_reading, stall, tls};
use super::{HttpsTransport, Limits};
use crate::{Answer, ApiKey, ApiUrl, Method, Reached, Request, Transport, Unanswered};
use domain::NotSentReason;
use std::io::Write;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

const KEY: &str = "canary-0123456789";
/// For what ends by itself, on a busy machine too.
const LONG: Limits =
    Limits { connect: Duration::from_secs(10), read: Duration::from_secs(20), write: Duration::from_secs(20) };
/// For what ends only when its time is over.
const SHORT: Limits = Limits { connect: LONG.connect, read: Duration::from_secs(1), write: Duration::from_secs(1) };
const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

fn request(method: Method) -> Request {
    let body = method.writes().then(|| "{\"amount\":1}".to_owned());
    Request { method, path: "/orders/a%2Fb".to_owned(), body, key: ApiKey::new(KEY.to_owned()).unwrap() }
}

fn answered(status: u16, body: &str) -> Reached {
    Reached::Answered(Answer { status, body: body.as_bytes().to_vec() })
}

/// Sends a write and a read to a server that treats connections so: each gets as far as expected and arrives once.
async fn check(treat: impl Fn(TcpStream) -> Seen + Send + Clone + 'static, expected: Reached) {
    let limits = if expected == Reached::Unanswered(Unanswered::TimedOut) { SHORT } else { LONG };
    for method in [Method::Post, Method::Patch, Method::Get] {
        let server = Server::start(treat.clone());
        let transport = HttpsTransport::with_limits(server.url(), "0", limits).unwrap();
        assert_eq!(transport.send(request(method)).await, expected, "{method:?}");
        drop(transport);
        assert_eq!(server.requests().len(), 1, "{method:?}");
    }
}

/// Sends a write over TLS to a server with a certificate for `name`.
async fn check_tls(name: &str, last_year: i32, trusted: bool, expected: Reached, arrived: usize) {
    let (server, certificate) = tls(name, last_year, OK);
    let url = ApiUrl::local(&format!("https://{}", server.address())).unwrap();
    let transport = HttpsTransport::build(url, "0", LONG, |builder| {
        let certificate = reqwest::Certificate::from_der(&certificate).unwrap();
        if trusted { builder.tls_certs_only([certificate]) } else { builder }
    });
    assert_eq!(transport.unwrap().send(request(Method::Post)).await, expected, "{name}");
    assert_eq!(server.requests().len(), arrived, "{name}");
}

/// Sends a write to MultiSafepay's test environment through a proxy.
async fn through_proxy(proxy: SocketAddr) -> Reached {
    let transport = HttpsTransport::build(ApiUrl::test(), "0", LONG, |builder| {
        builder.proxy(reqwest::Proxy::all(format!("http://{proxy}")).unwrap())
    });
    transport.unwrap().send(request(Method::Post)).await
}

fn closed_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

#[tokio::test]
async fn a_whole_answer_is_handed_on_whatever_it_says() {
    check(answer(OK.to_vec()), answered(200, "{}")).await;
    let page = "<html>Please log in to this network</html>";
    let portal = format!("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n{page}");
    check(answer(b"HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n".to_vec()), answered(503, "")).await;
    let server = Server::start(answer(portal.into_bytes()));
    let transport = HttpsTransport::with_limits(server.url(), "0", LONG).unwrap();
    assert_eq!(transport.send(request(Method::Post)).await, answered(200, page));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [301_u16, 302, 303, 307, 308] {
        let target = Server::start(answer(OK.to_vec()));
        let location = format!("http://{}/v1/json/orders/1/capture", target.address());
        let redirect = format!("HTTP/1.1 {status} Go\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n");
        let server = Server::start(answer(redirect.into_bytes()));
        let transport = HttpsTransport::with_limits(server.url(), "0", LONG).unwrap();
        assert_eq!(transport.send(request(Method::Post)).await, answered(status, ""));
        assert_eq!((server.requests().len(), target.requests().len()), (1, 0));
    }
}

#[tokio::test]
async fn a_refused_connection_sends_nothing() {
    let url = ApiUrl::local(&format!("http://{}", closed_port())).unwrap();
    let transport = HttpsTransport::with_limits(url, "0", LONG).unwrap();
    assert_eq!(transport.send(request(Method::Post)).await, Reached::NotSent(NotSentReason::NoConnection));
}

#[tokio::test]
async fn a_connection_lost_after_it_was_made_proves_nothing() {
    check(reset_before_reading, Reached::Unanswered(Unanswered::ConnectionLost)).await;
    check(|mut stream| (read_request(&mut stream), None), Reached::Unanswered(Unanswered::ConnectionLost)).await;
    let server = Server::start(reset_after_reading);
    let transport = HttpsTransport::with_limits(server.url(), "0", LONG).unwrap();
    let reached = transport.send(request(Method::Post)).await;
    assert_eq!(reached, Reached::Unanswered(Unanswered::ConnectionLost));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_cut() {
    let cut = Reached::Unanswered(Unanswered::Cut);
    check(answer(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n".to_vec()), cut.clone()).await;
    check(answer(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"success\":true".to_vec()), cut.clone()).await;
    check(answer(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"suc\r\n".to_vec()), cut).await;
}

#[tokio::test]
async fn an_answer_larger_than_any_of_the_api_is_cut() {
    let head = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n";
    check(answer([head.as_slice(), &vec![b' '; 5_000_000]].concat()), Reached::Unanswered(Unanswered::Cut)).await;
}

#[tokio::test]
async fn silence_ends_when_its_time_is_over() {
    check(stall, Reached::Unanswered(Unanswered::TimedOut)).await;
    let half = |mut stream: TcpStream| {
        let request = read_request(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{");
        (request, Some(stream))
    };
    check(half, Reached::Unanswered(Unanswered::TimedOut)).await;
}

#[tokio::test]
async fn a_connection_that_is_not_made_in_time_sends_nothing() {
    let server = Server::start(|stream| (None, Some(stream)));
    let url = ApiUrl::local(&format!("https://{}", server.address())).unwrap();
    let transport =
        HttpsTransport::with_limits(url, "0", Limits { connect: Duration::from_millis(200), ..LONG }).unwrap();
    assert_eq!(transport.send(request(Method::Post)).await, Reached::NotSent(NotSentReason::ConnectTimedOut));
}

#[tokio::test]
async fn a_server_that_cannot_prove_who_it_is_gets_nothing() {
    let untrusted = || Reached::NotSent(NotSentReason::CertificateNotTrusted);
    check_tls("127.0.0.1", 2999, true, answered(200, "{}"), 1).await;
    check_tls("127.0.0.1", 2999, false, untrusted(), 0).await;
    check_tls("127.0.0.1", 2020, true, untrusted(), 0).await;
    check_tls("api.multisafepay.com", 2999, true, untrusted(), 0).await;
}

#[tokio::test]
async fn a_server_without_tls_gets_nothing_over_https() {
    let server = Server::start(|mut stream| {
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        (None, Some(stream))
    });
    let url = ApiUrl::local(&format!("https://{}", server.address())).unwrap();
    let transport = HttpsTransport::with_limits(url, "0", LONG).unwrap();
    assert_eq!(transport.send(request(Method::Post)).await, Reached::NotSent(NotSentReason::NoConnection));
}

#[tokio::test]
async fn a_proxy_that_refuses_sends_nothing_and_never_sees_the_key() {
    let refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
    let proxy = Server::start(answer(refusal.to_vec()));
    assert_eq!(through_proxy(proxy.address()).await, Reached::NotSent(NotSentReason::Proxy));
    assert_eq!(through_proxy(closed_port()).await, Reached::NotSent(NotSentReason::Proxy));
    let seen = proxy.requests().concat();
    assert!(seen.starts_with("CONNECT testapi.multisafepay.com:443 "), "{seen}");
    assert!(!seen.contains(KEY) && !seen.contains("orders"), "{seen}");
}

#[tokio::test]
async fn a_name_that_is_not_found_sends_nothing() {
    struct NoNames;
    impl reqwest::dns::Resolve for NoNames {
        fn resolve(&self, _: reqwest::dns::Name) -> reqwest::dns::Resolving {
            Box::pin(async { Err(std::io::Error::other("no such name").into()) })
        }
    }
    let transport =
        HttpsTransport::build(ApiUrl::live(), "0", LONG, |builder| builder.no_proxy().dns_resolver(NoNames));
    let reached = transport.unwrap().send(request(Method::Post)).await;
    assert_eq!(reached, Reached::NotSent(NotSentReason::NameNotFound));
}

#[tokio::test]
async fn every_write_has_a_connection_of_its_own() {
    let server = Server::start(|mut stream| {
        let request = read_request(&mut stream);
        let _ = stream.write_all(OK);
        (request, Some(stream))
    });
    let transport = HttpsTransport::with_limits(server.url(), "0", LONG).unwrap();
    for method in [Method::Get, Method::Post, Method::Post, Method::Patch] {
        assert_eq!(transport.send(request(method)).await, answered(200, "{}"), "{method:?}");
    }
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn the_request_is_what_was_asked_for_and_the_key_is_a_header_only() {
    let server = Server::start(answer(OK.to_vec()));
    let base = ApiUrl::local(&format!("http://{}/v1/json/", server.address())).unwrap();
    let transport = HttpsTransport::with_limits(base, "1.2.3", LONG).unwrap();
    transport.send(request(Method::Patch)).await;
    let host = server.address();
    let [seen] = server.requests().try_into().unwrap();
    let expected = format!(
        "PATCH /v1/json/orders/a%2Fb HTTP/1.1\r\napi_key: {KEY}\r\ncontent-type: application/json\r\n\
         accept: application/json\r\nuser-agent: CaptureDesk/1.2.3\r\nhost: {host}\r\ncontent-length: 12\r\n\r\n\
         {{\"amount\":1}}"
    );
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn an_address_that_a_url_reader_would_change_is_not_sent() {
    let server = Server::start(answer(OK.to_vec()));
    let transport = HttpsTransport::with_limits(server.url(), "0", LONG).unwrap();
    for path in ["/orders/../me", "/orders/%2e%2e/capture", "/a b", "/a\\b", "/a\n"] {
        let request = Request { path: path.to_owned(), ..request(Method::Post) };
        assert_eq!(transport.send(request).await, Reached::NotSent(NotSentReason::Unbuildable), "{path:?}");
    }
    assert_eq!(server.requests(), Vec::<String>::new());
}

#[test]
fn the_key_is_not_printed_with_the_request() {
    let transport = HttpsTransport::with_limits(ApiUrl::test(), "0", LONG).unwrap();
    let built = transport.request(request(Method::Post)).unwrap();
    assert!(!format!("{built:?} {:?}", request(Method::Post)).contains(KEY));
}
