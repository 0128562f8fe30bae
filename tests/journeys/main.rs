//! Journeys across the crates: desk, journal and simulator together, without a window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may stop")]

mod bindings;
mod capturing;
mod given;
mod recovering;
mod refusing;
mod releasing;
mod stores;
