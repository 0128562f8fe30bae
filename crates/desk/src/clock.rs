//! The time: read here and nowhere else, and passed in so that tests own it.

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// What time it is, and waiting for a time.
pub trait Clock: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Waits until `now` is at least `at`, or for as long as that was away, should somebody set the clock back.
    fn wait_until(&self, at: Timestamp) -> BoxFuture<'_, ()>;
    /// For how long the computer was awake since some moment of this run. Nobody can set it, and it stands still while
    /// the computer sleeps.
    fn awake(&self) -> Duration;
}

/// A moment by both clocks: the one that everybody sees, and the time in which the computer was awake.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    at: Timestamp,
    awake: Duration,
}

impl Moment {
    pub fn now(clock: &dyn Clock) -> Self {
        Self { at: clock.now(), awake: clock.awake() }
    }

    /// Whether more than `seconds` passed since by one clock than by the other: the computer slept, or somebody set its
    /// clock.
    pub fn was_lost(self, clock: &dyn Clock, seconds: i64) -> bool {
        let shown = clock.now().duration_since(self.at);
        let awake = SignedDuration::try_from(clock.awake().saturating_sub(self.awake)).unwrap_or(SignedDuration::MAX);
        shown.saturating_sub(awake).abs() > SignedDuration::from_secs(seconds)
    }
}

/// `at` plus `seconds`; the end of time where that does not exist.
#[must_use]
pub fn later(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}

/// The computer's clock, which may run faster for practice and tests.
pub struct SystemClock {
    started: Timestamp,
    since: Instant,
    speed: u32,
}

#[expect(clippy::disallowed_methods, reason = "this is the place that reads the time")]
impl SystemClock {
    /// The computer's clock. `speed` 1 is real time; with 20, five minutes pass in 15 seconds.
    #[must_use]
    pub fn new(speed: u32) -> Self {
        Self { started: Timestamp::now(), since: Instant::now(), speed: speed.max(1) }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the place that reads the time")]
impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        if self.speed == 1 {
            return Timestamp::now();
        }
        SignedDuration::try_from(self.awake())
            .ok()
            .and_then(|elapsed| self.started.checked_add(elapsed).ok())
            .unwrap_or(Timestamp::MAX)
    }

    fn wait_until(&self, at: Timestamp) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            let until_at = || Duration::try_from(at.duration_since(self.now())).unwrap_or_default();
            let awake_at_most = self.awake().saturating_add(until_at());
            loop {
                let left = until_at().min(awake_at_most.saturating_sub(self.awake()));
                if left.is_zero() {
                    return;
                }
                // Waiting in short steps notices a computer that slept and a clock that was set.
                let step = left.checked_div(self.speed).unwrap_or(left).min(Duration::from_secs(30));
                tokio::time::sleep(step.max(Duration::from_millis(1))).await;
            }
        })
    }

    fn awake(&self) -> Duration {
        self.since.elapsed().saturating_mul(self.speed)
    }
}

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub struct ManualClock(watch::Sender<(Timestamp, Duration)>);

impl ManualClock {
    /// A clock that shows `now`.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self(watch::Sender::new((now, Duration::ZERO)))
    }

    /// Time passes until `now`; whoever waits for a time that has come goes on.
    pub fn set(&self, now: Timestamp) {
        self.0.send_modify(|(shown, awake)| {
            let passed = Duration::try_from(now.duration_since(*shown)).unwrap_or_default();
            (*shown, *awake) = (now, awake.saturating_add(passed));
        });
    }

    /// The computer sleeps for so many seconds.
    pub fn sleep(&self, seconds: i64) {
        self.0.send_modify(|(shown, _)| *shown = later(*shown, seconds));
    }

    /// Moves it on by `seconds`.
    pub fn advance(&self, seconds: i64) {
        self.set(later(self.now(), seconds));
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        self.0.borrow().0
    }

    fn wait_until(&self, at: Timestamp) -> BoxFuture<'_, ()> {
        let mut watched = self.0.subscribe();
        Box::pin(async move {
            // The sender lives as long as `self`, so the wait can only end by the time coming.
            let _ = watched.wait_for(|(now, _)| *now >= at).await;
        })
    }

    fn awake(&self) -> Duration {
        self.0.borrow().1
    }
}
