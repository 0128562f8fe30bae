mod properties;

use super::*;
use crate::{Currency, OrderState, Proof, RelatedKind, RelatedTransaction, ReservationEnd};
use Contradiction::RemainingChangedOtherwise as ChangedOtherwise;
use Contradiction::{LookAlike, ReferenceHasOtherAmount, ReferenceWithoutRemaining, ReleasedOrEnded};
use OrderState::{Captured, Refunded, Reserved, Void};
use RelatedKind::{Capture, Refund, Release};

const OURS: &str = "BB-1-C2";
const AUTHORISED: i64 = 10_000;

/// The reservation ends an hour after the attempt.
const END: i64 = 3600;

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn second(at: i64) -> Timestamp {
    Timestamp::from_second(at).unwrap_or(Timestamp::MAX)
}

fn row(kind: RelatedKind, order: &str, amount: i64) -> RelatedTransaction {
    let (order, transaction) = (Some(order.to_owned()), Some(format!("{order}/{amount}")));
    RelatedTransaction { kind, amount: eur(amount), completed: true, order, transaction, created: None }
}

/// The order at `at` seconds. What is listed as "earlier" was there before the attempt.
fn order(at: i64, state: OrderState, remaining: Option<i64>, related: &[RelatedTransaction]) -> Snapshot {
    Snapshot {
        at: second(at),
        authorised: eur(AUTHORISED),
        remaining: remaining.map(eur),
        state,
        ends: Some(ReservationEnd { at: second(END), estimated: false }),
        related: related.to_vec(),
    }
}

fn earlier() -> RelatedTransaction {
    row(Capture, "BB-1-C1", 2000)
}

fn seen(amount: i64) -> ReferenceSeen {
    ReferenceSeen::Present { amount: eur(amount), transaction: Some("17".to_owned()) }
}

const ABSENT: Option<ReferenceSeen> = Some(ReferenceSeen::Absent);

fn look(at: i64, order: Option<Snapshot>, reference: Option<ReferenceSeen>) -> Look {
    Look { at: second(at), waited_s: None, order: order.map(|order| Snapshot { at: second(at), ..order }), reference }
}

/// The looks as one run makes them that is awake all the time.
fn awake(looks: &[Look]) -> Vec<Look> {
    let mut before = None;
    let wait = |look: &Look| {
        let waited_s = before.and_then(|before| u32::try_from(look.at.duration_since(before).as_secs()).ok());
        before = Some(look.at);
        Look { waited_s, ..look.clone() }
    };
    looks.iter().map(wait).collect()
}

fn found(transaction: &str) -> Verdict {
    Verdict::Landed { proof: Proof::ReferenceFound { transaction: Some(transaction.to_owned()) } }
}

const SHOWN: Verdict = Verdict::Landed { proof: Proof::OrderShows };

fn unknown(contradiction: Option<Contradiction>) -> Verdict {
    Verdict::Unknown { contradiction }
}

fn reference() -> Reference {
    Reference::new(OURS).unwrap_or_else(|problem| panic!("{problem}"))
}

/// A part of 30.00 of the 80.00 that remain after an earlier capture.
fn part(looks: &[Look]) -> Verdict {
    judge(Kind::Capture, eur(3000), &reference(), &order(0, Reserved, Some(8000), &[earlier()]), &awake(looks))
}

/// The whole of 100.00 at once.
fn whole(looks: &[Look]) -> Verdict {
    judge(Kind::Capture, eur(AUTHORISED), &reference(), &order(0, Reserved, Some(AUTHORISED), &[]), &awake(looks))
}

/// The release of the 80.00 that remain after an earlier capture.
fn release(looks: &[Look]) -> Verdict {
    judge(Kind::Release, eur(8000), &reference(), &order(0, Reserved, Some(8000), &[earlier()]), &awake(looks))
}

