//! One process of Capture Desk: a desk on a runtime of its own, which can be dropped at any gate as a kill drops it.

use crate::books::Books;
use crate::gates::{Gates, Go, WorldClock};
use crate::network::Network;
use desk::view::{CaptureForm, CaptureView, Choose, ReleaseForm};
use desk::{Desk, Failure, Keyring, KeyringProblem, Setup, Transports};
use simulator::Simulator;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// How long a process may take, in real time, to come to rest. Longer means that it hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// For how many turns everything must wait before it is taken to be at rest.
const QUIET: u32 = 4;

/// Practice needs no keyring.
pub struct NoKeyring;

impl Keyring for NoKeyring {
    fn get(&self, _: &str) -> Result<Option<String>, KeyringProblem> {
        Ok(None)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), KeyringProblem> {
        Err(KeyringProblem::Absent)
    }
    fn remove(&self, _: &str) -> Result<(), KeyringProblem> {
        Ok(())
    }
}

/// What the clerk does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Reads the order.
    Open(String),
    /// Fills the form in and confirms everything, warnings too. `afresh`: opens the order first.
    Capture {
        /// The order.
        order: String,
        /// The amount in minor units; all that remains where there is none.
        amount: Option<i64>,
        /// The invoice number, or nothing.
        invoice: &'static str,
        /// Whether the order is opened first.
        afresh: bool,
        /// Whether it is the last shipment, and the rest is released after it.
        last: bool,
    },
    /// Presses Undo.
    Undo(String),
    /// Presses *Check again*.
    Check(String),
    /// Presses *Send again*.
    SendAgain(String),
    /// Says what MultiSafepay Control shows.
    Settle(String, bool),
    /// Gives up what remains.
    Release {
        /// The order.
        order: String,
        /// What the screen shows as remaining.
        remaining: i64,
    },
    /// The network came back: the shell calls `recover` again.
    Recover,
}

impl Act {
    /// Its word in the trace; ids of entries differ from run to run and are left out.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Open(order) => format!("open {order}"),
            Self::Capture { order, amount, invoice, afresh, last } => {
                format!("capture {order} {amount:?} {invoice:?} afresh {afresh} last {last}")
            }
            Self::Undo(_) => "undo".to_owned(),
            Self::Check(_) => "check again".to_owned(),
            Self::SendAgain(_) => "send again".to_owned(),
            Self::Settle(_, landed) => format!("settle {landed}"),
            Self::Release { order, remaining } => format!("release {order} {remaining}"),
            Self::Recover => "recover".to_owned(),
        }
    }
}

/// Everything that a process said: what it showed of each capture, and how each act ended.
#[derive(Default)]
pub struct Said {
    /// Views given to the screen.
    pub views: Vec<CaptureView>,
    /// Ends of acts.
    pub ends: Vec<String>,
}

/// One process.
pub struct Process {
    runtime: Runtime,
    desk: Desk,
    /// Where it waits for the world.
    pub gates: Gates,
    said: Arc<Mutex<Said>>,
    store: String,
}

impl Process {
    /// Starts the program in `folder` and recovers what earlier runs left, until it waits for the world.
    #[must_use]
    pub fn start(folder: &Path, clock: &WorldClock, simulator: &Simulator, books: &Arc<Books>) -> Self {
        let runtime = Builder::new_current_thread().enable_time().build().unwrap();
        let gates = Gates::new(clock.clone());
        let said = Arc::new(Mutex::new(Said::default()));
        let heard = Arc::clone(&said);
        let network = Network::new(gates.clone(), simulator.clone(), Arc::clone(books));
        let desk = Desk::open(Setup {
            folder: folder.to_owned(),
            version: "0".to_owned(),
            clock: Arc::new(gates.clone()),
            keyring: Arc::new(NoKeyring),
            transports: Transports { practice: Some(Arc::new(network)), ..Transports::default() },
            on_change: Box::new(move |view| {
                heard.lock().unwrap_or_else(PoisonError::into_inner).views.push(view);
            }),
        })
        .unwrap();
        let store = desk.practise().unwrap().id;
        let process = Self { runtime, desk, gates, said, store };
        process.act(Act::Recover);
        process.settle();
        process
    }

    /// Begins an act; [`Self::settle`] lets it run to where it waits.
    pub fn act(&self, act: Act) {
        let (desk, said, store) = (self.desk.clone(), Arc::clone(&self.said), self.store.clone());
        self.runtime.spawn(async move {
            let end = perform(&desk, &store, act).await;
            said.lock().unwrap_or_else(PoisonError::into_inner).ends.push(end);
        });
    }

