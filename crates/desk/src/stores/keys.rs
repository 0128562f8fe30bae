//! The keys of the stores: the only place that calls the keyring.

use super::keyring::Keyring;
use crate::settings::SavedStore;
use crate::view::KeyPlace;
use crate::{Failure, KeyringProblem};
use multisafepay::{ApiKey, Environment};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long the keyring may take; a person may have to type its password.
const KEYRING_LIMIT: Duration = Duration::from_mins(1);

/// The key of practice, which the simulator accepts. It protects nothing.
pub(crate) const PRACTICE_KEY: &str = "practice-key";

/// Keys that were read or given in this run, and the keyring behind them.
pub(crate) struct Keys {
    keyring: Arc<dyn Keyring>,
    at_hand: Mutex<HashMap<String, (ApiKey, KeyPlace)>>,
}

impl Keys {
    pub fn new(keyring: Arc<dyn Keyring>) -> Self {
        Self { keyring, at_hand: Mutex::default() }
    }

    /// The key of a store, read from the keyring at most once per run; none when there is none. A keyring that is not
    /// where the store's key was put is not asked: what lies there may be a key that was replaced.
    pub async fn get(&self, store: &SavedStore) -> Result<Option<ApiKey>, Failure> {
        if store.environment == Environment::Practice {
            return Ok(Some(ApiKey::new(PRACTICE_KEY.to_owned())?));
        }
        if let Some((key, _)) = self.at_hand().get(&store.id) {
            return Ok(Some(key.clone()));
        }
        if !store.in_keyring {
            return Ok(None);
        }
        let entry = entry_name(store);
        let Some(text) = self.blocking(move |keyring| keyring.get(&entry)).await? else { return Ok(None) };
        let key = ApiKey::new(text)?;
        self.at_hand().insert(store.id.clone(), (key.clone(), KeyPlace::Keyring));
        Ok(Some(key))
    }

    /// Keeps a key in the keyring, or for this run only, and notes in `store` where it and an earlier one are. A key for
    /// this run takes the earlier one out of the keyring, where that can be done.
    pub async fn keep(&self, store: &mut SavedStore, key: ApiKey, this_run_only: bool) -> Result<(), Failure> {
        let place = if this_run_only {
            store.left_in_keyring = may_be_in_keyring(store) && self.remove(store).await.is_err();
            KeyPlace::ThisRun
        } else {
            let (entry, kept) = (entry_name(store), key.clone());
            self.blocking(move |keyring| keyring.set(&entry, kept.expose())).await?;
            store.left_in_keyring = false;
            KeyPlace::Keyring
        };
        store.in_keyring = place == KeyPlace::Keyring;
        self.at_hand().insert(store.id.clone(), (key, place));
        Ok(())
    }

    /// Forgets a store's key, here and in the keyring. A keyring that cannot be used matters only where it may hold one.
    pub async fn forget(&self, store: &SavedStore) -> Result<(), Failure> {
        if store.environment != Environment::Practice {
            let removed = self.remove(store).await;
            if may_be_in_keyring(store) {
                removed?;
            }
        }
        self.at_hand().remove(&store.id);
        Ok(())
    }

    async fn remove(&self, store: &SavedStore) -> Result<(), Failure> {
        let entry = entry_name(store);
        self.blocking(move |keyring| keyring.remove(&entry)).await
    }

    /// Where a store's key is, as far as this run knows without asking the keyring.
    pub fn place(&self, store: &SavedStore) -> KeyPlace {
        if store.environment == Environment::Practice {
            return KeyPlace::NotNeeded;
        }
        let unread = if store.in_keyring { KeyPlace::Keyring } else { KeyPlace::Missing };
        self.at_hand().get(&store.id).map_or(unread, |(_, place)| *place)
    }

    fn at_hand(&self) -> std::sync::MutexGuard<'_, HashMap<String, (ApiKey, KeyPlace)>> {
        self.at_hand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a blocking call beside the async threads and stops waiting for it when it takes too long.
    async fn blocking<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Keyring) -> Result<T, KeyringProblem> + Send + 'static,
    ) -> Result<T, Failure> {
        let keyring = Arc::clone(&self.keyring);
        let call = tokio::task::spawn_blocking(move || call(keyring.as_ref()));
        match tokio::time::timeout(KEYRING_LIMIT, call).await {
            Ok(Ok(result)) => Ok(result?),
            Ok(Err(_)) => Err(KeyringProblem::Refused.into()),
            Err(_) => Err(KeyringProblem::TimedOut.into()),
        }
    }
}

const fn may_be_in_keyring(store: &SavedStore) -> bool {
    store.in_keyring || store.left_in_keyring
}

/// One entry per store; the environment is in its name, so that no key is ever offered to another environment.
fn entry_name(store: &SavedStore) -> String {
    format!("{}/{}", store.environment.word(), store.id)
}
