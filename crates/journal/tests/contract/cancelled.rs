//! A caller who stops waiting changes nothing: what was begun is finished whole.

use crate::given::*;
use domain::State;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

/// Starts an operation and drops it before it can answer.
fn start_and_leave(operation: impl Future) {
    let operation = pin!(operation);
    assert!(operation.poll(&mut Context::from_waker(Waker::noop())).is_pending());
}

#[tokio::test]
async fn an_abandoned_append_is_written_whole() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    for number in 0..50 {
        let recorded = entry(&journal, &format!("BB-{number}"), &[]).await;
        start_and_leave(journal.append(recorded.id, SENT, at(3)));
        // The one writing connection serves this one after the abandoned one.
        let refused = journal.append(recorded.id, UNDONE, at(4)).await;
        assert!(matches!(refused, Err(journal::JournalError::Progress(_))), "{refused:?}");
        assert_eq!(journal.entry(recorded.id).await.unwrap().progress.state, State::Sending);
    }
    assert_eq!(journal::verify_file(&path, None).await.unwrap().unwrap().row, 100);
}

#[tokio::test]
async fn an_abandoned_record_claims_its_order() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    start_and_leave(journal.record(intent("BB-1"), at(1)));
    let holder = busy_with(journal.record(intent("BB-1"), at(2)).await);
    assert_eq!(journal.unfinished().await.unwrap().first().unwrap().id, holder);
}
