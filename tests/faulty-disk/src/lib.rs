//! A disk that fails, lies and loses power, as a layer between SQLite and its files.
//!
//! [`Disk::below`] puts the files of one folder on such a disk. Nothing happens by itself: what fails, when, and what a loss
//! of power leaves is the caller's choice, so that a seed replays exactly. Files elsewhere are not touched.
//!
//! This is the one crate with unsafe code ([`layer`]); only tests depend on it.

mod disk;
mod drive;
mod failure;
mod image;
mod layer;
mod loss;

pub use disk::Disk;
pub use failure::{Failure, Kind};
pub use loss::Loss;
