//! What the tests of captures begin with: 45.00 of order BB-1.

use domain::{
    Currency, Details, Event, Intent, Kind, Money, OrderId, OrderState, Progress, Reference, RelatedTransaction,
    Snapshot,
};
use jiff::Timestamp;
use journal::{Entry, Written};
use uuid::Uuid;

/// The order with all of it left, as read at `at`.
pub fn snapshot(at: Timestamp, related: Vec<RelatedTransaction>) -> Snapshot {
    let amount = Money::new(4500, Currency::EUR);
    Snapshot { at, authorised: amount, remaining: Some(amount), state: OrderState::Reserved, ends: None, related }
}

/// A capture or release of it, written down at 0, when the server listed `related`.
pub fn intent(kind: Kind, related: Vec<RelatedTransaction>) -> Intent {
    let order = OrderId::new("BB-1").unwrap();
    let before = snapshot(Timestamp::UNIX_EPOCH, related);
    Intent {
        kind,
        store: String::new(),
        reference: Reference::proposed(&order, None, 0),
        order,
        amount: before.authorised,
        authorised: before.authorised,
        before,
        details: Details::default(),
        lines: Vec::new(),
        body: String::new(),
        customer: None,
        then_release: false,
    }
}

/// The entry of which this is known: when, and what happened after it was written down.
pub fn entry(intent: Intent, happened: impl IntoIterator<Item = (Timestamp, Event)>) -> Entry {
    let recorded = (Timestamp::UNIX_EPOCH, Event::Recorded { intent: Box::new(intent.clone()) });
    let events = std::iter::once(recorded).chain(happened);
    let events: Vec<_> = events.map(|(at, event)| Written { row: 1, at, event }).collect();
    let progress = Progress::fold(events.iter().map(|written| &written.event)).unwrap();
    Entry { id: Uuid::nil(), intent, events, progress }
}
