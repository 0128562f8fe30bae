//! When the next look is due.

use super::*;
use domain::{Contradiction, Currency, Details, Intent, Money, OrderId, OrderState, Progress, Reference, Snapshot};
use journal::Written;

/// An entry that became unclear at 0, with looks at these seconds; `true` says that the order was seen.
fn entry(looks: &[(i64, bool)], contradiction: Option<Contradiction>) -> Entry {
    let order = OrderId::new("BB-1").unwrap();
    let amount = Money::new(4500, Currency::EUR);
    let snapshot = |at| Snapshot {
        at,
        authorised: amount,
        remaining: Some(amount),
        state: OrderState::Reserved,
        ends: None,
        related: Vec::new(),
    };
    let start = Timestamp::UNIX_EPOCH;
    let intent = Intent {
        kind: Kind::Capture,
        store: String::new(),
        reference: Reference::proposed(&order, None, 0),
        order,
        amount,
        authorised: amount,
        before: snapshot(start),
        details: Details::default(),
        lines: Vec::new(),
        body: String::new(),
        customer: None,
        then_release: false,
    };
    let mut events = vec![
        Event::Recorded { intent: Box::new(intent.clone()) },
        Event::Sent { attempt: 1 },
        Event::Unclear { reason: UnclearReason::NoAnswer },
    ];
    events.extend(looks.iter().map(|(seconds, seen)| {
        let at = later(start, *seconds);
        Event::Looked { look: Look { at, order: seen.then(|| snapshot(at)), reference: None }, contradiction }
    }));
    let progress = Progress::fold(&events).unwrap();
    let events = events.into_iter().map(|event| Written { row: 1, at: start, event }).collect();
    Entry { id: Uuid::nil(), intent, events, progress }
}

fn check(looks: &[(i64, bool)], now: i64, expected: i64) {
    let due = next_look(&entry(looks, None), later(Timestamp::UNIX_EPOCH, now));
    assert_eq!(due.as_second(), expected, "{looks:?} at {now}");
}

#[test]
fn the_first_looks_come_at_their_times_or_at_once_when_late() {
    check(&[], 0, 5);
    check(&[(5, true)], 5, 15);
    check(&[(5, true), (15, true)], 15, 60);
    check(&[(40, true)], 40, 41);
}

#[test]
fn the_proving_look_comes_five_minutes_after_the_first_that_saw_the_order() {
    check(&[(5, true), (15, true), (60, true)], 60, 310);
    check(&[(16, true), (17, true), (60, true)], 60, 321);
    check(&[(5, false), (15, false), (60, true)], 60, 365);
}

#[test]
fn looks_that_proved_nothing_are_repeated_every_minute_and_then_every_hour() {
    check(&[(5, false), (15, false), (60, false)], 60, 120);
    check(&[(5, true), (15, false), (310, true)], 310, 370);
    check(&[(5, false), (15, false), (1799, false)], 1800, 5400);
}

#[test]
fn what_contradicts_is_looked_at_every_hour() {
    let due =
        next_look(&entry(&[(5, true), (15, true), (60, true)], Some(Contradiction::LookAlike)), Timestamp::UNIX_EPOCH);
    assert_eq!(due.as_second(), 3600);
}

#[test]
fn a_person_settles_what_contradicts_or_what_an_hour_of_looks_did_not_prove() {
    let looks = [(5, false), (15, false), (60, false)];
    for (looks, contradiction, now, expected) in [
        (&looks[..], None, 3599, false),
        (&looks[..], None, 3600, true),
        (&looks[..2], None, 3600, false),
        (&looks[..1], Some(Contradiction::LookAlike), 5, true),
    ] {
        let now = later(Timestamp::UNIX_EPOCH, now);
        assert_eq!(may_settle(&entry(looks, contradiction), now), expected, "{looks:?} at {now}");
    }
}
