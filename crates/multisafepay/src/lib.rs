//! A client of the MultiSafepay API that says what an answer *proves*.
//!
//! One place knows paths and JSON; the network is behind [`Transport`], which makes one attempt and never a second.

pub mod client;
pub mod environment;
pub mod https;
pub mod key;
pub mod outcome;
pub mod transport;
mod when_needed;
mod wire;

pub use client::Client;
pub use environment::{ApiUrl, ApiUrlProblem, Environment};
pub use https::{HttpsTransport, Limits};
pub use key::{ApiKey, KeyProblem};
pub use outcome::{Account, ReadProblem, WriteOutcome};
pub use transport::{Answer, Method, Reached, Request, Transport, Unanswered};
pub use when_needed::WhenNeeded;
pub use wire::CaptureRequest;
