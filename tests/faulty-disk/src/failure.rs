//! What fails, and when.

use libsqlite3_sys::{SQLITE_FULL, SQLITE_IOERR_FSYNC, SQLITE_IOERR_WRITE};
use std::ffi::c_int;

/// How a write or a sync fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A write finds no room (`SQLITE_FULL`); nothing of it is written.
    Full,
    /// A write fails (`SQLITE_IOERR_WRITE`); nothing of it is written.
    WriteFails,
    /// Half of a write finds room, then there is none (`SQLITE_FULL`).
    HalfThenFull,
    /// Half of a write is written, then it fails (`SQLITE_IOERR_WRITE`).
    HalfThenFails,
    /// A sync fails (`SQLITE_IOERR_FSYNC`); what it was to keep may be kept all the same, now or by the next sync.
    SyncFails,
    /// A sync fails, and what it was to keep is never kept unless it is written again: a later sync says OK and keeps only
    /// what was written after this one. Some systems do so.
    SyncFailsAndForgets,
}

impl Kind {
    pub(crate) const fn is_of_syncs(self) -> bool {
        matches!(self, Self::SyncFails | Self::SyncFailsAndForgets)
    }

    /// SQLite's code for it.
    pub(crate) const fn code(self) -> c_int {
        match self {
            Self::Full | Self::HalfThenFull => SQLITE_FULL,
            Self::WriteFails | Self::HalfThenFails => SQLITE_IOERR_WRITE,
            Self::SyncFails | Self::SyncFailsAndForgets => SQLITE_IOERR_FSYNC,
        }
    }

    /// How many of `length` bytes are written before it fails.
    pub(crate) const fn written_of(self, length: usize) -> usize {
        match self {
            Self::HalfThenFull | Self::HalfThenFails => length / 2,
            _ => 0,
        }
    }
}

/// What fails, and from when on. Writes and syncs of all files of the disk are counted from the moment it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// How it fails.
    pub kind: Kind,
    /// How many syncs pass first.
    pub syncs: u32,
    /// How many writes pass after these, before one fails. Means nothing to a failure of syncs.
    pub writes: u32,
    /// Whether everything of its kind fails from then on, until the disk is healed; otherwise one fails.
    pub lasting: bool,
}

impl Failure {
    /// From the next write or sync on, everything of this kind fails.
    #[must_use]
    pub const fn at_once(kind: Kind) -> Self {
        Self { kind, syncs: 0, writes: 0, lasting: true }
    }

    /// Whether a sync fails now.
    pub(crate) const fn meets_sync(&mut self) -> bool {
        let fails = self.kind.is_of_syncs() && self.syncs == 0;
        self.syncs = self.syncs.saturating_sub(1);
        fails
    }

    /// Whether a write fails now.
    pub(crate) const fn meets_write(&mut self) -> bool {
        if self.kind.is_of_syncs() || self.syncs > 0 {
            return false;
        }
        let fails = self.writes == 0;
        self.writes = self.writes.saturating_sub(1);
        fails
    }
}
