//! From what happened to what is true: the only state machine of a capture or release.

#[cfg(test)]
mod tests;

use crate::{Contradiction, Intent, Look};
use serde::{Deserialize, Serialize};

/// One thing that happened to a capture or release. What was written once is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The intent was written down; nothing was sent.
    Recorded {
        /// What is to be done.
        intent: Box<Intent>,
    },
    /// It was stopped before anything was sent.
    Withdrawn {
        /// By what.
        because: WithdrawnBecause,
    },
    /// From here the request may have left this computer. `attempt` counts from 1.
    Sent {
        /// Which attempt.
        attempt: u32,
    },
    /// Nothing of the request left this computer.
    NotSent {
        /// Why.
        reason: NotSentReason,
    },
    /// The server said no, in a form that proves it.
    Refused {
        /// What it said.
        refused: Refused,
    },
    /// Nobody knows whether money moved.
    Unclear {
        /// Why.
        reason: UnclearReason,
    },
    /// A question was asked after an unclear attempt.
    Looked {
        /// What was seen.
        look: Look,
        /// Set when what was seen does not fit together.
        contradiction: Option<Contradiction>,
    },
    /// Money moved (or, for a release, the remainder was given up).
    Captured {
        /// How we know.
        proof: Proof,
    },
    /// Three looks over five minutes agree that it did not land; it may be tried again under the same reference.
    NotLanded,
    /// The person who looked in MultiSafepay's own dashboard says what it shows.
    Settled {
        /// Whether it landed there.
        landed: bool,
    },
}

/// What stopped a capture before it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WithdrawnBecause {
    /// The clerk pressed Undo.
    Undone,
    /// The program was closed or ended during the grace period.
    ProgramClosed,
    /// The computer slept, or its clock was set, while it could still be undone: what was confirmed may be old.
    ComputerSlept,
    /// The key of the store was not at hand when it was to be sent.
    KeyMissing,
    /// The journal could not take down that it is being sent.
    NotWritten,
}

/// Why nothing left this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NotSentReason {
    /// The name of the server was not found.
    NameNotFound,
    /// No connection could be made.
    NoConnection,
    /// The connection was not made in time.
    ConnectTimedOut,
    /// The server could not prove who it is.
    CertificateNotTrusted,
    /// The proxy refused or could not be reached.
    Proxy,
    /// The request could not be built.
    Unbuildable,
    /// The program ended after the intent was written and before anything was sent.
    ProgramEnded,
}

/// Why it is not known whether money moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(ts_rs::TS))]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum UnclearReason {
    /// No answer came in time.
    NoAnswer,
    /// The connection broke after the request had begun to leave.
    ConnectionLost,
    /// The answer broke off.
    AnswerCut,
    /// The answer could not be read as an answer of the API.
    Unreadable {
        /// Its HTTP status.
        status: u16,
    },
    /// The server answered that it is in trouble, or that too much was asked.
    ServerTrouble {
        /// Its HTTP status.
        status: u16,
    },
    /// The server pointed elsewhere; it was not followed.
    Redirected {
        /// Its HTTP status.
        status: u16,
    },
    /// The answer says yes, but to something else.
    OtherOrder,
    /// The server said no to a request of which an earlier one may have arrived: perhaps because that one did.
    RefusedAgain {
        /// Its HTTP status.
        status: u16,
    },
    /// The program ended after it may have sent.
    ProgramEnded,
}

/// A well-formed no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The HTTP status.
    pub status: u16,
    /// MultiSafepay's `error_code`, where one was given.
    pub code: Option<i64>,
    /// MultiSafepay's `error_info`, shown word for word and never acted upon.
    pub info: Option<String>,
}

/// How we know that money moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Proof {
    /// The server's answer to the request.
    Answer {
        /// MultiSafepay's number of the capture.
        transaction: Option<String>,
        /// The order id in the answer: the order's own for a full capture, the reference for a part.
        order: String,
    },
    /// A later look found the reference.
    ReferenceFound {
        /// MultiSafepay's number of the capture.
        transaction: Option<String>,
    },
    /// A later look found the order taken in full or released, as only this request could have done.
    OrderShows,
    /// A person looked in MultiSafepay's own dashboard.
    Person,
}

