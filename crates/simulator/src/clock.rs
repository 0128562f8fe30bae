//! The simulator's time, which can be moved.

use jiff::tz::{self, TimeZone};
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

static AMSTERDAM: TimeZone = tz::get!("Europe/Amsterdam");

/// A clock with a source and a shift. Cheap to clone; all clones are one clock.
#[derive(Clone)]
pub struct Clock(Arc<Inner>);

struct Inner {
    source: Box<dyn Fn() -> Timestamp + Send + Sync>,
    shift: Mutex<SignedDuration>,
    waits: bool,
}

impl Clock {
    /// The computer's clock. Delays among the faults are really waited for.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the clock that is passed in everywhere else")]
    pub fn system() -> Self {
        Self::build(Timestamp::now, true)
    }

    /// A clock that stands at `now` until it is moved. Delays take no time.
    #[must_use]
    pub fn standing(now: Timestamp) -> Self {
        Self::build(move || now, false)
    }

    /// A clock that follows another one, for example a test's. Delays take no time.
    #[must_use]
    pub fn following(source: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self::build(source, false)
    }

    fn build(source: impl Fn() -> Timestamp + Send + Sync + 'static, waits: bool) -> Self {
        Self(Arc::new(Inner { source: Box::new(source), shift: Mutex::new(SignedDuration::ZERO), waits }))
    }

    /// What time it is; the end of time where the shift leads beyond it.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let shift = *self.0.shift.lock().unwrap_or_else(PoisonError::into_inner);
        (self.0.source)().checked_add(shift).unwrap_or(Timestamp::MAX)
    }

    /// Moves it on by `by`, which may be negative.
    pub fn advance(&self, by: SignedDuration) {
        let mut shift = self.0.shift.lock().unwrap_or_else(PoisonError::into_inner);
        *shift = shift.saturating_add(by);
    }

    /// Moves it so that it shows `now`.
    pub fn set(&self, now: Timestamp) {
        self.advance(now.duration_since(self.now()));
    }

    /// Waits `time` where this clock waits at all.
    pub(crate) async fn pass(&self, time: Duration) {
        if self.0.waits {
            tokio::time::sleep(time).await;
        }
    }
}

/// `at` as the API writes times: local time in Amsterdam, without saying so (`api/multisafepay.md` §2.1).
pub(crate) fn wire_time(at: Timestamp) -> String {
    at.to_zoned(AMSTERDAM.clone()).strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// A time as a query gives it: unix seconds, an instant, or a date or local time in Amsterdam.
pub(crate) fn read_time(text: &str) -> Option<Timestamp> {
    let unix = || text.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    let instant = || text.parse::<Timestamp>().ok();
    let local = || text.parse::<jiff::civil::DateTime>().ok()?.to_zoned(AMSTERDAM.clone()).ok();
    unix().or_else(instant).or_else(|| local().map(|zoned| zoned.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(instant: &str, expected: &str) {
        assert_eq!(wire_time(instant.parse().unwrap()), expected);
    }

    #[test]
    fn times_are_written_in_amsterdam_summer_and_winter() {
        check("2026-01-12T09:14:35Z", "2026-01-12T10:14:35");
        check("2026-07-12T09:14:35Z", "2026-07-12T11:14:35");
    }

    #[test]
    fn query_times_are_read_in_each_of_their_forms() {
        let expected = Some("2026-01-12T09:14:35Z".parse().unwrap());
        for text in ["1768209275", "2026-01-12T09:14:35Z", "2026-01-12T10:14:35"] {
            assert_eq!(read_time(text), expected, "{text}");
        }
        assert_eq!(read_time("2026-01-12"), Some("2026-01-11T23:00:00Z".parse().unwrap()));
        assert_eq!(read_time("yesterday"), None);
    }

    #[test]
    fn a_clock_moves_only_when_it_is_moved() {
        let clock = Clock::standing(Timestamp::UNIX_EPOCH);
        assert_eq!(clock.now(), Timestamp::UNIX_EPOCH);
        clock.advance(SignedDuration::from_secs(7));
        assert_eq!(clock.now().as_second(), 7);
        clock.set(Timestamp::from_second(3).unwrap());
        assert_eq!(clock.now().as_second(), 3);
    }
}
