//! The one error that reaches the screen. A code exists only if the screen acts on it.

use crate::view::{CaptureView, EnvironmentView, MoneyView, Problem, StoreView, Warning};
use domain::{NotSentReason, OrderIdProblem};
use journal::JournalError;
use multisafepay::{KeyProblem, ReadProblem};
use serde::Serialize;
use ts_rs::TS;

/// Why a request of the screen was not done. No variant means that money moved: an outcome that is not known is a state
/// of a capture, never a failure.
#[derive(Clone, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Failure {
    /// The order number cannot be one.
    OrderNumber {
        /// What is wrong with it.
        problem: OrderNumberProblem,
        /// How many characters were given.
        length: u32,
    },
    /// There is no such order under this store's key.
    OrderNotFound {
        /// The order.
        order: String,
        /// The store that was asked.
        store: Box<StoreView>,
        /// Other stores that have it.
        elsewhere: Vec<StoreView>,
    },
    /// The key was not accepted.
    KeyNotAccepted {
        /// The store's name.
        store_name: String,
        /// Which money was meant.
        environment: EnvironmentView,
    },
    /// The key belongs to the other environment.
    KeyOfOtherEnvironment {
        /// Where it is known.
        environment: EnvironmentView,
    },
    /// What was pasted cannot be a key.
    KeyText {
        /// What is wrong with it.
        problem: KeyTextProblem,
    },
    /// The store's key is not at hand in this run.
    KeyMissing {
        /// The store.
        store: Box<StoreView>,
    },
    /// The keyring cannot be used.
    Keyring {
        /// Why.
        problem: KeyringProblem,
    },
    /// A store must have a name.
    StoreName {
        /// What is wrong with it.
        problem: StoreNameProblem,
    },
    /// There is no such store.
    StoreUnknown,
    /// The store cannot be removed while something of it is unfinished.
    StoreBusy {
        /// The capture or release that is unfinished; the oldest of several.
        capture: Box<CaptureView>,
    },
    /// The key is one of another website than the store's.
    OtherSite,
    /// The key is for a website that is connected already.
    SiteTaken {
        /// The store that has it.
        store_name: String,
    },
    /// No connection; nothing was sent.
    NoConnection {
        /// Why.
        reason: NotSentReason,
    },
    /// A question got no answer.
    NoAnswer,
    /// The server is in trouble or asked for less.
    ServerTrouble {
        /// Its HTTP status.
        status: u16,
    },
    /// The answer to a question cannot be read.
    AnswerUnreadable {
        /// Its HTTP status.
        status: u16,
    },
    /// The server refused a question.
    ServerRefused {
        /// Its HTTP status.
        status: u16,
        /// MultiSafepay's code.
        error_code: Option<i64>,
        /// MultiSafepay's text, shown word for word.
        info: Option<String>,
    },
    /// The form has problems.
    Form {
        /// Which.
        problems: Vec<Problem>,
    },
    /// A warning was not confirmed.
    NotConfirmed {
        /// Which.
        warnings: Vec<Warning>,
    },
    /// What remains changed since it was shown.
    RemainingChanged {
        /// What was shown.
        before: Option<MoneyView>,
        /// What remains now.
        now: Option<MoneyView>,
    },
    /// What was confirmed is not what would be sent; it must be checked again.
    ShownChanged,
    /// Something of this order is unfinished.
    OrderBusy {
        /// What.
        capture: Box<CaptureView>,
    },
    /// It was sent already and cannot be undone.
    TooLate,
    /// There is no such entry.
    CaptureUnknown,
    /// What was given as a head that was kept is none.
    JournalHead,
    /// The journal cannot be used; nothing is sent.
    Journal {
        /// Why.
        problem: JournalProblem,
    },
    /// Settings or stores could not be saved.
    NotSaved {
        /// Why.
        problem: SettingsProblem,
    },
    /// The clipboard did not take the text.
    NotCopied,
    /// The browser could not be opened.
    NotOpened {
        /// The address, to be opened by hand.
        address: String,
    },
}

/// For the log: the code, and a reason where that is one word of ours. What a failure carries for the screen may hold a
/// customer or a text that a clerk typed, and is never written.
impl std::fmt::Debug for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.code())?;
        match self {
            Self::Keyring { problem } => write!(formatter, " ({problem:?})"),
            Self::NoConnection { reason } => write!(formatter, " ({reason:?})"),
            Self::ServerTrouble { status } => write!(formatter, " ({status})"),
            Self::Journal { problem } => write!(formatter, " ({problem:?})"),
            Self::NotSaved { problem } => write!(formatter, " ({problem:?})"),
            _ => Ok(()),
        }
    }
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::Unknown(_) => Self::CaptureUnknown,
            JournalError::Progress(_) => Self::TooLate,
            JournalError::OrderMoved => Self::ShownChanged,
            other => Self::Journal { problem: other.into() },
        }
    }
}

