//! Captures: preview, capture with grace period and Undo, recover, release.

mod capture;
#[cfg(test)]
mod given;
pub(crate) mod preview;
mod recover;
mod release;
mod show;
mod warnings;

use domain::{Authorisation, Kind, OrderId, Reference, State};
use journal::Entry;

/// The reference of the next capture: the one that every desk chooses alike, moved on while it is known to be taken.
pub(crate) fn reference(authorisation: &Authorisation, entries: &[Entry], invoice: Option<&str>) -> Reference {
    let order: &OrderId = &authorisation.order;
    let here = entries
        .iter()
        .filter(|entry| entry.intent.kind == Kind::Capture && entry.progress.state == State::Captured)
        .count();
    let known = authorisation.captures().count().max(here);
    let proposed = Reference::proposed(order, invoice, known);
    if invoice.is_some() {
        return proposed;
    }
    (known..known.saturating_add(100))
        .map(|known| Reference::proposed(order, None, known))
        .find(|reference| !is_taken(reference, authorisation, entries))
        .unwrap_or(proposed)
}

/// Whether a capture under this reference is known, on the server or here. One that did not land took no reference: what
/// is captured in its place has the same one, so that the server can refuse a double.
pub(crate) fn is_taken(reference: &Reference, authorisation: &Authorisation, entries: &[Entry]) -> bool {
    let here = entries.iter().any(|entry| {
        entry.intent.reference == *reference && matches!(entry.progress.state, State::Captured | State::Unclear)
    });
    is_listed(reference, authorisation) || here
}

/// Whether the server lists something under this reference.
pub(crate) fn is_listed(reference: &Reference, authorisation: &Authorisation) -> bool {
    authorisation.related.iter().any(|row| row.order.as_deref() == Some(reference.as_str()))
}
