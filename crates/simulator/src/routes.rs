//! The API's paths: one request in, one answer out.

pub(crate) mod body;
mod capture;
mod list;
mod me;
mod methods;
mod order;
mod refund;
mod release;
mod ship;

use crate::{Ledger, Refusal, loose};
use http::Method;
use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

/// The parts of a request that its head tells.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub method: Method,
    /// The percent-decoded segments of the path, without the API's prefix.
    pub segments: Vec<String>,
    /// The percent-decoded query, in its order, without the key.
    pub query: Vec<(String, String)>,
    /// Where the request was addressed to.
    pub host: String,
    key: Option<String>,
}

/// An answer before it is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reply {
    pub status: u16,
    pub body: Value,
}

impl Reply {
    /// 200 with `success` and `data`.
    pub fn data(data: Value) -> Self {
        let fields = [("success".to_owned(), Value::Bool(true)), ("data".to_owned(), data)];
        Self { status: 200, body: fields.into_iter().collect() }
    }

    /// An error of shape 2 (`api/multisafepay.md` §4.1).
    fn message(status: u16, message: &str) -> Self {
        Self { status, body: json!({ "message": message }) }
    }
}

impl From<Refusal> for Reply {
    fn from(refusal: Refusal) -> Self {
        Self { status: refusal.status, body: refusal.body() }
    }
}

impl Asked {
    /// Reads the head. The key may come as header `api_key`, as bearer token or in the query (`api/multisafepay.md` §1.1).
    pub fn read(head: &http::request::Parts) -> Self {
        let mut query: Vec<_> = head.uri.query().unwrap_or_default().split('&').filter_map(pair).collect();
        let of_query = query.iter().position(|(name, _)| name == "api_key").map(|place| query.remove(place).1);
        let header = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok());
        let bearer = header("authorization").and_then(|value| value.strip_prefix("Bearer "));
        let key = header("api_key").or(bearer).map(|key| key.trim().to_owned()).or(of_query);
        Self {
            method: head.method.clone(),
            segments: segments(head.uri.path()),
            query,
            host: header("host").unwrap_or("simulator.invalid").to_owned(),
            key,
        }
    }

    /// The decoded path, as the log shows it.
    pub fn path(&self) -> String {
        format!("/{}", self.segments.join("/"))
    }

    fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(asked, _)| asked == name).map(|(_, value)| value.as_str())
    }
}

/// Splits before decoding, so that an encoded slash stays within its segment.
fn segments(path: &str) -> Vec<String> {
    let mut raw: Vec<_> = path.trim_matches('/').split('/').collect();
    for prefix in ["v1", "json"] {
        if raw.first() == Some(&prefix) {
            raw.remove(0);
        }
    }
    raw.into_iter().map(decoded).collect()
}

fn pair(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once('=')?;
    let name = decoded(name);
    Some((name.trim_end_matches("[]").to_owned(), decoded(&value.replace('+', " "))))
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Answers one request. `body` is what a write carries, as JSON.
pub(crate) fn answer(ledger: &mut Ledger, asked: &Asked, body: &Value, now: Timestamp) -> Reply {
    ledger.sweep(now);
    let mut reply = find_answer(ledger, asked, body, now).unwrap_or_else(Reply::from);
    loose::loosen(&mut reply.body, ledger.switches.loose);
    reply
}

fn find_answer(ledger: &mut Ledger, asked: &Asked, body: &Value, now: Timestamp) -> Result<Reply, Refusal> {
    let segments: Vec<&str> = asked.segments.iter().map(String::as_str).collect();
    if let (&Method::GET, ["connect", session]) = (&asked.method, segments.as_slice()) {
        return order::pay(ledger, session, now);
    }
    if ledger.switches.too_many_requests {
        return Ok(Reply::message(429, "Too Many Requests"));
    }
    let Some(site) = asked.key.as_deref().and_then(|key| ledger.site_of(key)) else {
        return if segments.first() == Some(&"transactions") {
            Ok(Reply::message(403, "Forbidden"))
        } else {
            Err(Refusal::invalid_key())
        };
    };
    match (asked.method.as_str(), segments.as_slice()) {
        ("POST", ["orders"]) => order::create(ledger, site, asked, body, now),
        ("GET", ["orders", id]) => order::show(ledger, site, id),
        ("PATCH", ["orders", id]) => ship::update(ledger, site, id, body, now),
        ("POST", ["orders", id, "capture"]) => capture::capture(ledger, site, id, body, now),
        ("POST", ["orders", id, "refunds"]) => refund::refund(ledger, site, id, body, now),
        ("PATCH", ["capture", id]) => release::release(ledger, site, id, body, now),
        ("GET", ["me"]) => Ok(me::me(site)),
        ("GET", ["gateways"]) => Ok(methods::gateways()),
        ("GET", ["payment-methods"]) => Ok(methods::all()),
        ("GET", ["payment-methods", id]) => Ok(methods::one(id)),
        ("GET", ["transactions"]) => Ok(list::list(ledger, site, asked)),
        ("GET", ["transactions", id]) => Ok(list::one(ledger, site, id)),
        _ => Ok(Reply::message(404, "Not found")),
    }
}
