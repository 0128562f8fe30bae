//! The disk: what is left of the journal's files when the power goes, and writes that it refuses.

use crate::dice::Dice;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};
use std::fs;
use std::path::{Path, PathBuf};

/// The journal of practice in a folder of Capture Desk.
#[must_use]
pub fn journal_in(folder: &Path) -> PathBuf {
    folder.join("journal").join("practice.db")
}

fn log_in(folder: &Path) -> PathBuf {
    folder.join("journal").join("practice.db-wal")
}

/// What a loss of power did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Nothing: everything had reached the disk.
    Nothing,
    /// The end of what was being written, at a byte that the dice chose.
    Torn,
    /// The same, and noise stands where the rest should be.
    Noise,
}

/// Copies the files as they are found when the power comes back. `synced` is how long the log was when nothing was being
/// written last; whatever came after it may be torn at any byte.
pub fn lose_power(from: &Path, to: &Path, synced: u64, dice: &mut Dice) -> Lost {
    fs::create_dir_all(to.join("journal")).unwrap();
    fs::copy(from.join("settings.json"), to.join("settings.json")).unwrap();
    fs::copy(journal_in(from), journal_in(to)).unwrap();
    let mut log = fs::read(log_in(from)).unwrap_or_default();
    let synced = usize::try_from(synced).unwrap_or(usize::MAX);
    let mut lost = Lost::Nothing;
    if synced < log.len() && dice.per_mille(700) {
        let cut = synced + dice.below((log.len() - synced) as u64) as usize;
        if dice.per_mille(500) {
            log.truncate(cut);
            lost = Lost::Torn;
        } else {
            log[cut..].iter_mut().for_each(|byte| *byte ^= 0x5a);
            lost = Lost::Noise;
        }
    }
    fs::write(log_in(to), log).unwrap();
    lost
}

/// Copies the files and takes away synced commits as well, as a disk does that says "written" and lies.
pub fn lie(from: &Path, to: &Path, dice: &mut Dice) {
    fs::create_dir_all(to.join("journal")).unwrap();
    fs::copy(from.join("settings.json"), to.join("settings.json")).unwrap();
    fs::copy(journal_in(from), journal_in(to)).unwrap();
    let mut log = fs::read(log_in(from)).unwrap_or_default();
    let cut = dice.below(log.len() as u64 + 1) as usize;
    if dice.per_mille(500) {
        log.truncate(cut);
    } else {
        // One sector that never arrived, in the middle of others that did.
        let end = (cut + 512).min(log.len());
        log[cut..end].fill(0);
    }
    fs::write(log_in(to), log).unwrap();
}

/// Makes the journal refuse every event of this name from now on, or none: what a disk without room does to a write, at
/// a place that the seed chooses.
pub async fn refuse_writes(folder: &Path, event: Option<&str>) {
    let options = SqliteConnectOptions::new().filename(journal_in(folder)).disable_statement_logging();
    let mut connection = options.connect().await.unwrap();
    let trigger = event.map_or(String::new(), |event| {
        format!(
            "CREATE TRIGGER no_room BEFORE INSERT ON events WHEN NEW.event = '{event}' \
             BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;"
        )
    });
    let change = format!("BEGIN IMMEDIATE; DROP TRIGGER IF EXISTS no_room; {trigger} COMMIT;");
    sqlx::raw_sql(AssertSqlSafe(change)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}
