//! The places where a desk waits for the world: a request that is to leave, an answer that is to arrive, a time that is to
//! come. Nothing passes by itself; so one seed decides the order of everything.

use desk::clock::Clock;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use multisafepay::Request;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::Id;

/// The time of the simulated world. All clones are one clock.
#[derive(Clone)]
pub struct WorldClock(Arc<Mutex<Time>>);

struct Time {
    shown: Timestamp,
    /// How much of it passed while the computer was awake and nobody set the clock.
    awake: Duration,
}

impl WorldClock {
    /// A clock that shows `now` until it is set.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(Time { shown: now, awake: Duration::ZERO })))
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.locked().shown
    }

    /// How much time passed for a computer that is awake.
    #[must_use]
    pub fn awake(&self) -> Duration {
        self.locked().awake
    }

    /// Time passes until `now`.
    pub fn pass(&self, now: Timestamp) {
        let mut time = self.locked();
        let passed = now.duration_since(time.shown);
        time.awake += Duration::try_from(passed).unwrap_or_default();
        time.shown = now;
    }

    /// Somebody sets it, forwards or back, or the computer slept until then.
    pub fn set(&self, now: Timestamp) {
        self.locked().shown = now;
    }

    fn locked(&self) -> MutexGuard<'_, Time> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where something waits.
#[derive(Clone)]
pub enum Place {
    /// A request that has not left the computer.
    Request(Box<Request>),
    /// An answer, or the end of waiting for one, to a request for this path that has not reached the program.
    Answer(String),
    /// A time.
    Until(Timestamp),
}

/// How a request travels on.
pub type Go = crate::network::Fault;

impl Place {
    /// Orders the places that were reached after one choice of the seed.
    fn key(&self) -> (u8, &str) {
        match self {
            Self::Request(request) => (0, &request.path),
            Self::Answer(path) => (1, path),
            Self::Until(_) => (2, ""),
        }
    }
}

struct Waiting {
    number: u64,
    /// After which choice of the seed it came here.
    choice: u64,
    place: Place,
    /// Who waits. Of two at one place after one choice, threads decide which came first, but the seed which began first.
    task: Option<Id>,
    go: oneshot::Sender<Go>,
}

impl Waiting {
    fn until(&self) -> Option<Timestamp> {
        match self.place {
            Place::Until(at) => Some(at),
            Place::Request(_) | Place::Answer(_) => None,
        }
    }
}

/// The gates of one process. All clones are the same gates.
#[derive(Clone)]
pub struct Gates {
    clock: WorldClock,
    waiting: Arc<Mutex<All>>,
}

#[derive(Default)]
struct All {
    last: u64,
    choice: u64,
    waiting: Vec<Waiting>,
}

impl Gates {
    /// No one waits yet; the time is that of `clock`.
    #[must_use]
    pub fn new(clock: WorldClock) -> Self {
        Self { clock, waiting: Arc::default() }
    }

    /// Waits at `place` until it is let on.
    pub async fn wait(&self, place: Place) -> Go {
        let (go, gone) = oneshot::channel();
        let number = {
            let mut all = self.locked();
            all.last += 1;
            let (number, choice) = (all.last, all.choice);
            all.waiting.push(Waiting { number, choice, place, task: tokio::task::try_id(), go });
            number
        };
        let _place = Leaving { gates: self, number };
        // The sender is kept until it is used; it is dropped only with the whole process.
        gone.await.unwrap_or_default()
    }

    /// The seed has chosen: what comes here from now on comes after that.
    pub fn choose(&self) {
        self.locked().choice += 1;
    }

    /// How many wait.
    #[must_use]
    pub fn count(&self) -> usize {
        self.locked().waiting.len()
    }

    /// The numbers and places of all that wait for the network, oldest first.
    #[must_use]
    pub fn at_the_network(&self) -> Vec<(u64, Place)> {
        let all = self.locked();
        let is_network = |waiting: &&Waiting| !matches!(waiting.place, Place::Until(_));
        let mut network: Vec<&Waiting> = all.waiting.iter().filter(is_network).collect();
        network.sort_by_key(|waiting| (waiting.choice, waiting.place.key(), waiting.task));
        network.into_iter().map(|waiting| (waiting.number, waiting.place.clone())).collect()
    }

    /// The earliest time that is waited for.
    #[must_use]
    pub fn next_time(&self) -> Option<Timestamp> {
        self.locked().waiting.iter().filter_map(Waiting::until).min()
    }

    /// Who waits for a time that has come, earliest first.
    #[must_use]
    pub fn due(&self) -> Vec<u64> {
        let (all, now) = (self.locked(), self.clock.now());
        let is_due = |waiting: &&Waiting| waiting.until().is_some_and(|at| at <= now);
        let mut due: Vec<&Waiting> = all.waiting.iter().filter(is_due).collect();
        due.sort_by_key(|waiting| (waiting.until(), waiting.choice, waiting.task));
        due.into_iter().map(|waiting| waiting.number).collect()
    }

    /// Lets one that waits go on.
    pub fn let_go(&self, number: u64, go: Go) {
        let mut all = self.locked();
        if let Some(place) = all.waiting.iter().position(|waiting| waiting.number == number) {
            let gone = all.waiting.remove(place);
            // Nobody listens any more when the process was killed.
            let _ = gone.go.send(go);
        }
    }

    fn locked(&self) -> MutexGuard<'_, All> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes its place away when whoever waits stops waiting.
struct Leaving<'a> {
    gates: &'a Gates,
    number: u64,
}

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.gates.locked().waiting.retain(|waiting| waiting.number != self.number);
    }
}

impl Clock for Gates {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn wait_until(&self, at: Timestamp) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            while self.clock.now() < at {
                self.wait(Place::Until(at)).await;
            }
        })
    }

    fn awake(&self) -> Duration {
        self.clock.awake()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::task::yield_now;

    #[tokio::test]
    async fn of_two_at_one_place_goes_first_who_began_first_whoever_came_first() {
        for place in [Place::Answer("/orders/A".to_owned()), Place::Until(Timestamp::UNIX_EPOCH)] {
            let gates = Gates::new(WorldClock::new(Timestamp::UNIX_EPOCH));
            for is_slow in [true, false] {
                let (gates, place) = (gates.clone(), place.clone());
                tokio::spawn(async move {
                    if is_slow {
                        yield_now().await;
                    }
                    gates.wait(place).await
                });
            }
            while gates.count() < 2 {
                yield_now().await;
            }
            let at_the_network = gates.at_the_network().into_iter().map(|(number, _)| number);
            assert_eq!(at_the_network.chain(gates.due()).collect::<Vec<_>>(), [2, 1]);
        }
    }
}