/// What is true of a capture or release now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Written down; nothing was sent.
    Recorded,
    /// Stopped before anything was sent.
    Withdrawn,
    /// On its way.
    Sending,
    /// Nothing left this computer.
    NotSent,
    /// The server said no.
    Refused,
    /// Not known.
    Unclear,
    /// Money moved.
    Captured,
    /// Proved not to have landed; may be tried again under the same reference.
    NotLanded,
}

impl State {
    /// Whether the order stays locked: something is under way or not known.
    #[must_use]
    pub const fn is_unfinished(self) -> bool {
        matches!(self, Self::Recorded | Self::Sending | Self::Unclear)
    }
}

/// Where a capture stands after all its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is true now.
    pub state: State,
    /// How many times it may have been sent.
    pub attempts: u32,
    /// The looks since the last attempt.
    pub looks: Vec<Look>,
    /// Set when the last look does not fit together.
    pub contradiction: Option<Contradiction>,
}

/// An event that cannot follow what happened before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{event} cannot follow {state:?}")]
pub struct ProgressProblem {
    /// What was true before; `None` before the first event.
    pub state: Option<State>,
    /// The name of the event.
    pub event: &'static str,
}

impl Event {
    /// The word for this event in the journal.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Recorded { .. } => "recorded",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Sent { .. } => "sent",
            Self::NotSent { .. } => "not_sent",
            Self::Refused { .. } => "refused",
            Self::Unclear { .. } => "unclear",
            Self::Looked { .. } => "looked",
            Self::Captured { .. } => "captured",
            Self::NotLanded => "not_landed",
            Self::Settled { .. } => "settled",
        }
    }
}

impl Progress {
    /// Where a capture stands after its first event.
    ///
    /// # Errors
    /// When the first event is not [`Event::Recorded`].
    pub fn begin(event: &Event) -> Result<Self, ProgressProblem> {
        match event {
            Event::Recorded { .. } => {
                Ok(Self { state: State::Recorded, attempts: 0, looks: Vec::new(), contradiction: None })
            }
            _ => Err(ProgressProblem { state: None, event: event.name() }),
        }
    }

    /// Where it stands after one more event.
    ///
    /// # Errors
    /// When the event cannot follow.
    pub fn after(mut self, event: &Event) -> Result<Self, ProgressProblem> {
        let state = match (self.state, event) {
            (State::Recorded, Event::Withdrawn { .. }) => State::Withdrawn,
            (State::Recorded | State::NotLanded, Event::Sent { attempt })
                if Some(*attempt) == self.attempts.checked_add(1) =>
            {
                self.attempts = *attempt;
                self.looks.clear();
                self.contradiction = None;
                State::Sending
            }
            (State::Sending, Event::NotSent { .. }) => State::NotSent,
            (State::Sending, Event::Refused { .. }) => State::Refused,
            (State::Sending, Event::Unclear { .. }) => State::Unclear,
            (State::Sending | State::Unclear, Event::Captured { .. })
            | (State::Unclear, Event::Settled { landed: true }) => State::Captured,
            (State::Unclear, Event::Looked { look, contradiction }) => {
                self.looks.push(look.clone());
                self.contradiction = *contradiction;
                State::Unclear
            }
            (State::Unclear, Event::NotLanded | Event::Settled { landed: false }) => State::NotLanded,
            (state, event) => return Err(ProgressProblem { state: Some(state), event: event.name() }),
        };
        Ok(Self { state, ..self })
    }

    /// Where a capture stands after `events`, the first of which records its intent.
    ///
    /// # Errors
    /// When there is none, or one cannot follow the one before it.
    pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Result<Self, ProgressProblem> {
        let mut events = events.into_iter();
        let first = events.next().ok_or(ProgressProblem { state: None, event: "nothing" })?;
        events.try_fold(Self::begin(first)?, Self::after)
    }
}
