//! Fields of a request, read as leniently as the API reads them.

use crate::Refusal;
use serde_json::Value;

/// The longest id (`api/multisafepay.md` §1.2).
const LONGEST_ID: usize = 50;

/// A field as text; a number counts as its digits, an empty text and null as absent.
pub(crate) fn text(body: &Value, name: &str) -> Option<String> {
    match body.get(name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// An id of at most 50 characters.
pub(crate) fn id(body: &Value, name: &str) -> Result<Option<String>, Refusal> {
    let id = text(body, name);
    let too_long = id.as_ref().is_some_and(|id| id.chars().count() > LONGEST_ID);
    if too_long { Err(Refusal::invalid_order_id()) } else { Ok(id) }
}

/// Minor units, as integer or as text (`api/multisafepay.md` §1.2).
pub(crate) fn amount(body: &Value, name: &str) -> Result<Option<i64>, Refusal> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Number(number)) => number.as_i64().map(Some).ok_or_else(Refusal::invalid_amount),
        Some(Value::String(text)) => text.trim().parse().map(Some).map_err(|_| Refusal::invalid_amount()),
        Some(_) => Err(Refusal::invalid_amount()),
    }
}
