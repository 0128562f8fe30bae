//! The real process against the served simulator over real sockets, killed at each named step and at random moments.

use crate::audit::Audit;
use crate::dice::Dice;
use crate::driver::{Driver, Said};
use crate::episode::ground;
use crate::relay::{Point, Relay};
use crate::report::{Counts, Violation};
use domain::State;
use jiff::Timestamp;
use serde_json::json;
use simulator::{Action, Body, Clock, Faults, Kind, Rule, Simulator};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::net::TcpListener;

/// The key of the proof's site. It protects nothing.
pub const KEY: &str = "chaos-key";

/// How many orders a shop has before the next one is opened: everything is compared after every kill.
const ORDERS: u64 = 60;

/// How long a request may take to come to the line.
const PATIENCE: Duration = Duration::from_secs(60);

/// When a process is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The clerk confirms at this very moment: mostly nothing is on disk yet.
    BeforeIntent,
    /// The intent is on disk.
    Intent,
    /// The sending is on disk; no byte has left.
    Sent,
    /// On the line.
    Line(Point),
    /// The answer is whole; the outcome is not on disk.
    Answered,
    /// The outcome is on disk.
    Outcome,
    /// While an unclear outcome is looked after.
    Looking,
    /// Any time.
    Random,
}

/// Every named step, in its order, and a random one.
pub const MOMENTS: [Moment; 11] = [
    Moment::BeforeIntent,
    Moment::Intent,
    Moment::Sent,
    Moment::Line(Point::FirstByte),
    Moment::Line(Point::LastByte),
    Moment::Line(Point::Head),
    Moment::Line(Point::Body),
    Moment::Answered,
    Moment::Outcome,
    Moment::Looking,
    Moment::Random,
];

impl Moment {
    fn word(self) -> String {
        match self {
            Self::Line(point) => format!("killed at {point:?}"),
            other => format!("killed at {other:?}"),
        }
    }

    const fn stop(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Answered => "answered",
            _ => "none",
        }
    }
}

/// A shop on a real socket, and a folder for the processes that work in it.
pub struct Site {
    /// The books.
    pub simulator: Simulator,
    /// The line to it.
    pub relay: Relay,
    /// The folder of the processes.
    pub folder: PathBuf,
    now: Arc<Mutex<Timestamp>>,
    orders: u64,
    captured: u64,
    to_send_again: Option<uuid::Uuid>,
    _ground: TempDir,
}

impl Site {
    /// Opens the shop.
    pub async fn open() -> Self {
        let now = Arc::new(Mutex::new("2026-01-12T09:00:00Z".parse::<Timestamp>().unwrap()));
        let followed = Arc::clone(&now);
        let simulator =
            Simulator::new(Clock::following(move || *followed.lock().unwrap_or_else(PoisonError::into_inner)));
        simulator.open_site(KEY);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(simulator::serve::serve(simulator.clone(), listener, None));
        let ground = ground();
        let folder = ground.path().join("desk");
        Self {
            simulator,
            relay: Relay::open(port).await,
            folder,
            now,
            orders: 0,
            captured: 0,
            to_send_again: None,
            _ground: ground,
        }
    }

    /// The journal of the processes.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.folder.join("journal").join("local.db")
    }

    /// Starts a process.
    #[must_use]
    pub fn start(&self, stop: &str) -> Driver {
        Driver::start(&self.folder, &self.relay.url, self.now(), stop)
    }

    /// The time of the shop and of the processes.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The processes have come so far.
    pub fn set_now(&self, now: Timestamp) {
        let mut latest = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        *latest = now.max(*latest);
    }

    /// A fresh order of 100.00.
    pub fn place(&mut self) -> String {
        self.orders += 1;
        let order = format!("K-{}", self.orders);
        let asked = json!({
            "type": "direct", "order_id": order, "gateway": "VISA", "currency": "EUR", "amount": 10_000,
            "description": "Order", "capture": "manual",
        });
        self.simulator.place(KEY, &asked).unwrap();
        order
    }
}

/// Kills until `until`.
#[must_use]
pub fn run_until(seed: u64, until: Instant) -> (Counts, Vec<Violation>) {
    run_while(seed, |_| Instant::now() < until)
}

/// Kills for as long as `goes_on` says so of the number of rounds that were made. Which process dies when follows from
/// `seed`; what a real process does meanwhile does not.
#[must_use]
pub fn run_while(seed: u64, goes_on: impl Fn(usize) -> bool) -> (Counts, Vec<Violation>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let mut counts = Counts::default();
        let mut dice = Dice::part(seed, 1);
        let (mut site, mut round) = (Site::open().await, 0);
        while goes_on(round) {
            if site.orders == ORDERS {
                site = Site::open().await;
            }
            let moment = MOMENTS[round % MOMENTS.len()];
            round += 1;
            if let Err(what) = live_and_die(&mut site, moment, &mut dice, &mut counts).await {
                let what = format!("{what} (kill {}, {})", counts.kills, moment.word());
                return (counts, vec![Violation { what, replay: format!("make chaos SEED={seed}") }]);
            }
        }
        (counts, Vec::new())
    })
}

