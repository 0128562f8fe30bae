//! What looks like a capture that was made already, and needs one more deliberate act.

use super::{is_taken, preview::History};
use crate::view::{Warning, moment};
use domain::{Authorisation, EndedReservation, Intent, Kind, NotCapturable, Reference, State};
use jiff::{SignedDuration, Timestamp};
use journal::Entry;

/// Within this time the same amount on the same order is asked about.
const SAME_AMOUNT_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// What speaks for asking once more.
pub(super) fn of(intent: &Intent, authorisation: &Authorisation, history: &History, now: Timestamp) -> Vec<Warning> {
    let entries = history.entries.as_slice();
    let mut warnings = Vec::new();
    warnings.extend(same_invoice(intent, authorisation, &history.invoiced));
    warnings.extend(same_amount(intent, authorisation, entries, now));
    warnings.extend(sent_before(intent, entries));
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

/// The same invoice number was captured before: here, on whatever order, or on this order as the server lists it under
/// the reference that every desk gives to a capture of that invoice.
fn same_invoice(intent: &Intent, authorisation: &Authorisation, invoiced: &[Entry]) -> Option<Warning> {
    let invoice = intent.details.invoice.as_deref()?;
    let here = invoiced.iter().rev().find(|entry| may_have_landed(entry)).map(|entry| Warning::SameInvoice {
        amount: entry.intent.amount.into(),
        at: written_at(entry).map(moment),
        order: entry.intent.order.to_string(),
    });
    let reference = Reference::proposed(&authorisation.order, Some(invoice), 0);
    let there = || authorisation.captures().find(|row| row.order.as_deref() == Some(reference.as_str()));
    here.or_else(|| {
        there().map(|row| Warning::SameInvoice {
            amount: row.amount.into(),
            at: row.created.map(moment),
            order: authorisation.order.to_string(),
        })
    })
}

/// The same amount was sent before and did not land: that one should be sent again, and not another.
fn sent_before(intent: &Intent, entries: &[Entry]) -> Option<Warning> {
    let lost = |entry: &&Entry| {
        entry.intent.kind == Kind::Capture
            && entry.progress.state == State::NotLanded
            && entry.intent.amount == intent.amount
    };
    let lost = entries.iter().rev().find(lost)?;
    let at = written_at(lost).map(moment);
    Some(Warning::SentBefore { amount: lost.intent.amount.into(), at, reference: lost.intent.reference.to_string() })
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
