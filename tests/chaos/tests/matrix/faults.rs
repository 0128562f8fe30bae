//! The faults, in the order of the promises B1 to B3.

use crate::servers::Edit;
use serde_json::{Value, json};
use simulator::{Action, Body, Loose};

/// One fault.
#[derive(Clone, Debug)]
pub enum Fault {
    /// A fault of the simulator.
    Of(Action),
    /// Nobody listens.
    Nobody,
    /// The name is not found.
    NoName,
    /// A certificate for this name, valid until the end of this year, that nobody vouches for.
    Certificate(&'static str, i32),
    /// The types of an answer, as published answers have them.
    Loose(Loose),
    /// An answer that was changed on its way.
    Edited(Edit),
}

/// B1: how a connection fails.
pub fn of_connections() -> Vec<(&'static str, Fault)> {
    vec![
        ("connection refused", Fault::Nobody),
        ("name not found", Fault::NoName),
        ("certificate of nobody", Fault::Certificate("127.0.0.1", 2999)),
        ("certificate expired", Fault::Certificate("127.0.0.1", 2021)),
        ("certificate of another host", Fault::Certificate("api.multisafepay.com", 2999)),
        ("reset before the request was read", Fault::Of(Action::DropUnread)),
        ("reset after it was processed", Fault::Of(Action::DropProcessed)),
        ("half-open: accepted, never processed", Fault::Of(Action::Stall { processed: false })),
        ("stall: processed, never answered", Fault::Of(Action::Stall { processed: true })),
        ("body breaks off after 0 bytes", Fault::Of(Action::Truncate { bytes: 0 })),
        ("body breaks off after 20 bytes", Fault::Of(Action::Truncate { bytes: 20 })),
        ("page of a guest network, 200", Fault::Of(Action::CaptivePortal)),
        ("301 elsewhere", redirect(301)),
        ("302 elsewhere", redirect(302)),
        ("307 elsewhere", redirect(307)),
    ]
}

fn redirect(status: u16) -> Fault {
    Fault::Of(Action::Redirect { status, to: "http://127.0.0.1:9/v1/json/orders/1".to_owned() })
}

/// B2: the statuses.
pub const STATUSES: [u16; 13] = [400, 401, 403, 404, 409, 410, 422, 429, 500, 501, 502, 503, 504];

/// B2: what an answer with such a status carries.
pub fn bodies() -> Vec<(&'static str, Body)> {
    vec![
        ("error envelope", Body::Envelope { code: 1000, info: "Something is wrong".to_owned() }),
        ("empty", Body::Empty),
        ("HTML", Body::Html),
        ("truncated", Body::Truncated),
        ("wrong types", Body::WrongTypes),
    ]
}

/// B3: how answers are shaped. The word before the order's number, and the fault.
pub fn of_shapes() -> Vec<(&'static str, &'static str, Fault)> {
    let loose = Loose::default();
    vec![
        ("order id as a number", "7", Fault::Loose(Loose { ids_swapped: true, ..loose })),
        ("transaction id beyond 2^53", "L", Fault::Loose(Loose { long_ids: true, ..loose })),
        ("order id `001…`", "001", Fault::Loose(Loose { ids_swapped: true, ..loose })),
        ("order id `001…` answered as a number", "001", Fault::Edited(order_id_as_number)),
        ("amounts as text", "A", Fault::Loose(Loose { amounts_as_text: true, ..loose })),
        ("decimals with noise, as text", "N", Fault::Loose(Loose { float_noise: true, ..loose })),
        ("`success` missing", "S", Fault::Loose(Loose { missing_success: true, ..loose })),
        ("`success: \"true\"`", "T", Fault::Of(Action::SuccessAsText)),
        ("`success: false` with data", "U", Fault::Edited(|answer| answer["success"] = false.into())),
        ("`data: []`", "D", Fault::Edited(|answer| answer["data"] = json!([]))),
        ("`data` missing", "E", Fault::Edited(without_data)),
        ("`order_id` missing", "F", Fault::Edited(|answer| remove(answer, "order_id"))),
        ("`transaction_id` missing", "G", Fault::Edited(|answer| remove(answer, "transaction_id"))),
        ("another order's id", "H", Fault::Of(Action::WrongOrderId)),
        ("fields that nobody published", "I", Fault::Edited(with_more)),
        ("body of 3 MB", "J", Fault::Of(Action::Huge { bytes: 3_000_000 })),
        ("body of 5 MB", "K", Fault::Of(Action::Huge { bytes: 5_000_000 })),
        ("100,000 lists within lists", "M", Fault::Of(Action::Nested { levels: 100_000 })),
    ]
}

fn order_id_as_number(answer: &mut Value) {
    let id: Option<u64> = answer["data"]["order_id"].as_str().and_then(|id| id.split('-').next()?.parse().ok());
    answer["data"]["order_id"] = json!(id);
}

fn without_data(answer: &mut Value) {
    if let Some(answer) = answer.as_object_mut() {
        answer.remove("data");
    }
}

fn remove(answer: &mut Value, field: &str) {
    if let Some(data) = answer["data"].as_object_mut() {
        data.remove(field);
    }
}

fn with_more(answer: &mut Value) {
    answer["trace"] = json!({"id": [1, 2.5, null]});
    answer["data"]["new"] = json!({"order_id": "another"});
}