/// What one look at a part shows.
fn check_part(
    state: OrderState,
    remaining: Option<i64>,
    new: &[RelatedTransaction],
    reference: Option<ReferenceSeen>,
    expected: &Verdict,
) {
    let related: Vec<_> = [earlier()].into_iter().chain(new.iter().cloned()).collect();
    let looks = [look(5, Some(order(5, state, remaining, &related)), reference)];
    assert_eq!(part(&looks), *expected, "{looks:?}");
}

/// What one look at a capture of everything shows.
fn check_whole(state: OrderState, remaining: Option<i64>, reference: Option<ReferenceSeen>, expected: &Verdict) {
    let looks = [look(5, Some(order(5, state, remaining, &[])), reference)];
    assert_eq!(whole(&looks), *expected, "{looks:?}");
}

/// What one look at a release shows, `at` seconds after it.
fn check_release(at: i64, state: OrderState, remaining: Option<i64>, new: &[RelatedTransaction], expected: &Verdict) {
    let related: Vec<_> = [earlier()].into_iter().chain(new.iter().cloned()).collect();
    let looks = [look(at, Some(order(at, state, remaining, &related)), None)];
    assert_eq!(release(&looks), *expected, "{looks:?}");
}

fn unchanged(at: i64) -> Look {
    look(at, Some(order(at, Reserved, Some(8000), &[earlier()])), ABSENT)
}

fn unchanged_whole(at: i64) -> Look {
    look(at, Some(order(at, Reserved, Some(AUTHORISED), &[])), None)
}

#[test]
fn a_part_landed_when_its_reference_is_found() {
    check_part(Reserved, Some(5000), &[], Some(seen(3000)), &found("17"));
    check_part(Reserved, Some(5000), &[row(Capture, OURS, 3000)], None, &found("BB-1-C2/3000"));
    check_part(Reserved, Some(8000), &[row(Capture, OURS, 3000)], ABSENT, &found("BB-1-C2/3000"));
}

#[test]
fn a_part_landed_also_when_others_captured_or_released_the_rest() {
    check_part(Reserved, Some(4000), &[row(Capture, "BB-1-X", 1000)], Some(seen(3000)), &found("17"));
    check_part(Reserved, Some(0), &[row(Capture, OURS, 3000)], None, &found("BB-1-C2/3000"));
    check_part(Void, None, &[row(Release, "BB-1-R", 5000)], Some(seen(3000)), &found("17"));
}

#[test]
fn a_reference_without_its_order_is_looked_for_again() {
    assert_eq!(part(&[look(5, None, Some(seen(3000)))]), unknown(None));
    assert_eq!(part(&[look(5, None, Some(seen(1000)))]), unknown(Some(ReferenceHasOtherAmount)));
}

#[test]
fn a_reference_that_moved_nothing_is_a_contradiction() {
    check_part(Reserved, Some(8000), &[], Some(seen(3000)), &unknown(Some(ReferenceWithoutRemaining)));
    let declined = RelatedTransaction { completed: false, ..row(Capture, OURS, 3000) };
    check_part(Reserved, Some(8000), &[declined], ABSENT, &unknown(Some(ReferenceWithoutRemaining)));
}

#[test]
fn a_reference_that_was_taken_before_proves_nothing() {
    let old = row(Capture, OURS, 3000);
    let before = order(0, Reserved, Some(7000), std::slice::from_ref(&old));
    let now = |remaining, rows: &[_]| look(5, Some(order(5, Reserved, Some(remaining), rows)), Some(seen(3000)));
    let judged = |look| judge(Kind::Capture, eur(3000), &reference(), &before, &[look]);
    let again = RelatedTransaction { transaction: Some("18".to_owned()), ..old.clone() };
    let silent = look(5, Some(order(5, Reserved, None, std::slice::from_ref(&old))), Some(seen(3000)));
    let gone = |at| look(at, Some(order(at, Reserved, Some(7000), std::slice::from_ref(&old))), ABSENT);
    let looks = [silent, gone(15), gone(60), gone(400)];
    assert_eq!(judge(Kind::Capture, eur(3000), &reference(), &before, &looks), unknown(None));
    assert_eq!(judged(now(7000, std::slice::from_ref(&old))), unknown(Some(ReferenceWithoutRemaining)));
    assert_eq!(judged(now(4000, std::slice::from_ref(&old))), unknown(Some(LookAlike)));
    assert_eq!(judged(now(4000, &[old, again])), found("18"));
}

