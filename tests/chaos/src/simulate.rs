//! Runs of the simulation, one seed after the other, until the time is over.

use crate::dice::Dice;
use crate::episode::{self, Template};
use crate::report::{Counts, Violation};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

/// The seed of one run among those of `seed`.
#[must_use]
pub fn seed_of(seed: u64, episode: u64) -> u64 {
    Dice::part(seed, episode).next()
}

/// Runs `first`, `first + stride` and so on, until `until` or the first violation.
#[must_use]
pub fn run_until(seed: u64, first: u64, stride: usize, until: Instant) -> (Counts, Vec<Violation>) {
    let template = Template::new();
    let mut counts = Counts::default();
    for episode in (first..).step_by(stride) {
        if Instant::now() >= until {
            break;
        }
        let run = || episode::run(seed_of(seed, episode), &template, false);
        let violation = match catch_unwind(AssertUnwindSafe(run)) {
            Ok(outcome) => {
                counts.add(&outcome.counts);
                outcome.violation
            }
            Err(_) => Some("the program panicked, or neither works nor waits".to_owned()),
        };
        if let Some(what) = violation {
            let replay = format!("make chaos SEED={seed} RUN={episode}");
            return (counts, vec![Violation { what, replay }]);
        }
    }
    (counts, Vec::new())
}

/// Runs one seed again and says everything that happens.
#[must_use]
pub fn replay(seed: u64, episode: u64) -> (Vec<String>, Vec<Violation>) {
    let outcome = episode::run(seed_of(seed, episode), &Template::new(), true);
    let replay = format!("make chaos SEED={seed} RUN={episode}");
    (outcome.trace, outcome.violation.map(|what| Violation { what, replay }).into_iter().collect())
}
