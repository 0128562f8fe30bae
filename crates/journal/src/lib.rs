//! The record of every capture on this computer: append-only, written before anything is sent.
//!
//! `open` a file, `record` an intent, `append` what happened; what is true is always the fold of the events.
//! `docs/JOURNAL.md` explains the states, the claims, the hash chain, back-up and restore.

mod captures;
mod chain;
mod error;
mod files;
mod line;
mod migrate;
mod open;
mod rows;
mod verify;
mod write;

#[cfg(test)]
mod faults;

pub use captures::{Entry, Written};
pub use chain::{Head, NotAHead};
pub use error::JournalError;
pub use open::Journal;
pub use verify::{Broken, BrokenKind, verify_file};
