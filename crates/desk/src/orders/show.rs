//! An order as the screen shows it: what the server said, joined with what this computer's journal knows.

use crate::captures::is_listed;
use crate::desk::Seen;
use crate::settings::SavedStore;
use crate::view::{CapturedView, EndView, LineView, NotCapturableView, OrderStatus, OrderView, RecentView, moment};
use crate::{Desk, Failure};
use domain::{
    Authorisation, EndedReservation, Kind, NotCapturable, OrderState, RelatedKind, RelatedTransaction, State,
};
use journal::Entry;

impl Desk {
    /// The order as the screen shows it.
    pub(crate) async fn show_order(&self, store: &SavedStore, seen: &Seen) -> Result<OrderView, Failure> {
        let journal = self.journal(store.environment).await?.journal;
        let entries = journal.of_order(&store.id, &seen.authorisation.order).await?;
        Ok(self.show_order_with(store, seen, &entries))
    }

    /// The order as the screen shows it, with its entries in the journal, oldest first.
    pub(crate) fn show_order_with(&self, store: &SavedStore, seen: &Seen, entries: &[Entry]) -> OrderView {
        let authorisation = &seen.authorisation;
        let now = self.clock().now();
        let why_not = authorisation.capturable(now, EndedReservation::Refuse).err();
        let unfinished = entries.iter().find(|entry| entry.progress.state.is_unfinished());
        let lost = lost(authorisation, entries);
        OrderView {
            order: authorisation.order.to_string(),
            store: self.show_store(store),
            read_at: moment(seen.at),
            status: status(authorisation, why_not, unfinished),
            why_not: why_not.map(not_capturable),
            may_try_ended: why_not.is_some() && authorisation.capturable(now, EndedReservation::TryAnyway).is_ok(),
            authorised: authorisation.authorised.into(),
            captured: authorisation.captured.map(Into::into),
            remaining: authorisation.remaining.map(Into::into),
            refunded: authorisation.refunded.is_positive().then(|| authorisation.refunded.into()),
            ends: authorisation.ends.map(|end| EndView { at: moment(end.at), estimated: end.estimated }),
            customer: authorisation.customer.clone(),
            town: authorisation.town.clone(),
            method: authorisation.method.clone(),
            last_four: authorisation.last_four.clone(),
            created: authorisation.created.map(moment),
            transaction: authorisation.transaction.clone(),
            capture_of: authorisation.capture_of.clone(),
            words: authorisation.words.clone(),
            captures: captures(authorisation, entries),
            lines: lines(authorisation, &captured_pieces(entries)),
            lines_known: lines_are_known(authorisation, entries),
            unfinished: unfinished.map(|entry| self.show_entry(entry, store)),
            can_send_again: lost.map(|entry| self.show_entry(entry, store)),
            proposed_reference: crate::captures::reference(authorisation, entries, None).to_string(),
        }
    }
}

/// The newest entry that did not land, where nothing was captured or released after it and the server does not list its
/// reference after all.
fn lost<'entries>(authorisation: &Authorisation, entries: &'entries [Entry]) -> Option<&'entries Entry> {
    let newest = entries.iter().rfind(|entry| !matches!(entry.progress.state, State::Withdrawn | State::NotSent))?;
    let is_lost = newest.progress.state == State::NotLanded && !is_listed(&newest.intent.reference, authorisation);
    is_lost.then_some(newest)
}

fn status(authorisation: &Authorisation, why_not: Option<NotCapturable>, unfinished: Option<&Entry>) -> OrderStatus {
    if unfinished.is_some_and(|entry| entry.progress.state == State::Unclear) {
        return OrderStatus::Unclear;
    }
    match why_not {
        None if authorisation.captured.is_some_and(domain::Money::is_positive) => OrderStatus::PartlyCaptured,
        None => OrderStatus::NothingCaptured,
        Some(NotCapturable::AlreadyCaptured) => OrderStatus::Captured,
        Some(NotCapturable::Released) => OrderStatus::Released,
        Some(NotCapturable::Ended { .. }) => OrderStatus::Ended,
        Some(_) => OrderStatus::NotCapturable,
    }
}

/// Why nothing may be captured, for the screen.
pub(crate) fn not_capturable(why: NotCapturable) -> NotCapturableView {
    match why {
        NotCapturable::AlreadyCaptured => NotCapturableView::AlreadyCaptured,
        NotCapturable::Released => NotCapturableView::Released,
        NotCapturable::Ended { at } => NotCapturableView::Ended { at: at.map(moment) },
        NotCapturable::CaptureOfAnother => NotCapturableView::CaptureOfAnother,
        NotCapturable::PaidAtOnce => NotCapturableView::PaidAtOnce,
        NotCapturable::PayLater => NotCapturableView::PayLater,
        NotCapturable::NotPaid => NotCapturableView::NotPaid,
        NotCapturable::Refunded => NotCapturableView::Refunded,
        NotCapturable::RemainingUnknown => NotCapturableView::RemainingUnknown,
        NotCapturable::Unknown => NotCapturableView::Unknown,
    }
}

