//! What people do: the clerk at this computer, and somebody elsewhere.

use super::{Episode, Step};
use crate::process::Act;
use domain::{Kind, State};
use multisafepay::{ApiKey, Method, Request};
use simulator::{Faults, PRACTICE_KEY};
use uuid::Uuid;

impl Episode {
    /// One act of the clerk, in one of the windows.
    pub(super) fn act(&mut self) -> Step {
        let process = self.dice.below(self.processes.len() as u64) as usize;
        let act = self.draw_act();
        // A double click, or Enter held down.
        if matches!(act, Act::Capture { .. } | Act::SendAgain(_)) && self.dice.per_mille(150) {
            self.act_in(process, act.clone());
        }
        self.act_in(process, act);
        Ok(())
    }

    fn draw_act(&mut self) -> Act {
        let order = self.dice.below(self.orders.len() as u64) as usize;
        let (order, authorised) = (self.orders[order].id.clone(), self.orders[order].authorised);
        match self.dice.below(100) {
            0..8 => Act::Open(order),
            8..20 => self.of_state(State::Recorded).map_or(Act::Recover, Act::Undo),
            20..35 => self.of_state(State::Unclear).map_or_else(|| Act::Open(order), Act::Check),
            35..45 => self.of_state(State::NotLanded).map_or(Act::Recover, Act::SendAgain),
            45..50 => self.to_settle().unwrap_or(Act::Open(order)),
            50..55 => {
                let remaining = self.simulator.ledger().remaining(&order);
                Act::Release { order, remaining }
            }
            55..58 => Act::Recover,
            _ => self.draw_capture(order, authorised),
        }
    }

    fn draw_capture(&mut self, order: String, authorised: i64) -> Act {
        let amount = match self.dice.below(10) {
            0 | 1 => None,
            2 => Some(authorised),
            _ => Some(*self.dice.pick(&[100, 250, 500, authorised / 2])),
        };
        let invoice = *self.dice.pick(&["", "", "F-1", "F-2"]);
        let (afresh, last) = (self.dice.per_mille(800), self.dice.per_mille(100));
        Act::Capture { order, amount, invoice, afresh, last }
    }

    /// The id of an entry in this state, if there is one.
    fn of_state(&mut self, state: State) -> Option<String> {
        let entries = self.audit().entries();
        let ids: Vec<Uuid> =
            entries.values().filter(|(_, known)| known.progress.state == state).map(|(id, _)| *id).collect();
        (!ids.is_empty()).then(|| self.dice.pick(&ids).to_string())
    }

    /// The word of a person who looked in MultiSafepay Control, and who looked when nothing was under way any more.
    fn to_settle(&mut self) -> Option<Act> {
        let waiting = self.processes.iter().any(|process| !process.gates.at_the_network().is_empty());
        if waiting || self.books.awaits_late() {
            return None;
        }
        let entries = self.audit().entries();
        let (id, intent) = entries.values().find_map(|(id, known)| {
            let is_unclear = known.progress.state == State::Unclear;
            is_unclear.then(|| (*id, known.intent.clone()))
        })?;
        let shows_it = crate::audit::compare_state(&intent, State::Captured, &self.simulator.ledger(), 0).is_ok();
        let landed = self.books.landed(id) > 0 || (shows_it && self.elsewhere.contains(intent.order.as_str()));
        Some(Act::Settle(id.to_string(), landed))
    }

    /// Somebody captures or releases in MultiSafepay Control, or at another desk.
    pub(super) fn act_elsewhere(&mut self) -> Step {
        let order = self.dice.below(self.orders.len() as u64) as usize;
        let order = self.orders[order].id.clone();
        let kind = if self.dice.per_mille(850) { Kind::Capture } else { Kind::Release };
        let (method, path, body) = match kind {
            Kind::Capture => {
                let amount = *self.dice.pick(&[100, 250, 500]);
                // Told the first result of a reference that somebody else took a moment ago, nobody could know whose it is.
                let references: &[&str] =
                    if self.first_result { &["elsewhere"] } else { &["elsewhere", "C1", "C2", "F-1"] };
                let reference = *self.dice.pick(references);
                let body = format!(r#"{{"amount":{amount},"new_order_id":"{order}-{reference}"}}"#);
                (Method::Post, format!("/orders/{order}/capture"), body)
            }
            Kind::Release => {
                (Method::Patch, format!("/capture/{order}"), r#"{"status":"cancelled","reason":"x"}"#.to_owned())
            }
        };
        self.step(format_args!("elsewhere: {path} {body}"));
        self.elsewhere.insert(order);
        self.simulator.set_faults(Faults::default()).unwrap();
        let key = ApiKey::new(PRACTICE_KEY.to_owned()).unwrap();
        let request = Request { method, path, body: Some(body), key };
        self.runtime.block_on(self.simulator.transport().send(request));
        Ok(())
    }
}
