//! `PATCH /capture/{order_id}`: giving up what remains (`api/multisafepay.md` §3).

use super::failure::{Envelope, Success};
use super::judge;
use crate::{Answer, WriteOutcome};
use domain::OrderId;
use serde::Serialize;

#[derive(Serialize)]
struct Body<'a> {
    status: &'static str,
    reason: &'a str,
}

/// The JSON body of a release.
pub fn body(reason: &str) -> String {
    serde_json::to_string(&Body { status: "cancelled", reason }).unwrap_or_default()
}

/// What `answer` to a release of what remains of `order` proves.
pub fn judge(answer: &Answer, order: &OrderId) -> WriteOutcome {
    judge::judge(answer, &[order.as_str()], says_yes)
}

/// The documented answer says `success` twice, beside `data` and in it: one of them is enough, and none may say no.
fn says_yes(envelope: &Envelope<'_>) -> bool {
    let nested = envelope.data().map_or(Success::Missing, |data| Success::of(&data));
    matches!(
        (envelope.success(), nested),
        (Success::Yes, Success::Yes | Success::Missing) | (Success::Missing, Success::Yes)
    )
}
