//! What the tests start from.

use domain::{
    Currency, Details, Event, Intent, Kind, Money, NotSentReason, OrderId, OrderState, Proof, Reference, Refused,
    Snapshot, UnclearReason, WithdrawnBecause,
};
use jiff::Timestamp;
use journal::{Entry, Journal, JournalError};
use sqlx::{ConnectOptions as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The store of every intent here.
pub const STORE: &str = "store-1";

/// The first attempt.
pub const SENT: Event = Event::Sent { attempt: 1 };

/// An outcome that leaves the order locked.
pub const UNCLEAR: Event = Event::Unclear { reason: UnclearReason::NoAnswer };

/// A capture that the clerk took back.
pub const UNDONE: Event = Event::Withdrawn { because: WithdrawnBecause::Undone };

/// Nothing left the computer.
pub const NOT_SENT: Event = Event::NotSent { reason: NotSentReason::NoConnection };

/// A no.
pub const REFUSED: Event = Event::Refused { refused: Refused { status: 400, code: Some(1), info: None } };

/// A yes.
pub const CAPTURED: Event = Event::Captured { proof: Proof::OrderShows };

/// A folder of its own and the path of a journal in it.
pub fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal").join("practice.journal");
    (folder, path)
}

/// The journal of practice at `path`.
pub async fn open(path: &Path) -> Journal {
    Journal::open(path, "practice").await.unwrap()
}

/// `milliseconds` after a moment in November 2026.
pub fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(1_795_000_000_000 + milliseconds).unwrap()
}

/// A capture of 45.00 on `order`.
pub fn intent(order: &str) -> Intent {
    let currency = Currency::from_code("EUR").unwrap();
    let order = OrderId::new(order).unwrap();
    Intent {
        kind: Kind::Capture,
        store: STORE.to_owned(),
        reference: Reference::proposed(&order, None, 0),
        order,
        amount: Money::new(4500, currency),
        authorised: Money::new(8995, currency),
        before: Snapshot {
            at: at(0),
            remaining: Some(Money::new(8995, currency)),
            state: OrderState::Reserved,
            authorised: Money::new(8995, currency),
            ends: None,
            related: Vec::new(),
        },
        then_release: false,
        details: Details::default(),
        lines: Vec::new(),
        body: r#"{"amount":4500}"#.to_owned(),
        customer: Some("Søn & O'Brien".to_owned()),
    }
}

/// Records a capture of `order` and appends `events`.
pub async fn entry(journal: &Journal, order: &str, events: &[Event]) -> Entry {
    let recorded = journal.record(intent(order), at(1)).await.unwrap();
    append_all(journal, recorded, events).await
}

/// Appends `events` to `entry`.
pub async fn append_all(journal: &Journal, mut entry: Entry, events: &[Event]) -> Entry {
    for event in events {
        entry = journal.append(entry.id, event.clone(), at(2)).await.unwrap();
    }
    entry
}

/// A connection of somebody who does not go through the journal.
pub async fn raw(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).foreign_keys(false).connect().await.unwrap()
}

/// The entry for which the order is locked.
pub fn busy_with<T: std::fmt::Debug>(outcome: Result<T, JournalError>) -> uuid::Uuid {
    match outcome {
        Err(JournalError::OrderBusy { unfinished }) => unfinished,
        other => panic!("the order should be busy, not {other:?}"),
    }
}

/// Numbers that look random and follow from a seed alone.
pub struct Dice(u64);

impl Dice {
    /// The same seed throws the same numbers.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit`.
    pub const fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}
