//! The proof: desk, journal and simulator under faults of network, disk, clock and process, compared with the ledger.
//!
//! [`episode`] is the seeded simulation, [`kills`] the real process that is killed, [`race`] two processes on one journal.
//! `docs/FAULTS.md` tells what each part shows and what it cannot show.
#![allow(
    clippy::pedantic,
    clippy::style,
    clippy::complexity,
    reason = "what is shipped is linted in full; a proof is judged by what it finds"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::missing_panics_doc,
    reason = "a proof that cannot go on may stop"
)]

pub mod audit;
pub mod books;
pub mod dice;
pub mod disk;
pub mod driver;
pub mod episode;
pub mod gates;
pub mod kills;
pub mod network;
pub mod process;
pub mod race;
pub mod relay;
pub mod report;
pub mod simulate;
pub mod trace;
