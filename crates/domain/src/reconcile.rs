//! What looks at the order prove about an attempt whose outcome is not known.

mod evidence;
#[cfg(test)]
mod tests;

use crate::{Kind, Money, Reference, Snapshot};
use evidence::{Attempt, Finding};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How many agreeing looks it takes to say that an attempt did not land.
pub const LOOKS_NEEDED: usize = 3;

/// Over how long a time these looks must spread, at least, in seconds during which the computer was awake.
pub const TIME_NEEDED_S: u64 = 300;

/// What one question to the server showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// When it was asked, after the attempt.
    pub at: Timestamp,
    /// For how many seconds the computer was awake since the look before this one; `None` where nobody knows, because
    /// that one was made by an earlier run or another process. While a computer sleeps nothing arrives, and a clock can
    /// be set.
    #[serde(default)]
    pub waited_s: Option<u32>,
    /// The order as it was then; `None` when it could not be read.
    pub order: Option<Snapshot>,
    /// Whether an order with our reference exists; `None` when that could not be read.
    pub reference: Option<ReferenceSeen>,
}

/// What was found under our reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "seen", rename_all = "snake_case")]
pub enum ReferenceSeen {
    /// Nothing.
    Absent,
    /// A transaction of this amount.
    Present {
        /// Its amount.
        amount: Money,
        /// MultiSafepay's number.
        transaction: Option<String>,
    },
}

/// What the looks prove.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// It landed.
    Landed {
        /// How we know.
        proof: crate::Proof,
    },
    /// It did not land.
    NotLanded,
    /// Not known yet.
    Unknown {
        /// Set when what was seen does not fit together and a person must look.
        contradiction: Option<Contradiction>,
    },
}

/// What does not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Contradiction {
    /// The remaining amount or the order's state changed, but not as this capture would have changed it.
    RemainingChangedOtherwise,
    /// Our reference is there with another amount.
    ReferenceHasOtherAmount,
    /// The remaining amount fell as this capture would, but the reference is not there: perhaps someone else's capture.
    LookAlike,
    /// The order was released or has ended since.
    ReleasedOrEnded,
    /// Our reference is there, but the order does not show that anything was taken.
    ReferenceWithoutRemaining,
}

/// What the looks prove about an attempt of `kind` that would have taken `amount` under `reference` from the order as
/// it was `before`. Total: every combination has an answer, and only a proof ends the question.
///
/// It landed when any look proves it: see `Attempt::proof`. It did not land when at least [`LOOKS_NEEDED`] whole looks
/// that spread over [`TIME_NEEDED_S`] found the order as it was and no reference, and no look found anything else. What
/// was seen once does not go away: after it only a proof, or a person, ends the question. Where looks found different
/// things, the newest whole look names the contradiction.
#[must_use]
pub fn judge(kind: Kind, amount: Money, reference: &Reference, before: &Snapshot, looks: &[Look]) -> Verdict {
    let attempt = Attempt { kind, amount, reference, before };
    if let Some(proof) = looks.iter().find_map(|look| attempt.proof(look)) {
        return Verdict::Landed { proof };
    }
    let findings = attempt.findings(looks);
    if findings.iter().all(|(_, finding)| !matches!(finding, Finding::Changed(_))) {
        let landed_not = are_enough(&findings);
        return if landed_not { Verdict::NotLanded } else { Verdict::Unknown { contradiction: None } };
    }
    let newest = |whole_only: bool| {
        let looks = findings.iter().rev().filter(|(look, _)| !whole_only || attempt.is_whole(look));
        looks.map(|(_, finding)| finding).find_map(|finding| match finding {
            Finding::Changed(contradiction) => *contradiction,
            _ => None,
        })
    };
    Verdict::Unknown { contradiction: newest(true).or_else(|| newest(false)) }
}

/// Over how long a time whole looks have found the order as it was, in seconds during which the computer was awake;
/// `None` when the last look was not such a one.
#[must_use]
pub fn agreed_s(kind: Kind, amount: Money, reference: &Reference, before: &Snapshot, looks: &[Look]) -> Option<u64> {
    let findings = Attempt { kind, amount, reference, before }.findings(looks);
    matches!(findings.last(), Some((_, Finding::Unchanged))).then(|| spread(&findings))
}

/// Whether the looks that found nothing changed are many enough over a time long enough.
fn are_enough(findings: &[(&Look, Finding)]) -> bool {
    let agreeing = findings.iter().filter(|(_, finding)| *finding == Finding::Unchanged).count();
    #[cfg(feature = "planted")]
    if crate::planted::is_broken(crate::planted::Rule::LookThreeTimes) {
        return agreeing > 0;
    }
    agreeing >= LOOKS_NEEDED && spread(findings) >= TIME_NEEDED_S
}

/// The time from the first look that found nothing changed to the last.
fn spread(findings: &[(&Look, Finding)]) -> u64 {
    let is_unchanged = |(_, finding): &(&Look, Finding)| *finding == Finding::Unchanged;
    let (first, last) = (findings.iter().position(is_unchanged), findings.iter().rposition(is_unchanged));
    let after_first = first.zip(last).and_then(|(first, last)| findings.get(first.saturating_add(1)..=last));
    after_first.unwrap_or_default().iter().map(|(look, _)| u64::from(look.waited_s.unwrap_or(0))).sum()
}
