//! At most one unfinished entry per order, and the database decides.

use crate::given::*;
use domain::{Event, State};
use journal::JournalError;

/// After `events` the order is locked or free for the next capture.
async fn check(events: &[Event], state: State, is_locked: bool) {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let first = entry(&journal, "BB-1", events).await;
    assert_eq!(first.progress.state, state);
    let listed: Vec<_> = journal.unfinished().await.unwrap().iter().map(|entry| entry.id).collect();
    let second = journal.record(intent("BB-1"), at(9)).await;
    if is_locked {
        assert_eq!(listed, [first.id]);
        assert_eq!(busy_with(second), first.id);
    } else {
        assert!(listed.is_empty());
        assert_eq!(second.unwrap().progress.state, State::Recorded);
    }
}

#[tokio::test]
async fn what_is_unfinished_locks_its_order() {
    check(&[], State::Recorded, true).await;
    check(&[SENT], State::Sending, true).await;
    check(&[SENT, UNCLEAR], State::Unclear, true).await;
}

#[tokio::test]
async fn what_is_finished_frees_its_order() {
    check(&[UNDONE], State::Withdrawn, false).await;
    check(&[SENT, NOT_SENT], State::NotSent, false).await;
    check(&[SENT, REFUSED], State::Refused, false).await;
    check(&[SENT, CAPTURED], State::Captured, false).await;
    check(&[SENT, UNCLEAR, CAPTURED], State::Captured, false).await;
    check(&[SENT, UNCLEAR, Event::NotLanded], State::NotLanded, false).await;
    check(&[SENT, UNCLEAR, Event::Settled { landed: true }], State::Captured, false).await;
}

#[tokio::test]
async fn another_order_and_another_store_are_not_locked() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    entry(&journal, "BB-1", &[SENT]).await;
    assert!(journal.record(intent("BB-2"), at(3)).await.is_ok());
    let elsewhere = domain::Intent { store: "store-2".to_owned(), ..intent("BB-1") };
    assert!(journal.record(elsewhere, at(3)).await.is_ok());
}

#[tokio::test]
async fn an_order_that_moved_since_it_was_read_is_refused() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let before = journal.head().await.unwrap().row;
    let first = entry(&journal, "BB-1", &[]).await;
    assert_eq!(busy_with(journal.record_as_seen(intent("BB-1"), before, at(9)).await), first.id);
    append_all(&journal, first, &[SENT, CAPTURED]).await;
    let stale = journal.record_as_seen(intent("BB-1"), before, at(9)).await;
    assert!(matches!(stale, Err(JournalError::OrderMoved)), "{stale:?}");
    assert!(journal.record_as_seen(intent("BB-2"), before, at(9)).await.is_ok());
    let now = journal.head().await.unwrap().row;
    assert!(journal.record_as_seen(intent("BB-1"), now, at(9)).await.is_ok());
}

#[tokio::test]
async fn an_order_that_moved_since_it_was_read_is_not_sent_again() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let lost = entry(&journal, "BB-1", &[SENT, UNCLEAR, Event::NotLanded]).await;
    let row = journal.head().await.unwrap().row;
    entry(&journal, "BB-1", &[SENT, CAPTURED]).await;
    let stale = journal.append_as_seen(lost.id, Event::Sent { attempt: 2 }, row, at(9)).await;
    assert!(matches!(stale, Err(JournalError::OrderMoved)), "{stale:?}");
}

#[tokio::test]
async fn sending_again_takes_the_claim_again() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let first = entry(&journal, "BB-1", &[SENT, UNCLEAR, Event::NotLanded, Event::Sent { attempt: 2 }]).await;
    assert_eq!(busy_with(journal.record(intent("BB-1"), at(9)).await), first.id);
}

#[tokio::test]
async fn sending_again_is_refused_when_another_entry_holds_the_order() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let first = entry(&journal, "BB-1", &[SENT, UNCLEAR, Event::NotLanded]).await;
    let second = entry(&journal, "BB-1", &[]).await;
    let again = journal.append(first.id, Event::Sent { attempt: 2 }, at(9)).await;
    assert_eq!(busy_with(again), second.id);
    assert_eq!(journal.entry(first.id).await.unwrap(), first);
}

#[tokio::test]
async fn an_event_that_cannot_follow_is_refused_and_leaves_nothing() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let captured = entry(&journal, "BB-1", &[SENT, CAPTURED]).await;
    let head = journal.head().await.unwrap();
    for event in [SENT, Event::Sent { attempt: 2 }, UNDONE, CAPTURED, Event::NotLanded] {
        let outcome = journal.append(captured.id, event, at(9)).await;
        assert!(matches!(outcome, Err(JournalError::Progress(_))), "{outcome:?}");
    }
    assert_eq!(journal.entry(captured.id).await.unwrap(), captured);
    assert_eq!(journal.head().await.unwrap(), head);
}
