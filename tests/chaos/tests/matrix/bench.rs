//! A desk that reaches the simulator over a real socket, and a clock that the test moves.

use desk::clock::{Clock as _, ManualClock};
use desk::view::{CaptureForm, CaptureView, Choose, EnvironmentView, NewStore, ReleaseForm};
use desk::{Desk, Failure, Keyring, KeyringProblem, Setup, Transports};
use domain::State;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use multisafepay::{ApiUrl, HttpsTransport, Limits, Method, Reached, Request, Transport};
use serde_json::json;
use simulator::{Clock, Faults, Simulator, Switches};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

const KEY: &str = "matrix-key";
/// For what ends by itself, on a busy machine too.
pub const LONG: Limits =
    Limits { connect: Duration::from_secs(30), read: Duration::from_secs(30), write: Duration::from_secs(30) };
/// For what ends only when its time is over.
const SHORT: Limits = Limits { read: Duration::from_millis(100), write: Duration::from_millis(100), ..LONG };

/// The desk's way to the network: the usual one, or another for requests that are to meet a fault.
#[derive(Clone)]
pub struct Way {
    usual: Arc<dyn Transport>,
    hasty: Arc<dyn Transport>,
    other: Arc<Mutex<Option<(bool, Arc<dyn Transport>)>>>,
}

impl Way {
    /// Sends the writes (or the reads) over `transport` from now on.
    pub fn replace(&self, writes: bool, transport: Arc<dyn Transport>) {
        *self.other.lock().unwrap() = Some((writes, transport));
    }

    /// Waits only briefly for answers to writes (or to reads) from now on.
    pub fn hurry(&self, writes: bool) {
        self.replace(writes, Arc::clone(&self.hasty));
    }

    /// The usual way again.
    pub fn heal(&self) {
        *self.other.lock().unwrap() = None;
    }

    fn way_of(&self, method: Method) -> Arc<dyn Transport> {
        match &*self.other.lock().unwrap() {
            Some((writes, other)) if *writes == method.writes() => Arc::clone(other),
            _ => Arc::clone(&self.usual),
        }
    }
}

impl Transport for Way {
    fn send(&self, request: Request) -> BoxFuture<'_, Reached> {
        let way = self.way_of(request.method);
        Box::pin(async move { way.send(request).await })
    }
}

struct NoKeyring;

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

/// The desk, the simulator and the way between them.
pub struct Bench {
    pub desk: Desk,
    pub simulator: Simulator,
    pub way: Way,
    pub clock: ManualClock,
    store: String,
    views: mpsc::UnboundedReceiver<CaptureView>,
    orders: u32,
    _folder: TempDir,
}

/// A transport to what listens at `address`.
pub fn transport(scheme: &str, address: std::net::SocketAddr, limits: Limits) -> Arc<dyn Transport> {
    let url = ApiUrl::local(&format!("{scheme}://{address}/v1/json")).unwrap();
    Arc::new(HttpsTransport::with_limits(url, "0", limits).unwrap())
}

impl Bench {
    /// A simulator on a socket, and a desk with one store on it.
    pub async fn open() -> Self {
        let clock = ManualClock::new("2026-01-12T09:00:00Z".parse::<Timestamp>().unwrap());
        let followed = clock.clone();
        let simulator = Simulator::new(Clock::following(move || followed.now()));
        simulator.open_site(KEY);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(simulator::serve::serve(simulator.clone(), listener, None));
        let way = Way {
            usual: transport("http", address, LONG),
            hasty: transport("http", address, SHORT),
            other: Arc::default(),
        };
        let folder = tempfile::tempdir().unwrap();
        let (said, views) = mpsc::unbounded_channel();
        let desk = Desk::open(Setup {
            folder: folder.path().to_owned(),
            version: "0".to_owned(),
            clock: Arc::new(clock.clone()),
            keyring: Arc::new(NoKeyring),
            transports: Transports { local: Some((Arc::new(way.clone()), String::new())), ..Transports::default() },
            on_change: Box::new(move |view| drop(said.send(view))),
        })
        .unwrap();
        let asked = NewStore {
            name: "Matrix".to_owned(),
            environment: EnvironmentView::Local,
            key: KEY.to_owned(),
            this_run_only: true,
        };
        let store = desk.connect_store(asked).await.unwrap().store.id;
        let settings = desk::view::SettingsView { undo_s: 0, ..desk::view::SettingsView::default() };
        desk.save_settings(settings).unwrap();
        Self { desk, simulator, way, clock, store, views, orders: 0, _folder: folder }
    }

