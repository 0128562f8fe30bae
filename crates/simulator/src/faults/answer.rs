//! What a fault makes of an answer.

use super::{Action, Body};
use axum::response::{IntoResponse, Response};
use domain::NotSentReason;
use http::StatusCode;
use http::header::{CONTENT_TYPE, LOCATION};
use serde_json::{Value, json};
use std::time::Duration;

const PAGE: &str = "<!doctype html><title>Service unavailable</title><h1>Service unavailable</h1>";
const PORTAL: &str = "<!doctype html><title>Guest network</title><form><button>Connect</button></form>";

/// What HTTP itself cannot say. It travels with a response as an extension; whoever carries the response to the client,
/// in-process or over a socket, acts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mishap {
    /// Nothing leaves the client.
    NotSent(NotSentReason),
    /// The connection breaks instead of an answer.
    Dropped,
    /// The body breaks off after so many bytes.
    Cut(usize),
    /// The answer comes this much later.
    Late(Duration),
    /// No answer ever comes.
    Stalled,
}

/// Whether the request meets this fault before the ledger sees it.
pub(crate) fn is_met_unread(action: &Action) -> bool {
    match action {
        Action::NotSent { .. } | Action::DropUnread | Action::Redirect { .. } | Action::CaptivePortal => true,
        Action::Stall { processed } | Action::Answer { processed, .. } => !processed,
        Action::DropProcessed
        | Action::Delay { .. }
        | Action::Truncate { .. }
        | Action::WrongOrderId
        | Action::SuccessAsText
        | Action::Huge { .. }
        | Action::Nested { .. } => false,
    }
}

/// What a fault does to the JSON of a true answer.
pub(crate) fn alter(action: &Action, body: &mut Value) {
    let Some(fields) = body.as_object_mut() else { return };
    match action {
        Action::WrongOrderId => {
            if let Some(data) = fields.get_mut("data").and_then(Value::as_object_mut) {
                data.insert("order_id".to_owned(), "another-order".into());
            }
        }
        Action::SuccessAsText => {
            fields.insert("success".to_owned(), "true".into());
        }
        Action::Huge { bytes } => {
            fields.insert("padding".to_owned(), "x".repeat(*bytes).into());
        }
        _ => {}
    }
}

/// The response that takes the place of `reply`, the true answer; that is `None` where the ledger saw nothing.
pub(crate) fn answer_of(action: &Action, reply: Option<Response>) -> Response {
    let kept = || reply.unwrap_or_else(|| StatusCode::BAD_GATEWAY.into_response());
    match action {
        Action::NotSent { reason } => with(kept(), Mishap::NotSent(*reason)),
        Action::DropUnread | Action::DropProcessed => with(kept(), Mishap::Dropped),
        Action::Delay { ms } => with(kept(), Mishap::Late(Duration::from_millis(*ms))),
        Action::Stall { .. } => with(kept(), Mishap::Stalled),
        Action::Truncate { bytes } => with(kept(), Mishap::Cut(*bytes)),
        Action::Answer { status, body, .. } => instead(*status, body),
        Action::Redirect { status, to } => (status_of(*status), [(LOCATION, to.clone())]).into_response(),
        Action::CaptivePortal => (StatusCode::OK, [(CONTENT_TYPE, "text/html")], PORTAL).into_response(),
        Action::Nested { levels } => json_text(StatusCode::OK, nested(*levels)),
        Action::WrongOrderId | Action::SuccessAsText | Action::Huge { .. } => kept(),
    }
}

fn instead(status: u16, body: &Body) -> Response {
    let status = status_of(status);
    match body {
        Body::Envelope { code, info } => json_text(
            status,
            json!({ "success": false, "data": {}, "error_code": code, "error_info": info }).to_string(),
        ),
        Body::Empty => status.into_response(),
        Body::Html => (status, [(CONTENT_TYPE, "text/html")], PAGE).into_response(),
        Body::Truncated => json_text(status, r#"{"success":true,"data":{"order_id":"#.to_owned()),
        Body::WrongTypes => {
            json_text(status, r#"{"success":[1],"data":"yes","error_code":{},"error_info":0.5}"#.to_owned())
        }
    }
}

fn nested(levels: usize) -> String {
    format!(r#"{{"success":true,"data":{}{}}}"#, "[".repeat(levels), "]".repeat(levels))
}

fn json_text(status: StatusCode, text: String) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], text).into_response()
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn with(mut response: Response, mishap: Mishap) -> Response {
    response.extensions_mut().insert(mishap);
    response
}
