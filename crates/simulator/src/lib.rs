//! How MultiSafepay behaves, and how it misbehaves: a ledger of orders behind the API's own paths and JSON.
//!
//! An independent second reading of the API: nothing here shares a type or a rule with the client. Called in-process
//! through [`Simulator::transport`] (practice and tests, no port is opened), or served on a loopback socket by
//! [`serve::serve`] and the program `multisafepay-simulator`.

mod cart;
pub mod clock;
pub mod control;
pub mod faults;
pub mod ledger;
mod loose;
pub mod practice;
mod refusal;
mod routes;
pub mod serve;
mod simulator;
pub mod switches;
pub mod transport;

pub use clock::Clock;
pub use faults::{Action, Body, Faults, FaultsProblem, Kind, Rule};
pub use ledger::{CaptureRow, Ledger, ProcessedRequest};
pub use practice::PRACTICE_KEY;
pub use refusal::Refusal;
pub use simulator::{Simulator, SnapshotProblem};
pub use switches::{AfterVoid, Duplicate, Loose, Refusals, RelatedRows, ReleaseVariant, Switches};
