//! Why the journal could not be read or written.

use std::io;
use uuid::Uuid;

/// What stops the journal. Nothing may be sent while one of these holds.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Another program holds the file, and waiting did not help.
    #[error("the journal is in use by another program")]
    Busy,
    /// There is no room on the disk.
    #[error("the disk is full")]
    Full,
    /// The folder or file may not be written.
    #[error("the journal may not be written")]
    ReadOnly,
    /// The disk failed while it was read or written. What stands in the file may be sound all the same.
    #[error("the disk failed: {0}")]
    Failing(String),
    /// The file was made by a newer version of Capture Desk.
    #[error("the journal was made by a newer version, {made_by}")]
    FromNewerVersion {
        /// The schema version in the file.
        made_by: i64,
    },
    /// The file is not a journal, or is damaged.
    #[error("the journal is damaged: {0}")]
    Damaged(String),
    /// Something of this order is unfinished.
    #[error("order has an unfinished entry {unfinished}")]
    OrderBusy {
        /// The unfinished entry.
        unfinished: Uuid,
    },
    /// Something happened to this order after it was read.
    #[error("something happened to the order after it was read")]
    OrderMoved,
    /// The event cannot follow what happened before it.
    #[error(transparent)]
    Progress(#[from] domain::ProgressProblem),
    /// There is no such entry.
    #[error("there is no entry {0}")]
    Unknown(Uuid),
}

/// SQLite's primary result codes that mean something of their own here (sqlite.org/rescode.html).
pub(crate) mod code {
    pub const PERM: u32 = 3;
    pub const BUSY: u32 = 5;
    pub const LOCKED: u32 = 6;
    pub const READONLY: u32 = 8;
    pub const IOERR: u32 = 10;
    pub const CORRUPT: u32 = 11;
    pub const FULL: u32 = 13;
    pub const CANTOPEN: u32 = 14;
}

/// The primary result code; the extended one holds it in its lowest byte.
pub(crate) fn primary_code(error: &sqlx::Error) -> Option<u32> {
    let extended: u32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(extended & 0xff)
}

impl From<sqlx::Error> for JournalError {
    fn from(error: sqlx::Error) -> Self {
        match (primary_code(&error), error) {
            (Some(code::BUSY | code::LOCKED), _) | (_, sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) => {
                Self::Busy
            }
            (Some(code::FULL), _) => Self::Full,
            (Some(code::PERM | code::READONLY | code::CANTOPEN), _) => Self::ReadOnly,
            (Some(code::IOERR), error) => Self::Failing(error.to_string()),
            (_, sqlx::Error::Io(error)) => error.into(),
            (_, error) => Self::Damaged(error.to_string()),
        }
    }
}

impl From<io::Error> for JournalError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Failing(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: io::ErrorKind, expected: &str) {
        assert_eq!(JournalError::from(io::Error::from(kind)).to_string(), expected, "{kind:?}");
    }

    #[test]
    fn a_disk_without_room_is_full_whoever_counts_the_room() {
        check(io::ErrorKind::StorageFull, "the disk is full");
        check(io::ErrorKind::QuotaExceeded, "the disk is full");
        check(io::ErrorKind::FileTooLarge, "the disk is full");
    }

    #[test]
    fn a_folder_that_may_not_be_written_is_read_only() {
        check(io::ErrorKind::PermissionDenied, "the journal may not be written");
        check(io::ErrorKind::ReadOnlyFilesystem, "the journal may not be written");
    }

    #[test]
    fn a_disk_that_fails_says_nothing_about_the_journal() {
        check(io::ErrorKind::Other, "the disk failed: other error");
        check(io::ErrorKind::TimedOut, "the disk failed: timed out");
    }
}
