//! The desk: what every use case shares.

mod under_way;

pub(crate) use under_way::LastLook;

use crate::clock::Clock;
use crate::settings::{Saved, SavedStore, SettingsFile};
use crate::stores::{keyring::Keyring, keys::Keys};
use crate::view::{CaptureView, SettingsView};
use crate::{Failure, JournalProblem, files};
use domain::{Authorisation, OrderId};
use jiff::Timestamp;
use journal::Journal;
use multisafepay::{Environment, Transport};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use under_way::UnderWay;

/// What the practice store is called until the screen has said it in its language.
const PRACTICE_NAME: &str = "Practice shop";

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
    practice_name: Mutex<String>,
    changing_stores: tokio::sync::Mutex<()>,
    journals: tokio::sync::Mutex<HashMap<Environment, OpenJournal>>,
    seen: Mutex<HashMap<(String, OrderId), Seen>>,
    under_way: UnderWay,
    kept: Mutex<HashSet<Environment>>,
    stopped: Mutex<HashMap<Environment, JournalProblem>>,
    is_cut_off: AtomicBool,
    network: Notify,
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
        files::make_folder(&setup.folder).map_err(read_only)?;
        let (file, saved) = SettingsFile::load(&setup.folder);
        Ok(Self(Arc::new(Inner {
            folder: setup.folder,
            version: setup.version,
            clock: setup.clock,
            keys: Keys::new(setup.keyring),
            transports: setup.transports,
            on_change: setup.on_change,
            file,
            saved: Mutex::new(saved),
            practice_name: Mutex::new(PRACTICE_NAME.to_owned()),
            changing_stores: tokio::sync::Mutex::default(),
            journals: tokio::sync::Mutex::default(),
            seen: Mutex::default(),
            under_way: UnderWay::default(),
            kept: Mutex::default(),
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

    /// The stores whose environment can be reached in this run. A practice store that nobody named is called in the
    /// language of the screen.
    pub(crate) fn all_stores(&self) -> Vec<SavedStore> {
        let mut stores = self.saved().stores;
        stores.retain(|store| self.0.transports.get(store.environment).is_some());
        for unnamed in stores.iter_mut().filter(|store| store.name.is_empty()) {
            unnamed.name = self.practice_name();
        }
        stores
    }

    pub(crate) fn store(&self, id: &str) -> Result<SavedStore, Failure> {
        self.all_stores().into_iter().find(|store| store.id == id).ok_or(Failure::StoreUnknown)
    }

    /// The store that is worked in: the one that was chosen in runs of this kind, else the first. Practice is not begun
    /// with unless it was chosen, or is all that this run can do.
    pub(crate) fn current(&self) -> Option<SavedStore> {
        let (stores, saved) = (self.all_stores(), self.saved());
        let chosen = match self.kind_of_run() {
            RunKind::Practice => None,
            RunKind::Local => saved.current_local,
            RunKind::Real => saved.current,
        };
        let unless_chosen =
            |store: &&SavedStore| store.environment != Environment::Practice || self.kind_of_run() == RunKind::Practice;
        let found = stores.iter().find(|store| Some(&store.id) == chosen.as_ref());
        found.or_else(|| stores.iter().find(unless_chosen)).cloned()
    }

    /// Remembers in which store this run works, apart for each kind of run: one with `--practice` or `--api-url` does not
    /// change where the next one with real money begins.
    pub(crate) fn choose(&self, saved: &mut Saved, id: Option<String>) {
        match self.kind_of_run() {
            RunKind::Practice => {}
            RunKind::Local => saved.current_local = id,
            RunKind::Real => saved.current = id,
        }
    }

    fn kind_of_run(&self) -> RunKind {
        let transports = &self.0.transports;
        match (&transports.live, &transports.test, &transports.local) {
            (Some(_), _, _) | (_, Some(_), _) => RunKind::Real,
            (None, None, Some(_)) => RunKind::Local,
            (None, None, None) => RunKind::Practice,
        }
    }

    fn practice_name(&self) -> String {
        lock(&self.0.practice_name).clone()
    }

    /// Takes what the practice store is called in the language of the screen.
    pub(crate) fn set_practice_name(&self, name: &str) {
        name.clone_into(&mut lock(&self.0.practice_name));
    }

    /// Held while stores are connected and removed and keys replaced, so that no website is connected twice.
    pub(crate) async fn changing_stores(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.0.changing_stores.lock().await
    }

    pub(crate) fn save_store(&self, store: &SavedStore, choose: bool) -> Result<(), Failure> {
        let mut store = store.clone();
        if store.environment == Environment::Practice && store.name == self.practice_name() {
            store.name.clear();
        }
        self.change_saved(|saved| {
            match saved.stores.iter_mut().find(|kept| kept.id == store.id) {
                Some(kept) => kept.clone_from(&store),
                None => saved.stores.push(store.clone()),
            }
            saved.removed.retain(|removed| removed.id != store.id);
            if choose {
                self.choose(saved, Some(store.id.clone()));
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
        let lock = files::open_file(&folder.join(format!("{}.lock", environment.word())))
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

    /// Whether this process looks for the first time after what others left in this journal.
    pub(crate) fn begins_to_keep(&self, environment: Environment) -> bool {
        lock(&self.0.kept).insert(environment)
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

    pub(crate) fn tell(&self, capture: CaptureView) {
        (self.0.on_change)(capture);
    }
}

/// Which money a run can move.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RunKind {
    /// None: it only practises.
    Practice,
    /// That of a test server on this computer.
    Local,
    /// Real money, or that of MultiSafepay's test environment.
    Real,
}

/// What a mutex guards stays whole here: nothing that can panic runs under it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
