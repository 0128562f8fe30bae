//! Whatever was changed behind the journal's back, the first row that is not as it was written is named.

use crate::given::*;
use journal::{Broken, BrokenKind, Head, JournalError, verify_file};
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Connection as _};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Takes the triggers away, as somebody would who wants to change a row.
const UNGUARDED: &str = "DROP TRIGGER IF EXISTS events_are_not_changed; DROP TRIGGER IF EXISTS events_are_not_deleted; \
     DROP TRIGGER IF EXISTS entries_are_not_changed; DROP TRIGGER IF EXISTS entries_are_not_deleted; DROP TRIGGER IF EXISTS head_only_follows_events; \
     DROP TRIGGER IF EXISTS events_follow_the_head; DROP TRIGGER IF EXISTS events_move_the_head;";

/// Nine rows: three captures of three rows each, and the head after them.
async fn nine_rows() -> (TempDir, PathBuf, Head) {
    let (folder, path) = folder();
    let journal = open(&path).await;
    for order in ["BB-1", "BB-2", "BB-3"] {
        entry(&journal, order, &[SENT, CAPTURED]).await;
    }
    let head = journal.head().await.unwrap();
    journal.close().await;
    (folder, path, head)
}

async fn run(path: &Path, statements: &str) {
    let mut other = raw(path).await;
    sqlx::raw_sql(AssertSqlSafe(format!("{UNGUARDED}{statements}"))).execute(&mut other).await.unwrap();
    other.close().await.unwrap();
}

async fn check(statements: &str, row: i64, kind: BrokenKind) {
    let (_folder, path, _) = nine_rows().await;
    run(&path, statements).await;
    assert_eq!(verify_file(&path, None).await.unwrap(), Err(Broken { row, kind }), "{statements}");
}

#[tokio::test]
async fn a_whole_journal_gives_its_head() {
    let (_folder, path, head) = nine_rows().await;
    assert_eq!(verify_file(&path, None).await.unwrap(), Ok(head.clone()));
    assert_eq!(verify_file(&path, Some(&head)).await.unwrap(), Ok(head));
}

#[tokio::test]
async fn a_changed_row_is_altered() {
    check("UPDATE events SET body = replace(body, '4500', '4400') WHERE row = 4", 4, BrokenKind::Altered).await;
    check("UPDATE events SET at = at + 1 WHERE row = 5", 5, BrokenKind::Altered).await;
    check("UPDATE events SET event = 'refused' WHERE row = 6", 6, BrokenKind::Altered).await;
    check("UPDATE events SET previous = hash WHERE row = 7", 7, BrokenKind::Altered).await;
    check("UPDATE events SET hash = previous WHERE row = 9", 9, BrokenKind::Altered).await;
    check(
        "UPDATE events SET entry = (SELECT entry FROM events WHERE row = 1), at = 5 WHERE row = 8",
        8,
        BrokenKind::Altered,
    )
    .await;
    check("UPDATE events SET row = -1 WHERE row = 1", -1, BrokenKind::Altered).await;
}

#[tokio::test]
async fn a_missing_row_is_removed() {
    check("DELETE FROM events WHERE row = 1", 1, BrokenKind::Removed).await;
    check("DELETE FROM events WHERE row = 5", 5, BrokenKind::Removed).await;
    check("DELETE FROM events WHERE row IN (3, 4, 8)", 3, BrokenKind::Removed).await;
}

#[tokio::test]
async fn a_row_in_the_place_of_another_is_moved() {
    let swap = "UPDATE events SET row = 99 WHERE row = 3; UPDATE events SET row = 3 WHERE row = 6; \
         UPDATE events SET row = 6 WHERE row = 99";
    check(swap, 3, BrokenKind::Moved).await;
    let swap_but_keep_hashes = "CREATE TABLE was AS SELECT * FROM events WHERE row IN (3, 6); \
         UPDATE events SET (entry, at, event, body) = (SELECT entry, at, event, body FROM was WHERE row = 9 - events.row) \
         WHERE row IN (3, 6); DROP TABLE was";
    check(swap_but_keep_hashes, 3, BrokenKind::Moved).await;
    let close_the_gap = "DELETE FROM events WHERE row = 8; UPDATE events SET row = 8 WHERE row = 9";
    check(close_the_gap, 8, BrokenKind::Moved).await;
}

#[tokio::test]
async fn a_journal_that_ends_too_early_is_cut() {
    check("DELETE FROM events WHERE row = 9", 9, BrokenKind::Cut).await;
    check("DELETE FROM events WHERE row > 4", 5, BrokenKind::Cut).await;
    check("DELETE FROM events", 1, BrokenKind::Cut).await;
}

#[tokio::test]
async fn a_head_that_is_not_the_last_row_is_noticed() {
    check("UPDATE head SET row = 6, hash = (SELECT hash FROM events WHERE row = 6)", 7, BrokenKind::Altered).await;
    check("UPDATE head SET hash = 'x'", 9, BrokenKind::Altered).await;
    check("UPDATE head SET row = 12", 10, BrokenKind::Cut).await;
}

#[tokio::test]
async fn what_was_copied_from_the_chain_must_agree_with_it() {
    check("UPDATE entries SET order_id = 'BB-9' WHERE row = 4", 4, BrokenKind::Altered).await;
    check("UPDATE entries SET recorded_at = 0 WHERE row = 7", 7, BrokenKind::Altered).await;
    check("UPDATE entries SET reference = 'x' WHERE row = 1", 1, BrokenKind::Altered).await;
    check("DELETE FROM entries WHERE row = 4", 4, BrokenKind::Removed).await;
    check(
        "INSERT INTO entries SELECT 5, 'x', store, order_id, kind, reference, 0 FROM entries WHERE row = 4",
        5,
        BrokenKind::Altered,
    )
    .await;
}