/// One process recovers what the one before left, captures, and is killed. Then everything on disk is compared with the
/// ledger.
async fn live_and_die(site: &mut Site, moment: Moment, dice: &mut Dice, counts: &mut Counts) -> Result<(), String> {
    let order = site.place();
    let amount = if dice.per_mille(200) { 10_000 } else { 500 };
    let mut process = site.start(moment.stop());
    process.wait_for(|said| *said == Said::Ready).await?;
    process.command(&format!("open {order} {amount}")).await;
    process.wait_for(|said| *said == Said::Opened).await?;
    let point = match moment {
        Moment::Line(point) => Some(point),
        Moment::Looking => Some(Point::FirstByte),
        _ => None,
    };
    site.relay.stop_at(point);
    if moment == Moment::Random {
        site.simulator.set_faults(faults(dice, &order)).unwrap();
    }
    process.command(&format!("go {order}")).await;
    if moment == Moment::Random
        && let Some(id) = site.to_send_again.take()
    {
        process.command(&format!("again {id}")).await;
    }
    wait_for(moment, site, &mut process, &order, dice).await?;
    site.set_now(process.kill().await);
    counts.kills += 1;
    counts.fault(&moment.word());
    if moment == Moment::Looking {
        kill_while_looking(site, dice, counts).await?;
    }
    site.relay.stop_at(None);
    site.simulator.set_faults(Faults::default()).unwrap();
    settle(site, counts).await
}

/// What the capture of a process meets that is killed at a random moment.
fn faults(dice: &mut Dice, order: &str) -> Faults {
    let action = match dice.below(5) {
        0 => Action::DropProcessed,
        1 => Action::DropUnread,
        2 => Action::Answer { status: 500, body: Body::Html, processed: true },
        3 => Action::Stall { processed: true },
        _ => return Faults::default(),
    };
    Faults::of(vec![Rule::on(Kind::Capture, action).order(order)])
}

async fn wait_for(
    moment: Moment,
    site: &mut Site,
    process: &mut Driver,
    order: &str,
    dice: &mut Dice,
) -> Result<(), String> {
    let told = |wanted: &'static [&'static str]| move |said: &Said| matches!(said, Said::Told(_, of, state) if of == order && wanted.contains(&state.as_str()));
    match moment {
        Moment::BeforeIntent => {}
        Moment::Intent => drop(process.wait_for(told(&["Recorded"])).await?),
        Moment::Sent | Moment::Answered => drop(process.wait_for(|said| *said == Said::Stopped).await?),
        Moment::Line(_) | Moment::Looking => {
            let reached = tokio::time::timeout(PATIENCE, site.relay.reached()).await;
            reached.map_err(|_| format!("{order} was confirmed, and no request came to the line"))?;
        }
        Moment::Outcome => drop(process.wait_for(told(&["Captured"])).await?),
        Moment::Random => tokio::time::sleep(Duration::from_micros(dice.below(30_000))).await,
    }
    Ok(())
}

/// The next process finds something unclear and is killed while it looks.
async fn kill_while_looking(site: &mut Site, dice: &mut Dice, counts: &mut Counts) -> Result<(), String> {
    site.relay.stop_at(None);
    let mut process = site.start("none");
    process.wait_for(|said| *said == Said::Ready).await?;
    tokio::time::sleep(Duration::from_micros(dice.below(60_000))).await;
    site.set_now(process.kill().await);
    counts.kills += 1;
    Ok(())
}

/// A process recovers; when it has found out everything, the journal and the ledger agree. It is ended too, which is not
/// counted: nothing is under way then.
async fn settle(site: &mut Site, counts: &mut Counts) -> Result<(), String> {
    let mut process = site.start("none");
    process.wait_for(|said| *said == Said::Ready).await?;
    let mut audit = Audit::open(&site.journal()).await;
    loop {
        audit.read().await?;
        let unfinished = audit.entries().values().any(|(_, known)| known.progress.state.is_unfinished());
        if !unfinished {
            break;
        }
        process.hear().await?.ok_or("a process ended by itself")?;
        site.set_now(process.now);
    }
    site.set_now(process.kill().await);
    let entries = audit.entries();
    let mut lost = entries.values().filter(|(_, known)| known.progress.state == State::NotLanded);
    site.to_send_again = lost.next().map(|(id, _)| *id);
    let captured = compare(site, &audit)?;
    counts.captured += u64::from(captured > site.captured);
    site.captured = captured;
    Ok(())
}

/// Every order was captured at most once, and the journal says so of exactly those that were.
///
/// # Errors
/// What the journal says and the ledger denies.
pub fn compare(site: &Site, audit: &Audit) -> Result<u64, String> {
    let ledger = site.simulator.ledger();
    let mut sums: HashMap<String, (i64, u32)> = HashMap::new();
    let mut captured = 0;
    for (_, known) in audit.entries().into_values() {
        let (amount, attempts) = sums.entry(known.intent.order.to_string()).or_default();
        *attempts += known.progress.attempts;
        if known.progress.state == State::Captured {
            *amount += known.intent.amount.minor();
            captured += 1;
        }
    }
    for (order, (amount, attempts)) in &sums {
        let (total, posts) = (ledger.captured_total(order), ledger.posts_of(order).len() as u64);
        if total != *amount {
            return Err(format!("{order}: the journal says {amount}, the ledger {total}"));
        }
        if posts > u64::from(*attempts) {
            return Err(format!("{order}: {posts} requests arrived, the journal knows of {attempts}"));
        }
    }
    let paths: HashSet<String> = sums.keys().map(|order| format!("/orders/{order}/capture")).collect();
    let unknown = |request: &&simulator::ProcessedRequest| request.method == "POST" && !paths.contains(&request.path);
    if let Some(lost) = ledger.requests().iter().find(unknown) {
        return Err(format!("{} arrived, and no journal knows it", lost.path));
    }
    Ok(captured)
}
