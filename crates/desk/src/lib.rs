//! The use cases of Capture Desk, without a window.

mod captures;
pub mod clock;
pub mod commands;
mod desk;
mod failure;
pub mod files;
mod journal_check;
mod orders;
mod settings;
mod stores;
pub mod view;

pub use desk::{Desk, Setup, Transports};
pub use domain::{Kind as KindView, State as StateView};
pub use failure::{
    Failure, JournalProblem, KeyTextProblem, KeyringProblem, OrderNumberProblem, SettingsProblem, StoreNameProblem,
};
pub use stores::keyring::{Keyring, SystemKeyring};
