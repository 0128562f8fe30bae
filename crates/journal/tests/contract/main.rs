//! What the journal promises, one module per promise.
#![cfg(test)]
#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, reason = "the tests choose these numbers themselves")]

mod append_only;
mod backup;
mod cancelled;
mod claims;
mod failing_disk;
mod given;
mod killed;
mod opening;
mod race;
mod reading;
mod torn;
mod verifying;
