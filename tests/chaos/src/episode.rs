//! One run of the simulation: a clerk, one or two windows, a network, a disk and a clock, all at the mercy of one seed.

mod clerk;
mod end;
mod world;

pub use world::{Template, ground};

use crate::audit::Audit;
use crate::books::Books;
use crate::dice::Dice;
use crate::disk;
use crate::gates::{Place, WorldClock};
use crate::network::{Fault, arrive};
use crate::process::{Act, Process};
use crate::report::Counts;
use crate::trace::Trace;
use faulty_disk::{Disk, Failure};
use jiff::{SignedDuration, Timestamp};
use simulator::Simulator;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// How many choices the seed makes before the network heals.
const CHOICES: u32 = 260;

/// For how long requests may be under way while time passes, in seconds; less than any limit of the transport.
const UNDER_WAY_S: i64 = 15;

/// What one run came to.
pub struct Outcome {
    /// What was counted.
    pub counts: Counts,
    /// The digest of everything that happened.
    pub digest: [u8; 32],
    /// Everything that happened, where it was kept.
    pub trace: Vec<String>,
    /// The first promise that was broken.
    pub violation: Option<String>,
}

/// Runs the seed through. `kept` keeps the words of everything that happens.
#[must_use]
pub fn run(seed: u64, template: &Template, kept: bool) -> Outcome {
    let mut episode = Episode::begin(seed, template, kept);
    let ended = episode.live().and_then(|()| episode.end());
    if let Err(what) = &ended {
        let step = episode.counts.steps;
        episode.trace.say(format_args!("step {step}: VIOLATION {what}"));
    }
    let violation = ended.err().map(|what| format!("step {}: {what}", episode.counts.steps));
    episode.counts.episodes = 1;
    let (digest, trace) = episode.trace.end();
    Outcome { counts: episode.counts, digest, trace, violation }
}

/// An order of the simulated shop.
struct Shop {
    id: String,
    authorised: i64,
}

struct Episode {
    dice: Dice,
    trace: Trace,
    counts: Counts,
    clock: WorldClock,
    /// The latest time that the clock ever showed.
    latest: Timestamp,
    /// How long requests have been under way while time passed.
    under_way_s: i64,
    simulator: Simulator,
    books: Arc<Books>,
    landings: u64,
    orders: Vec<Shop>,
    /// Orders of which something was captured elsewhere.
    elsewhere: HashSet<String>,
    /// In how many of a thousand cases a request meets a fault.
    faults: u64,
    /// Whether somebody changes the clock in this run.
    clock_jumps: bool,
    /// Whether the server tells the first result again for a reference that is taken.
    first_result: bool,
    /// How the disk was told to fail last, until it is healed.
    failure: Option<Failure>,
    disk: Disk,
    ground: TempDir,
    folder: PathBuf,
    folders: u32,
    processes: Vec<Process>,
    runtime: Runtime,
    audit: Option<Audit>,
}

type Step = Result<(), String>;

impl Episode {
    fn live(&mut self) -> Step {
        for _ in 0..CHOICES {
            self.choose()?;
            let chance = if self.disk.is_behind() { 70 } else { 6 };
            if self.dice.per_mille(chance) {
                self.lose_power()?;
            } else {
                self.observe()?;
            }
        }
        Ok(())
    }

    /// One thing that happens, as the dice want it.
    fn choose(&mut self) -> Step {
        if self.processes.is_empty() {
            return self.start();
        }
        let waiting: usize = self.processes.iter().map(|process| process.gates.at_the_network().len()).sum();
        match self.dice.below(1000) {
            0..560 if waiting > 0 => self.let_one_go(),
            560..800 if waiting < 5 => self.act(),
            800..930 => self.pass_time(),
            930..950 if self.clock_jumps => self.jump(),
            950..958 => self.kill(),
            958..968 if self.processes.len() < 2 => self.start(),
            968..974 => self.close(),
            974..982 => self.act_elsewhere(),
            982..990 => self.fail_or_heal(),
            990..993 => self.lie(),
            _ if waiting > 0 => self.let_one_go(),
            _ => self.act(),
        }
    }

    fn start(&mut self) -> Step {
        self.step(format_args!("start process {}", self.processes.len()));
        let process = Process::start(&self.folder, &self.clock, &self.simulator, &self.books);
        self.processes.push(process);
        Ok(())
    }

    /// Lets one request or answer on.
    fn let_one_go(&mut self) -> Step {
        let all = |(number, process): (usize, &Process)| {
            process
                .gates
                .at_the_network()
                .into_iter()
                .map(move |(gate, place)| (number, gate, place))
                .collect::<Vec<_>>()
        };
        let waiting: Vec<_> = self.processes.iter().enumerate().flat_map(all).collect();
        let (process, gate, place) = self.dice.pick(&waiting).clone();
        self.let_go(process, gate, &place)
    }

