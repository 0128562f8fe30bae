//! Two windows on one file, at the same order, at the same moment. `INTERLEAVINGS` sets how many are tried.

use crate::given::*;
use domain::{Event, State};
use journal::{Entry, Journal, JournalError};
use std::future::Future;

/// Two windows of one journal.
struct Windows {
    left: Journal,
    right: Journal,
    dice: Dice,
}

/// How many interleavings are tried.
fn interleavings() -> u64 {
    std::env::var("INTERLEAVINGS").map_or(300, |count| count.parse().unwrap())
}

async fn after_turns<T>(turns: u64, operation: impl Future<Output = T>) -> T {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
    operation.await
}

impl Windows {
    /// Does both at once, one of them a few turns later, and gives the one that succeeded and the refusal.
    async fn race(
        &mut self,
        left: impl Future<Output = Result<Entry, JournalError>> + Send + 'static,
        right: impl Future<Output = Result<Entry, JournalError>> + Send + 'static,
    ) -> (Entry, JournalError) {
        let left = tokio::spawn(after_turns(self.dice.below(40), left));
        let right = tokio::spawn(after_turns(self.dice.below(40), right));
        match (left.await.unwrap(), right.await.unwrap()) {
            (Ok(winner), Err(refusal)) | (Err(refusal), Ok(winner)) => (winner, refusal),
            both => panic!("exactly one must win: {both:?}"),
        }
    }

    fn record(&self, order: &str) -> [impl Future<Output = Result<Entry, JournalError>> + Send + 'static; 2] {
        [self.left.clone(), self.right.clone()].map(|window| {
            let intent = intent(order);
            async move { window.record(intent, at(1)).await }
        })
    }

    fn append(
        &self,
        entry: &Entry,
        event: &Event,
    ) -> [impl Future<Output = Result<Entry, JournalError>> + Send + 'static; 2] {
        [self.left.clone(), self.right.clone()].map(|window| {
            let (id, event) = (entry.id, event.clone());
            async move { window.append(id, event, at(2)).await }
        })
    }

    /// One order: recorded by one window, sent by one, lost, sent again by one window or captured anew by the other.
    async fn compete(&mut self, order: &str) {
        let [left, right] = self.record(order);
        let (recorded, refusal) = self.race(left, right).await;
        assert!(matches!(refusal, JournalError::OrderBusy { unfinished } if unfinished == recorded.id), "{refusal:?}");

        let [left, right] = self.append(&recorded, &SENT);
        let (sent, refusal) = self.race(left, right).await;
        assert!(matches!(refusal, JournalError::Progress(_)), "{refusal:?}");

        append_all(&self.left, sent.clone(), &[UNCLEAR, Event::NotLanded]).await;
        let ([again, _], [_, anew]) = (self.append(&sent, &Event::Sent { attempt: 2 }), self.record(order));
        let (winner, refusal) = self.race(again, anew).await;
        assert!(matches!(refusal, JournalError::OrderBusy { unfinished } if unfinished == winner.id), "{refusal:?}");

        let end = if winner.progress.state == State::Recorded { UNDONE } else { CAPTURED };
        append_all(&self.right, winner, &[end]).await;
        assert!(self.left.unfinished().await.unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_windows_never_hold_one_order() {
    let (_folder, path) = folder();
    let mut windows = Windows { left: open(&path).await, right: open(&path).await, dice: Dice::new(0) };
    for seed in 0..interleavings() {
        windows.dice = Dice::new(seed);
        windows.compete(&format!("order of seed {seed}")).await;
    }
    assert!(journal::verify_file(&path, None).await.unwrap().is_ok());
}
