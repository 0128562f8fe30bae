//! One fault at one place: what the program says.

use crate::bench::{Bench, count_looks};
use crate::faults::Fault;
use crate::servers;
use desk::view::{CaptureView, EventWhat};
use domain::State;
use simulator::{Action, Faults, Kind, Rule, Switches};

/// What a fault led to at each of the three places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// While the order is read, before anything is written down.
    pub reading: String,
    /// On the capture itself: what is said at once.
    pub posting: String,
    /// What it ends as, and how many requests to capture arrived.
    pub end: String,
    /// On the first look after an answer was lost.
    pub looking: String,
}

/// What meets a fault.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Met {
    Read,
    Capture,
    Release,
}

/// Meets `fault` at each place, with orders whose numbers begin with `kind`.
pub async fn row(bench: &mut Bench, kind: &str, fault: &Fault) -> Row {
    let reading = reading(bench, kind, fault).await;
    let (posting, end) = writing(bench, kind, fault, Met::Capture).await;
    Row { reading, posting, end, looking: looking(bench, kind, fault).await }
}

/// The same, for a fault that a release meets just as a capture does.
pub async fn row_of_both(bench: &mut Bench, kind: &str, fault: &Fault) -> Row {
    let row = row(bench, kind, fault).await;
    let release = writing(bench, kind, fault, Met::Release).await;
    assert_eq!(release, (row.posting.clone(), row.end.clone()), "{fault:?}");
    row
}

async fn arm(bench: &Bench, fault: &Fault, met: Met) {
    let (kind, writes) = match met {
        Met::Read => (Kind::Order, false),
        Met::Capture => (Kind::Capture, true),
        Met::Release => (Kind::Release, true),
    };
    let rule = |action: &Action| {
        bench.simulator.set_faults(Faults::of(vec![Rule::on(kind, action.clone())])).unwrap();
    };
    match fault {
        Fault::Of(action) => {
            rule(action);
            if matches!(action, Action::Stall { .. }) {
                bench.way.hurry(writes);
            }
        }
        Fault::Nobody => bench.way.replace(writes, servers::nobody().await),
        Fault::NoName => bench.way.replace(writes, std::sync::Arc::new(servers::NoName)),
        Fault::Certificate(name, last_year) => {
            bench.way.replace(writes, servers::certified(&bench.simulator, name, *last_year).await);
        }
        Fault::Loose(loose) => bench.simulator.set_switches(Switches { loose: *loose, ..Switches::default() }),
        Fault::Edited(edit) => bench.way.replace(writes, servers::edited(&bench.simulator, *edit).await),
    }
}

/// Reading the order, and reading it once more at the confirmation: both say the same, and nothing is written or sent.
async fn reading(bench: &mut Bench, kind: &str, fault: &Fault) -> String {
    let order = bench.place(kind);
    arm(bench, fault, Met::Read).await;
    let Err(failure) = bench.open_order(&order).await else {
        bench.heal();
        return "read".to_owned();
    };
    bench.heal();
    bench.open_order(&order).await.unwrap();
    arm(bench, fault, Met::Read).await;
    let again = bench.confirm(&order).await.unwrap_err();
    bench.heal();
    assert_eq!(words(&failure), words(&again));
    assert_eq!(bench.booked(&order), (0, 0));
    assert!(bench.desk.unfinished().await.unwrap().is_empty());
    words(&failure)
}

async fn writing(bench: &mut Bench, kind: &str, fault: &Fault, met: Met) -> (String, String) {
    let order = bench.place(kind);
    bench.open_order(&order).await.unwrap();
    arm(bench, fault, met).await;
    let begun = if met == Met::Release { bench.release(&order).await } else { bench.confirm(&order).await };
    let id = begun.unwrap().id;
    let view = bench.outcome(&id).await;
    bench.heal();
    let end = bench.resolve(&id).await;
    let (writes, is_done) = match met {
        Met::Release => bench.released(&order),
        _ => (bench.booked(&order).0, bench.booked(&order).1 == 500),
    };
    assert_eq!(end.state == State::Captured, is_done, "{order}");
    assert!(writes <= 1, "{order}");
    (said(&view), format!("{}, {writes}", word(end.state)))
}

async fn looking(bench: &mut Bench, kind: &str, fault: &Fault) -> String {
    let order = bench.place(kind);
    bench.open_order(&order).await.unwrap();
    arm(bench, &Fault::Of(Action::DropProcessed), Met::Capture).await;
    let id = bench.confirm(&order).await.unwrap().id;
    let unclear = bench.outcome(&id).await;
    assert_eq!(unclear.state, State::Unclear);
    arm(bench, fault, Met::Read).await;
    bench.move_to_next_look(&unclear);
    let looked = bench.looked(&id, count_looks(&unclear)).await;
    bench.heal();
    let end = bench.resolve(&id).await;
    assert_eq!((end.state, bench.booked(&order)), (State::Captured, (1, 500)));
    said(&looked)
}

/// The state and its reason, in the words that cross to the screen.
fn said(view: &CaptureView) -> String {
    let state = word(view.state);
    let reason = match view.events.last().map(|event| &event.what) {
        Some(EventWhat::NotSent { reason }) => word(reason),
        Some(EventWhat::Unclear { reason }) => reason_of(&serde_json::to_value(reason).unwrap()),
        Some(EventWhat::Refused(refused)) => {
            let code = refused.code.map_or(String::new(), |code| format!(" code {code}"));
            format!("{}{code}", refused.status)
        }
        Some(EventWhat::Looked { order_read: false, .. }) => "order not read".to_owned(),
        Some(EventWhat::Looked { .. }) => "order read".to_owned(),
        Some(EventWhat::Captured { found: true }) => "found by a look".to_owned(),
        _ => return state,
    };
    format!("{state}: {reason}")
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn reason_of(reason: &serde_json::Value) -> String {
    let why = reason["why"].as_str().unwrap();
    reason.get("status").map_or_else(|| why.to_owned(), |status| format!("{why} {status}"))
}

fn words(failure: &desk::Failure) -> String {
    let failure = serde_json::to_value(failure).unwrap();
    let detail = ["reason", "status"].iter().find_map(|field| failure.get(field)).map(|detail| match detail {
        serde_json::Value::String(text) => format!(" {text}"),
        other => format!(" {other}"),
    });
    format!("{}{}", failure["code"].as_str().unwrap(), detail.unwrap_or_default())
}
