//! Since when a reading of the order shows what came of a capture.

use super::*;
use crate::captures::given::{entry, intent, snapshot};
use crate::clock::later;
use domain::{Kind, UnclearReason};

/// A capture that became unclear at 60, was looked at by questions that read the order at these seconds and were written
/// down two seconds later, and ended at 100.
fn check(read_at: &[i64], end: Event, expected: i64) {
    let at = |seconds| later(Timestamp::UNIX_EPOCH, seconds);
    let looks = read_at.iter().map(|seconds| {
        let (read, asked) = (at(*seconds), later(at(*seconds), 2));
        let look = Look { at: asked, waited_s: None, order: Some(snapshot(read, Vec::new())), reference: None };
        (asked, Event::Looked { look, contradiction: None })
    });
    let sent = [(at(5), Event::Sent { attempt: 1 }), (at(60), Event::Unclear { reason: UnclearReason::NoAnswer })];
    let happened = sent.into_iter().chain(looks).chain([(at(100), end)]);
    let entry = entry(intent(Kind::Capture, Vec::new()), happened);
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
