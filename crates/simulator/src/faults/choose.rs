//! Which fault a request meets.

use super::{Action, Faults, FaultsProblem, Kind, Rule};
use crate::routes::Asked;

/// The rules, with how often each matched and how far the drawing has come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chooser {
    faults: Faults,
    counts: Vec<u32>,
    drawn: u64,
}

impl Chooser {
    pub fn new(faults: Faults) -> Result<Self, FaultsProblem> {
        for rule in &faults.rules {
            match rule.per_mille {
                Some(1001..) => return Err(FaultsProblem::Chance),
                Some(_) if faults.seed.is_none() => return Err(FaultsProblem::NoSeed),
                _ => {}
            }
            if let Action::Answer { status, .. } | Action::Redirect { status, .. } = rule.action
                && !(200..600).contains(&status)
            {
                return Err(FaultsProblem::Status);
            }
        }
        Ok(Self { counts: vec![0; faults.rules.len()], drawn: faults.seed.unwrap_or(0), faults })
    }

    /// How often each rule matched; see [`Chooser::resume`].
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// Goes on counting where another run stopped; counts of other rules than these are left alone.
    pub fn resume(&mut self, counts: &[u32]) {
        if counts.len() == self.counts.len() {
            self.counts = counts.to_vec();
        }
    }

    /// The fault of this request, if it meets one. Every rule that matches counts, also behind one that fires.
    pub fn choose(&mut self, asked: &Asked) -> Option<Action> {
        let mut chosen = None;
        for (rule, count) in self.faults.rules.iter().zip(&mut self.counts) {
            if !matches(rule, asked) {
                continue;
            }
            *count = count.saturating_add(1);
            let due = rule.nth.is_none_or(|nth| nth == *count);
            if due && rule.per_mille.is_none_or(|chance| draw(&mut self.drawn) < u64::from(chance)) && chosen.is_none()
            {
                chosen = Some(rule.action.clone());
            }
        }
        chosen
    }
}

fn matches(rule: &Rule, asked: &Asked) -> bool {
    let (kind, order) = about(asked);
    rule.method.as_ref().is_none_or(|method| asked.method.as_str().eq_ignore_ascii_case(method))
        && (rule.kind == Kind::Any || Some(rule.kind) == kind)
        && rule.order.as_ref().is_none_or(|wanted| Some(wanted.as_str()) == order)
}

fn about(asked: &Asked) -> (Option<Kind>, Option<&str>) {
    let segments: Vec<&str> = asked.segments.iter().map(String::as_str).collect();
    match *segments.as_slice() {
        ["orders"] => (Some(Kind::Order), None),
        ["orders", id] => (Some(Kind::Order), Some(id)),
        ["orders", id, "capture"] => (Some(Kind::Capture), Some(id)),
        ["orders", id, "refunds"] => (Some(Kind::Refund), Some(id)),
        ["capture", id] => (Some(Kind::Release), Some(id)),
        ["me"] => (Some(Kind::Me), None),
        ["transactions", ..] => (Some(Kind::List), None),
        _ => (None, None),
    }
}

/// The next of a sequence of numbers 0 to 999, by splitmix64: small, seeded, and the same on every machine.
fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)).checked_rem(1000).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(method: &str, path: &str) -> Asked {
        Asked::read(&http::Request::builder().method(method).uri(path).body(()).unwrap().into_parts().0)
    }

    fn check(rule: Rule, requests: &[(&str, &str)], expected: &[bool]) {
        let mut chooser = Chooser::new(Faults { seed: Some(7), rules: vec![rule] }).unwrap();
        let met: Vec<bool> =
            requests.iter().map(|(method, path)| chooser.choose(&asked(method, path)).is_some()).collect();
        assert_eq!(met, expected);
    }

    #[test]
    fn a_rule_matches_by_method_kind_and_order() {
        let captures = Rule::on(Kind::Capture, Action::DropUnread);
        let requests = [("POST", "/orders/a%2Fb/capture"), ("POST", "/orders/c/capture"), ("GET", "/orders/a%2Fb")];
        check(captures.clone(), &requests, &[true, true, false]);
        check(captures.order("a/b"), &requests, &[true, false, false]);
        check(Rule::always(Action::DropUnread).method("get"), &requests, &[false, false, true]);
        check(Rule::on(Kind::Release, Action::DropUnread), &[("PATCH", "/capture/a"), ("GET", "/me")], &[true, false]);
    }

    #[test]
    fn the_nth_counts_only_what_matches() {
        let second = Rule::on(Kind::Me, Action::DropUnread).nth(2);
        let requests = [("GET", "/me"), ("GET", "/orders/a"), ("GET", "/me"), ("GET", "/me")];
        check(second, &requests, &[false, false, true, false]);
    }

    #[test]
    fn the_first_rule_that_fires_wins() {
        let rules = vec![Rule::on(Kind::Me, Action::DropUnread).nth(2), Rule::on(Kind::Me, Action::DropProcessed)];
        let mut chooser = Chooser::new(Faults::of(rules)).unwrap();
        let me = asked("GET", "/me");
        assert_eq!(chooser.choose(&me), Some(Action::DropProcessed));
        assert_eq!(chooser.choose(&me), Some(Action::DropUnread));
    }

    #[test]
    fn a_chance_is_drawn_from_the_seed_alone() {
        let draws = |seed| {
            let rules = vec![Rule::always(Action::DropUnread).per_mille(300)];
            let mut chooser = Chooser::new(Faults { seed: Some(seed), rules }).unwrap();
            let met = (0..1000).map(|_| chooser.choose(&asked("GET", "/me")).is_some());
            met.collect::<Vec<bool>>()
        };
        assert_eq!(draws(1), draws(1));
        assert_ne!(draws(1), draws(2));
        let met = draws(1).iter().filter(|met| **met).count();
        assert!((250..350).contains(&met), "{met} of 1000");
    }

    #[test]
    fn rules_that_cannot_be_are_refused() {
        let refused = |rule, expected| {
            assert_eq!(Chooser::new(Faults::of(vec![rule])).err(), Some(expected));
        };
        refused(Rule::always(Action::DropUnread).per_mille(1), FaultsProblem::NoSeed);
        refused(Rule::always(Action::DropUnread).per_mille(1001), FaultsProblem::Chance);
        refused(Rule::always(Action::Redirect { status: 42, to: String::new() }), FaultsProblem::Status);
    }

    #[test]
    fn rules_are_read_from_json() {
        let text = r#"{"seed": 3, "rules": [
            {"kind": "capture", "order": "A", "nth": 1, "action": {"do": "drop_processed"}},
            {"method": "GET", "per_mille": 5, "action": {"do": "answer", "status": 503, "body": "html", "processed": false}},
            {"action": {"do": "answer", "status": 400, "processed": false,
                        "body": {"envelope": {"code": 1024, "info": "Declined"}}}},
            {"action": {"do": "not_sent", "reason": "name_not_found"}}
        ]}"#;
        let faults: Faults = serde_json::from_str(text).unwrap();
        assert_eq!(faults.rules[0], Rule::on(Kind::Capture, Action::DropProcessed).order("A").nth(1));
        assert_eq!(faults.rules.len(), 4);
        assert!(Chooser::new(faults).is_ok());
    }
}
