//! The places where a desk waits for the world: a request that is to leave, an answer that is to arrive, a time that is to
//! come. Nothing passes by itself; so one seed decides the order of everything.

use desk::clock::Clock;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use multisafepay::Request;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// The time of the simulated world. All clones are one clock.
#[derive(Clone)]
pub struct WorldClock(Arc<Mutex<Timestamp>>);

impl WorldClock {
    /// A clock that shows `now` until it is set.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(now)))
    }

    /// What it shows.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets it, forwards or back.
    pub fn set(&self, now: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

/// Where something waits.
#[derive(Clone)]
pub enum Place {
    /// A request that has not left the computer.
    Request(Box<Request>),
    /// An answer, or the end of waiting for one, that has not reached the program. `writes`: of a capture or release.
    Answer {
        /// Whether it answers a write.
        writes: bool,
    },
    /// A time.
    Until(Timestamp),
}

/// How a request travels on.
pub type Go = crate::network::Fault;

struct Waiting {
    number: u64,
    place: Place,
    go: oneshot::Sender<Go>,
}

/// The gates of one process. All clones are the same gates.
#[derive(Clone)]
pub struct Gates {
    clock: WorldClock,
    waiting: Arc<Mutex<(u64, Vec<Waiting>)>>,
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
        {
            let mut waiting = self.locked();
            waiting.0 += 1;
            let number = waiting.0;
            waiting.1.push(Waiting { number, place, go });
        }
        // The sender is kept until it is used; it is dropped only with the whole process.
        gone.await.unwrap_or_default()
    }

    /// How many wait.
    #[must_use]
    pub fn count(&self) -> usize {
        self.locked().1.len()
    }

    /// The numbers and places of all that wait for the network, oldest first.
    #[must_use]
    pub fn at_the_network(&self) -> Vec<(u64, Place)> {
        let waiting = self.locked();
        let network = waiting.1.iter().filter(|waiting| !matches!(waiting.place, Place::Until(_)));
        network.map(|waiting| (waiting.number, waiting.place.clone())).collect()
    }

    /// The earliest time that is waited for.
    #[must_use]
    pub fn next_time(&self) -> Option<Timestamp> {
        self.times().into_iter().map(|(_, at)| at).min()
    }

    /// Who waits for a time that has come, earliest first.
    #[must_use]
    pub fn due(&self) -> Vec<u64> {
        let now = self.clock.now();
        let mut due: Vec<(u64, Timestamp)> = self.times().into_iter().filter(|(_, at)| *at <= now).collect();
        due.sort_by_key(|(number, at)| (*at, *number));
        due.into_iter().map(|(number, _)| number).collect()
    }

    /// Lets one that waits go on.
    pub fn let_go(&self, number: u64, go: Go) {
        let mut waiting = self.locked();
        if let Some(place) = waiting.1.iter().position(|waiting| waiting.number == number) {
            let gone = waiting.1.remove(place);
            // Nobody listens any more when the process was killed.
            let _ = gone.go.send(go);
        }
    }

    fn times(&self) -> Vec<(u64, Timestamp)> {
        let time = |waiting: &Waiting| match waiting.place {
            Place::Until(at) => Some((waiting.number, at)),
            _ => None,
        };
        self.locked().1.iter().filter_map(time).collect()
    }

    fn locked(&self) -> MutexGuard<'_, (u64, Vec<Waiting>)> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
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
}
