use super::*;
use crate::Currency;
use OrderState::{CaptureOfAnother, Captured, NotPaid, PaidAtOnce, PayLater, Refunded, Reserved, Unknown, Void};

const END: i64 = 1_000_000;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn second(at: i64) -> Timestamp {
    Timestamp::from_second(at).unwrap_or(Timestamp::MAX)
}

fn end(estimated: bool) -> ReservationEnd {
    ReservationEnd { at: second(END), estimated }
}

fn ended() -> Result<i64, NotCapturable> {
    Err(NotCapturable::Ended { at: Some(second(END)) })
}

fn order(
    state: OrderState,
    remaining: Option<i64>,
    ends: Option<ReservationEnd>,
    kinds: &[RelatedKind],
) -> Authorisation {
    let row = |kind: &RelatedKind| RelatedTransaction {
        kind: *kind,
        amount: eur(100),
        completed: true,
        order: None,
        transaction: None,
        created: None,
    };
    Authorisation {
        order: OrderId::new("BB-10482").unwrap_or_else(|problem| panic!("{problem}")),
        transaction: None,
        authorised: eur(8995),
        remaining: remaining.map(eur),
        captured: None,
        refunded: eur(0),
        ends,
        state,
        related: kinds.iter().map(row).collect(),
        lines: Vec::new(),
        created: None,
        method: None,
        last_four: None,
        customer: None,
        town: None,
        capture_of: None,
        words: (String::new(), String::new()),
    }
}

fn check(order: &Authorisation, now: i64, expected: Result<i64, NotCapturable>) {
    let capturable = order.capturable(second(now), EndedReservation::Refuse);
    assert_eq!(capturable, expected.map(eur), "{:?} at {now}", order.state);
}

#[test]
fn each_state_says_whether_anything_may_be_captured() {
    let states = [
        (Reserved, Ok(4495)),
        (Captured, Err(NotCapturable::AlreadyCaptured)),
        (Void, Err(NotCapturable::Released)),
        (CaptureOfAnother, Err(NotCapturable::CaptureOfAnother)),
        (PaidAtOnce, Err(NotCapturable::PaidAtOnce)),
        (PayLater, Err(NotCapturable::PayLater)),
        (NotPaid, Err(NotCapturable::NotPaid)),
        (Refunded, Err(NotCapturable::Refunded)),
        (Unknown, Err(NotCapturable::Unknown)),
    ];
    for (state, expected) in states {
        check(&order(state, Some(4495), Some(end(false)), &[]), 0, expected);
    }
}

#[test]
fn what_remains_must_be_known_and_more_than_nothing() {
    check(&order(Reserved, Some(1), None, &[]), 0, Ok(1));
    check(&order(Reserved, Some(0), None, &[]), 0, Err(NotCapturable::AlreadyCaptured));
    check(&order(Reserved, Some(-1), None, &[]), 0, Err(NotCapturable::AlreadyCaptured));
    check(&order(Reserved, None, None, &[]), 0, Err(NotCapturable::RemainingUnknown));
}

#[test]
fn a_reservation_ends_in_the_second_that_the_server_named() {
    let order = order(Reserved, Some(4495), Some(end(false)), &[]);
    check(&order, END - 1, Ok(4495));
    check(&order, END, ended());
    check(&order, END + 1, ended());
    for now in [END - 1, END, END + 1] {
        assert_eq!(order.capturable(second(now), EndedReservation::TryAnyway), Ok(eur(4495)));
    }
}

#[test]
fn an_estimated_end_refuses_nothing() {
    for now in [END - 1, END, END + 1] {
        check(&order(Reserved, Some(4495), Some(end(true)), &[]), now, Ok(4495));
        check(&order(Reserved, Some(4495), None, &[]), now, Ok(4495));
    }
}

#[test]
fn a_void_order_has_ended_or_was_released() {
    let void = |ends, kinds: &[RelatedKind]| order(Void, Some(0), ends, kinds);
    check(&void(Some(end(false)), &[]), END - 1, Err(NotCapturable::Released));
    check(&void(Some(end(false)), &[]), END, ended());
    check(&void(Some(end(false)), &[RelatedKind::Release]), END, Err(NotCapturable::Released));
    check(&void(None, &[]), END, Err(NotCapturable::Released));
}

#[test]
fn trying_anyway_helps_only_where_the_end_stands_in_the_way() {
    let anyway = |order: &Authorisation| order.capturable(second(END), EndedReservation::TryAnyway);
    assert_eq!(anyway(&order(Void, Some(4495), Some(end(false)), &[])), ended().map(eur));
    assert_eq!(anyway(&order(Reserved, Some(0), Some(end(false)), &[])), Err(NotCapturable::AlreadyCaptured));
    assert_eq!(anyway(&order(PaidAtOnce, Some(4495), Some(end(false)), &[])), Err(NotCapturable::PaidAtOnce));
}

#[test]
fn a_listed_release_stands_in_the_way_and_nothing_else_listed_does() {
    let listed = |kind| order(Reserved, Some(4495), None, &[kind]);
    check(&listed(RelatedKind::Release), 0, Err(NotCapturable::Released));
    for kind in [RelatedKind::Capture, RelatedKind::Refund, RelatedKind::Other] {
        check(&listed(kind), 0, Ok(4495));
    }
}

#[test]
fn only_completed_captures_count() {
    let mut order =
        order(Reserved, Some(4495), None, &[RelatedKind::Capture, RelatedKind::Refund, RelatedKind::Capture]);
    assert_eq!(order.captures().count(), 2);
    order.related.iter_mut().for_each(|row| row.completed = false);
    assert_eq!(order.captures().count(), 0);
}
