//! The desk: what every use case shares.

use crate::clock::Clock;
use crate::settings::{Saved, SavedStore, SettingsFile, private_folder};
use crate::stores::{keyring::Keyring, keys::Keys};
use crate::view::{CaptureView, SettingsView};
use crate::{Failure, JournalProblem};
use domain::{Authorisation, OrderId};
use jiff::Timestamp;
use journal::Journal;
use multisafepay::{Environment, Transport};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use uuid::Uuid;

/// How the desk reaches each environment. An environment that is not there cannot be used in this run.
#[derive(Default)]
pub struct Transports {
    /// The simulator inside the program.
    pub practice: Option<Arc<dyn Transport>>,
    /// A test server on this computer, with its address.
    pub local: Option<(Arc<dyn Transport>, String)>,
    /// MultiSafepay's test environment.
    pub test: Option<Arc<dyn Transport>>,
    /// Real money.
    pub live: Option<Arc<dyn Transport>>,
}

impl Transports {
    fn get(&self, environment: Environment) -> Option<Arc<dyn Transport>> {
        match environment {
            Environment::Practice => self.practice.clone(),
            Environment::Local => self.local.as_ref().map(|(transport, _)| Arc::clone(transport)),
            Environment::Test => self.test.clone(),
            Environment::Live => self.live.clone(),
        }
    }
}

/// What the desk needs from outside.
pub struct Setup {
    /// The folder of all files.
    pub folder: PathBuf,
    /// The version of the program.
    pub version: String,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The keyring.
    pub keyring: Arc<dyn Keyring>,
    /// The ways to the servers.
    pub transports: Transports,
    /// Is told whenever a capture changes.
    pub on_change: Box<dyn Fn(CaptureView) + Send + Sync>,
}

/// The use cases. Cheap to clone; all clones are one desk.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    folder: PathBuf,
    version: String,
    clock: Arc<dyn Clock>,
    keys: Keys,
    transports: Transports,
    on_change: Box<dyn Fn(CaptureView) + Send + Sync>,
    file: SettingsFile,
    saved: Mutex<Saved>,
    journals: tokio::sync::Mutex<HashMap<Environment, OpenJournal>>,
    seen: Mutex<HashMap<(String, OrderId), Seen>>,
    flying: Mutex<HashMap<Uuid, Flying>>,
    looking: Mutex<HashSet<Uuid>>,
    on_their_way: watch::Sender<usize>,
    beginning: tokio::sync::Mutex<()>,
    kept: Mutex<HashSet<Environment>>,
    rests: Mutex<HashSet<Uuid>>,
    stopped: Mutex<HashMap<Environment, JournalProblem>>,
    is_cut_off: AtomicBool,
    network: Notify,
}

/// One request on its way; closing waits until it is dropped.
pub(crate) struct OnItsWay(Desk);

impl Drop for OnItsWay {
    fn drop(&mut self) {
        self.0.0.on_their_way.send_modify(|count| *count = count.saturating_sub(1));
    }
}

/// A journal, and the lock that says that this process looks after what earlier ones left.
#[derive(Clone)]
pub(crate) struct OpenJournal {
    pub journal: Journal,
    lock: Arc<File>,
    pub keeper: bool,
}

/// An order as it was last read.
#[derive(Clone)]
pub(crate) struct Seen {
    pub authorisation: Authorisation,
    pub at: Timestamp,
}

/// What this process knows about a capture beyond the journal.
#[derive(Clone, Default)]
pub(crate) struct Flying {
    /// When the grace period ends.
    pub sends_at: Option<Timestamp>,
    /// When the next look is due.
    pub next_look_at: Option<Timestamp>,
    /// What [`Clock::awake`] said at the last look of this run.
    pub looked_at: Option<Duration>,
    /// Why the journal could not be written just now.
    pub journal: Option<JournalProblem>,
}

