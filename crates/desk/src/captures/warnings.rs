//! What looks like a capture that was made already, and needs one more deliberate act.

use super::is_taken;
use crate::view::{Warning, moment};
use domain::{Authorisation, EndedReservation, Intent, Kind, NotCapturable, State};
use jiff::{SignedDuration, Timestamp};
use journal::Entry;

/// Within this time the same amount on the same order is asked about.
const SAME_AMOUNT_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// What speaks for asking once more.
pub(super) fn of(intent: &Intent, authorisation: &Authorisation, entries: &[Entry], now: Timestamp) -> Vec<Warning> {
    let mut warnings = Vec::new();
    warnings.extend(same_invoice(intent, entries));
    warnings.extend(same_amount(intent, authorisation, entries, now));
    if is_taken(&intent.reference, authorisation, entries) {
        warnings.push(Warning::ReferenceTaken { reference: intent.reference.to_string() });
    }
    if let Err(NotCapturable::Ended { at: Some(at) }) = authorisation.capturable(now, EndedReservation::Refuse) {
        warnings.push(Warning::Ended { at: moment(at) });
    }
    warnings
}

fn may_have_landed(entry: &Entry) -> bool {
    entry.intent.kind == Kind::Capture
        && matches!(entry.progress.state, State::Captured | State::Sending | State::Unclear)
}

fn written_at(entry: &Entry) -> Option<Timestamp> {
    entry.events.first().map(|written| written.at)
}

fn same_invoice(intent: &Intent, entries: &[Entry]) -> Option<Warning> {
    let invoice = intent.details.invoice.as_ref()?;
    let same = |entry: &&Entry| may_have_landed(entry) && entry.intent.details.invoice.as_ref() == Some(invoice);
    entries.iter().rev().find(same).map(|entry| Warning::SameInvoice {
        amount: entry.intent.amount.into(),
        at: written_at(entry).map(moment),
        order: entry.intent.order.to_string(),
    })
}

/// The same amount on this order within 24 hours: captured here, or listed by the server.
fn same_amount(intent: &Intent, authorisation: &Authorisation, entries: &[Entry], now: Timestamp) -> Option<Warning> {
    let here = entries
        .iter()
        .filter(|entry| may_have_landed(entry) && entry.intent.amount == intent.amount)
        .filter_map(written_at);
    let there = authorisation.captures().filter(|row| row.amount == intent.amount).filter_map(|row| row.created);
    let newest = here.chain(there).filter(|at| now.duration_since(*at) <= SAME_AMOUNT_WITHIN).max()?;
    Some(Warning::SameAmount { amount: intent.amount.into(), at: moment(newest) })
}
