//! SQLite on a disk that fails, lies and loses power, in the mode that the journal uses.
#![cfg(test)]
#![allow(clippy::arithmetic_side_effects, reason = "the tests choose these numbers themselves")]

use faulty_disk::{Disk, Failure, Kind, Loss};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ALL: [Kind; 6] =
    [Kind::Full, Kind::WriteFails, Kind::HalfThenFull, Kind::HalfThenFails, Kind::SyncFails, Kind::SyncFailsAndForgets];

/// Numbers that follow from a seed alone.
fn dice(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed;
    move |limit| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

async fn connect(folder: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(folder.join("a.db")).create_if_missing(true);
    let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    options.disable_statement_logging().connect().await.unwrap()
}

/// A folder with a database of pairs on a disk of its own.
async fn begin() -> (TempDir, Disk, SqliteConnection) {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::below(folder.path()).unwrap();
    let mut connection = connect(folder.path()).await;
    run(&mut connection, "CREATE TABLE pairs (number INTEGER, half INTEGER, text TEXT)").await.unwrap();
    (folder, disk, connection)
}

async fn run(connection: &mut SqliteConnection, statement: &'static str) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(statement).execute(connection).await.map(drop)
}

/// Writes both halves of pair `number`, each over several pages, in one transaction.
async fn pair(connection: &mut SqliteConnection, number: i64) -> Result<(), sqlx::Error> {
    let mut transaction = connection.begin().await?;
    for half in [1, 2] {
        sqlx::query("INSERT INTO pairs VALUES ($1, $2, $3)")
            .bind(number)
            .bind(half)
            .bind("x".repeat(6000))
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await
}

/// The pairs that are there; each is there whole, and the database is sound.
async fn pairs(connection: &mut SqliteConnection) -> Vec<i64> {
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut *connection).await.unwrap();
    assert_eq!(sound, "ok");
    let rows: Vec<(i64, i64)> =
        sqlx::query_as("SELECT number, count(*) FROM pairs GROUP BY number").fetch_all(connection).await.unwrap();
    assert!(rows.iter().all(|(_, halves)| *halves == 2), "half a transaction: {rows:?}");
    rows.into_iter().map(|(number, _)| number).collect()
}

/// What a loss of power leaves.
async fn after_loss(disk: &Disk, seed: u64) -> (Loss, Vec<i64>) {
    let found = tempfile::tempdir().unwrap();
    let loss = disk.lose_power(found.path(), &mut dice(seed)).unwrap();
    // A healthy disk of its own: nothing waits for the real one.
    let _healthy = Disk::below(found.path()).unwrap();
    let mut connection = connect(found.path()).await;
    let pairs = pairs(&mut connection).await;
    connection.close().await.unwrap();
    (loss, pairs)
}

fn code(outcome: Result<(), sqlx::Error>) -> String {
    outcome.unwrap_err().as_database_error().unwrap().code().unwrap().into_owned()
}

/// Whatever fails first, SQLite says `expected`, keeps what was committed, and goes on once the disk is healed.
async fn check_failure(kind: Kind, expected: &str) {
    for (syncs, writes) in [(0, 0), (0, 1), (0, 5), (1, 2)] {
        let (_folder, disk, mut connection) = begin().await;
        pair(&mut connection, 1).await.unwrap();
        disk.fail(Failure { syncs, writes, ..Failure::at_once(kind) });
        let mut committed = vec![1];
        let refused = loop {
            let next = committed.last().unwrap() + 1;
            match pair(&mut connection, next).await {
                Ok(()) => committed.push(next),
                refused => break refused,
            }
        };
        assert_eq!(code(refused), expected, "{kind:?} {syncs} {writes}");
        assert_eq!(pairs(&mut connection).await, committed, "{kind:?} {syncs} {writes}");
        assert!(disk.is_failing());
        assert!(disk.heal() > 0);
        pair(&mut connection, 100).await.unwrap();
        committed.push(100);
        assert_eq!(pairs(&mut connection).await, committed, "{kind:?} {syncs} {writes}");
        disk.rest();
        assert_eq!(after_loss(&disk, 1).await, (Loss::Nothing, committed), "{kind:?} {syncs} {writes}");
    }
}

#[tokio::test]
async fn every_failure_is_said_and_passes() {
    check_failure(Kind::Full, "13").await;
    check_failure(Kind::HalfThenFull, "13").await;
    check_failure(Kind::WriteFails, "778").await;
    check_failure(Kind::HalfThenFails, "778").await;
    check_failure(Kind::SyncFails, "1034").await;
    check_failure(Kind::SyncFailsAndForgets, "1034").await;
}

#[tokio::test]
async fn a_failure_that_does_not_last_is_met_once() {
    for kind in ALL {
        let (_folder, disk, mut connection) = begin().await;
        disk.fail(Failure { lasting: false, ..Failure::at_once(kind) });
        pair(&mut connection, 1).await.unwrap_err();
        assert!(!disk.is_failing());
        pair(&mut connection, 2).await.unwrap();
        assert_eq!(pairs(&mut connection).await, [2]);
        assert_eq!(disk.heal(), 1);
    }
}

#[tokio::test]
async fn a_commit_that_was_answered_survives_every_loss_of_power() {
    let (_folder, disk, mut connection) = begin().await;
    for number in 1..=12 {
        pair(&mut connection, number).await.unwrap();
        disk.rest();
        if number % 5 == 0 {
            run(&mut connection, "PRAGMA wal_checkpoint(RESTART)").await.unwrap();
        }
        for seed in 0..20 {
            let (_, left) = after_loss(&disk, seed).await;
            assert!((1..=number).all(|pair| left.contains(&pair)), "{number} {seed}: {left:?}");
        }
    }
}

#[tokio::test]
async fn a_commit_that_the_power_broke_off_is_there_or_not_but_never_half() {
    let (_folder, disk, mut connection) = begin().await;
    pair(&mut connection, 1).await.unwrap();
    disk.rest();
    pair(&mut connection, 2).await.unwrap();
    run(&mut connection, "PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    let mut seen = HashSet::new();
    for seed in 0..300 {
        let (loss, left) = after_loss(&disk, seed).await;
        assert_eq!(left.first(), Some(&1), "{seed}");
        seen.insert((loss == Loss::Torn, left.len()));
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
}

#[tokio::test]
async fn a_commit_whose_sync_failed_may_come_back_with_the_power() {
    for (kind, may_come_back) in [(Kind::SyncFails, true), (Kind::SyncFailsAndForgets, false)] {
        let (_folder, disk, mut connection) = begin().await;
        disk.fail(Failure::at_once(kind));
        pair(&mut connection, 1).await.unwrap_err();
        disk.rest();
        let mut came_back = HashSet::new();
        for seed in 0..60 {
            came_back.insert(after_loss(&disk, seed).await.1 == [1]);
        }
        assert_eq!(came_back.contains(&true), may_come_back, "{kind:?}");
        assert!(came_back.contains(&false), "{kind:?}");
    }
}

#[tokio::test]
async fn a_disk_that_lies_loses_what_it_said_was_written() {
    let (_folder, disk, mut connection) = begin().await;
    pair(&mut connection, 1).await.unwrap();
    disk.lie();
    pair(&mut connection, 2).await.unwrap();
    disk.rest();
    let mut left = HashSet::new();
    for seed in 0..60 {
        left.insert(after_loss(&disk, seed).await.1);
    }
    assert_eq!(left, HashSet::from([vec![1], vec![1, 2]]));
    assert_eq!(disk.heal(), 0);
    pair(&mut connection, 3).await.unwrap();
    disk.rest();
    assert_eq!(after_loss(&disk, 1).await, (Loss::Nothing, vec![1, 2, 3]));
}

#[tokio::test]
async fn a_database_that_was_being_made_is_found_empty_or_whole() {
    let (_folder, disk, mut connection) = begin().await;
    for seed in 0..60 {
        let found = tempfile::tempdir().unwrap();
        disk.lose_power(found.path(), &mut dice(seed)).unwrap();
        let mut found = connect(found.path()).await;
        run(&mut found, "CREATE TABLE IF NOT EXISTS pairs (number INTEGER, half INTEGER, text TEXT)").await.unwrap();
        pair(&mut found, 1).await.unwrap();
        assert_eq!(pairs(&mut found).await, [1]);
    }
    pair(&mut connection, 1).await.unwrap();
}

#[tokio::test]
async fn a_copy_is_what_a_reader_sees_and_other_files_come_along() {
    let (folder, disk, mut connection) = begin().await;
    fs::create_dir(folder.path().join("beside")).unwrap();
    fs::write(folder.path().join("beside/note.txt"), "kept").unwrap();
    disk.lie();
    pair(&mut connection, 1).await.unwrap();
    let copied = tempfile::tempdir().unwrap();
    disk.copy(copied.path()).unwrap();
    assert_eq!(fs::read_to_string(copied.path().join("beside/note.txt")).unwrap(), "kept");
    assert!(!copied.path().join("a.db-shm").exists());
    assert_eq!(pairs(&mut connect(copied.path()).await).await, [1]);
}

#[tokio::test]
async fn a_folder_on_no_disk_and_one_whose_disk_is_gone_are_not_touched() {
    let (_folder, disk, mut connection) = begin().await;
    let elsewhere = tempfile::tempdir().unwrap();
    let mut other = connect(elsewhere.path()).await;
    disk.fail(Failure::at_once(Kind::Full));
    run(&mut other, "CREATE TABLE pairs (number INTEGER, half INTEGER, text TEXT)").await.unwrap();
    pair(&mut connection, 1).await.unwrap_err();
    drop(disk);
    pair(&mut connection, 1).await.unwrap();
    assert_eq!(pairs(&mut connection).await, [1]);
}
