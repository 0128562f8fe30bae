//! A journal is backed up and restored by copying its folder.

use crate::given::*;
use journal::verify_file;
use std::path::Path;
use std::process::Command;

/// Copies by another program, as a person would. Were it this one, closing the file would drop its own locks.
fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-r").arg(from).arg(to).status().unwrap().success());
}

#[cfg(unix)]
#[tokio::test]
async fn a_copy_of_an_open_journal_holds_everything_and_can_be_continued() {
    let (folder, path) = folder();
    let journal = open(&path).await;
    let unclear = entry(&journal, "BB-1", &[SENT, UNCLEAR]).await;
    let head = journal.head().await.unwrap();
    let copied = folder.path().join("copy");
    copy(path.parent().unwrap(), &copied);
    entry(&journal, "BB-2", &[SENT, CAPTURED]).await;

    let copied = copied.join("practice.journal");
    assert_eq!(verify_file(&copied, Some(&head)).await.unwrap(), Ok(head.clone()));
    let restored = open(&copied).await;
    assert_eq!(restored.head().await.unwrap(), head);
    assert_eq!(restored.unfinished().await.unwrap(), std::slice::from_ref(&unclear));
    append_all(&restored, unclear, &[CAPTURED]).await;
    restored.close().await;
    assert_eq!(verify_file(&copied, Some(&head)).await.unwrap().unwrap().row, 4);
}

#[cfg(unix)]
#[tokio::test]
async fn a_copy_of_a_closed_journal_is_the_journal() {
    let (folder, path) = folder();
    let journal = open(&path).await;
    let captured = entry(&journal, "BB-1", &[SENT, CAPTURED]).await;
    journal.close().await;
    let copied = folder.path().join("copy");
    copy(path.parent().unwrap(), &copied);
    assert_eq!(open(&copied.join("practice.journal")).await.entry(captured.id).await.unwrap(), captured);
}

#[cfg(unix)]
#[tokio::test]
async fn a_copy_taken_without_its_write_ahead_log_is_found_short_by_a_later_head() {
    let (folder, path) = folder();
    let journal = open(&path).await;
    entry(&journal, "BB-1", &[SENT, CAPTURED]).await;
    journal.close().await;
    let journal = open(&path).await;
    entry(&journal, "BB-2", &[SENT]).await;
    let head = journal.head().await.unwrap();
    let copied = folder.path().join("copy.journal");
    copy(&path, &copied);
    let cut = journal::Broken { row: 4, kind: journal::BrokenKind::Cut };
    assert_eq!(verify_file(&copied, Some(&head)).await.unwrap(), Err(cut));
}
