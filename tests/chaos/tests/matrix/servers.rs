//! Other ends of the line than the simulator's own.

use crate::bench::{LONG, transport};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use domain::NotSentReason;
use futures_util::future::BoxFuture;
use multisafepay::{Reached, Request, Transport};
use rustls::ServerConfig;
use rustls::pki_types::PrivatePkcs8KeyDer;
use serde_json::Value;
use simulator::Simulator;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Says that the name is not found, because a test must not ask the world for names. `HttpsTransport`'s own tests show
/// that it says so too.
pub struct NoName;

impl Transport for NoName {
    fn send(&self, _: Request) -> BoxFuture<'_, Reached> {
        Box::pin(async { Reached::NotSent(NotSentReason::NameNotFound) })
    }
}

/// How an answer is changed on its way.
pub type Edit = fn(&mut Value);

/// A way to a port where nobody listens.
pub async fn nobody() -> Arc<dyn Transport> {
    let address = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    transport("http", address, LONG)
}

/// A way to the simulator behind a certificate for `name`, valid until the end of `last_year`, that nobody vouches for.
pub async fn certified(simulator: &Simulator, name: &str, last_year: i32) -> Arc<dyn Transport> {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut parameters = rcgen::CertificateParams::new([name.to_owned()]).unwrap();
    parameters.not_before = rcgen::date_time_ymd(2020, 1, 1);
    parameters.not_after = rcgen::date_time_ymd(last_year, 12, 31);
    let certificate = parameters.self_signed(&key).unwrap().der().clone();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let configuration = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], PrivatePkcs8KeyDer::from(key.serialize_der()).into())
        .unwrap();
    let (listener, address) = listen().await;
    tokio::spawn(simulator::serve::serve(simulator.clone(), listener, Some(Arc::new(configuration))));
    transport("https", address, LONG)
}

/// A way to the simulator on which every JSON answer is changed.
pub async fn edited(simulator: &Simulator, edit: Edit) -> Arc<dyn Transport> {
    let (listener, address) = listen().await;
    let router = Router::new().fallback(answer).with_state((simulator.clone(), edit));
    tokio::spawn(async move { axum::serve(listener, router).await });
    transport("http", address, LONG)
}

async fn answer(State((simulator, edit)): State<(Simulator, Edit)>, request: axum::extract::Request) -> Response {
    let response = tower::ServiceExt::oneshot(simulator.router(), request).await.unwrap();
    let (mut head, body) = response.into_parts();
    let content = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let mut value: Value = serde_json::from_slice(&content).unwrap();
    edit(&mut value);
    head.headers.remove(http::header::CONTENT_LENGTH);
    Response::from_parts(head, Body::from(value.to_string()))
}

async fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}