    fn let_go(&mut self, process: usize, gate: u64, place: &Place) -> Step {
        let mut fault = Fault::None;
        if let Place::Request(request) = place {
            let writes = request.method.writes();
            fault = Fault::draw(&mut self.dice, self.faults, writes);
            if fault != Fault::None {
                self.counts.fault(fault.word());
            }
            if writes {
                self.read_journal()?;
                let sender = self.audit().sender_of(request)?;
                self.books.set_sender(Some(sender));
            }
            self.step(format_args!("{process}: {:?} {} meets {}", request.method, request.path, fault.word()));
        } else {
            self.trace.say(format_args!("{process}: an answer arrives"));
        }
        self.processes[process].let_go(gate, fault);
        Ok(())
    }

    fn let_all_go(&mut self) -> Step {
        for process in 0..self.processes.len() {
            while let Some((gate, place)) = self.processes[process].gates.at_the_network().into_iter().next() {
                self.let_go(process, gate, &place)?;
                self.observe()?;
            }
        }
        self.under_way_s = 0;
        Ok(())
    }

    /// Time passes: a few seconds, or until the next thing that somebody waits for.
    fn pass_time(&mut self) -> Step {
        let next = self.processes.iter().filter_map(|process| process.gates.next_time()).min();
        let to = match next {
            Some(next) if self.dice.per_mille(700) => next,
            _ => desk::clock::later(self.clock.now(), 1 + self.dice.below(8) as i64),
        };
        self.pass_until(to)
    }

    /// Time passes until `to`. Requests are not under way for longer than their limits allow, and late ones arrive.
    fn pass_until(&mut self, to: Timestamp) -> Step {
        let passing = to.duration_since(self.clock.now()).as_secs().max(0);
        self.under_way_s += passing;
        if self.under_way_s > UNDER_WAY_S {
            self.let_all_go()?;
        }
        self.let_arrive(Some(passing))?;
        let to = to.max(self.clock.now());
        self.clock.pass(to);
        self.it_is(to)
    }

    /// Somebody sets the clock, or the computer slept: forwards or back, by seconds, hours or days.
    fn jump(&mut self) -> Step {
        let by = *self.dice.pick(&[-86_400, -3_600, -7, 30, 3_600, 7_200, 86_400, 200_000]);
        // What its sender gave up on stays on its way: neither a sleep nor a set clock brings it nearer.
        self.let_all_go()?;
        self.counts.fault(if by < 0 { "clock set back" } else { "clock set forward" });
        let to = desk::clock::later(self.clock.now(), by);
        self.clock.set(to);
        self.it_is(to)
    }

    /// Whoever waits for a time that has come goes on.
    fn it_is(&mut self, to: Timestamp) -> Step {
        self.step(format_args!("it is {to}"));
        self.latest = self.latest.max(to);
        for process in 0..self.processes.len() {
            while let Some(gate) = self.processes[process].gates.due().first().copied() {
                self.processes[process].let_go(gate, Fault::None);
                self.observe()?;
            }
        }
        Ok(())
    }

    /// Late requests arrive that have to be there within so many seconds, or all of them.
    fn let_arrive(&mut self, within_s: Option<i64>) -> Step {
        let until = within_s.map(|seconds| self.clock.awake() + Duration::from_secs(seconds.unsigned_abs()));
        for late in self.books.take_late(until) {
            self.step(format_args!("a late request arrives"));
            self.runtime.block_on(arrive(&self.simulator, &self.books, late));
            self.observe()?;
        }
        Ok(())
    }

    /// One process is killed.
    fn kill(&mut self) -> Step {
        let process = self.dice.below(self.processes.len() as u64) as usize;
        self.step(format_args!("kill process {process}"));
        self.counts.crashes += 1;
        drop(self.processes.remove(process));
        Ok(())
    }

    /// One process is closed by its window, which waits for the answers that are on their way.
    fn close(&mut self) -> Step {
        // An outcome that could not be written is tried again every two seconds, and closing waits for it.
        self.let_all_go()?;
        self.pass_until(desk::clock::later(self.clock.now(), 3))?;
        self.let_all_go()?;
        let process = self.dice.below(self.processes.len() as u64) as usize;
        self.step(format_args!("close process {process}"));
        let closing = self.processes.remove(process);
        // One that was sent only just now, and could not be written, would be waited for until time passes.
        if !closing.is_sending() && !self.disk.is_failing() {
            closing.close()?;
        }
        Ok(())
    }

    /// The power goes in the middle of what was just done: at any moment since the journal was last read, and what no
    /// sync had kept by then may be torn. The disk that is found is healthy.
    fn lose_power(&mut self) -> Step {
        self.heal();
        self.next_folder();
        let lost = disk::lose_power(&self.disk, &self.folder, &mut self.dice);
        self.processes.clear();
        self.disk = Disk::below(&self.folder).unwrap();
        self.counts.crashes += 1;
        self.counts.fault(disk::word_of_loss(lost));
        let file = disk::journal_in(&self.folder);
        let audit = self.audit.take().unwrap();
        let reopened = self.runtime.block_on(audit.reopen(&file))?;
        let rows = reopened.rows();
        self.audit = Some(reopened);
        self.step(format_args!("the power is lost, {lost:?}, {rows} rows stay"));
        self.compare()
    }

