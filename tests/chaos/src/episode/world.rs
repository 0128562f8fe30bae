//! The world that a seed begins with.

use super::{Episode, Shop};
use crate::audit::Audit;
use crate::books::Books;
use crate::dice::Dice;
use crate::disk::journal_in;
use crate::gates::WorldClock;
use crate::process::Process;
use crate::report::Counts;
use crate::trace::Trace;
use faulty_disk::Disk;
use jiff::Timestamp;
use serde_json::json;
use simulator::{AfterVoid, Clock, Duplicate, Loose, PRACTICE_KEY, RelatedRows, ReleaseVariant, Simulator, Switches};
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::runtime::Builder;

/// When the worlds begin: an hour before a summer time begins, a winter time begins, a year ends; and a plain day.
const BEGINNINGS: [i64; 4] = [1_774_746_000 - 3_600, 1_792_890_000 - 3_600, 1_798_757_000, 1_768_209_275];

/// An empty journal with a practice store, copied for each run.
pub struct Template(TempDir);

impl Template {
    /// Made once, below `place`; the fastest disk will do.
    #[must_use]
    pub fn new() -> Self {
        let template = Self(ground());
        let clock = WorldClock::new(Timestamp::UNIX_EPOCH);
        let simulator = Simulator::new(Clock::standing(Timestamp::UNIX_EPOCH));
        let process = Process::start(template.0.path(), &clock, &simulator, &Arc::new(Books::default()));
        process.close().expect("an idle program closes");
        template
    }

    fn copy_to(&self, folder: &Path) {
        fs::create_dir_all(folder.join("journal")).unwrap();
        for file in [Path::new("settings.json"), Path::new("journal/practice.db")] {
            fs::copy(self.0.path().join(file), folder.join(file)).unwrap();
        }
    }
}

impl Default for Template {
    fn default() -> Self {
        Self::new()
    }
}

/// A folder in memory where the system has one: the proof asks what is written in which order, not how fast a disk is.
#[must_use]
pub fn ground() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

impl Episode {
    pub(super) fn begin(seed: u64, template: &Template, kept: bool) -> Self {
        let mut dice = Dice::new(seed);
        let now = Timestamp::from_second(*dice.pick(&BEGINNINGS)).unwrap();
        let clock = WorldClock::new(now);
        let followed = clock.clone();
        let simulator = Simulator::new(Clock::following(move || followed.now()));
        simulator.open_site(PRACTICE_KEY);
        let switches = switches(&mut dice);
        let first_result = switches.duplicate == Duplicate::FirstResult;
        simulator.set_switches(switches);
        let orders = place_orders(&simulator, &mut dice);
        let ground = ground();
        let folder = ground.path().join("0");
        template.copy_to(&folder);
        let runtime = Builder::new_current_thread().enable_time().build().unwrap();
        let disk = Disk::below(&folder).unwrap();
        let audit = runtime.block_on(Audit::open(&journal_in(&folder)));
        let mut episode = Self {
            trace: Trace::new(kept),
            counts: Counts::default(),
            latest: now,
            under_way_s: 0,
            books: Arc::default(),
            landings: 0,
            elsewhere: HashSet::new(),
            faults: *dice.pick(&[0, 100, 300, 600]),
            clock_jumps: dice.per_mille(300),
            failure: None,
            disk,
            first_result,
            folders: 0,
            processes: Vec::new(),
            audit: Some(audit),
            dice,
            clock,
            simulator,
            orders,
            ground,
            folder,
            runtime,
        };
        let process = Process::start(&episode.folder, &episode.clock, &episode.simulator, &episode.books);
        process.set_undo(*episode.dice.pick(&[0, 5, 5, 30]));
        episode.processes.push(process);
        episode
    }

    /// Moves to a folder that does not exist yet.
    pub(super) fn next_folder(&mut self) {
        self.folders += 1;
        self.folder = self.ground.path().join(self.folders.to_string());
    }
}

/// The open questions about the API, each answered in every way; but a capture that is told done and declined later is
/// left out: nothing that the API says would show it (`api/multisafepay.md` §7.11).
fn switches(dice: &mut Dice) -> Switches {
    let loose = if dice.per_mille(200) { Loose::all() } else { Loose::default() };
    Switches {
        release: *dice.pick(&[ReleaseVariant::Plugin, ReleaseVariant::Docs]),
        duplicate: *dice.pick(&[Duplicate::Refused, Duplicate::SucceedsAgain, Duplicate::FirstResult]),
        related: *dice.pick(&[RelatedRows::Typed, RelatedRows::Untyped, RelatedRows::Null]),
        after_void: *dice.pick(&[AfterVoid::Zero, AfterVoid::Absent]),
        loose: Loose { missing_success: false, ..loose },
        ..Switches::default()
    }
}

fn place_orders(simulator: &Simulator, dice: &mut Dice) -> Vec<Shop> {
    let count = 1 + dice.below(3);
    let orders = (1..=count).map(|number| {
        let shop = Shop { id: format!("BB-{number}"), authorised: 1_000 + 100 * dice.below(90) as i64 };
        let order = json!({
            "type": "direct",
            "order_id": shop.id,
            "gateway": *dice.pick(&["VISA", "MASTERCARD"]),
            "currency": "EUR",
            "amount": shop.authorised,
            "description": "Order",
            "capture": "manual",
        });
        simulator.place(PRACTICE_KEY, &order).unwrap();
        shop
    });
    orders.collect()
}
