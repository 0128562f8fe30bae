//! The open questions about the API, each as a switch (`api/multisafepay.md` §7).

use crate::Refusal;
use serde::{Deserialize, Serialize};

/// How the simulator answers what the public record leaves open. The default is the safest assumption of §7.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Switches {
    /// What an order looks like when its remainder was given up after a capture (§7.6).
    pub release: ReleaseVariant,
    /// What a second use of a `new_order_id` does (§7.2).
    pub duplicate: Duplicate,
    /// How related transactions are listed (§7.9).
    pub related: RelatedRows,
    /// What becomes of `capture_remain` after a void or the expiry (§7.7).
    pub after_void: AfterVoid,
    /// How many seconds after its expiry an order turns void (§7.8).
    pub expiry_delay_s: i64,
    /// `capture_expiry` is left out.
    pub without_expiry: bool,
    /// A capture is accepted and then declined: money does not move (§7.11).
    pub capture_declined: bool,
    /// Every request is answered 429 (§7.15).
    pub too_many_requests: bool,
    /// Status and code of the refusals nobody published (§7.1).
    pub refusals: Refusals,
    /// Loose typing of answers (§8).
    pub loose: Loose,
}

/// §7.6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseVariant {
    /// Stays completed, with a related row `auth-cancellation` that is void.
    #[default]
    Plugin,
    /// Turns void/void, with the same row.
    Docs,
}

/// §7.2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duplicate {
    /// 400/1006.
    #[default]
    Refused,
    /// Money moves a second time.
    SucceedsAgain,
    /// The first result is told again; nothing moves.
    FirstResult,
}

/// §7.9.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelatedRows {
    /// With `type`.
    #[default]
    Typed,
    /// Without `type`, as older rows are.
    Untyped,
    /// `related_transactions` is null.
    Null,
}

/// §7.7.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterVoid {
    /// `capture_remain` is 0 and the expiry is kept.
    #[default]
    Zero,
    /// Both vanish.
    Absent,
}

/// §7.1 and §7.18.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Refusals {
    /// More than remains.
    pub over_capture: Refusal,
    /// The reservation has ended.
    pub expired: Refusal,
    /// Never under manual capture, or given up.
    pub not_capturable: Refusal,
    /// Nothing remains.
    pub already_captured: Refusal,
    /// Nothing to give up.
    pub not_releasable: Refusal,
}

impl Default for Refusals {
    fn default() -> Self {
        Self {
            over_capture: Refusal::new(400, 1001, "Invalid amount"),
            expired: Refusal::new(400, 1000, "Reservation expired"),
            not_capturable: Refusal::new(400, 1000, "Transaction cannot be captured"),
            already_captured: Refusal::new(400, 1000, "Transaction already captured"),
            not_releasable: Refusal::new(400, 1000, "Reservation cannot be cancelled"),
        }
    }
}

/// Loose typing, each kind seen in published answers (`api/multisafepay.md` §2.1, §4.1, §8).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own, and any mixture occurs")]
pub struct Loose {
    /// `order_id` as a number where it can be one, `transaction_id` as text.
    pub ids_swapped: bool,
    /// Amounts in minor units as text.
    pub amounts_as_text: bool,
    /// Decimals with the noise of floats, and some of them as text.
    pub float_noise: bool,
    /// An empty `data` as a list.
    pub empty_data_list: bool,
    /// `success` is left out where there is data.
    pub missing_success: bool,
    /// Transaction ids beyond 2^53.
    pub long_ids: bool,
}

impl Loose {
    /// All of it at once.
    #[must_use]
    pub const fn all() -> Self {
        Self {
            ids_swapped: true,
            amounts_as_text: true,
            float_noise: true,
            empty_data_list: true,
            missing_success: true,
            long_ids: true,
        }
    }
}
