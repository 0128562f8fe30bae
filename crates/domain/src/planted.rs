//! Rules that the proof breaks one at a time, to show that it would be noticed (`docs/FAULTS.md`). Compiled only with the
//! feature `planted`, which no build that is shipped has.

use std::cell::Cell;

/// A rule that can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Nothing is sent before it is on disk.
    RecordBeforeSending,
    /// A write is never repeated.
    NeverRetry,
    /// One unfinished entry per order.
    HoldTheClaim,
    /// A server in trouble proves nothing.
    DoubtServerTrouble,
    /// Three looks over five minutes.
    LookThreeTimes,
    /// A commit waits until the disk has it.
    SyncFully,
}

thread_local! {
    static BROKEN: Cell<Option<Rule>> = const { Cell::new(None) };
}

/// From now on this thread breaks `rule`, or none.
pub fn break_rule(rule: Option<Rule>) {
    BROKEN.set(rule);
}

/// Whether this thread breaks `rule`.
#[must_use]
pub fn is_broken(rule: Rule) -> bool {
    BROKEN.get() == Some(rule)
}
