//! Controls of the served simulator, for tests that drive it from another process. They are not part of the API and need
//! no key; the simulator listens on loopback addresses only.
//!
//! | request | does |
//! |---|---|
//! | `POST /_control/clock` `{"advance_s": n}` or `{"set": "2026-01-12T09:00:00Z"}` | moves the clock |
//! | `POST /_control/orders` an order in the shape of `POST /orders`, plus `key` | puts a paid order |
//! | `PUT /_control/switches` [`Switches`] | settles the open questions |
//! | `PUT /_control/faults` [`Faults`] | takes these rules |
//! | `GET /_control/ledger` | tells every order with what was captured of it, and every request |

use crate::{Faults, Simulator, Switches};
use axum::extract::State;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

/// The API of `simulator`, and these controls beside it.
pub fn router(simulator: &Simulator) -> Router {
    Router::new()
        .route("/_control/clock", post(move_clock))
        .route("/_control/orders", post(place))
        .route("/_control/switches", put(set_switches))
        .route("/_control/faults", put(set_faults))
        .route("/_control/ledger", get(tell))
        .with_state(simulator.clone())
        .merge(simulator.router())
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Move {
    AdvanceS(i64),
    Set(Timestamp),
}

async fn move_clock(State(simulator): State<Simulator>, Json(wanted): Json<Move>) -> Json<Value> {
    match wanted {
        Move::AdvanceS(seconds) => simulator.clock().advance(SignedDuration::from_secs(seconds)),
        Move::Set(at) => simulator.clock().set(at),
    }
    Json(json!({ "now": simulator.clock().now() }))
}

async fn place(State(simulator): State<Simulator>, Json(order): Json<Value>) -> (StatusCode, Json<Value>) {
    let Some(key) = order.get("key").and_then(Value::as_str) else {
        return (StatusCode::BAD_REQUEST, Json(json!({ "message": "the order has no key" })));
    };
    match simulator.place(key, &order) {
        Ok(()) => (StatusCode::OK, Json(json!({}))),
        Err(refusal) => (StatusCode::BAD_REQUEST, Json(refusal.body())),
    }
}

async fn set_switches(State(simulator): State<Simulator>, Json(switches): Json<Switches>) -> Json<Value> {
    simulator.set_switches(switches);
    Json(json!({}))
}

async fn set_faults(State(simulator): State<Simulator>, Json(faults): Json<Faults>) -> (StatusCode, Json<Value>) {
    match simulator.set_faults(faults) {
        Ok(()) => (StatusCode::OK, Json(json!({}))),
        Err(problem) => (StatusCode::BAD_REQUEST, Json(json!({ "message": problem.to_string() }))),
    }
}

async fn tell(State(simulator): State<Simulator>) -> Json<Value> {
    let ledger = simulator.ledger();
    Json(json!({ "orders": ledger.orders(), "requests": ledger.requests() }))
}
