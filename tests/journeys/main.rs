//! Journeys across the crates: desk, journal and simulator together, without a window.
#![cfg(test)]

mod bindings;
mod capturing;
mod doubles;
mod given;
mod journals;
mod recovering;
mod refusing;
mod releasing;
mod stores;