    /// A fresh order of 100.00 with this beginning of its number; 5.00 of it will be captured.
    pub fn place(&mut self, kind: &str) -> String {
        self.orders += 1;
        let order = format!("{kind}{}", self.orders);
        let asked = json!({
            "type": "direct", "order_id": order, "gateway": "VISA", "currency": "EUR", "amount": 10_000,
            "description": "Order", "capture": "manual",
        });
        self.simulator.place(KEY, &asked).unwrap();
        order
    }

    /// Reads the order, as the clerk does.
    pub async fn open_order(&self, order: &str) -> Result<(), Failure> {
        self.desk.find_order(&self.store, order).await.map(drop)
    }

    /// Confirms a capture of 5.00 on the order as it was last read.
    pub async fn confirm(&self, order: &str) -> Result<CaptureView, Failure> {
        let form = form(&self.store, order);
        let preview = self.desk.preview_capture(&form).await?;
        self.desk.capture(&form, &preview.digest.unwrap(), false).await
    }

    /// Gives up all of the order as it was last read.
    pub async fn release(&self, order: &str) -> Result<CaptureView, Failure> {
        let (store, order, reason) = (self.store.clone(), order.to_owned(), "out of stock".to_owned());
        self.desk.release(&ReleaseForm { store, order, reason, remaining_minor: 10_000 }).await
    }

    /// Waits until the screen is shown this capture neither recorded nor sending.
    pub async fn outcome(&mut self, id: &str) -> CaptureView {
        self.shown(id, |view| !matches!(view.state, State::Recorded | State::Sending)).await
    }

    /// Waits until the screen is shown this capture with one more look than `looks`, or with an end.
    pub async fn looked(&mut self, id: &str, looks: usize) -> CaptureView {
        self.shown(id, |view| count_looks(view) > looks || view.state != State::Unclear).await
    }

    async fn shown(&mut self, id: &str, is_it: impl Fn(&CaptureView) -> bool) -> CaptureView {
        loop {
            let view = self.views.recv().await.unwrap();
            if view.id == id && is_it(&view) {
                return view;
            }
        }
    }

    /// Lets time pass until looks have settled an unclear capture.
    pub async fn resolve(&mut self, id: &str) -> CaptureView {
        let mut view = self.desk.read_capture(id).await.unwrap();
        while view.state == State::Unclear {
            let due = view.next_look_at.map(|at| Timestamp::from_millisecond(at).unwrap());
            match due.filter(|due| *due > self.clock.now()) {
                Some(due) => {
                    let looks = count_looks(&view);
                    self.clock.set(due);
                    view = self.looked(id, looks).await;
                }
                // The look that was due is under way, or what comes after it is not decided yet.
                None => {
                    tokio::task::yield_now().await;
                    view = self.desk.read_capture(id).await.unwrap();
                }
            }
        }
        view
    }

    /// Moves the clock to when the next look is due.
    pub fn move_to_next_look(&self, view: &CaptureView) {
        let due = view.next_look_at.map(|at| Timestamp::from_millisecond(at).unwrap());
        self.clock.set(due.unwrap_or(self.clock.now()).max(self.clock.now()));
    }

    /// Takes every fault away.
    pub fn heal(&self) {
        self.simulator.set_faults(Faults::default()).unwrap();
        self.simulator.set_switches(Switches::default());
        self.way.heal();
    }

    /// How many capture requests for this order reached the simulator, and how much it captured.
    pub fn booked(&self, order: &str) -> (usize, i64) {
        let ledger = self.simulator.ledger();
        (ledger.posts_of(order).len(), ledger.captured_total(order))
    }

    /// How many requests to release this order reached the simulator, and whether it gave it up.
    pub fn released(&self, order: &str) -> (usize, bool) {
        let (ledger, path) = (self.simulator.ledger(), format!("/capture/{order}"));
        (ledger.requests().iter().filter(|request| request.path == path).count(), ledger.remaining(order) == 0)
    }
}

/// How many looks the capture has had.
pub fn count_looks(view: &CaptureView) -> usize {
    let looked = |event: &&desk::view::EventView| matches!(event.what, desk::view::EventWhat::Looked { .. });
    view.events.iter().filter(looked).count()
}

fn form(store: &str, order: &str) -> CaptureForm {
    CaptureForm {
        store: store.to_owned(),
        order: order.to_owned(),
        choose: Choose::Amount,
        amount: "5.00".to_owned(),
        locale: "en".to_owned(),
        lines: Vec::new(),
        carrier: String::new(),
        track_and_trace: String::new(),
        ship_date: String::new(),
        invoice: String::new(),
        reason: String::new(),
        memo: String::new(),
        reference: String::new(),
        status_after: domain::StatusAfter::Completed,
        try_ended: false,
        without_cart: false,
        release_rest: false,
    }
}
