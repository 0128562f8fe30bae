//! Every fault of the network, at every place where one capture meets it, over real sockets: what the program says, and
//! how often it sent. The table is `docs/FAULTS.md`.
#![cfg(test)]

mod bench;
mod cells;
mod faults;
mod hundred;
mod page;
mod servers;
