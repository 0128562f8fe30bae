//! Stores: connect, check, rename, remove, choose.

pub(crate) mod keyring;
pub(crate) mod keys;

use crate::settings::{RemovedStore, SavedStore};
use crate::view::{EnvironmentView, KeyPlace, NewStore, Start, StoreChange, StoreChecked, StoreView};
use crate::{Desk, Failure, StoreNameProblem};
use domain::StatusAfter;
use multisafepay::{Account, ApiKey, Client, Environment, ReadProblem};
use uuid::Uuid;

/// The environments that need a key, in the order in which they are offered.
const CONNECTS: [Environment; 3] = [Environment::Local, Environment::Live, Environment::Test];

/// The longest name of a store.
const NAME_LIMIT: usize = 60;

impl Desk {
    /// Everything the window needs to open. Asks neither the network nor the keyring. `practice_name` is what the practice
    /// store is called in the language of the screen, as long as nobody named it.
    pub async fn start(&self, practice_name: &str) -> Start {
        self.set_practice_name(practice_name);
        self.opened().await
    }

    async fn opened(&self) -> Start {
        let saved = self.saved();
        let current = self.current();
        let (unfinished, journal) = self.all_unfinished().await;
        Start {
            version: self.version().to_owned(),
            stores: self.stores(),
            current: current.map(|store| self.show_store(&store)),
            local_url: self.local_url(),
            connects: CONNECTS
                .into_iter()
                .filter(|environment| self.transport(*environment).is_ok())
                .map(Into::into)
                .collect(),
            settings: saved.settings,
            unfinished,
            journal,
        }
    }

