//! How the API says no.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// An error envelope with its HTTP status (`api/multisafepay.md` §4.1, shape 1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// `error_code`.
    pub code: u32,
    /// `error_info`.
    pub info: String,
}

impl Refusal {
    /// A refusal of these three parts.
    #[must_use]
    pub fn new(status: u16, code: u32, info: &str) -> Self {
        Self { status, code, info: info.to_owned() }
    }

    /// The key belongs to no site.
    pub(crate) fn invalid_key() -> Self {
        Self::new(401, 1032, "Invalid API key")
    }

    /// No such order under this key.
    pub(crate) fn not_found() -> Self {
        Self::new(404, 1006, "Invalid transaction ID")
    }

    /// The id is taken, too long or not a text.
    pub(crate) fn invalid_order_id() -> Self {
        Self::new(400, 1006, "Invalid transaction ID")
    }

    /// Zero, negative, or not an amount.
    pub(crate) fn invalid_amount() -> Self {
        Self::new(400, 1001, "Invalid amount")
    }

    /// A currency that is none, or another than the order's.
    pub(crate) fn invalid_currency() -> Self {
        Self::new(400, 1002, "Invalid currency")
    }

    /// A field is missing or holds a word the API does not know.
    pub(crate) fn missing_data(info: &str) -> Self {
        Self::new(400, 1016, info)
    }

    /// The cart does not add up to the amount.
    pub(crate) fn cart_total() -> Self {
        Self::new(400, 1027, "Invalid cart: total does not match the amount")
    }

    /// Nothing can be refunded, or not this much, or not again so soon.
    pub(crate) fn cannot_refund() -> Self {
        Self::new(400, 1034, "Cannot refund transaction")
    }

    /// The envelope's JSON.
    #[must_use]
    pub fn body(&self) -> Value {
        json!({ "success": false, "data": {}, "error_code": self.code, "error_info": self.info })
    }
}