    /// What a disk leaves that says "written" and lies: such a journal has lost what no program can keep, but it opens
    /// and is whole as far as it goes.
    fn lie(&mut self) -> Step {
        let Some(known) = self.audit().entries().into_values().next().map(|(_, known)| known.clone()) else {
            return Ok(());
        };
        self.step(format_args!("the disk lies to a copy"));
        self.counts.fault("lying disk");
        let (copy, left) = (self.ground.path().join("lied"), self.ground.path().join("left"));
        self.disk.copy(&copy).unwrap();
        let file = disk::journal_in(&left);
        let opened = self.runtime.block_on(async {
            let lied = disk::lie(&copy, &left, &known.intent, &mut self.dice).await;
            lied.map_err(|error| error.to_string())?;
            let _healthy = Disk::below(&left);
            let journal = journal::Journal::open(&file, "practice").await.map_err(|error| error.to_string())?;
            journal.close().await;
            let verified = journal::verify_file(&file, None).await.map_err(|error| error.to_string())?;
            verified.map_err(|broken| format!("{broken:?}"))
        });
        [copy, left].iter().for_each(|folder| std::fs::remove_dir_all(folder).unwrap());
        opened.map(drop).map_err(|what| format!("after a lying disk the journal does not open: {what}"))
    }

    /// The disk fails some commits from now, or is healed.
    fn fail_or_heal(&mut self) -> Step {
        if self.failure.is_some() {
            self.step(format_args!("the disk is healed"));
            self.heal();
            return Ok(());
        }
        let failure = disk::draw_failure(&mut self.dice);
        self.step(format_args!("the disk is going to fail: {failure:?}"));
        self.disk.fail(failure);
        self.failure = Some(failure);
        Ok(())
    }

    /// The disk is healthy again; what it did is counted.
    fn heal(&mut self) {
        let met = self.disk.heal() > 0;
        if let Some(failure) = self.failure.take().filter(|_| met) {
            self.counts.fault(disk::word_of(failure.kind));
        }
    }

    /// Counts a step and says it.
    fn step(&mut self, what: std::fmt::Arguments<'_>) {
        self.counts.steps += 1;
        self.trace.say(what);
    }

    fn audit(&mut self) -> &mut Audit {
        self.audit.as_mut().expect("there is always an audit between two steps")
    }

    /// Reads what was written; every event of the journal is a step.
    fn read_journal(&mut self) -> Step {
        // What another connection could read is never taken back.
        self.disk.rest();
        let audit = self.audit.as_mut().expect("there is always an audit between two steps");
        for line in self.runtime.block_on(audit.read())? {
            self.step(format_args!("  {line}"));
        }
        let simulator = self.simulator.clone();
        for known in self.audit().take_recorded() {
            if !self.elsewhere.contains(known.intent.order.as_str()) {
                crate::audit::compare_before(&known.intent, &simulator.ledger())
                    .map_err(|what| format!("entry {}: {what}", known.place))?;
            }
        }
        Ok(())
    }

    /// Checks every promise against the ledger.
    fn observe(&mut self) -> Step {
        let rows = self.audit().rows();
        self.read_journal()?;
        for process in 0..self.processes.len() {
            let said = self.processes[process].take_said();
            for end in said.ends {
                self.trace.say(format_args!("  {process}: {end}"));
            }
            for view in said.views {
                self.check_view(&view)?;
            }
        }
        if rows != self.audit().rows() || self.landings != self.books.landings() {
            self.landings = self.books.landings();
            self.compare()?;
        }
        Ok(())
    }

    fn compare(&mut self) -> Step {
        let simulator = self.simulator.clone();
        let books = Arc::clone(&self.books);
        let ledger = simulator.ledger();
        for shop in &self.orders {
            if ledger.captured_total(&shop.id) > shop.authorised {
                return Err(format!("more was captured of {} than was authorised", shop.id));
            }
        }
        self.audit().compare(&ledger, &books)
    }

    /// What the screen was shown must be true when it is shown.
    fn check_view(&mut self, view: &desk::view::CaptureView) -> Step {
        let id = view.id.parse().map_err(|_| "a view without an id".to_owned())?;
        let landed = self.books.landed(id);
        let simulator = self.simulator.clone();
        let Some(known) = self.audit().entry(id) else {
            return Err("the screen shows a capture that the journal does not have".to_owned());
        };
        crate::audit::compare_state(&known.intent, view.state, &simulator.ledger(), landed)
            .map_err(|what| format!("entry {} on the screen: {what}", known.place))
    }

    fn act_in(&mut self, process: usize, act: Act) {
        self.step(format_args!("{process}: {}", act.word()));
        self.processes[process].act(act);
        self.processes[process].settle();
    }

    /// Half an hour is a long time in this world, six hours are the end of it.
    fn hours_later(&self, hours: i64) -> Timestamp {
        self.latest.checked_add(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MAX)
    }
}