#[tokio::test]
async fn a_journal_is_not_passed_off_as_one_of_another_environment() {
    check("UPDATE about SET environment = 'live'", 1, BrokenKind::Altered).await;
}

#[tokio::test]
async fn a_head_that_was_copied_earlier_names_a_rewritten_or_shorter_journal() {
    let (_folder, path, head) = nine_rows().await;
    let other = Head { hash: "0".repeat(64), ..head.clone() };
    let altered = Broken { row: 9, kind: BrokenKind::Altered };
    assert_eq!(verify_file(&path, Some(&other)).await.unwrap(), Err(altered));
    let later = Head { row: 12, ..head };
    let cut = Broken { row: 10, kind: BrokenKind::Cut };
    assert_eq!(verify_file(&path, Some(&later)).await.unwrap(), Err(cut));
}

/// The hash of a row as `docs/JOURNAL.md` describes it.
async fn hash_by_the_book(path: &Path, row: i64) -> String {
    let parts = "SELECT CAST(row AS TEXT), entry, CAST(at AS TEXT), event, body, previous FROM events WHERE row = $1";
    let mut other = raw(path).await;
    let row: (String, String, String, String, String, String) =
        sqlx::query_as(parts).bind(row).fetch_one(&mut other).await.unwrap();
    let mut hash = Sha256::new();
    for part in [row.0, row.1, row.2, row.3, row.4, row.5] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    format!("{:x}", hash.finalize())
}

#[tokio::test]
async fn a_changed_row_whose_hash_was_made_anew_is_still_altered() {
    let (_folder, path, _) = nine_rows().await;
    run(&path, "UPDATE events SET at = at + 1 WHERE row = 5").await;
    let hash = hash_by_the_book(&path, 5).await;
    run(&path, &format!("UPDATE events SET hash = '{hash}' WHERE row = 5")).await;
    let altered = Broken { row: 5, kind: BrokenKind::Altered };
    assert_eq!(verify_file(&path, None).await.unwrap(), Err(altered));
}

#[tokio::test]
async fn a_claim_that_does_not_belong_there_is_said() {
    for statement in [
        "INSERT INTO claims SELECT store, order_id, id FROM entries WHERE row = 4",
        "INSERT INTO claims VALUES ('store-1', 'BB-7', 'nobody')",
    ] {
        let (_folder, path, _) = nine_rows().await;
        run(&path, statement).await;
        let outcome = verify_file(&path, None).await;
        assert!(matches!(&outcome, Err(JournalError::Damaged(why)) if why.contains("claims")), "{outcome:?}");
    }
}

#[tokio::test]
async fn a_claim_that_is_missing_is_said() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    entry(&journal, "BB-1", &[SENT]).await;
    journal.close().await;
    run(&path, "DELETE FROM claims").await;
    let outcome = verify_file(&path, None).await;
    assert!(matches!(&outcome, Err(JournalError::Damaged(why)) if why.contains("claims")), "{outcome:?}");
}

/// A journal of many pages that lost everything after `keep` in a thousand of its bytes.
async fn truncated(keep: usize) -> Result<Result<Head, Broken>, JournalError> {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    for number in 0..40 {
        entry(&journal, &format!("BB-{number}"), &[SENT, UNCLEAR, CAPTURED]).await;
    }
    journal.close().await;
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() * keep / 1000]).unwrap();
    verify_file(&path, None).await
}

#[tokio::test]
async fn a_file_that_lost_its_end_is_cut_at_a_row() {
    for keep in [100, 300, 500, 700, 900] {
        let outcome = truncated(keep).await.unwrap();
        assert!(matches!(outcome, Err(Broken { row: 1..=160, kind: BrokenKind::Cut })), "{keep}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_file_that_lost_a_single_byte_is_never_called_whole() {
    let outcome = truncated(999).await;
    assert!(!matches!(outcome, Ok(Ok(_))), "{outcome:?}");
}

#[tokio::test]
async fn a_page_of_noise_is_never_called_whole() {
    let (_folder, path, _) = nine_rows().await;
    let whole = fs::read(&path).unwrap();
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0x5a);
        fs::write(&path, bytes).unwrap();
        let outcome = verify_file(&path, None).await;
        assert!(!matches!(outcome, Ok(Ok(_))), "page {page}: {outcome:?}");
    }
}

#[tokio::test]
async fn verifying_leaves_the_file_and_its_folder_as_they_were() {
    let (_folder, path, _) = nine_rows().await;
    let before = fs::read(&path).unwrap();
    verify_file(&path, None).await.unwrap().unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[tokio::test]
async fn verifying_sees_what_an_open_journal_has_just_written() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    entry(&journal, "BB-1", &[SENT]).await;
    let head = journal.head().await.unwrap();
    assert_eq!(verify_file(&path, None).await.unwrap(), Ok(head));
}

#[tokio::test]
async fn what_is_no_journal_is_not_verified() {
    let (_folder, path) = folder();
    assert!(verify_file(&path, None).await.is_err());
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    for content in ["", "not a database", &"not a database".repeat(1000)] {
        fs::write(&path, content).unwrap();
        let outcome = verify_file(&path, None).await;
        assert!(matches!(outcome, Err(JournalError::Damaged(_))), "{content:.14}: {outcome:?}");
    }
}
