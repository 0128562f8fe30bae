//! Folders of the program's files: a fresh one, and one whose journal holds a few years of work.

use crate::built;
use crate::rig::Rig;
use journal::{Entry, Journal};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How many captures the filled journal holds.
pub const CAPTURES: usize = 100_000;

/// Makes `folder` one in which the practice store was chosen, and gives the store's id.
pub async fn practised(folder: &Path) -> String {
    let rig = Rig::in_process(folder);
    let store = rig.store.clone();
    rig.close().await;
    store
}

/// The folder with the filled journal. Filling takes minutes, so that it is kept from run to run.
pub async fn folder() -> PathBuf {
    let folder = built().join("bench-filled");
    if !is_filled(&folder).await {
        let made = made().await;
        // There may be one of an older version.
        let _ = std::fs::remove_dir_all(&folder);
        copy(made.path(), &folder);
    }
    folder
}

/// Whether a journal is there that holds enough and can be read.
async fn is_filled(folder: &Path) -> bool {
    if !file(folder).exists() {
        return false;
    }
    let store = practised(folder).await;
    let Ok(journal) = Journal::open(&file(folder), "practice").await else { return false };
    let rows = journal.head().await.map_or(0, |head| head.row);
    let newest = journal.recent(&store, 1).await.map_or(0, |newest| newest.len());
    journal.close().await;
    newest == 1 && usize::try_from(rows).is_ok_and(|rows| rows >= CAPTURES * 3)
}

/// Fills a journal through its own front door, in memory where the system has a place for that: every capture is three
/// commits, and only there no disk has to be waited for.
async fn made() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_owned() } else { built() };
    let folder = tempfile::Builder::new().prefix("bench.").tempdir_in(place).unwrap();
    let example = example(folder.path()).await;
    let journal = Journal::open(&file(folder.path()), "practice").await.unwrap();
    let begun = Instant::now();
    for number in 1..CAPTURES {
        write(&journal, &example, number).await;
        if number % 10_000 == 0 {
            eprintln!("bench: {number} captures written in {} s", begun.elapsed().as_secs());
        }
    }
    journal.close().await;
    folder
}

/// Makes one practice capture in `folder` and gives what it left in the journal.
pub async fn example(folder: &Path) -> Entry {
    let mut rig = Rig::in_process(folder);
    let order = rig.make_order().await;
    let id = rig.capture(&order).await.id;
    rig.close().await;
    let journal = Journal::open(&file(folder), "practice").await.unwrap();
    let entry = journal.entry(id.parse().unwrap()).await.unwrap();
    journal.close().await;
    entry
}

/// Writes everything that `example` went through once more, for another order.
pub async fn write(journal: &Journal, example: &Entry, number: usize) {
    let mut intent = example.intent.clone();
    intent.order = domain::OrderId::new(&format!("BENCH-{number:06}")).unwrap();
    intent.reference = domain::Reference::proposed(&intent.order, None, 0);
    let at = example.events[0].at;
    let entry = journal.record(intent, at).await.unwrap();
    for written in &example.events[1..] {
        journal.append(entry.id, written.event.clone(), written.at).await.unwrap();
    }
}

/// Where a folder of the program has the journal of practice (`docs/JOURNAL.md`).
pub fn file(folder: &Path) -> PathBuf {
    folder.join("journal").join("practice.db")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
