//! Money, orders, authorisations, captures and releases: the rules.
//!
//! Nothing here performs I/O, reads a clock or panics; a function either answers or says *no* with a reason.

#![cfg_attr(test, allow(clippy::arithmetic_side_effects, reason = "in a test, an overflow may panic"))]
#![cfg_attr(test, allow(clippy::needless_pass_by_value, reason = "the rows of a test table are values"))]

pub mod amount_text;
pub mod authorisation;
pub mod capture;
pub mod currency;
pub mod decimal;
pub mod money;
pub mod order;
#[cfg(feature = "planted")]
pub mod planted;
pub mod progress;
pub mod reconcile;
pub mod reference;
pub mod shipment;

pub use authorisation::{
    Authorisation, EndedReservation, NotCapturable, OrderState, RelatedKind, RelatedTransaction, ReservationEnd,
};
pub use capture::{CaptureProblem, Chosen, Intent, Kind, PickedLine, Plan, Snapshot, plan_capture};
pub use currency::Currency;
pub use decimal::Decimal;
pub use money::{Money, MoneyProblem};
pub use order::{OrderId, OrderIdProblem, OrderLine};
pub use progress::{
    Event, NotSentReason, Progress, ProgressProblem, Proof, Refused, State, UnclearReason, WithdrawnBecause,
};
pub use reconcile::{Contradiction, Look, Verdict, judge};
pub use reference::Reference;
pub use shipment::{Details, Field, StatusAfter, TextProblem};
