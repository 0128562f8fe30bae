//! Settings and stores: one small file, written whole or not at all. It holds no key.

use crate::view::SettingsView;
use crate::{Failure, SettingsProblem, files};
use domain::StatusAfter;
use multisafepay::Environment;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// What is remembered between runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Saved {
    /// Language, look, time to undo.
    pub settings: SettingsView,
    /// The stores, in the order in which they were added.
    pub stores: Vec<SavedStore>,
    /// Stores that were removed: should one of these websites come back, it takes up its history and its locks.
    pub removed: Vec<RemovedStore>,
    /// The store that is worked in where money may be real.
    pub current: Option<String>,
    /// The store that is worked in at a local test server; such a run does not change where the next one begins.
    pub current_local: Option<String>,
}

/// A store as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SavedStore {
    pub id: String,
    /// The clerk's name for it; empty for the practice store as long as nobody named it.
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
    /// Whether an earlier key may still lie in the keyring, because it could not be removed when another took its place
    /// for one run.
    #[serde(default)]
    pub left_in_keyring: bool,
}

/// A store that was removed, as far as it must be known again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RemovedStore {
    pub id: String,
    pub environment: Environment,
    pub site: String,
}

const fn yes() -> bool {
    true
}

/// The file of the settings.
pub(crate) struct SettingsFile {
    path: PathBuf,
    /// Whether it holds something that could not be read nor put aside, so that nothing may be written over it.
    unread: bool,
}

impl SettingsFile {
    /// The file in `folder`, and what it holds; nothing when there is none. What is no settings file is put aside under
    /// another name. A file that cannot be read at all is left alone: nothing is saved over it in this run.
    pub fn load(folder: &Path) -> (Self, Saved) {
        let path = folder.join("settings.json");
        let (saved, unread) = match read(&path) {
            Ok(saved) => (saved, false),
            Err(error) => {
                tracing::error!(%error, "the settings could not be read; nothing is saved in this run");
                (Saved::default(), true)
            }
        };
        (Self { path, unread }, saved)
    }

    /// Writes the file.
    pub fn save(&self, saved: &Saved) -> Result<(), Failure> {
        if self.unread {
            return Err(Failure::NotSaved { problem: SettingsProblem::Unread });
        }
        let written = serde_json::to_string_pretty(saved).map_err(io::Error::from);
        written.and_then(|text| files::write_whole(&self.path, text.as_bytes())).map_err(|error| {
            tracing::error!(%error, "the settings could not be saved");
            Failure::NotSaved { problem: SettingsProblem::Unwritable }
        })
    }
}

fn read(path: &Path) -> io::Result<Saved> {
    let content = match std::fs::read(path) {
        Ok(content) => content,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Saved::default()),
        Err(error) => return Err(error),
    };
    match serde_json::from_slice(&content) {
        Ok(saved) => Ok(saved),
        Err(error) => {
            tracing::warn!(%error, "the settings could not be understood and are put aside");
            std::fs::rename(path, free_name(path))?;
            Ok(Saved::default())
        }
    }
}

/// A name beside `path` under which nothing lies yet, so that what was put aside earlier stays too.
fn free_name(path: &Path) -> PathBuf {
    let first = path.with_extension("unreadable.json");
    let others = (2_u32..).map(|number| path.with_extension(format!("unreadable-{number}.json")));
    std::iter::once(first.clone()).chain(others).find(|name| !name.exists()).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn saved() -> Saved {
        Saved { current: Some("1".to_owned()), ..Saved::default() }
    }

    #[test]
    fn no_file_means_no_settings_yet() {
        let folder = tempfile::tempdir().unwrap();
        let (file, found) = SettingsFile::load(folder.path());
        assert_eq!(found, Saved::default());
        file.save(&saved()).unwrap();
        assert_eq!(SettingsFile::load(folder.path()).1, saved());
    }

    #[test]
    fn what_cannot_be_understood_is_put_aside_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let contents: [&[u8]; 3] = [b"{", b"\xff\xfe not UTF-8", b""];
        for content in contents {
            fs::write(folder.path().join("settings.json"), content).unwrap();
            let (file, found) = SettingsFile::load(folder.path());
            assert_eq!(found, Saved::default());
            file.save(&saved()).unwrap();
        }
        let names = ["settings.unreadable.json", "settings.unreadable-2.json", "settings.unreadable-3.json"];
        assert_eq!(names.map(|name| fs::read(folder.path().join(name)).unwrap()), contents.map(<[u8]>::to_vec));
    }

    /// A folder in the file's place cannot be read as a file, whoever asks.
    #[test]
    fn what_cannot_be_read_at_all_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("settings.json")).unwrap();
        let (file, found) = SettingsFile::load(folder.path());
        assert_eq!(found, Saved::default());
        let refused = file.save(&saved());
        assert!(matches!(refused, Err(Failure::NotSaved { problem: SettingsProblem::Unread })));
        assert!(folder.path().join("settings.json").is_dir());
    }
}
