//! A process that is killed at any moment loses nothing that it was told is written.

use crate::given::*;
use domain::{Event, State};
use journal::{Journal, verify_file};
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use uuid::Uuid;

const ROUNDS: u64 = 25;

/// Names the journal to the process that is to be killed.
const TARGET: &str = "JOURNAL_TO_APPEND_TO";

/// Captures order after order; says each event that is written.
async fn append_on(journal: &Journal, orders: std::ops::Range<u64>) {
    for number in orders {
        let mut entry = journal.record(intent(&format!("order {number}")), at(1)).await.unwrap();
        say(entry.id, entry.events.len());
        for event in [SENT, UNCLEAR, CAPTURED] {
            entry = journal.append(entry.id, event, at(2)).await.unwrap();
            say(entry.id, entry.events.len());
        }
    }
}

fn say(id: Uuid, events: usize) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "written {id} {events}").unwrap();
    out.flush().unwrap();
}

/// Finishes what an earlier process left.
async fn finish(journal: &Journal) {
    for entry in journal.unfinished().await.unwrap() {
        let events: &[Event] = match entry.progress.state {
            State::Recorded => &[UNDONE],
            State::Sending => &[UNCLEAR, CAPTURED],
            _ => &[CAPTURED],
        };
        append_all(journal, entry, events).await;
    }
}

#[tokio::test]
async fn a_process_that_appends_order_after_order_leaves_a_whole_journal() {
    let (_folder, path) = folder();
    let Some(target) = std::env::var_os(TARGET) else {
        append_on(&open(&path).await, 0..5).await;
        assert_eq!(verify_file(&path, None).await.unwrap().unwrap().row, 20);
        return;
    };
    let journal = open(Path::new(&target)).await;
    finish(&journal).await;
    let first = journal.head().await.unwrap().row.unsigned_abs();
    append_on(&journal, first..u64::MAX).await;
}

/// The process that appends until something stops it, as the arguments of `program`.
fn append_in(program: &mut Command, path: &Path) -> Child {
    program
        .args(["--exact", "--nocapture"])
        .arg("killed::a_process_that_appends_order_after_order_leaves_a_whole_journal")
        .env(TARGET, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn start(path: &Path) -> Child {
    append_in(&mut Command::new(std::env::current_exe().unwrap()), path)
}

/// A process whose files cannot grow beyond 100 kB: a write fails while it is committed.
#[cfg(unix)]
fn start_without_room(path: &Path) -> Child {
    let shell = "trap '' XFSZ; ulimit -f 200; exec \"$0\" \"$@\"";
    append_in(Command::new("sh").arg("-c").arg(shell).arg(std::env::current_exe().unwrap()), path)
}

/// What the process said was written: the entry and how many events it has.
fn heard(line: &str) -> Option<(Uuid, usize)> {
    let (id, events) = line.strip_prefix("written ")?.split_once(' ')?;
    Some((id.parse().unwrap(), events.parse().unwrap()))
}

/// Everything that was said to be written is there, and the chain is whole.
async fn check(path: &Path, written: &HashMap<Uuid, usize>) {
    let head = verify_file(path, None).await.unwrap();
    assert!(head.is_ok(), "{head:?}");
    let journal = open(path).await;
    for (id, events) in written {
        let entry = journal.entry(*id).await.unwrap();
        assert!(entry.events.len() >= *events, "{entry:?}");
    }
    assert!(journal.unfinished().await.unwrap().len() <= 1);
    journal.close().await;
}

/// Reads what the process says was written, and kills it a moment after its `lines`th word.
fn kill_after(mut child: Child, lines: u64, moment: u64, written: &mut HashMap<Uuid, usize>) {
    let mut said = 0;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let Some((id, events)) = heard(&line.unwrap()) else { continue };
        written.insert(id, events);
        said += 1;
        if said == lines {
            (0..moment).for_each(|_| std::hint::spin_loop());
            child.kill().unwrap();
        }
    }
    assert!(said >= lines, "the process ended by itself");
    assert!(!child.wait().unwrap().success());
}

#[tokio::test]
async fn what_a_killed_process_said_was_written_is_there() {
    let (_folder, path) = folder();
    let mut written = HashMap::new();
    for seed in 0..ROUNDS {
        let mut dice = Dice::new(seed);
        kill_after(start(&path), 1 + dice.below(20), dice.below(300_000), &mut written);
        check(&path, &written).await;
    }
    assert!(written.len() as u64 > ROUNDS);
}

#[cfg(unix)]
#[tokio::test]
async fn what_was_written_before_a_commit_failed_is_there_and_nothing_of_that_commit() {
    let (_folder, path) = folder();
    let output = start_without_room(&path).wait_with_output().unwrap();
    assert!(!output.status.success(), "the process should have come to the end of its room");
    let written: HashMap<_, _> = String::from_utf8(output.stdout).unwrap().lines().filter_map(heard).collect();
    assert!(!written.is_empty());
    check(&path, &written).await;
    let journal = open(&path).await;
    for (id, events) in written {
        assert_eq!(journal.entry(id).await.unwrap().events.len(), events);
    }
}