/// The server's captures joined with this computer's entries by reference, newest first. An entry that the server does
/// not list (a full capture has no row) is shown from the journal.
fn captures(authorisation: &Authorisation, entries: &[Entry]) -> Vec<CapturedView> {
    let listed = |row: &&RelatedTransaction| matches!(row.kind, RelatedKind::Capture | RelatedKind::Release);
    let rows: Vec<_> = authorisation.related.iter().filter(listed).collect();
    let is_row_of = |row: &RelatedTransaction, entry: &Entry| {
        row.kind == RelatedKind::Capture && row.order.as_deref() == Some(entry.intent.reference.as_str())
    };
    // An undone or refused capture leaves its reference to the next one: of several, the row is that of the captured one.
    let entry_of = |row: &RelatedTransaction| {
        let mut same = entries.iter().filter(|entry| is_row_of(row, entry)).rev();
        same.clone().find(|entry| entry.progress.state == State::Captured).or_else(|| same.next())
    };
    let mut shown: Vec<CapturedView> = rows.iter().map(|row| from_row(row, entry_of(row))).collect();
    let listed: Vec<_> = rows.iter().filter_map(|row| entry_of(row)).map(|entry| entry.id).collect();
    let unlisted = entries.iter().filter(|entry| !listed.contains(&entry.id));
    shown.extend(unlisted.filter(|entry| is_worth_showing(entry, &rows)).map(from_entry));
    shown.sort_by_key(|capture| std::cmp::Reverse(capture.at));
    shown
}

fn is_worth_showing(entry: &Entry, rows: &[&RelatedTransaction]) -> bool {
    match entry.progress.state {
        State::Withdrawn => false,
        State::Captured if entry.intent.kind == Kind::Release => {
            !rows.iter().any(|row| row.kind == RelatedKind::Release)
        }
        _ => true,
    }
}

fn from_row(row: &RelatedTransaction, entry: Option<&Entry>) -> CapturedView {
    let kind = if row.kind == RelatedKind::Release { Kind::Release } else { Kind::Capture };
    let known = entry.map(from_entry);
    CapturedView {
        at: row.created.map(moment).or_else(|| known.as_ref().and_then(|known| known.at)),
        amount: row.amount.into(),
        reference: row.order.clone(),
        invoice: known.as_ref().and_then(|known| known.invoice.clone()),
        carrier: known.as_ref().and_then(|known| known.carrier.clone()),
        state: if row.completed || kind == Kind::Release { State::Captured } else { State::Refused },
        entry: known.and_then(|known| known.entry),
        kind,
    }
}

fn from_entry(entry: &Entry) -> CapturedView {
    CapturedView {
        at: entry.events.last().map(|written| moment(written.at)),
        amount: entry.intent.amount.into(),
        reference: Some(entry.intent.reference.to_string()),
        invoice: entry.intent.details.invoice.clone(),
        carrier: entry.intent.details.carrier.clone(),
        state: entry.progress.state,
        entry: Some(entry.id.to_string()),
        kind: entry.intent.kind,
    }
}

/// How many pieces of each line the captures of this computer took.
pub(crate) fn captured_pieces(entries: &[Entry]) -> Vec<u32> {
    let mut pieces: Vec<u32> = Vec::new();
    for picked in captured(entries).flat_map(|entry| &entry.intent.lines) {
        if pieces.len() <= picked.line {
            pieces.resize(picked.line.saturating_add(1), 0);
        }
        if let Some(taken) = pieces.get_mut(picked.line) {
            *taken = taken.saturating_add(picked.quantity);
        }
    }
    pieces
}

fn captured(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    entries.iter().filter(|entry| entry.progress.state == State::Captured && entry.intent.kind == Kind::Capture)
}

/// Whether every capture was made here and by lines, so that the pieces captured are the truth.
fn lines_are_known(authorisation: &Authorisation, entries: &[Entry]) -> bool {
    let by_lines = captured(entries).filter(|entry| !entry.intent.lines.is_empty()).count();
    let nothing_taken = !authorisation.captured.is_some_and(domain::Money::is_positive);
    let listed = authorisation.captures().count().max(usize::from(authorisation.state == OrderState::Captured));
    nothing_taken || (by_lines >= listed && by_lines == captured(entries).count())
}

fn lines(authorisation: &Authorisation, captured: &[u32]) -> Vec<LineView> {
    let numbered = authorisation.lines.iter().zip(0_u32..);
    numbered
        .map(|(line, place)| LineView {
            line: place,
            name: line.name.clone(),
            price: line.unit_price_with_tax.into(),
            ordered: line.quantity,
            captured: usize::try_from(place).ok().and_then(|place| captured.get(place)).copied().unwrap_or(0),
        })
        .collect()
}

/// An order that was worked on lately, by its newest entry.
pub(crate) fn recent(entry: &Entry) -> RecentView {
    RecentView {
        order: entry.intent.order.to_string(),
        customer: entry.intent.customer.clone(),
        kind: entry.intent.kind,
        state: entry.progress.state,
        amount: entry.intent.amount.into(),
        at: entry.events.last().map_or(0, |written| moment(written.at)),
    }
}