impl Desk {
    /// Opens the desk on its folder.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(setup: Setup) -> Result<Self, Failure> {
        let read_only = |error: std::io::Error| {
            tracing::error!(%error, "the folder of the files cannot be made");
            Failure::Journal { problem: JournalProblem::ReadOnly }
        };
        private_folder(&setup.folder).map_err(read_only)?;
        let file = SettingsFile::new(&setup.folder);
        let saved = Mutex::new(file.load());
        Ok(Self(Arc::new(Inner {
            folder: setup.folder,
            version: setup.version,
            clock: setup.clock,
            keys: Keys::new(setup.keyring),
            transports: setup.transports,
            on_change: setup.on_change,
            file,
            saved,
            journals: tokio::sync::Mutex::default(),
            seen: Mutex::default(),
            flying: Mutex::default(),
            looking: Mutex::default(),
            on_their_way: watch::Sender::new(0),
            beginning: tokio::sync::Mutex::default(),
            kept: Mutex::default(),
            rests: Mutex::default(),
            stopped: Mutex::default(),
            is_cut_off: AtomicBool::new(false),
            network: Notify::new(),
        })))
    }

    /// Saves the settings.
    ///
    /// # Errors
    /// When they cannot be saved.
    pub fn save_settings(&self, settings: SettingsView) -> Result<SettingsView, Failure> {
        let settings = SettingsView { undo_s: settings.undo_s.min(30), ..settings };
        self.change_saved(|saved| saved.settings = settings)?;
        Ok(settings)
    }

    pub(crate) fn version(&self) -> &str {
        &self.0.version
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        self.0.clock.as_ref()
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.0.keys
    }

    pub(crate) fn local_url(&self) -> Option<String> {
        self.0.transports.local.as_ref().map(|(_, url)| url.clone())
    }

    pub(crate) fn transport(&self, environment: Environment) -> Result<Arc<dyn Transport>, Failure> {
        self.0.transports.get(environment).ok_or(Failure::StoreUnknown)
    }

    pub(crate) fn saved(&self) -> Saved {
        lock(&self.0.saved).clone()
    }

    pub(crate) fn change_saved(&self, change: impl FnOnce(&mut Saved)) -> Result<(), Failure> {
        let mut saved = lock(&self.0.saved);
        let mut changed = saved.clone();
        change(&mut changed);
        self.0.file.save(&changed)?;
        *saved = changed;
        Ok(())
    }

    /// The stores whose environment can be reached in this run.
    pub(crate) fn all_stores(&self) -> Vec<SavedStore> {
        let mut stores = self.saved().stores;
        stores.retain(|store| self.0.transports.get(store.environment).is_some());
        stores
    }

    pub(crate) fn store(&self, id: &str) -> Result<SavedStore, Failure> {
        self.all_stores().into_iter().find(|store| store.id == id).ok_or(Failure::StoreUnknown)
    }

    pub(crate) fn current(&self, id: Option<&str>) -> Option<SavedStore> {
        let stores = self.all_stores();
        stores.iter().find(|store| Some(store.id.as_str()) == id).or_else(|| stores.first()).cloned()
    }

    pub(crate) fn save_store(&self, store: &SavedStore, choose: bool) -> Result<(), Failure> {
        self.change_saved(|saved| {
            match saved.stores.iter_mut().find(|kept| kept.id == store.id) {
                Some(kept) => kept.clone_from(store),
                None => saved.stores.push(store.clone()),
            }
            if choose {
                saved.current = Some(store.id.clone());
            }
        })
    }

    /// The journal of an environment, opened when it is first needed.
    pub(crate) async fn journal(&self, environment: Environment) -> Result<OpenJournal, Failure> {
        let mut journals = self.0.journals.lock().await;
        if let Some(open) = journals.get_mut(&environment) {
            // The process that looked after the journal may have ended since.
            open.keeper = open.keeper || open.lock.try_lock().is_ok();
            return Ok(open.clone());
        }
        let folder = self.0.folder.join("journal");
        let journal = Journal::open(&folder.join(format!("{}.db", environment.word())), environment.word()).await?;
        let lock = File::create(folder.join(format!("{}.lock", environment.word())))
            .map_err(|_| Failure::Journal { problem: JournalProblem::ReadOnly })?;
        let keeper = lock.try_lock().is_ok();
        let open = OpenJournal { journal, lock: Arc::new(lock), keeper };
        journals.insert(environment, open.clone());
        Ok(open)
    }

    /// Closes the journals, so that their files are whole without a log beside them.
    pub(crate) async fn close_journals(&self) {
        for (_, open) in self.0.journals.lock().await.drain() {
            open.journal.close().await;
        }
    }

    pub(crate) fn seen(&self, store: &str, order: &OrderId) -> Option<Seen> {
        lock(&self.0.seen).get(&(store.to_owned(), order.clone())).cloned()
    }

    pub(crate) fn remember(&self, store: &str, seen: Seen) {
        lock(&self.0.seen).insert((store.to_owned(), seen.authorisation.order.clone()), seen);
    }

    pub(crate) fn flying(&self, id: Uuid) -> Flying {
        lock(&self.0.flying).get(&id).cloned().unwrap_or_default()
    }

    pub(crate) fn set_flying(&self, id: Uuid, change: impl FnOnce(&mut Flying)) {
        change(lock(&self.0.flying).entry(id).or_default());
    }

    /// Begins to work on the capture; `false` when this process works on it already.
    pub(crate) fn take_off(&self, id: Uuid) -> bool {
        match lock(&self.0.flying).entry(id) {
            std::collections::hash_map::Entry::Occupied(_) => false,
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(Flying::default());
                true
            }
        }
    }

    pub(crate) fn land(&self, id: Uuid) {
        lock(&self.0.flying).remove(&id);
    }

    /// Whether this process works on the capture just now.
    pub(crate) fn is_flying(&self, id: Uuid) -> bool {
        lock(&self.0.flying).contains_key(&id)
    }

    /// Takes the right to look after an unclear capture; `false` when a task of this process has it.
    pub(crate) fn begin_looking(&self, id: Uuid) -> bool {
        lock(&self.0.looking).insert(id)
    }

    pub(crate) fn end_looking(&self, id: Uuid) {
        lock(&self.0.looking).remove(&id);
    }

    /// Whether this process looks for the first time after what others left in this journal.
    pub(crate) fn begins_to_keep(&self, environment: Environment) -> bool {
        lock(&self.0.kept).insert(environment)
    }

    /// Whether the rest of this last shipment stays as it is: something else remains than was shown.
    pub(crate) fn rest_is_decided(&self, id: Uuid) -> bool {
        lock(&self.0.rests).contains(&id)
    }

    pub(crate) fn decide_rest(&self, id: Uuid) {
        lock(&self.0.rests).insert(id);
    }

    /// Why nothing may be sent for this environment until the program is started again: what is unfinished in its journal
    /// cannot be read, so nobody knows what must not be captured again.
    pub(crate) fn stopped(&self, environment: Environment) -> Option<JournalProblem> {
        lock(&self.0.stopped).get(&environment).copied()
    }

    pub(crate) fn stop(&self, environment: Environment, problem: JournalProblem) {
        lock(&self.0.stopped).insert(environment, problem);
    }

    /// Notes whether a question reached the server. The first that does after one that did not says that the network is
    /// back, and whoever waits to look at an unclear capture looks at once.
    pub(crate) fn note_network(&self, reached: bool) {
        if self.0.is_cut_off.swap(!reached, Ordering::Relaxed) && reached {
            self.0.network.notify_waiters();
        }
    }

    /// Waits until the network is back after it was gone.
    pub(crate) async fn network_returns(&self) {
        self.0.network.notified().await;
    }

    /// Held while a capture begins, and while what is unfinished is gone through; never both at once.
    pub(crate) async fn beginning(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.0.beginning.lock().await
    }

    /// Says that a request is on its way until the answer is dropped.
    pub(crate) fn on_its_way(&self) -> OnItsWay {
        self.0.on_their_way.send_modify(|count| *count = count.saturating_add(1));
        OnItsWay(self.clone())
    }

    /// Waits until no request is on its way.
    pub(crate) async fn nothing_on_its_way(&self) {
        // The sender lives as long as the desk, so the wait can only end by the count reaching zero.
        let _ = self.0.on_their_way.subscribe().wait_for(|count| *count == 0).await;
    }

    pub(crate) fn tell(&self, capture: CaptureView) {
        (self.0.on_change)(capture);
    }
}

/// What a mutex guards stays whole here: nothing that can panic runs under it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
