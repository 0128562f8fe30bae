//! The proof can fail: each rule is broken once, and the simulation says which promise that broke.
#![allow(
    clippy::pedantic,
    clippy::style,
    clippy::complexity,
    reason = "what is shipped is linted in full; a proof is judged by what it finds"
)]
#![cfg(all(test, feature = "planted"))]

use chaos::episode::{Template, run};
use chaos::simulate::seed_of;
use domain::planted::{Rule, break_rule};

/// So many runs may pass before a broken rule is noticed.
const RUNS: u64 = 400;

/// With `rule` broken, some run says that one of `promises` was broken.
fn check(rule: Rule, promises: &[&str]) {
    let template = Template::new();
    break_rule(Some(rule));
    let violation = (0..RUNS).find_map(|number| run(seed_of(7, number), &template, false).violation);
    break_rule(None);
    let violation = violation.unwrap_or_else(|| panic!("{rule:?} was broken and nobody noticed"));
    assert!(promises.iter().any(|promise| violation.contains(promise)), "{rule:?}: {violation}");
}

#[test]
fn planted_send_before_record() {
    check(Rule::RecordBeforeSending, &["sent before it was recorded"]);
}

#[test]
fn planted_retry_on_timeout() {
    check(Rule::NeverRetry, &["was sent twice"]);
}

#[test]
fn planted_forget_claim() {
    check(Rule::HoldTheClaim, &["two unfinished entries hold order", "the claims are not those of the unfinished"]);
}

#[test]
fn planted_believe_500() {
    check(Rule::DoubtServerTrouble, &["the program says Refused, the ledger says captured"]);
}

#[test]
fn planted_judge_after_one_look() {
    check(Rule::LookThreeTimes, &["the program says NotLanded, the ledger says captured", "captured twice"]);
}

#[test]
fn planted_answer_before_the_sync() {
    check(Rule::SyncFully, &["is gone after the power was lost"]);
}
