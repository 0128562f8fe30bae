//! Every fault of the network, at every place where one capture meets it, over real sockets: what the program says, and
//! how often it sent. The table is `docs/FAULTS.md`.
#![allow(
    clippy::pedantic,
    clippy::style,
    clippy::complexity,
    reason = "what is shipped is linted in full; a proof is judged by what it finds"
)]
#![allow(clippy::arithmetic_side_effects, reason = "the numbers are small")]
#![cfg(test)]

mod bench;
mod cells;
mod faults;
mod hundred;
mod page;
mod servers;
