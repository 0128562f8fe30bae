//! What a full disk, a busy file and a slow question do; through the connections themselves, which no caller sees.

use crate::{Journal, JournalError, rows};
use domain::{Currency, Details, Event, Intent, Kind, Money, OrderId, OrderState, Reference, Snapshot, State};
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection, SqlitePool};
use tempfile::TempDir;

async fn open() -> (TempDir, Journal) {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::open(&folder.path().join("practice.journal"), "practice").await.unwrap();
    (folder, journal)
}

fn intent(order: &str) -> Intent {
    let (amount, order) = (Money::new(4500, Currency::from_code("EUR").unwrap()), OrderId::new(order).unwrap());
    let (at, state, related) = (Timestamp::UNIX_EPOCH, OrderState::Reserved, Vec::new());
    Intent {
        kind: Kind::Capture,
        store: "store-1".to_owned(),
        reference: Reference::proposed(&order, None, 0),
        order,
        amount,
        authorised: amount,
        before: Snapshot { at, authorised: amount, remaining: Some(amount), state, ends: None, related },
        details: Details::default(),
        lines: Vec::new(),
        body: "x".repeat(5000),
        customer: None,
        then_release: false,
    }
}

async fn set(pool: &SqlitePool, pragma: &str) {
    sqlx::raw_sql(AssertSqlSafe(format!("PRAGMA {pragma}"))).execute(pool).await.unwrap();
}

async fn plan(journal: &Journal, question: &'static str) -> Vec<String> {
    let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {question}")))
        .fetch_all(&journal.reader)
        .await
        .unwrap();
    plan.into_iter().map(|(_, _, _, step)| step).collect()
}

#[tokio::test]
async fn a_full_disk_is_said_and_loses_nothing() {
    let (_folder, journal) = open().await;
    let at = Timestamp::UNIX_EPOCH;
    let first = journal.record(intent("BB-0"), at).await.unwrap();
    let sent = journal.append(first.id, Event::Sent { attempt: 1 }, at).await.unwrap();
    let head = journal.head().await.unwrap();
    set(&journal.writer, "max_page_count = 1").await;
    let refused = journal.record(intent("BB-1"), at).await;
    assert!(matches!(refused, Err(JournalError::Full)), "{refused:?}");
    assert_eq!(journal.entry(first.id).await.unwrap(), sent);
    assert_eq!(journal.head().await.unwrap(), head);

    set(&journal.writer, "max_page_count = 1000000").await;
    let later = journal.record(intent("BB-1"), at).await.unwrap();
    assert_eq!(later.progress.state, State::Recorded);
    assert!(crate::verify_file(journal.path(), Some(&head)).await.unwrap().is_ok());
}

#[tokio::test]
async fn a_file_that_another_program_writes_to_is_busy_and_can_still_be_read() {
    let (_folder, journal) = open().await;
    let written = journal.record(intent("BB-0"), Timestamp::UNIX_EPOCH).await.unwrap();
    let url = format!("sqlite://{}", journal.path().display());
    let mut other = SqliteConnection::connect(&url).await.unwrap();
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    set(&journal.writer, "busy_timeout = 1").await;
    let refused = journal.record(intent("BB-1"), Timestamp::UNIX_EPOCH).await;
    assert!(matches!(refused, Err(JournalError::Busy)), "{refused:?}");
    assert_eq!(journal.unfinished().await.unwrap(), [written]);

    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    assert!(journal.record(intent("BB-1"), Timestamp::UNIX_EPOCH).await.is_ok());
}

#[tokio::test]
async fn a_journal_that_may_not_be_written_says_so() {
    let (_folder, journal) = open().await;
    set(&journal.writer, "query_only = ON").await;
    let refused = journal.record(intent("BB-1"), Timestamp::UNIX_EPOCH).await;
    assert!(matches!(refused, Err(JournalError::ReadOnly)), "{refused:?}");
}

#[tokio::test]
async fn every_write_waits_for_the_disk() {
    let (_folder, journal) = open().await;
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&journal.writer).await.unwrap();
    let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(&journal.writer).await.unwrap();
    let foreign_keys: i64 = sqlx::query_scalar("PRAGMA foreign_keys").fetch_one(&journal.writer).await.unwrap();
    let fullfsync: i64 = sqlx::query_scalar("PRAGMA fullfsync").fetch_one(&journal.writer).await.unwrap();
    assert_eq!((mode.as_str(), synchronous, foreign_keys, fullfsync), ("wal", 2, 1, 1));
}

#[tokio::test]
async fn no_question_reads_the_whole_journal() {
    let (_folder, journal) = open().await;
    for question in [rows::UNFINISHED, rows::OF_ORDER, rows::RECENT, rows::EVENTS, rows::MOVED] {
        let steps = plan(&journal, question).await;
        // There are only as many claims as unfinished entries.
        let reads_all = |step: &String| step.contains("SCAN") && !step.contains("claims");
        assert!(!steps.iter().any(reads_all), "{steps:?}");
    }
    for question in [rows::OF_ORDER, rows::RECENT, rows::EVENTS] {
        let steps = plan(&journal, question).await;
        assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{steps:?}");
    }
}
