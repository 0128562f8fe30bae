//! What is opened, what is refused, and who may read it.

use crate::given::*;
use journal::{Journal, JournalError};
use sqlx::{AssertSqlSafe, Connection as _};
use std::fs;
use std::path::Path;

/// A finished journal on which somebody ran `statement`, and its bytes.
async fn changed(path: &Path, statement: &str) -> Vec<u8> {
    let journal = open(path).await;
    entry(&journal, "BB-1", &[SENT, CAPTURED]).await;
    journal.close().await;
    let mut other = raw(path).await;
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    fs::read(path).unwrap()
}

/// Opening is refused as damaged, in words that hold `what`, and leaves the file as it was.
async fn check_damaged(path: &Path, what: &str) {
    let before = fs::read(path).unwrap();
    match Journal::open(path, "practice").await {
        Err(JournalError::Damaged(why)) => assert!(why.contains(what), "{why}"),
        other => panic!("should be damaged: {other:?}"),
    }
    assert_eq!(fs::read(path).unwrap(), before);
}

#[tokio::test]
async fn a_journal_of_a_newer_version_is_refused_by_name_and_not_changed() {
    let (_folder, path) = folder();
    let before = changed(&path, "PRAGMA user_version = 41").await;
    let outcome = Journal::open(&path, "practice").await;
    assert!(matches!(outcome, Err(JournalError::FromNewerVersion { made_by: 41 })), "{outcome:?}");
    let outcome = journal::verify_file(&path, None).await;
    assert!(matches!(outcome, Err(JournalError::FromNewerVersion { made_by: 41 })), "{outcome:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[tokio::test]
async fn a_journal_of_another_environment_is_refused() {
    let (_folder, path) = folder();
    open(&path).await.close().await;
    let outcome = Journal::open(&path, "live").await;
    assert!(matches!(&outcome, Err(JournalError::Damaged(why)) if why.contains("practice")), "{outcome:?}");
}

#[tokio::test]
async fn a_database_of_something_else_is_refused() {
    let (_folder, path) = folder();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "").unwrap();
    let mut other = raw(&path).await;
    sqlx::raw_sql("CREATE TABLE songs (name TEXT)").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    check_damaged(&path, "not a journal").await;
}

#[tokio::test]
async fn garbage_is_refused() {
    let (_folder, path) = folder();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "Not a journal at all. ".repeat(1000)).unwrap();
    check_damaged(&path, "not a database").await;
}

#[tokio::test]
async fn a_journal_that_lost_its_end_is_refused() {
    let (_folder, path) = folder();
    let bytes = changed(&path, "SELECT 1").await;
    for length in [bytes.len() - 1, bytes.len() / 2, 4096, 1000] {
        fs::write(&path, &bytes[..length]).unwrap();
        check_damaged(&path, "").await;
    }
}

#[tokio::test]
async fn an_event_that_cannot_be_read_damages_its_entry_alone() {
    let (_folder, path) = folder();
    changed(&path, "DROP TRIGGER events_are_not_changed; UPDATE events SET body = '{}' WHERE row = 2").await;
    let journal = open(&path).await;
    entry(&journal, "BB-2", &[SENT]).await;
    let order = domain::OrderId::new("BB-1").unwrap();
    let outcome = journal.of_order(STORE, &order).await;
    assert!(matches!(&outcome, Err(JournalError::Damaged(why)) if why.contains("row 2")), "{outcome:?}");
}

#[tokio::test]
async fn events_in_an_impossible_order_damage_their_entry() {
    let (_folder, path) = folder();
    changed(&path, "DROP TRIGGER events_are_not_changed; UPDATE events SET row = 9 WHERE row = 2").await;
    let order = domain::OrderId::new("BB-1").unwrap();
    let outcome = open(&path).await.of_order(STORE, &order).await;
    assert!(matches!(&outcome, Err(JournalError::Damaged(why)) if why.contains("cannot follow")), "{outcome:?}");
}

#[tokio::test]
async fn eight_windows_that_open_a_new_journal_at_once_make_one_journal() {
    for _ in 0..10 {
        let (_folder, path) = folder();
        let windows = (0..8).map(|_| {
            let path = path.clone();
            tokio::spawn(async move { Journal::open(&path, "practice").await.map(|journal| journal.path().to_owned()) })
        });
        for window in windows.collect::<Vec<_>>() {
            assert_eq!(window.await.unwrap().unwrap(), path);
        }
        assert_eq!(journal::verify_file(&path, None).await.unwrap().unwrap().row, 0);
    }
}

#[cfg(unix)]
mod private {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn modes(folder: &Path) -> Vec<(String, u32)> {
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap());
        let mut modes: Vec<_> =
            files.map(|file| (file.file_name().into_string().unwrap(), mode(&file.path()))).collect();
        modes.sort();
        modes
    }

    fn all_private() -> Vec<(String, u32)> {
        ["practice.journal", "practice.journal-shm", "practice.journal-wal"].map(|name| (name.to_owned(), 0o600)).into()
    }

    #[tokio::test]
    async fn the_files_are_for_this_person_only_whatever_the_umask() {
        let (_folder, path) = folder();
        let shell = "umask 000 && exec \"$0\" --exact opening::private::a_new_journal_is_private";
        let mut child = std::process::Command::new("sh");
        child.arg("-c").arg(shell).arg(std::env::current_exe().unwrap()).env("JOURNAL_TO_MAKE", &path);
        let child = child.output().unwrap();
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        assert_eq!(mode(&path), 0o600);
    }

    #[tokio::test]
    async fn a_new_journal_is_private() {
        let (_folder, path) = folder();
        let path = std::env::var_os("JOURNAL_TO_MAKE").map_or(path, Into::into);
        let journal = open(&path).await;
        entry(&journal, "BB-1", &[]).await;
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        assert_eq!(modes(path.parent().unwrap()), all_private());
    }

    #[tokio::test]
    async fn a_restored_journal_becomes_private_again() {
        let (_folder, path) = folder();
        let kept_open = open(&path).await;
        entry(&kept_open, "BB-1", &[]).await;
        set(path.parent().unwrap(), 0o755);
        for (name, _) in all_private() {
            set(&path.with_file_name(name), 0o644);
        }
        let _again = open(&path).await;
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        assert_eq!(modes(path.parent().unwrap()), all_private());
    }
}