impl From<JournalError> for JournalProblem {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::Busy | JournalError::OrderBusy { .. } | JournalError::OrderMoved => Self::Busy,
            JournalError::Full => Self::Full,
            JournalError::ReadOnly => Self::ReadOnly,
            JournalError::Failing(_) => Self::Failing,
            JournalError::FromNewerVersion { .. } => Self::FromNewerVersion,
            JournalError::Damaged(_) | JournalError::Progress(_) | JournalError::Unknown(_) => Self::Damaged,
        }
    }
}

impl From<KeyringProblem> for Failure {
    fn from(problem: KeyringProblem) -> Self {
        Self::Keyring { problem }
    }
}

impl From<KeyProblem> for Failure {
    fn from(problem: KeyProblem) -> Self {
        let problem = match problem {
            KeyProblem::Empty => KeyTextProblem::Empty,
            KeyProblem::TooShort => KeyTextProblem::TooShort,
            KeyProblem::TooLong => KeyTextProblem::TooLong,
            KeyProblem::Unprintable => KeyTextProblem::Unprintable,
        };
        Self::KeyText { problem }
    }
}

impl Failure {
    /// The code by which the screen knows it, for example `order_busy`.
    #[must_use]
    pub fn code(&self) -> String {
        let written = serde_json::to_value(self).unwrap_or_default();
        written.get("code").and_then(serde_json::Value::as_str).unwrap_or("unwritable").to_owned()
    }

    /// Why `text` is not an order number.
    #[must_use]
    pub fn order_number(problem: OrderIdProblem, text: &str) -> Self {
        let length = u32::try_from(text.trim().chars().count()).unwrap_or(u32::MAX);
        let problem = match problem {
            OrderIdProblem::Empty => OrderNumberProblem::Empty,
            OrderIdProblem::TooLong(_) => OrderNumberProblem::TooLong,
            OrderIdProblem::Unprintable => OrderNumberProblem::Unprintable,
        };
        Self::OrderNumber { problem, length }
    }

    /// Why a question about `order` in `store` was not answered.
    #[must_use]
    pub fn read(problem: ReadProblem, store: &StoreView, order: &str) -> Self {
        match problem {
            ReadProblem::NotSent(reason) => Self::NoConnection { reason },
            ReadProblem::KeyNotAccepted => {
                Self::KeyNotAccepted { store_name: store.name.clone(), environment: store.environment }
            }
            ReadProblem::NotFound => {
                Self::OrderNotFound { order: order.to_owned(), store: Box::new(store.clone()), elsewhere: Vec::new() }
            }
            ReadProblem::Refused(refused) => {
                Self::ServerRefused { status: refused.status, error_code: refused.code, info: refused.info }
            }
            ReadProblem::Trouble(status) => Self::ServerTrouble { status },
            ReadProblem::NoAnswer => Self::NoAnswer,
            ReadProblem::Unreadable { status, .. } => Self::AnswerUnreadable { status },
        }
    }
}

/// What is wrong with an order number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderNumberProblem {
    /// Nothing was typed.
    Empty,
    /// More than 50 characters.
    TooLong,
    /// It cannot be printed.
    Unprintable,
}

/// What is wrong with the text of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyTextProblem {
    /// Nothing was pasted.
    Empty,
    /// Too short.
    TooShort,
    /// Too long.
    TooLong,
    /// A character that no key has.
    Unprintable,
}

/// Why the keyring cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyringProblem {
    /// This computer has none.
    Absent,
    /// It is locked.
    Locked,
    /// It did not answer in time.
    TimedOut,
    /// It refused.
    Refused,
}

/// What is wrong with a store's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StoreNameProblem {
    /// Nothing was typed.
    Empty,
    /// More than 60 characters.
    TooLong,
    /// Another store of the same environment has it.
    Taken,
}

/// Why settings and stores cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SettingsProblem {
    /// The disk is full or the folder read-only.
    Unwritable,
    /// The file could not be read at the start, and what is in it is not written over.
    Unread,
}

/// Why the journal cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JournalProblem {
    /// Another program holds it.
    Busy,
    /// The disk is full.
    Full,
    /// It may not be written.
    ReadOnly,
    /// The disk failed while it was read or written.
    Failing,
    /// It is from a newer version.
    FromNewerVersion,
    /// It is damaged.
    Damaged,
}
