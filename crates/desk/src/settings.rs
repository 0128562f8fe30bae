//! Settings and stores: one small file, written whole or not at all. It holds no key.

use crate::Failure;
use crate::view::SettingsView;
use domain::StatusAfter;
use multisafepay::Environment;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What is remembered between runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Saved {
    /// Language, look, time to undo.
    pub settings: SettingsView,
    /// The stores, in the order in which they were added.
    pub stores: Vec<SavedStore>,
    /// The store that is worked in.
    pub current: Option<String>,
}

/// A store as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SavedStore {
    pub id: String,
    pub name: String,
    pub environment: Environment,
    #[serde(default)]
    pub site: Option<String>,
    #[serde(default = "yes")]
    pub sends_cart: bool,
    #[serde(default)]
    pub status_after: StatusAfter,
    /// Whether its key was put into the keyring; the key itself is never here.
    #[serde(default)]
    pub in_keyring: bool,
}

const fn yes() -> bool {
    true
}

/// The file of the settings.
pub(crate) struct SettingsFile(PathBuf);

impl SettingsFile {
    pub fn new(folder: &Path) -> Self {
        Self(folder.join("settings.json"))
    }

    /// What the file holds; nothing when there is none. A file that cannot be read is put aside, not overwritten.
    pub fn load(&self) -> Saved {
        let Ok(text) = std::fs::read_to_string(&self.0) else { return Saved::default() };
        serde_json::from_str(&text).unwrap_or_else(|error| {
            let aside = self.0.with_extension("unreadable.json");
            tracing::warn!(%error, "the settings could not be read and were put aside");
            if let Err(error) = std::fs::rename(&self.0, aside) {
                tracing::warn!(%error, "the settings could not be put aside");
            }
            Saved::default()
        })
    }

    /// Writes the file under another name first, so that a loss of power leaves the old or the new one.
    pub fn save(&self, saved: &Saved) -> Result<(), Failure> {
        self.write(saved).map_err(|error| {
            tracing::error!(%error, "the settings could not be saved");
            Failure::NotSaved
        })
    }

    fn write(&self, saved: &Saved) -> std::io::Result<()> {
        use std::io::Write as _;
        let beside = self.0.with_extension("new");
        let mut file = private_file(&beside)?;
        file.write_all(serde_json::to_string_pretty(saved)?.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&beside, &self.0)
    }
}

/// Makes a file that only its owner may read.
fn private_file(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder that only its owner may enter.
pub(crate) fn private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
