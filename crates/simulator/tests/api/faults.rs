//! Faults in-process: how far a request got, and whether money moved.

use crate::shop::{KEY, ORDER, Shop};
use domain::NotSentReason;
use multisafepay::{ApiKey, Method, Reached, Request, Unanswered};
use simulator::{Action, Body, Clock, Faults, FaultsProblem, Kind, Rule, Simulator};
use std::time::Duration;

/// Captures 25.00 over the transport, with this fault.
async fn capture(shop: &Shop, action: Action) -> Reached {
    shop.simulator.set_faults(Faults::of(vec![Rule::on(Kind::Capture, action)])).unwrap();
    send(&shop.simulator, Method::Post, &format!("/orders/{ORDER}/capture")).await
}

async fn send(simulator: &Simulator, method: Method, path: &str) -> Reached {
    let body = method.writes().then(|| r#"{"amount":2500,"new_order_id":"C1"}"#.to_owned());
    let key = ApiKey::new(KEY.to_owned()).unwrap();
    simulator.transport().send(Request { method, path: path.to_owned(), body, key }).await
}

async fn check(action: Action, expected: Reached, moved: bool) {
    let shop = Shop::new();
    assert_eq!(capture(&shop, action.clone()).await, expected, "{action:?}");
    assert_eq!(shop.captures().len(), usize::from(moved), "{action:?}");
    let ledger = shop.simulator.ledger();
    let posts = ledger.posts_of(ORDER);
    assert_eq!(posts.iter().map(|post| post.processed).collect::<Vec<_>>(), [moved], "{action:?}");
}

/// The status and the text of what came, and whether money moved.
async fn answered(action: Action, status: u16, part: &str, moved: bool) {
    let shop = Shop::new();
    let Reached::Answered(answer) = capture(&shop, action.clone()).await else { panic!("{action:?}") };
    let body = String::from_utf8(answer.body).unwrap();
    assert_eq!(answer.status, status, "{action:?}");
    assert!(body.contains(part), "{action:?}: {body}");
    assert_eq!(shop.captures().len(), usize::from(moved), "{action:?}");
}

#[tokio::test]
async fn nothing_is_sent_for_a_reason() {
    for reason in [NotSentReason::NoConnection, NotSentReason::NameNotFound, NotSentReason::CertificateNotTrusted] {
        check(Action::NotSent { reason }, Reached::NotSent(reason), false).await;
    }
}

#[tokio::test]
async fn a_connection_breaks_before_or_after_the_capture() {
    let lost = || Reached::Unanswered(Unanswered::ConnectionLost);
    check(Action::DropUnread, lost(), false).await;
    check(Action::DropProcessed, lost(), true).await;
}

#[tokio::test]
async fn no_answer_comes_in_time() {
    let late = || Reached::Unanswered(Unanswered::TimedOut);
    check(Action::Stall { processed: true }, late(), true).await;
    check(Action::Stall { processed: false }, late(), false).await;
    check(Action::Delay { ms: 60_000 }, late(), true).await;
}

#[tokio::test]
async fn a_short_delay_is_answered() {
    answered(Action::Delay { ms: 59_999 }, 200, "C1", true).await;
}

#[tokio::test]
async fn a_body_breaks_off_or_is_larger_than_any() {
    let cut = || Reached::Unanswered(Unanswered::Cut);
    check(Action::Truncate { bytes: 10 }, cut(), true).await;
    check(Action::Huge { bytes: 5_000_000 }, cut(), true).await;
}

#[tokio::test]
async fn other_answers_come_before_or_after_the_capture() {
    let envelope = || Body::Envelope { code: 1024, info: "Declined".to_owned() };
    for (body, part) in [
        (envelope(), r#""error_code":1024"#),
        (Body::Empty, ""),
        (Body::Html, "<!doctype html>"),
        (Body::Truncated, r#""order_id":"#),
        (Body::WrongTypes, r#""success":[1]"#),
    ] {
        for status in [200, 400, 429, 503] {
            for processed in [true, false] {
                answered(Action::Answer { status, body: body.clone(), processed }, status, part, processed).await;
            }
        }
    }
}

#[tokio::test]
async fn requests_are_led_elsewhere() {
    for status in [301, 302, 307] {
        answered(Action::Redirect { status, to: "http://127.0.0.1:9/".to_owned() }, status, "", false).await;
    }
    answered(Action::CaptivePortal, 200, "Guest network", false).await;
}

#[tokio::test]
async fn true_answers_are_altered() {
    answered(Action::WrongOrderId, 200, "another-order", true).await;
    answered(Action::SuccessAsText, 200, r#""success":"true""#, true).await;
    answered(Action::Nested { levels: 500 }, 200, "[[[[", true).await;
    answered(Action::Huge { bytes: 1_000_000 }, 200, "xxxx", true).await;
}

#[tokio::test]
async fn only_the_request_that_is_meant_meets_its_fault() {
    let shop = Shop::new();
    let rules = vec![Rule::on(Kind::Capture, Action::DropUnread).order(ORDER).nth(2)];
    shop.simulator.set_faults(Faults::of(rules)).unwrap();
    let path = format!("/orders/{ORDER}");
    assert!(matches!(send(&shop.simulator, Method::Get, &path).await, Reached::Answered(_)));
    let path = format!("{path}/capture");
    assert!(matches!(send(&shop.simulator, Method::Post, &path).await, Reached::Answered(_)));
    assert_eq!(send(&shop.simulator, Method::Post, &path).await, Reached::Unanswered(Unanswered::ConnectionLost));
    assert_eq!(shop.captures(), [("C1".to_owned(), 2500)]);
}

#[tokio::test]
async fn the_same_seed_makes_the_same_faults() {
    let run = async |seed| {
        let shop = Shop::new();
        let rules = vec![Rule::always(Action::DropUnread).per_mille(500)];
        shop.simulator.set_faults(Faults { seed: Some(seed), rules }).unwrap();
        let mut lost = Vec::new();
        for _ in 0..64 {
            lost.push(
                send(&shop.simulator, Method::Get, "/me").await == Reached::Unanswered(Unanswered::ConnectionLost),
            );
        }
        lost
    };
    assert_eq!(run(1).await, run(1).await);
    assert_ne!(run(1).await, run(2).await);
}

#[test]
fn a_chance_without_a_seed_is_refused() {
    let faults = Faults::of(vec![Rule::always(Action::DropUnread).per_mille(1)]);
    assert_eq!(Shop::new().simulator.set_faults(faults), Err(FaultsProblem::NoSeed));
}

#[tokio::test(start_paused = true)]
async fn on_the_computers_clock_delays_take_their_time() {
    let simulator = Simulator::new(Clock::system());
    simulator.open_site(KEY);
    for (action, expected) in [(Action::Delay { ms: 700 }, 700), (Action::Stall { processed: false }, 20_000)] {
        simulator.set_faults(Faults::of(vec![Rule::always(action)])).unwrap();
        let started = tokio::time::Instant::now();
        send(&simulator, Method::Get, "/me").await;
        assert_eq!(started.elapsed(), Duration::from_millis(expected));
    }
}
