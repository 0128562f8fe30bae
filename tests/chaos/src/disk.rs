//! The disk: how it fails, and what is left of the journal's files when the power goes or it lied.

use crate::dice::Dice;
use domain::{Event, Intent, OrderId, UnclearReason};
use faulty_disk::{Disk, Failure, Kind, Loss};
use jiff::Timestamp;
use journal::{Journal, JournalError};
use std::path::{Path, PathBuf};

/// The journal of practice in a folder of Capture Desk.
#[must_use]
pub fn journal_in(folder: &Path) -> PathBuf {
    folder.join("journal").join("practice.db")
}

/// Every way in which a write or a sync fails.
const KINDS: [Kind; 6] =
    [Kind::Full, Kind::WriteFails, Kind::HalfThenFull, Kind::HalfThenFails, Kind::SyncFails, Kind::SyncFailsAndForgets];

/// A failure some commits from now. A commit makes one sync and no fewer than six writes; so which commit is met does not
/// depend on how many pages it fills, and a seed replays exactly.
#[must_use]
pub fn draw_failure(dice: &mut Dice) -> Failure {
    Failure {
        kind: *dice.pick(&KINDS),
        syncs: dice.below(8) as u32,
        writes: dice.below(6) as u32,
        lasting: dice.per_mille(600),
    }
}

/// Its word in the count of faults.
#[must_use]
pub const fn word_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Full => "disk full",
        Kind::WriteFails => "write failed",
        Kind::HalfThenFull => "short write, disk full",
        Kind::HalfThenFails => "short write, failed",
        Kind::SyncFails => "sync failed",
        Kind::SyncFailsAndForgets => "sync failed and forgot",
    }
}

/// The word of a loss of power in the count of faults.
#[must_use]
pub const fn word_of_loss(loss: Loss) -> &'static str {
    match loss {
        Loss::Nothing => "power lost",
        Loss::Kept => "power lost, unsynced writes kept",
        Loss::Gone => "power lost, unsynced writes gone",
        Loss::Torn => "power lost, unsynced writes torn",
    }
}

/// Writes the files as a loss of power leaves them into `to`.
pub fn lose_power(disk: &Disk, to: &Path, dice: &mut Dice) -> Loss {
    // Numbers of their own: how many it takes follows from pages, and what happens later must not follow from them.
    let mut dice = Dice::new(dice.next());
    disk.lose_power(to, &mut |limit| dice.below(limit)).unwrap()
}

/// What is left, in `left`, of the journal in `copy` when its disk says "written" and lies while three captures like
/// `intent` are written down. The log is put into the file by an honest disk before; a disk that lies while that is done
/// may leave anything.
///
/// # Errors
/// When the journal cannot be used.
pub async fn lie(copy: &Path, left: &Path, intent: &Intent, dice: &mut Dice) -> Result<(), JournalError> {
    let (file, disk) = (journal_in(copy), Disk::below(copy).unwrap());
    Journal::open(&file, "practice").await?.close().await;
    let journal = Journal::open(&file, "practice").await?;
    disk.lie();
    for number in 0..3 {
        let order = OrderId::new(&format!("LIED-{number}")).unwrap();
        let recorded = journal.record(Intent { order, ..intent.clone() }, Timestamp::UNIX_EPOCH).await?;
        let sent = Event::Sent { attempt: 1 };
        journal.append(recorded.id, sent, Timestamp::UNIX_EPOCH).await?;
        let unclear = Event::Unclear { reason: UnclearReason::NoAnswer };
        journal.append(recorded.id, unclear, Timestamp::UNIX_EPOCH).await?;
    }
    lose_power(&disk, left, dice);
    journal.close().await;
    Ok(())
}
