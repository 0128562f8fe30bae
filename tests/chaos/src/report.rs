//! What was counted, and one line per kind at the end.

use std::collections::BTreeMap;

/// Counts of one run or part of it.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Clerk acts, transport calls, journal writes, clock moves and crashes.
    pub steps: u64,
    /// Runs of the simulation, each with a seed of its own.
    pub episodes: u64,
    /// Simulated processes and computers that ended at a gate or in the middle of a write.
    pub crashes: u64,
    /// Real processes killed.
    pub kills: u64,
    /// Faults by kind.
    pub faults: BTreeMap<String, u64>,
    /// Entries that ended captured.
    pub captured: u64,
    /// Entries that were unclear for a while.
    pub unclear: u64,
    /// Those of them that were resolved.
    pub resolved: u64,
    /// Those of them that stay in sight with a contradiction.
    pub in_sight: u64,
    /// Races of two processes for one order.
    pub races: u64,
}

impl Counts {
    /// Counts a fault.
    pub fn fault(&mut self, word: &str) {
        *self.faults.entry(word.to_owned()).or_default() += 1;
    }

    /// Adds what another part counted.
    pub fn add(&mut self, other: &Self) {
        self.steps += other.steps;
        self.episodes += other.episodes;
        self.crashes += other.crashes;
        self.kills += other.kills;
        for (word, count) in &other.faults {
            *self.faults.entry(word.clone()).or_default() += count;
        }
        self.captured += other.captured;
        self.unclear += other.unclear;
        self.resolved += other.resolved;
        self.in_sight += other.in_sight;
        self.races += other.races;
    }

    /// One line per kind.
    #[must_use]
    pub fn lines(&self, violations: usize) -> Vec<String> {
        let faults: Vec<String> = self.faults.iter().map(|(word, count)| format!("{word} {count}")).collect();
        vec![
            format!("steps: {} (in {} runs)", self.steps, self.episodes),
            format!("kills: {} real, {} simulated", self.kills, self.crashes),
            format!("faults: {}", faults.join(", ")),
            format!("races of two processes: {}", self.races),
            format!("captures: {}", self.captured),
            format!("unclear resolved: {} of {}, {} kept in sight", self.resolved, self.unclear, self.in_sight),
            format!("violations: {violations}"),
        ]
    }
}

/// A promise that was broken, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which promise.
    pub what: String,
    /// How to see it again.
    pub replay: String,
}