#[test]
fn a_reference_with_another_amount_is_a_contradiction() {
    check_part(Reserved, Some(5000), &[], Some(seen(2999)), &unknown(Some(ReferenceHasOtherAmount)));
    check_part(Reserved, Some(8000), &[row(Capture, OURS, 3001)], ABSENT, &unknown(Some(ReferenceHasOtherAmount)));
}

#[test]
fn the_same_amount_under_another_reference_is_a_look_alike() {
    check_part(Reserved, Some(5000), &[], ABSENT, &unknown(Some(LookAlike)));
    check_part(Reserved, Some(5000), &[row(Capture, "BB-1-X", 3000)], ABSENT, &unknown(Some(LookAlike)));
    check_part(Reserved, Some(5000), &[row(Capture, "BB-1-X", 3000)], None, &unknown(Some(LookAlike)));
    let nameless = RelatedTransaction { order: None, transaction: None, ..row(Capture, "", 3000) };
    check_part(Reserved, Some(5000), &[nameless], ABSENT, &unknown(Some(LookAlike)));
}

#[test]
fn the_same_amount_may_be_ours_while_the_reference_was_not_read() {
    check_part(Reserved, Some(5000), &[], None, &unknown(None));
}

#[test]
fn another_change_is_a_contradiction() {
    check_part(Reserved, Some(7000), &[], ABSENT, &unknown(Some(ChangedOtherwise)));
    check_part(Reserved, Some(7000), &[row(Capture, "BB-1-X", 1000)], ABSENT, &unknown(Some(ChangedOtherwise)));
    check_part(Reserved, Some(5000), &[row(Capture, "BB-1-X", 1000)], ABSENT, &unknown(Some(ChangedOtherwise)));
    check_part(Reserved, Some(9000), &[], ABSENT, &unknown(Some(ChangedOtherwise)));
    check_part(Captured, Some(0), &[], ABSENT, &unknown(Some(ChangedOtherwise)));
    check_part(Refunded, Some(8000), &[], ABSENT, &unknown(Some(ChangedOtherwise)));
}

#[test]
fn a_release_or_the_end_in_between_is_a_contradiction() {
    check_part(Void, None, &[], ABSENT, &unknown(Some(ReleasedOrEnded)));
    check_part(Void, Some(0), &[], None, &unknown(Some(ReleasedOrEnded)));
    check_part(Reserved, Some(0), &[row(Release, "BB-1-R", 8000)], ABSENT, &unknown(Some(ReleasedOrEnded)));
}

#[test]
fn a_capture_of_everything_is_told_by_the_order_alone() {
    check_whole(Captured, Some(0), None, &SHOWN);
    check_whole(Captured, None, ABSENT, &SHOWN);
    check_whole(Captured, Some(0), Some(seen(AUTHORISED)), &found("17"));
    check_whole(Reserved, Some(0), None, &unknown(Some(LookAlike)));
    check_whole(Reserved, Some(4000), None, &unknown(Some(ChangedOtherwise)));
    check_whole(Void, Some(0), None, &unknown(Some(ReleasedOrEnded)));
    check_whole(Refunded, Some(0), None, &unknown(Some(LookAlike)));
    check_whole(OrderState::Unknown, None, None, &unknown(None));
}