    /// The practice store, made when there is none yet, and chosen.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn practise(&self) -> Result<StoreView, Failure> {
        let practice = self.all_stores().into_iter().find(|store| store.environment == Environment::Practice);
        let store = practice.unwrap_or_else(|| new_store("", Environment::Practice));
        self.save_store(&store, true)?;
        Ok(self.show_store(&self.store(&store.id)?))
    }

    /// Connects a store: the key is checked with `/me` first, then kept, then the store is saved and chosen.
    ///
    /// # Errors
    /// When the name or key cannot be used, the key is not accepted, its website is connected already, or the keyring
    /// cannot be used. Nothing is saved then; the screen may ask again with `this_run_only`.
    pub async fn connect_store(&self, asked: NewStore) -> Result<StoreChecked, Failure> {
        let _turn = self.changing_stores().await;
        let environment = Environment::from(asked.environment);
        let key = ApiKey::new(asked.key)?;
        let name = self.read_name(&asked.name, environment, None)?;
        let mut store = new_store(&name, environment);
        let account = self.ask_account(&store, &key).await?;
        self.take_site(&mut store, &account)?;
        if let Some(earlier) = self.removed_with_site(&store) {
            store.id = earlier;
        }
        self.keys().keep(&mut store, key, asked.this_run_only).await?;
        if let Err(failure) = self.save_store(&store, true) {
            // A key of no store would lie in the keyring for ever.
            if let Err(failure) = self.keys().forget(&store).await {
                tracing::warn!(?failure, "the key of a store that was not saved stays in the keyring");
            }
            return Err(failure);
        }
        Ok(checked(self.show_store(&store), account))
    }

    /// Asks whether a store's key still works.
    ///
    /// # Errors
    /// When it does not, or could not be asked.
    pub async fn check_store(&self, id: &str) -> Result<StoreChecked, Failure> {
        let mut store = self.store(id)?;
        let key = self.key_of(&store).await?;
        let account = self.ask_account(&store, &key).await?;
        store.site = account.site.clone().or(store.site);
        self.save_store(&store, false)?;
        Ok(checked(self.show_store(&store), account))
    }

    /// Puts another key in the place of a store's key, once `/me` accepted it.
    ///
    /// # Errors
    /// As for [`Desk::connect_store`]; the old key stays then.
    pub async fn replace_key(&self, id: &str, key: String, this_run_only: bool) -> Result<StoreChecked, Failure> {
        let _turn = self.changing_stores().await;
        let key = ApiKey::new(key)?;
        let mut store = self.store(id)?;
        let account = self.ask_account(&store, &key).await?;
        self.take_site(&mut store, &account)?;
        self.keys().keep(&mut store, key, this_run_only).await?;
        self.save_store(&store, false)?;
        Ok(checked(self.show_store(&store), account))
    }

    /// Changes a store's name or what it proposes.
    ///
    /// # Errors
    /// When the name cannot be used or the change cannot be saved.
    pub fn change_store(&self, change: &StoreChange) -> Result<StoreView, Failure> {
        let mut store = self.store(&change.id)?;
        if let Some(name) = &change.name {
            store.name = self.read_name(name, store.environment, Some(&store.id))?;
        }
        store.sends_cart = change.sends_cart.unwrap_or(store.sends_cart);
        store.status_after = change.status_after.unwrap_or(store.status_after);
        self.save_store(&store, false)?;
        Ok(self.show_store(&store))
    }

    /// Removes a store and its key. Its journal stays, and should the same website be connected again, it is this store
    /// again, with its history and its locks.
    ///
    /// # Errors
    /// When something of the store is unfinished, which only its key can clear up; when the journal cannot be read, or the
    /// keyring or the file of the settings cannot be written. The store stays then.
    pub async fn remove_store(&self, id: &str) -> Result<Vec<StoreView>, Failure> {
        let _turn = self.changing_stores().await;
        let store = self.store(id)?;
        let _no_capture_begins = self.beginning().await;
        let unfinished = self.unfinished_in(store.environment).await?;
        if let Some(capture) = unfinished.into_iter().find(|capture| capture.store == store.id) {
            return Err(Failure::StoreBusy { capture: Box::new(capture) });
        }
        self.keys().forget(&store).await?;
        let was_current = self.current().is_some_and(|current| current.id == store.id);
        let next = self.all_stores().into_iter().map(|kept| kept.id).find(|kept| *kept != store.id);
        self.change_saved(|saved| {
            saved.stores.retain(|kept| kept.id != store.id);
            if let Some(site) = store.site {
                saved.removed.push(RemovedStore { id: store.id, environment: store.environment, site });
            }
            if was_current {
                self.choose(saved, next);
            }
        })?;
        Ok(self.stores())
    }

    /// Works in another store from now on.
    ///
    /// # Errors
    /// When there is no such store or the choice cannot be saved.
    pub async fn choose_store(&self, id: &str) -> Result<Start, Failure> {
        let store = self.store(id)?;
        self.save_store(&store, true)?;
        Ok(self.opened().await)
    }

    /// The stores that this run may use.
    #[must_use]
    pub fn stores(&self) -> Vec<StoreView> {
        self.all_stores().iter().map(|store| self.show_store(store)).collect()
    }

    pub(crate) fn show_store(&self, store: &SavedStore) -> StoreView {
        StoreView {
            id: store.id.clone(),
            name: store.name.clone(),
            environment: store.environment.into(),
            key: self.keys().place(store),
            site: store.site.clone(),
            sends_cart: store.sends_cart,
            status_after: store.status_after,
        }
    }

    /// A client for a store.
    pub(crate) async fn client(&self, store: &SavedStore) -> Result<Client, Failure> {
        let key = self.key_of(store).await?;
        Ok(Client::new(self.transport(store.environment)?, key))
    }

    async fn key_of(&self, store: &SavedStore) -> Result<ApiKey, Failure> {
        let key = self.keys().get(store).await?;
        let missing = || StoreView { key: KeyPlace::Missing, ..self.show_store(store) };
        key.ok_or_else(|| Failure::KeyMissing { store: Box::new(missing()) })
    }

    /// Notes the website of a store, as `/me` told it. Where that tells none, what was known stays.
    fn take_site(&self, store: &mut SavedStore, account: &Account) -> Result<(), Failure> {
        let Some(site) = &account.site else { return Ok(()) };
        let has_it = |other: &SavedStore| {
            other.id != store.id && other.environment == store.environment && other.site.as_ref() == Some(site)
        };
        if let Some(other) = self.all_stores().into_iter().find(has_it) {
            return Err(Failure::SiteTaken { store_name: other.name });
        }
        // The store's history and its locks are those of its website.
        if store.site.as_ref().is_some_and(|known| known != site) {
            return Err(Failure::OtherSite);
        }
        store.site = Some(site.clone());
        Ok(())
    }

    /// The id under which the website of `store` was connected before it was removed.
    fn removed_with_site(&self, store: &SavedStore) -> Option<String> {
        let saved = self.saved();
        let same = |removed: &&RemovedStore| {
            removed.environment == store.environment && Some(&removed.site) == store.site.as_ref()
        };
        saved.removed.iter().rev().find(same).map(|removed| removed.id.clone())
    }

    /// Asks `/me`. A key that was given for live is shown to nobody else when live refuses it: it may be a live key. One
    /// that was given for test is asked about at live once when test refuses it: that shows live a test key at most, and a
    /// live key only to whom it belongs.
    async fn ask_account(&self, store: &SavedStore, key: &ApiKey) -> Result<Account, Failure> {
        let client = Client::new(self.transport(store.environment)?, key.clone());
        let problem = match client.me().await {
            Ok(account) => return Ok(account),
            Err(problem) => problem,
        };
        if problem == ReadProblem::KeyNotAccepted
            && store.environment == Environment::Test
            && let Ok(transport) = self.transport(Environment::Live)
            && Client::new(transport, key.clone()).me().await.is_ok()
        {
            return Err(Failure::KeyOfOtherEnvironment { environment: EnvironmentView::Live });
        }
        Err(Failure::read(problem, &self.show_store(store), ""))
    }

    fn read_name(&self, name: &str, environment: Environment, except: Option<&str>) -> Result<String, Failure> {
        let name = name.trim();
        let taken = self
            .all_stores()
            .iter()
            .any(|store| store.environment == environment && store.name == name && Some(store.id.as_str()) != except);
        let problem = match name.chars().count() {
            0 => Some(StoreNameProblem::Empty),
            length if length > NAME_LIMIT => Some(StoreNameProblem::TooLong),
            _ if taken => Some(StoreNameProblem::Taken),
            _ => None,
        };
        problem.map_or_else(|| Ok(name.to_owned()), |problem| Err(Failure::StoreName { problem }))
    }
}

fn new_store(name: &str, environment: Environment) -> SavedStore {
    SavedStore {
        id: Uuid::now_v7().to_string(),
        name: name.to_owned(),
        environment,
        site: None,
        sends_cart: true,
        status_after: StatusAfter::default(),
        in_keyring: false,
        left_in_keyring: false,
    }
}

fn checked(store: StoreView, account: Account) -> StoreChecked {
    StoreChecked { store, account: account.account, role: account.role }
}
