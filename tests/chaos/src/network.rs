//! The network between the desks and the simulator: which fault each request meets, and what it did to the ledger.

use crate::books::{Books, Write};
use crate::dice::Dice;
use crate::gates::{Gates, Place};
use futures_util::future::BoxFuture;
use multisafepay::{Reached, Request, Transport, Unanswered};
use simulator::{Action, Body, Faults, Rule, Simulator};
use std::sync::Arc;
use std::time::Duration;

/// How late a request may still arrive that its sender has given up. Looks over five minutes tell the truth about
/// requests that arrive within these minutes; see `docs/FAULTS.md`.
pub const LATEST: Duration = Duration::from_secs(240);

/// What a request meets on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing: it is processed and answered.
    #[default]
    None,
    /// A fault of the simulator.
    Of(Action),
    /// The sender gives up; the request arrives after that.
    Late,
}

impl Fault {
    /// Its word in the trace and in the counts.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Late => "arrived late",
            Self::Of(action) => word_of(action),
        }
    }

    /// A fault drawn for a request; in a healthy network there is none.
    pub fn draw(dice: &mut Dice, per_mille: u64, writes: bool) -> Self {
        if !dice.per_mille(per_mille) {
            return Self::None;
        }
        if writes && dice.per_mille(150) {
            return Self::Late;
        }
        Self::Of(draw_action(dice))
    }
}

fn draw_action(dice: &mut Dice) -> Action {
    let processed = dice.per_mille(500);
    match dice.below(14) {
        0 => Action::NotSent { reason: domain::NotSentReason::NoConnection },
        1 => Action::DropUnread,
        2 | 3 => Action::DropProcessed,
        4 | 5 => Action::Stall { processed },
        6 => Action::Truncate { bytes: usize::try_from(dice.below(60)).unwrap_or(0) },
        7 => Action::Answer { status: *dice.pick(&[500, 502, 503, 504]), body: draw_body(dice), processed },
        8 => Action::Answer { status: 429, body: Body::Empty, processed },
        9 => Action::Answer { status: 200, body: Body::Html, processed },
        10 => Action::Redirect { status: *dice.pick(&[301, 302, 307]), to: "http://127.0.0.1:9/".to_owned() },
        11 => Action::CaptivePortal,
        12 => Action::WrongOrderId,
        _ => Action::SuccessAsText,
    }
}

fn draw_body(dice: &mut Dice) -> Body {
    match dice.below(5) {
        0 => Body::Envelope { code: 1000, info: "Internal error".to_owned() },
        1 => Body::Empty,
        2 => Body::Html,
        3 => Body::Truncated,
        _ => Body::WrongTypes,
    }
}

fn word_of(action: &Action) -> &'static str {
    match action {
        Action::NotSent { .. } => "not sent",
        Action::DropUnread => "dropped unread",
        Action::DropProcessed => "dropped after processing",
        Action::Delay { .. } => "delayed",
        Action::Stall { processed: false } => "stalled unprocessed",
        Action::Stall { processed: true } => "stalled after processing",
        Action::Truncate { .. } => "truncated",
        Action::Answer { status: 429, .. } => "429",
        Action::Answer { status: 200, .. } => "a page with 200",
        Action::Answer { processed: false, .. } => "5xx unprocessed",
        Action::Answer { processed: true, .. } => "5xx after processing",
        Action::Redirect { .. } => "redirected",
        Action::CaptivePortal => "guest network",
        Action::WrongOrderId => "wrong order id",
        Action::SuccessAsText => "success as text",
        Action::Huge { .. } => "huge",
        Action::Nested { .. } => "nested",
    }
}

/// A request that its sender has given up and that has not arrived yet.
pub struct Late {
    request: Request,
    write: Write,
    /// It arrives at the latest when the sender's computer was awake for so long.
    pub before: Duration,
}

/// The way from one process to the simulator.
pub struct Network {
    gates: Gates,
    simulator: Simulator,
    books: Arc<Books>,
}

impl Network {
    /// The way from the process with these gates.
    #[must_use]
    pub fn new(gates: Gates, simulator: Simulator, books: Arc<Books>) -> Self {
        Self { gates, simulator, books }
    }

    async fn carry(&self, request: Request) -> Reached {
        let (writes, path) = (request.method.writes(), request.path.clone());
        let fault = self.gates.wait(Place::Request(Box::new(request.clone()))).await;
        let write = writes.then(|| self.books.write_of(&request));
        let reached = match (fault, write) {
            (Fault::Late, Some(write)) => {
                let before = desk::clock::Clock::awake(&self.gates) + LATEST;
                self.books.give_up(Late { request, write, before });
                Reached::Unanswered(Unanswered::TimedOut)
            }
            (fault, write) => deliver(&self.simulator, &self.books, request, write, fault).await,
        };
        self.gates.wait(Place::Answer(path)).await;
        reached
    }
}

impl Transport for Network {
    fn send(&self, request: Request) -> BoxFuture<'_, Reached> {
        Box::pin(self.carry(request))
    }
}

/// Lets a late request arrive. Nobody waits for its answer.
pub async fn arrive(simulator: &Simulator, books: &Books, late: Late) {
    deliver(simulator, books, late.request, Some(late.write), Fault::None).await;
}

async fn deliver(
    simulator: &Simulator,
    books: &Books,
    request: Request,
    write: Option<Write>,
    fault: Fault,
) -> Reached {
    let rules = match fault {
        Fault::Of(action) => vec![Rule::always(action)],
        Fault::None | Fault::Late => Vec::new(),
    };
    simulator.set_faults(Faults::of(rules)).unwrap();
    let before = write.as_ref().map(|write| held(simulator, &write.order));
    let reached = simulator.transport().send(request).await;
    if let (Some(write), Some(before)) = (write, before) {
        let after = held(simulator, &write.order);
        books.note(write, before != after);
    }
    reached
}

/// What a write can change: what was captured, and what remains.
fn held(simulator: &Simulator, order: &str) -> (i64, i64) {
    let ledger = simulator.ledger();
    (ledger.captured_total(order), ledger.remaining(order))
}
