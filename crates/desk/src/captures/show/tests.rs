//! Since when a reading of the order shows what came of a capture.

use super::*;
use crate::clock::later;
use domain::{Currency, Details, Intent, Kind, Money, OrderId, OrderState, Progress, Reference, UnclearReason};
use journal::Written;

fn snapshot(at: Timestamp) -> Snapshot {
    let amount = Money::new(4500, Currency::EUR);
    let (state, related) = (OrderState::Reserved, Vec::new());
    Snapshot { at, authorised: amount, remaining: Some(amount), state, ends: None, related }
}

/// A capture that became unclear at 60, was looked at by questions that read the order at these seconds and were written
/// down two seconds later, and ended at 100.
fn check(read_at: &[i64], end: Event, expected: i64) {
    let at = |seconds| later(Timestamp::UNIX_EPOCH, seconds);
    let order = OrderId::new("BB-1").unwrap();
    let intent = Intent {
        kind: Kind::Capture,
        store: String::new(),
        reference: Reference::proposed(&order, None, 0),
        order,
        amount: Money::new(4500, Currency::EUR),
        authorised: Money::new(4500, Currency::EUR),
        before: snapshot(at(0)),
        details: Details::default(),
        lines: Vec::new(),
        body: String::new(),
        customer: None,
        then_release: false,
    };
    let mut events = vec![
        (at(0), Event::Recorded { intent: Box::new(intent.clone()) }),
        (at(5), Event::Sent { attempt: 1 }),
        (at(60), Event::Unclear { reason: UnclearReason::NoAnswer }),
    ];
    events.extend(read_at.iter().map(|seconds| {
        let (read, asked) = (at(*seconds), later(at(*seconds), 2));
        let look = Look { at: asked, waited_s: None, order: Some(snapshot(read)), reference: None };
        (asked, Event::Looked { look, contradiction: None })
    }));
    events.push((at(100), end));
    let progress = Progress::fold(events.iter().map(|(_, event)| event)).unwrap();
    let events = events.into_iter().map(|(at, event)| Written { row: 1, at, event }).collect();
    let entry = Entry { id: Uuid::nil(), intent, events, progress };
    assert_eq!(shows_outcome_since(&entry).map(Timestamp::as_second), Some(expected));
}

#[test]
fn what_a_look_proved_is_shown_with_the_order_that_it_read() {
    check(&[65, 98], Event::Captured { proof: Proof::OrderShows }, 98);
    check(&[65, 98], Event::Captured { proof: Proof::ReferenceFound { transaction: None } }, 98);
    check(&[65, 98], Event::NotLanded, 98);
}

#[test]
fn what_a_person_said_is_shown_with_the_order_as_read_after_it() {
    check(&[65, 98], Event::Settled { landed: true }, 100);
}
