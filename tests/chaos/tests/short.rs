//! A short part of the simulation with fixed seeds, for every test run.
#![allow(
    clippy::pedantic,
    clippy::style,
    clippy::complexity,
    reason = "what is shipped is linted in full; a proof is judged by what it finds"
)]
#![cfg(test)]

use chaos::episode::{Template, run};
use chaos::kills::{self, MOMENTS};
use chaos::simulate::seed_of;

const RUNS: u64 = 24;

#[test]
fn no_promise_is_broken_in_the_runs_of_a_fixed_seed() {
    let template = Template::new();
    let mut crashes = 0;
    for number in 0..RUNS {
        let outcome = run(seed_of(2026, number), &template, false);
        assert_eq!(outcome.violation, None, "make chaos SEED=2026 RUN={number}");
        crashes += outcome.counts.crashes;
    }
    assert!(crashes > RUNS, "the runs are too tame to prove anything");
}

#[test]
fn no_promise_is_broken_by_a_kill_at_each_step() {
    let rounds = 2 * MOMENTS.len();
    let (counts, violations) = kills::run_while(2026, |round| round < rounds);
    assert_eq!(violations, []);
    assert!(usize::try_from(counts.kills).unwrap() >= rounds && counts.captured > 0, "{counts:?}");
}

#[test]
fn a_seed_replays_exactly() {
    let template = Template::new();
    for number in 100..104 {
        let seed = seed_of(2026, number);
        let (first, second) = (run(seed, &template, true), run(seed, &template, true));
        let differs = first.trace.iter().zip(&second.trace).find(|(one, two)| one != two);
        assert_eq!(first.digest, second.digest, "run {number}: {differs:?}");
    }
}
