//! A disk that fails beneath SQLite: what the journal says then, and that nothing is lost.

use crate::given::*;
use faulty_disk::{Disk, Failure, Kind, Loss};
use journal::{Head, Journal, JournalError, verify_file};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A journal on a disk of its own.
async fn on_disk() -> (TempDir, PathBuf, Disk, Journal) {
    let (folder, path) = folder();
    let disk = Disk::below(folder.path()).unwrap();
    let journal = open(&path).await;
    (folder, path, disk, journal)
}

fn word(error: &JournalError) -> &'static str {
    match error {
        JournalError::Full => "full",
        JournalError::Failing(_) => "failing",
        _ => "something else",
    }
}

/// The journal that is found when the power comes back: it opens, is whole, and holds everything up to `head`.
async fn check_found(disk: &Disk, file: &Path, folder: &Path, head: &Head, seed: u64) -> Loss {
    let found = tempfile::tempdir().unwrap();
    let mut dice = Dice::new(seed);
    let loss = disk.lose_power(found.path(), &mut |limit| dice.below(limit)).unwrap();
    // A healthy disk of its own: nothing waits for the real one.
    let _healthy = Disk::below(found.path()).unwrap();
    let file = found.path().join(file.strip_prefix(folder.canonicalize().unwrap()).unwrap());
    let journal = open(&file).await;
    entry(&journal, "BB-99", &[SENT]).await;
    journal.close().await;
    let verified = verify_file(&file, Some(head)).await.unwrap();
    assert!(verified.is_ok(), "seed {seed}: {verified:?}");
    loss
}

/// `kind` is said in the word `expected`, whichever write or sync it meets; nothing is lost, and the journal goes on.
async fn check(kind: Kind, expected: &str) {
    for writes in [0, 1, 6] {
        let (folder, path, disk, journal) = on_disk().await;
        let file = path.canonicalize().unwrap();
        let first = entry(&journal, "BB-1", &[]).await;
        let head = journal.head().await.unwrap();
        disk.fail(Failure { writes, ..Failure::at_once(kind) });
        let refused = journal.record(intent("BB-2"), at(1)).await.unwrap_err();
        assert_eq!(word(&refused), expected, "{kind:?} {writes}: {refused}");
        let refused = journal.append(first.id, SENT, at(1)).await.unwrap_err();
        assert_eq!(word(&refused), expected, "{kind:?} {writes}: {refused}");
        assert_eq!(journal.unfinished().await.unwrap(), std::slice::from_ref(&first));
        assert_eq!(journal.head().await.unwrap(), head);
        disk.rest();
        for seed in 0..5 {
            check_found(&disk, &file, folder.path(), &head, seed).await;
        }
        assert!(disk.heal() > 0);
        entry(&journal, "BB-2", &[SENT]).await;
        append_all(&journal, first, &[SENT]).await;
        disk.rest();
        let head = journal.head().await.unwrap();
        assert_eq!(check_found(&disk, &file, folder.path(), &head, 0).await, Loss::Nothing);
    }
}

#[tokio::test]
async fn a_disk_without_room_is_full() {
    check(Kind::Full, "full").await;
    check(Kind::HalfThenFull, "full").await;
}

#[tokio::test]
async fn a_disk_that_fails_to_write_is_failing_and_the_journal_is_not_called_damaged() {
    check(Kind::WriteFails, "failing").await;
    check(Kind::HalfThenFails, "failing").await;
}

#[tokio::test]
async fn a_disk_that_fails_to_sync_is_failing_and_the_journal_is_not_called_damaged() {
    check(Kind::SyncFails, "failing").await;
    check(Kind::SyncFailsAndForgets, "failing").await;
}

#[tokio::test]
async fn what_was_answered_survives_every_loss_of_power() {
    let (folder, path, disk, journal) = on_disk().await;
    let file = path.canonicalize().unwrap();
    for (number, order) in ["BB-1", "BB-2", "BB-3"].into_iter().enumerate() {
        let head = journal.head().await.unwrap();
        disk.rest();
        entry(&journal, order, &[SENT, UNCLEAR, CAPTURED]).await;
        for seed in 0..20 {
            check_found(&disk, &file, folder.path(), &head, 100 * number as u64 + seed).await;
        }
    }
}
