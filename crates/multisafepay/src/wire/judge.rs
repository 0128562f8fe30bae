//! What an answer to a write proves (`api/multisafepay.md` §9).

use super::failure::Envelope;
use crate::{Answer, WriteOutcome};
use domain::UnclearReason;

/// Judges `answer`. It was done only when the status is 2xx, the body is JSON, `says_yes` finds the yes in it and
/// `data.order_id` is one of `ids`. It was refused only by a well-formed no. Everything else proves nothing.
pub fn judge(answer: &Answer, ids: &[&str], says_yes: fn(&Envelope<'_>) -> bool) -> WriteOutcome {
    let status = answer.status;
    if let Some(outcome) = judge_status(status) {
        return outcome;
    }
    let unreadable = WriteOutcome::Unclear(UnclearReason::Unreadable { status });
    let Some(envelope) = Envelope::open(answer) else { return unreadable };
    if let Some(refused) = envelope.refused() {
        return WriteOutcome::Refused(refused);
    }
    let yes = (200..=299).contains(&status) && says_yes(&envelope);
    let Some(data) = envelope.data().filter(|_| yes) else { return unreadable };
    let Some(order) = data.get("order_id") else { return unreadable };
    match (ids.iter().any(|id| order.is_id(id)), order.text()) {
        (true, Some(order)) => WriteOutcome::Done { transaction: data.text("transaction_id"), order },
        (false, Some(_)) => WriteOutcome::Unclear(UnclearReason::OtherOrder),
        (_, None) => unreadable,
    }
}

/// What the status alone decides.
fn judge_status(status: u16) -> Option<WriteOutcome> {
    #[cfg(feature = "planted")]
    if status >= 500 && domain::planted::is_broken(domain::planted::Rule::DoubtServerTrouble) {
        return Some(WriteOutcome::Refused(domain::Refused { status, code: None, info: None }));
    }
    match status {
        300..=399 => Some(WriteOutcome::Unclear(UnclearReason::Redirected { status })),
        429 | 500..=599 => Some(WriteOutcome::Unclear(UnclearReason::ServerTrouble { status })),
        _ => None,
    }
}