#[test]
fn the_last_part_is_not_taken_for_a_capture_of_everything() {
    let before = order(0, Reserved, Some(8000), &[]);
    let captured = look(5, Some(order(5, Captured, Some(0), &[])), ABSENT);
    assert_eq!(judge(Kind::Capture, eur(8000), &reference(), &before, &[captured]), unknown(Some(LookAlike)));
    let looks = [5, 15, 400].map(|at| look(at, Some(order(at, Reserved, Some(8000), &[])), None));
    assert_eq!(judge(Kind::Capture, eur(8000), &reference(), &before, &looks), unknown(None));
}

#[test]
fn a_release_landed_when_nothing_is_left_before_the_end() {
    check_release(5, Void, Some(0), &[], &SHOWN);
    check_release(5, Void, None, &[], &SHOWN);
    check_release(5, Reserved, Some(0), &[row(Release, "BB-1", 8000)], &SHOWN);
    check_release(END - 1, Void, Some(0), &[], &SHOWN);
    check_release(END, Void, Some(0), &[], &unknown(Some(ReleasedOrEnded)));
    check_release(END + 1, Void, None, &[row(Release, "BB-1", 8000)], &unknown(Some(ReleasedOrEnded)));
}

#[test]
fn a_release_whose_end_nobody_knows_is_left_to_a_person() {
    let before = Snapshot { ends: None, ..order(0, Reserved, Some(8000), &[]) };
    let now = Snapshot { ends: None, ..order(5, Void, None, &[]) };
    let looks = [look(5, Some(now), None)];
    let verdict = judge(Kind::Release, eur(8000), &reference(), &before, &looks);
    assert_eq!(verdict, unknown(Some(ReleasedOrEnded)));
}

#[test]
fn a_release_is_contradicted_by_anything_else() {
    check_release(5, Reserved, Some(0), &[], &unknown(Some(ChangedOtherwise)));
    check_release(5, Reserved, Some(5000), &[row(Capture, "BB-1-X", 3000)], &unknown(Some(ChangedOtherwise)));
    check_release(5, Void, Some(0), &[row(Capture, "BB-1-X", 8000)], &unknown(Some(ChangedOtherwise)));
    check_release(5, Captured, Some(0), &[], &unknown(Some(ChangedOtherwise)));
    check_release(5, Void, Some(8000), &[], &unknown(Some(ReleasedOrEnded)));
    check_release(5, Reserved, None, &[], &unknown(None));
}

#[test]
fn three_agreeing_looks_over_five_minutes_prove_that_nothing_landed() {
    assert_eq!(part(&[unchanged(5), unchanged(15), unchanged(305)]), Verdict::NotLanded);
    assert_eq!(whole(&[5, 15, 305].map(unchanged_whole)), Verdict::NotLanded);
    let released = |at| look(at, Some(order(at, Reserved, Some(8000), &[earlier()])), None);
    assert_eq!(release(&[5, 15, 305].map(released)), Verdict::NotLanded);
}

#[test]
fn fewer_looks_or_less_time_prove_nothing() {
    assert_eq!(part(&[]), unknown(None));
    assert_eq!(part(&[unchanged(5), unchanged(900)]), unknown(None));
    assert_eq!(part(&[5, 15, 60, 200, 304].map(unchanged)), unknown(None));
    assert_eq!(part(&[9000, 5, 15].map(unchanged)), unknown(None));
}

