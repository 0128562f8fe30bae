//! What a full disk, a busy file and a slow question do; through the connections themselves, which no caller sees.

use crate::{Journal, JournalError, rows, write};
use domain::{Currency, Details, Event, Intent, Kind, Money, OrderId, OrderState, Reference, Snapshot, State};
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};
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

async fn set(journal: &Journal, pragma: &str) {
    let mut turn = journal.writer.turn().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("PRAGMA {pragma}"))).execute(turn.connection()).await.unwrap();
    turn.give_back();
}

async fn plan(journal: &Journal, question: &'static str) -> Vec<String> {
    let mut turn = journal.reader.turn().await.unwrap();
    let question = question.trim_start_matches("BEGIN IMMEDIATE;");
    let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {question}")))
        .fetch_all(turn.connection())
        .await
        .unwrap();
    turn.give_back();
    plan.into_iter().map(|(_, _, _, step)| step).collect()
}

#[tokio::test]
async fn a_full_disk_is_said_and_loses_nothing() {
    let (_folder, journal) = open().await;
    let at = Timestamp::UNIX_EPOCH;
    let first = journal.record(intent("BB-0"), at).await.unwrap();
    let sent = journal.append(first.id, Event::Sent { attempt: 1 }, at).await.unwrap();
    let head = journal.head().await.unwrap();
    set(&journal, "max_page_count = 1").await;
    let refused = journal.record(intent("BB-1"), at).await;
    assert!(matches!(refused, Err(JournalError::Full)), "{refused:?}");
    assert_eq!(journal.entry(first.id).await.unwrap(), sent);
    assert_eq!(journal.head().await.unwrap(), head);

    set(&journal, "max_page_count = 1000000").await;
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
    set(&journal, "busy_timeout = 1").await;
    let refused = journal.record(intent("BB-1"), Timestamp::UNIX_EPOCH).await;
    assert!(matches!(refused, Err(JournalError::Busy)), "{refused:?}");
    assert_eq!(journal.unfinished().await.unwrap(), [written]);

    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    assert!(journal.record(intent("BB-1"), Timestamp::UNIX_EPOCH).await.is_ok());
}

#[tokio::test]
async fn a_journal_that_may_not_be_written_says_so() {
    let (_folder, journal) = open().await;
    set(&journal, "query_only = ON").await;
    let refused = journal.record(intent("BB-1"), Timestamp::UNIX_EPOCH).await;
    assert!(matches!(refused, Err(JournalError::ReadOnly)), "{refused:?}");
}

#[tokio::test]
async fn every_write_waits_for_the_disk() {
    let (_folder, journal) = open().await;
    let mut turn = journal.writer.turn().await.unwrap();
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(turn.connection()).await.unwrap();
    let mut numbers = Vec::new();
    for pragma in ["PRAGMA synchronous", "PRAGMA foreign_keys", "PRAGMA fullfsync"] {
        let number: i64 = sqlx::query_scalar(pragma).fetch_one(turn.connection()).await.unwrap();
        numbers.push(number);
    }
    assert_eq!((mode.as_str(), numbers.as_slice()), ("wal", [2, 1, 1].as_slice()));
}

#[tokio::test]
async fn no_question_reads_the_whole_journal() {
    let (_folder, journal) = open().await;
    let reads = [rows::HEAD, rows::UNFINISHED, rows::OF_ORDER, rows::RECENT, rows::OF_INVOICE, rows::OF_ENTRY];
    let writes = [write::BEGIN_RECORDING, write::BEGIN_APPENDING];
    // There is one last row, there are only as many claims as unfinished entries, the newest entries are as few as were
    // asked for, and `own` is the one order that is written about.
    let few = ["SCAN head", "SCAN claims", "SCAN newest", "SCAN CONSTANT ROW", "SCAN own"];
    for question in reads.into_iter().chain(writes) {
        let steps = plan(&journal, question).await;
        let reads_all = |step: &String| step.contains("SCAN") && !few.contains(&step.as_str());
        assert!(!steps.iter().any(reads_all), "{steps:?}");
        assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{steps:?}");
    }
}

#[tokio::test]
async fn a_connection_with_an_unknown_transaction_is_not_used_again() {
    let (_folder, journal) = open().await;
    let turn = journal.writer.turn().await.unwrap();
    let failed: Result<(), _> = turn.finish(Err(JournalError::Full)).await;
    assert!(matches!(failed, Err(JournalError::Full)), "{failed:?}");
    assert!(journal.record(intent("BB-0"), Timestamp::UNIX_EPOCH).await.is_ok());
}

#[tokio::test]
async fn a_closed_journal_takes_nothing_more() {
    let (_folder, journal) = open().await;
    let still_held = journal.clone();
    journal.close().await;
    let refused = still_held.record(intent("BB-0"), Timestamp::UNIX_EPOCH).await;
    assert!(matches!(refused, Err(JournalError::Busy)), "{refused:?}");
}