    /// Runs until everything waits for the world, so that what comes next is the seed's choice alone.
    pub fn settle(&self) {
        let since = Instant::now();
        self.gates.choose();
        self.runtime.block_on(async {
            let metrics = tokio::runtime::Handle::current().metrics();
            // One that was woken stands at its gate until it has its turn: only what stays so is rest.
            let mut quiet = 0;
            while quiet < QUIET {
                quiet = if metrics.num_alive_tasks() == self.gates.count() { quiet + 1 } else { 0 };
                tokio::task::yield_now().await;
                std::thread::yield_now();
                assert!(since.elapsed() < PATIENCE, "the desk neither works nor waits");
            }
        });
    }

    /// Lets one that waits go on, and runs until everything waits again.
    pub fn let_go(&self, number: u64, go: Go) {
        self.gates.let_go(number, go);
        self.settle();
    }

    /// What was said since the last time.
    #[must_use]
    pub fn take_said(&self) -> Said {
        std::mem::take(&mut *self.said.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What the band on every screen lists.
    #[must_use]
    pub fn unfinished(&self) -> Vec<CaptureView> {
        self.runtime.block_on(self.desk.unfinished()).unwrap()
    }

    /// Whether a request is on its way, or what came of it is not written down yet.
    #[must_use]
    pub fn is_sending(&self) -> bool {
        self.desk.is_sending()
    }

    /// Closes the program as its window does. Only while no request is on its way.
    ///
    /// # Errors
    /// When it does not close.
    pub fn close(self) -> Result<(), String> {
        let closed = self.runtime.block_on(async { tokio::time::timeout(PATIENCE, self.desk.close()).await });
        closed.map_err(|_| "closing waits for something that never comes".to_owned())
    }

    /// Sets the time to undo.
    pub fn set_undo(&self, seconds: u8) {
        let settings = desk::view::SettingsView { undo_s: seconds, ..desk::view::SettingsView::default() };
        self.desk.save_settings(settings).unwrap();
    }
}

async fn perform(desk: &Desk, store: &str, act: Act) -> String {
    match act {
        Act::Open(order) => match desk.find_order(store, &order).await {
            Ok(order) => format!("{:?} {:?}", order.status, order.remaining.map(|money| money.minor)),
            Err(failure) => code(&failure),
        },
        Act::Capture { order, amount, invoice, afresh, last } => {
            if afresh && let Err(failure) = desk.find_order(store, &order).await {
                return code(&failure);
            }
            let form = CaptureForm { release_rest: last, ..form(store, &order, amount, invoice) };
            end(capture(desk, &form).await)
        }
        Act::Undo(id) => end(desk.undo_capture(&id).await),
        Act::Check(id) => end(desk.check_again(&id).await),
        Act::SendAgain(id) => end(desk.send_again(&id).await),
        Act::Settle(id, landed) => end(desk.settle(&id, landed).await),
        Act::Release { order, remaining } => {
            let form = ReleaseForm {
                store: store.to_owned(),
                order,
                reason: "out of stock".to_owned(),
                remaining_minor: remaining,
            };
            end(desk.release(&form).await)
        }
        Act::Recover => desk.recover().await.map_or_else(|failure| code(&failure), |()| "recovered".to_owned()),
    }
}

async fn capture(desk: &Desk, form: &CaptureForm) -> Result<CaptureView, Failure> {
    let preview = desk.preview_capture(form).await?;
    let Some(digest) = preview.digest else { return Err(Failure::Form { problems: preview.problems }) };
    desk.capture(form, &digest, true).await
}

/// The form for a capture of `amount` minor units of EUR, or of all that remains.
#[must_use]
pub fn form(store: &str, order: &str, amount: Option<i64>, invoice: &str) -> CaptureForm {
    CaptureForm {
        store: store.to_owned(),
        order: order.to_owned(),
        choose: if amount.is_some() { Choose::Amount } else { Choose::All },
        amount: amount.map_or(String::new(), |amount| format!("{}.{:02}", amount / 100, amount % 100)),
        locale: "en".to_owned(),
        lines: Vec::new(),
        carrier: String::new(),
        track_and_trace: String::new(),
        ship_date: String::new(),
        invoice: invoice.to_owned(),
        reason: String::new(),
        memo: String::new(),
        reference: String::new(),
        status_after: domain::StatusAfter::Completed,
        try_ended: false,
        without_cart: false,
        release_rest: false,
    }
}

fn end(end: Result<CaptureView, Failure>) -> String {
    match end {
        Ok(view) => format!("{:?}", view.state),
        Err(failure) => code(&failure),
    }
}

/// The code of a failure, as the screen gets it.
#[must_use]
pub fn code(failure: &Failure) -> String {
    let value = serde_json::to_value(failure).unwrap();
    let code = value["code"].as_str().unwrap_or_default();
    match value.get("problem").and_then(|problem| problem.as_str()) {
        Some(problem) => format!("{code} {problem}"),
        None => code.to_owned(),
    }
}
