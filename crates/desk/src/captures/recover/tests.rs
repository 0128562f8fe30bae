//! When the next look is due.

use super::*;
use crate::captures::given::{self, intent, snapshot};
use domain::Contradiction;

/// An entry that became unclear at 0, with looks at these seconds; `true` says that the order was seen.
fn entry(looks: &[(i64, bool)], contradiction: Option<Contradiction>) -> Entry {
    let start = Timestamp::UNIX_EPOCH;
    let mut events = vec![Event::Sent { attempt: 1 }, Event::Unclear { reason: UnclearReason::NoAnswer }];
    let mut before = None;
    events.extend(looks.iter().map(|(seconds, seen)| {
        let at = later(start, *seconds);
        let waited_s =
            before.replace(*seconds).and_then(|before: i64| u32::try_from(seconds.checked_sub(before)?).ok());
        let order = seen.then(|| snapshot(at, Vec::new()));
        Event::Looked { look: Look { at, waited_s, order, reference: None }, contradiction }
    }));
    given::entry(intent(Kind::Capture, Vec::new()), events.into_iter().map(|event| (start, event)))
}

fn check(looks: &[(i64, bool)], contradiction: Option<Contradiction>, expected: i64) {
    let due = next_look(&entry(looks, contradiction), Timestamp::UNIX_EPOCH);
    assert_eq!(due.as_second(), expected, "{looks:?} {contradiction:?}");
}

#[test]
fn the_first_looks_come_at_their_times_or_at_once_when_late() {
    check(&[], None, 5);
    check(&[(5, true)], None, 15);
    check(&[(5, true), (15, true)], None, 60);
    check(&[(40, true)], None, 41);
}

#[test]
fn the_proving_look_comes_five_minutes_after_the_first_that_saw_the_order() {
    check(&[(5, true), (15, true), (60, true)], None, 310);
    check(&[(16, true), (17, true), (60, true)], None, 321);
    check(&[(5, false), (15, false), (60, true)], None, 365);
}

#[test]
fn looks_that_proved_nothing_are_repeated_every_minute_and_then_every_hour() {
    check(&[(5, false), (15, false), (60, false)], None, 120);
    check(&[(5, true), (15, false), (310, true)], None, 370);
    check(&[(5, false), (15, false), (1799, false)], None, 1859);
    check(&[(5, false), (15, false), (1800, false)], None, 5400);
    // What the last look could not read is no reason to look more often.
    check(&[(5, true), (300, true), (301, false)], None, 361);
}

#[test]
fn what_contradicts_is_looked_at_every_minute_and_then_every_hour() {
    let strange = Some(Contradiction::LookAlike);
    check(&[(5, true)], strange, 15);
    check(&[(5, true), (15, true), (60, true)], strange, 120);
    check(&[(5, true), (15, true), (1800, true)], strange, 5400);
}

#[test]
fn a_person_settles_what_contradicts_or_what_an_hour_of_looks_did_not_prove() {
    let looks = [(5, false), (15, false), (60, false)];
    for (looks, contradiction, now, expected) in [
        (&looks[..], None, 3599, false),
        (&looks[..], None, 3600, true),
        (&looks[..2], None, 3600, false),
        (&looks[..2], Some(Contradiction::LookAlike), 15, false),
        (&looks[..], Some(Contradiction::LookAlike), 60, true),
    ] {
        let now = later(Timestamp::UNIX_EPOCH, now);
        assert_eq!(may_settle(&entry(looks, contradiction), now), expected, "{looks:?} at {now}");
    }
}
