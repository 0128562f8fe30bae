//! The operating system's keyring.
//!
//! `keyring-core` with one store crate per system, which is what `keyring` 4 wraps: `keyring` 4 keeps the first opening
//! error for the life of the process, and a desktop's keyring often arrives after the program.

use crate::KeyringProblem;
use keyring_core::{CredentialStore, Entry, Error};
use std::sync::{Arc, Mutex, PoisonError};

/// Where keys are kept. Calls block; the caller keeps them off the async threads and limits their time.
pub trait Keyring: Send + Sync + 'static {
    /// The key under `entry`; none when there is none.
    ///
    /// # Errors
    /// Why it could not be read.
    fn get(&self, entry: &str) -> Result<Option<String>, KeyringProblem>;
    /// Keeps `key` under `entry`.
    ///
    /// # Errors
    /// Why it could not be kept.
    fn set(&self, entry: &str, key: &str) -> Result<(), KeyringProblem>;
    /// Removes what is under `entry`, if anything is.
    ///
    /// # Errors
    /// Why it could not be removed.
    fn remove(&self, entry: &str) -> Result<(), KeyringProblem>;
}

/// The name of our entries in the keyring.
const SERVICE: &str = "capture-desk";

/// The keyring of this computer.
#[derive(Default)]
pub struct SystemKeyring(Mutex<Option<Arc<CredentialStore>>>);

impl SystemKeyring {
    /// The store, opened when it is first needed. An opening that did not work is tried again the next time.
    fn entry(&self, name: &str) -> Result<Entry, KeyringProblem> {
        let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let store = match opened.as_ref() {
            Some(store) => store.clone(),
            None => opened.insert(open().map_err(|error| problem(&error))?).clone(),
        };
        store.build(SERVICE, name, None).map_err(|error| problem(&error))
    }
}

impl Keyring for SystemKeyring {
    fn get(&self, entry: &str) -> Result<Option<String>, KeyringProblem> {
        match self.entry(entry)?.get_password() {
            Ok(key) => Ok(Some(key)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(problem(&error)),
        }
    }

    fn set(&self, entry: &str, key: &str) -> Result<(), KeyringProblem> {
        self.entry(entry)?.set_password(key).map_err(|error| problem(&error))
    }

    fn remove(&self, entry: &str) -> Result<(), KeyringProblem> {
        match self.entry(entry)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(problem(&error)),
        }
    }
}

#[cfg(any(target_os = "linux", target_os = "freebsd"))]
fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "windows")]
fn open() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// What an error of the keyring means to the clerk. Its text may hold no key; only its kind is kept.
fn problem(error: &Error) -> KeyringProblem {
    tracing::warn!(kind = kind(error), "the keyring could not be used");
    match error {
        Error::NoStorageAccess(inner) if inner.to_string().to_lowercase().contains("no result") => {
            KeyringProblem::Absent
        }
        Error::NoStorageAccess(_) => KeyringProblem::Locked,
        Error::PlatformFailure(_) | Error::NoDefaultStore => KeyringProblem::Absent,
        _ => KeyringProblem::Refused,
    }
}

const fn kind(error: &Error) -> &'static str {
    match error {
        Error::NoStorageAccess(_) => "no access",
        Error::PlatformFailure(_) => "platform failure",
        Error::NoDefaultStore => "no store",
        Error::NoEntry => "no entry",
        _ => "other",
    }
}