#[test]
fn only_time_in_which_the_computer_was_awake_counts() {
    let looks = |waits: &[Option<u32>]| {
        let look = |(place, waited_s): (i64, &Option<u32>)| Look { waited_s: *waited_s, ..unchanged(place * 3600) };
        (0..).zip(waits).map(look).collect::<Vec<_>>()
    };
    let before = order(0, Reserved, Some(8000), &[earlier()]);
    let check = |waits: &[Option<u32>], agreed: u64, expected: &Verdict| {
        let (looks, reference) = (looks(waits), reference());
        assert_eq!(agreed_s(Kind::Capture, eur(3000), &reference, &before, &looks), Some(agreed), "{waits:?}");
        assert_eq!(judge(Kind::Capture, eur(3000), &reference, &before, &looks), *expected, "{waits:?}");
    };
    check(&[Some(5), Some(10), Some(45), Some(244)], 299, &unknown(None));
    check(&[Some(5), Some(10), Some(45), Some(245)], 300, &Verdict::NotLanded);
    // The lid was closed for an hour between two looks, or the clock was set.
    check(&[Some(5), Some(10), Some(30)], 40, &unknown(None));
    // The program was started again: what passed between the runs is not known.
    check(&[Some(5), Some(10), None, Some(60)], 70, &unknown(None));
    check(&[Some(5), Some(10), None, Some(290)], 300, &Verdict::NotLanded);
    let half = Look { reference: None, ..unchanged(90) };
    let looks = [unchanged(5), unchanged(60), half];
    assert_eq!(agreed_s(Kind::Capture, eur(3000), &reference(), &before, &looks), None);
    // What was waited for before the first of them proves nothing.
    check(&[Some(9000), Some(10), Some(20)], 30, &unknown(None));
}

#[test]
fn looks_that_read_too_little_do_not_count_and_do_no_harm() {
    let blind = || look(100, None, None);
    let half = || look(200, None, ABSENT);
    let half_of_part = |at| Look { reference: None, ..unchanged(at) };
    let silent = |at| look(at, Some(order(at, Reserved, None, &[earlier()])), ABSENT);
    let forgetful = |at| look(at, Some(order(at, Reserved, Some(8000), &[])), ABSENT);
    assert_eq!(part(&[blind(), half(), blind(), half()]), unknown(None));
    assert_eq!(part(&[5, 15, 400].map(half_of_part)), unknown(None));
    assert_eq!(part(&[5, 15, 400].map(silent)), unknown(None));
    assert_eq!(part(&[5, 15, 400].map(forgetful)), unknown(None));
    assert_eq!(part(&[unchanged(5), blind(), unchanged(15), half(), unchanged(305)]), Verdict::NotLanded);
}

#[test]
fn a_refund_of_an_earlier_capture_changes_nothing() {
    let refunded =
        |at| look(at, Some(order(at, Reserved, Some(8000), &[earlier(), row(Refund, "BB-1-C1", 2000)])), ABSENT);
    assert_eq!(part(&[5, 15, 305].map(refunded)), Verdict::NotLanded);
}

#[test]
fn a_proof_in_any_look_is_a_proof() {
    let proof = || look(60, Some(order(60, Reserved, Some(5000), &[earlier()])), Some(seen(3000)));
    let strange = look(70, Some(order(70, Void, None, &[])), ABSENT);
    assert_eq!(part(&[unchanged(5), proof(), unchanged(70), unchanged(400)]), found("17"));
    assert_eq!(part(&[strange, proof()]), found("17"));
}

#[test]
fn what_was_seen_once_does_not_go_away() {
    let strange = |at| look(at, Some(order(at, Reserved, Some(7000), &[earlier()])), ABSENT);
    let looks = [strange(5), unchanged(15), unchanged(60), unchanged(400), unchanged(4000)];
    assert_eq!(part(&looks), unknown(Some(ChangedOtherwise)));
}

#[test]
fn the_newest_whole_look_names_the_contradiction() {
    let alike = |at, reference| look(at, Some(order(at, Reserved, Some(5000), &[earlier()])), reference);
    let other = |at, reference| look(at, Some(order(at, Reserved, Some(7000), &[earlier()])), reference);
    assert_eq!(part(&[alike(5, ABSENT), other(15, ABSENT)]), unknown(Some(ChangedOtherwise)));
    assert_eq!(part(&[other(5, ABSENT), alike(15, ABSENT)]), unknown(Some(LookAlike)));
    assert_eq!(part(&[alike(5, ABSENT), other(15, None)]), unknown(Some(LookAlike)));
    assert_eq!(part(&[other(15, None)]), unknown(Some(ChangedOtherwise)));
}
