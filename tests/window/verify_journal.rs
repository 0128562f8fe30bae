//! `capture-desk verify-journal` names the first row that is not as it was written.

use crate::program::PROGRAM;
use domain::{Currency, Details, Event, Intent, Kind, Money, OrderId, OrderState, Proof, Reference, Snapshot};
use jiff::Timestamp;
use journal::{Head, Journal};
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Takes the triggers away, as somebody would who wants to change a row.
const UNGUARDED: &str = "DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted;";

fn intent(order: &str) -> Intent {
    let order = OrderId::new(order).unwrap();
    let amount = Money::new(4500, Currency::EUR);
    let before = Snapshot {
        at: Timestamp::UNIX_EPOCH,
        authorised: amount,
        remaining: Some(amount),
        state: OrderState::Reserved,
        ends: None,
        related: Vec::new(),
    };
    Intent {
        kind: Kind::Capture,
        store: "store".to_owned(),
        reference: Reference::proposed(&order, None, 0),
        order,
        amount,
        authorised: amount,
        before,
        details: Details::default(),
        lines: Vec::new(),
        body: "{}".to_owned(),
        customer: None,
        then_release: false,
    }
}

/// A closed journal of forty captures of three rows each, and its head.
async fn journal() -> (TempDir, PathBuf, Head) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal/practice.db");
    let journal = Journal::open(&path, "practice").await.unwrap();
    let at = Timestamp::UNIX_EPOCH;
    for number in 0..40 {
        let entry = journal.record(intent(&format!("BB-{number}")), at).await.unwrap();
        journal.append(entry.id, Event::Sent { attempt: 1 }, at).await.unwrap();
        journal.append(entry.id, Event::Captured { proof: Proof::OrderShows }, at).await.unwrap();
    }
    let head = journal.head().await.unwrap();
    journal.close().await;
    (folder, path, head)
}

async fn tamper(path: &Path, statements: &str) {
    let mut other = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("{UNGUARDED}{statements}"))).execute(&mut other).await.unwrap();
    other.close().await.unwrap();
}

/// What the program says about the file, and whether it calls it whole.
fn verify(path: &Path, more: &[&str]) -> (String, Option<i32>) {
    let ended = Command::new(PROGRAM).arg("verify-journal").arg(path).args(more).output().unwrap();
    (String::from_utf8(ended.stdout).unwrap(), ended.status.code())
}

async fn check(statements: &str, expected: &str) {
    let (_folder, path, _) = journal().await;
    tamper(&path, statements).await;
    let (said, code) = verify(&path, &[]);
    assert_eq!((said.trim(), code), (expected, Some(1)), "{statements}");
}

#[tokio::test]
async fn a_whole_journal_is_called_whole() {
    let (_folder, path, head) = journal().await;
    let expected = format!("whole: 120 rows, head 120:{}", head.hash);
    assert_eq!(verify(&path, &[]), (format!("{expected}\n"), Some(0)));
    assert_eq!(verify(&path, &["--head", &format!("120:{}", head.hash)]).1, Some(0));
    assert_eq!(verify(&path, &["--head", &format!("120:{}", "0".repeat(64))]).1, Some(1));
    assert_eq!(verify(&path, &["--head", "nonsense"]).1, Some(2));
}

#[tokio::test]
async fn what_was_changed_is_named_by_its_row() {
    let amount = "UPDATE events SET body = replace(body, '4500', '4400') WHERE row = 4";
    check(amount, "row 4 was altered: it is not what was written").await;
    check("DELETE FROM events WHERE row = 5", "row 5 was removed").await;
    let swap = "UPDATE events SET row = 999 WHERE row = 3; UPDATE events SET row = 3 WHERE row = 6; \
         UPDATE events SET row = 6 WHERE row = 999";
    check(swap, "row 3 was moved: another row stands in its place").await;
}

#[tokio::test]
async fn a_file_that_lost_its_end_is_named_by_the_row_before_which_it_ends() {
    let (_folder, path, _) = journal().await;
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let (said, code) = verify(&path, &[]);
    assert!(said.starts_with("the journal was cut: it ends before row "), "{said}");
    assert_eq!(code, Some(1));
}
