//! The end of a run: the network is healthy again, six hours pass, and everything is known or in sight.

use super::{Episode, Step};
use crate::disk;
use domain::{Event, State};
use std::collections::HashMap;

impl Episode {
    /// Heals the world and looks at what came of it.
    pub(super) fn end(&mut self) -> Step {
        self.faults = 0;
        if self.failure.is_some() {
            self.fail_or_heal()?;
        }
        self.let_all_go()?;
        self.pass_healthy_time(1)?;
        self.trace.say(format_args!("everything is started again"));
        self.processes.clear();
        self.start()?;
        self.observe()?;
        self.pass_healthy_time(6)?;
        self.everything_is_known_or_in_sight()?;
        self.sums_agree()?;
        self.processes.clear();
        self.the_journal_is_whole()
    }

    fn pass_healthy_time(&mut self, hours: i64) -> Step {
        let until = self.hours_later(hours);
        loop {
            self.let_all_go()?;
            self.let_arrive(None)?;
            let next = self.processes.iter().filter_map(|process| process.gates.next_time()).min();
            match next.filter(|next| *next <= until) {
                Some(next) => self.pass_until(next)?,
                None => return self.pass_until(until),
            }
        }
    }

    fn everything_is_known_or_in_sight(&mut self) -> Step {
        let listed = self.processes[0].unfinished();
        let entries: Vec<_> = self.audit().entries().into_values().map(|(id, known)| (id, known.clone())).collect();
        for (id, known) in entries {
            let state = known.progress.state;
            if state == State::Captured {
                self.counts.captured += 1;
            }
            if !state.is_unfinished() {
                continue;
            }
            let Some(shown) = listed.iter().find(|view| view.id == id.to_string()) else {
                return Err(format!("entry {} is unfinished and out of sight", known.place));
            };
            if state != State::Unclear {
                return Err(format!("entry {} is still {state:?}", known.place));
            }
            if !shown.may_settle {
                return Err(format!(
                    "entry {} is unclear for six healthy hours, and nobody may settle it",
                    known.place
                ));
            }
            self.counts.in_sight += 1;
        }
        Ok(())
    }

    /// Where nobody captured elsewhere and nothing is open, the journal and the ledger come to the same sum.
    fn sums_agree(&mut self) -> Step {
        let mut sums: HashMap<String, (i64, bool)> = HashMap::new();
        for (_, known) in self.audit().entries().into_values() {
            let sum = sums.entry(known.intent.order.to_string()).or_default();
            if known.progress.state == State::Captured && known.intent.kind == domain::Kind::Capture {
                sum.0 += known.intent.amount.minor();
            }
            sum.1 |= known.progress.state.is_unfinished();
        }
        let ledger = self.simulator.ledger();
        for (order, (sum, open)) in sums {
            let captured = ledger.captured_total(&order);
            if !open && !self.elsewhere.contains(&order) && sum != captured {
                return Err(format!("{order}: the journal says {sum}, the ledger {captured}"));
            }
        }
        Ok(())
    }

    fn the_journal_is_whole(&mut self) -> Step {
        let file = disk::journal_in(&self.folder);
        let found = self.runtime.block_on(journal::verify_file(&file, None)).map_err(|error| error.to_string())?;
        let head = found.map_err(|broken| format!("the journal is broken: {broken:?}"))?;
        if head.row != self.audit().rows() {
            return Err("the journal's head is not its last row".to_owned());
        }
        let unclear = self.runtime.block_on(
            self.audit
                .as_mut()
                .unwrap()
                .count_events(Event::name(&Event::Unclear { reason: domain::UnclearReason::NoAnswer })),
        );
        self.counts.unclear += unclear;
        self.counts.resolved += unclear.saturating_sub(self.counts.in_sight);
        Ok(())
    }
}
