//! The first thing that the screen asks for, and the stores and settings.

use super::CaptureView;
use crate::Failure;
use domain::StatusAfter;
use multisafepay::Environment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything the window needs to open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Start {
    /// The version of the program.
    pub version: String,
    /// The stores, in the order in which they were added.
    pub stores: Vec<StoreView>,
    /// The store that is worked in; none before the first run is through.
    pub current: Option<StoreView>,
    /// The address of the local test server, where the program was started with one.
    pub local_url: Option<String>,
    /// The environments in which a store can be connected in this run; none where it only practises.
    pub connects: Vec<EnvironmentView>,
    /// Language, look, time to undo.
    pub settings: SettingsView,
    /// Captures whose outcome is not known yet, of all stores of the current environment.
    pub unfinished: Vec<CaptureView>,
    /// Why nothing can be captured, where the journal cannot be written.
    pub journal: Option<Failure>,
}

/// Which money is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EnvironmentView {
    /// The simulator inside this program.
    Practice,
    /// A test server on this computer.
    Local,
    /// MultiSafepay's test environment.
    Test,
    /// Real money.
    Live,
}

impl From<Environment> for EnvironmentView {
    fn from(environment: Environment) -> Self {
        match environment {
            Environment::Practice => Self::Practice,
            Environment::Local => Self::Local,
            Environment::Test => Self::Test,
            Environment::Live => Self::Live,
        }
    }
}

impl From<EnvironmentView> for Environment {
    fn from(environment: EnvironmentView) -> Self {
        match environment {
            EnvironmentView::Practice => Self::Practice,
            EnvironmentView::Local => Self::Local,
            EnvironmentView::Test => Self::Test,
            EnvironmentView::Live => Self::Live,
        }
    }
}

/// One store: a MultiSafepay website with its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoreView {
    /// Our id of it.
    pub id: String,
    /// The clerk's name for it.
    pub name: String,
    /// Which money.
    pub environment: EnvironmentView,
    /// Where its key is.
    pub key: KeyPlace,
    /// MultiSafepay's number of the website, as `/me` told.
    pub site: Option<String>,
    /// Whether picked lines are sent with a capture.
    pub sends_cart: bool,
    /// The order status that the form proposes.
    pub status_after: StatusAfterView,
}

/// Where a store's key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyPlace {
    /// In the operating system's keyring.
    Keyring,
    /// Only in memory, until the program ends.
    ThisRun,
    /// Not needed: practice.
    NotNeeded,
    /// Nowhere: it must be given.
    Missing,
}

/// `domain::StatusAfter` for the screen.
pub type StatusAfterView = StatusAfter;

/// A store to be connected.
#[derive(Clone, Deserialize, TS)]
pub struct NewStore {
    /// The clerk's name for it.
    pub name: String,
    /// Which money.
    pub environment: EnvironmentView,
    /// The key as pasted. It is wiped after use and never returned.
    pub key: String,
    /// Keep the key for this run only, because the keyring cannot be used.
    pub this_run_only: bool,
}

/// A change to a store; what is `null` stays.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StoreChange {
    /// Which store.
    pub id: String,
    /// A new name.
    pub name: Option<String>,
    /// Whether picked lines are sent.
    pub sends_cart: Option<bool>,
    /// The order status that the form proposes.
    pub status_after: Option<StatusAfterView>,
}

/// A store whose key was just checked with `/me`.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StoreChecked {
    /// The store.
    pub store: StoreView,
    /// MultiSafepay's number of the account.
    pub account: Option<String>,
    /// The role, as MultiSafepay words it.
    pub role: Option<String>,
}

/// The language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// As the computer.
    #[default]
    System,
    /// English.
    En,
    /// Dutch.
    Nl,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the computer.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the clerk may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SettingsView {
    /// The language of the screen.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Time to undo before a capture is sent, in seconds, 0 to 30.
    pub undo_s: u8,
}

impl Default for SettingsView {
    fn default() -> Self {
        Self { language: Language::default(), theme: Theme::default(), undo_s: 5 }
    }
}

/// Whether the journal is whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "journal", rename_all = "snake_case")]
pub enum JournalCheck {
    /// Every row is as it was written.
    Whole {
        /// How many rows there are.
        rows: i64,
        /// The last one and its hash, `ROW:HASH`, to be kept and compared later.
        head: String,
        /// The row up to which it was compared with a head that was kept.
        compared: Option<i64>,
    },
    /// A row is not as it was written.
    Broken {
        /// The first such row.
        row: i64,
        /// What is wrong with it.
        what: BrokenView,
    },
}

/// What is wrong with a row of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BrokenView {
    /// Its content is not what was written.
    Altered,
    /// It is missing.
    Removed,
    /// It stands where another row stood.
    Moved,
    /// The journal ends before it.
    Cut,
}
