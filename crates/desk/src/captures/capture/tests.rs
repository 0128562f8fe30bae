//! Which answers are believed.

use super::*;
use crate::captures::given::{entry, intent};
use domain::{Currency, Money, Refused, RelatedKind, RelatedTransaction};

fn yes(transaction: Option<&str>) -> WriteOutcome {
    WriteOutcome::Done { transaction: transaction.map(str::to_owned), order: "BB-1-C1".to_owned() }
}

fn no() -> WriteOutcome {
    WriteOutcome::Refused(Refused { status: 400, code: Some(1006), info: None })
}

fn listed(transaction: &str) -> RelatedTransaction {
    RelatedTransaction {
        kind: RelatedKind::Capture,
        transaction: Some(transaction.to_owned()),
        order: None,
        amount: Money::new(2900, Currency::EUR),
        created: None,
        completed: true,
    }
}

/// The answer to the attempt with this number, where transaction 11 is listed and 12 is in the journal.
fn doubted_in(kind: Kind, attempt: u32, outcome: WriteOutcome) -> WriteOutcome {
    let sent = |attempt| (Timestamp::UNIX_EPOCH, Event::Sent { attempt });
    let lost = [Event::Unclear { reason: UnclearReason::NoAnswer }, Event::NotLanded];
    let earlier = (1..attempt).flat_map(|attempt| {
        std::iter::once(sent(attempt)).chain(lost.clone().map(|event| (Timestamp::UNIX_EPOCH, event)))
    });
    let before = [sent(1), (Timestamp::UNIX_EPOCH, event_of(yes(Some("12"))))];
    let before = entry(intent(Kind::Capture, Vec::new()), before);
    let entry = entry(intent(kind, vec![listed("11")]), earlier.chain([sent(attempt)]));
    doubted(outcome, &entry, &History { entries: vec![before], invoiced: Vec::new() })
}

#[test]
fn a_yes_that_names_what_was_there_before_proves_nothing() {
    let other = WriteOutcome::Unclear(UnclearReason::OtherOrder);
    for (kind, transaction, expected) in [
        (Kind::Capture, Some("11"), other.clone()),
        (Kind::Capture, Some("12"), other),
        (Kind::Capture, Some("13"), yes(Some("13"))),
        (Kind::Capture, None, yes(None)),
        // A release makes no transaction of its own: its answer may name the order's.
        (Kind::Release, Some("11"), yes(Some("11"))),
    ] {
        for attempt in [1, 2] {
            assert_eq!(doubted_in(kind, attempt, yes(transaction)), expected, "{kind:?} {transaction:?} {attempt}");
        }
    }
}

#[test]
fn a_no_to_a_second_attempt_may_be_so_because_the_first_one_arrived() {
    assert_eq!(doubted_in(Kind::Capture, 1, no()), no());
    let unclear = WriteOutcome::Unclear(UnclearReason::RefusedAgain { status: 400 });
    assert_eq!(doubted_in(Kind::Capture, 2, no()), unclear);
    assert_eq!(doubted_in(Kind::Release, 2, no()), unclear);
}
