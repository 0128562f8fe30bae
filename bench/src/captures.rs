//! One whole capture in the desk, beside its bare calls and its bare commits.

use crate::commits::Commits;
use crate::filled;
use crate::part::Part;
use crate::rig::Rig;
use crate::{built, scratch};
use journal::{Entry, Journal};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// How many captures are made each way; the ways take turns.
pub const ROUNDS: usize = 300;

/// How many of them are made before anything counts.
const WARMING_UP: usize = 20;

/// What was measured, one figure per capture.
#[derive(Default)]
pub struct Captures {
    /// Over HTTP: the whole capture.
    pub served: Vec<Duration>,
    /// Over HTTP: its calls alone, with a plain client.
    pub served_bare: Vec<Duration>,
    /// Over HTTP: its calls alone, with the program's own client, which opens a fresh connection for the write.
    pub served_client: Vec<Duration>,
    /// With the simulator in this process: the whole capture.
    pub in_process: Vec<Duration>,
    /// With the simulator in this process: its calls alone.
    pub in_process_bare: Vec<Duration>,
    /// Its events, written through the journal.
    pub journal: Vec<Duration>,
    /// As many commits of as many bytes.
    pub commits: Vec<Duration>,
    /// How many commits that is.
    pub commits_each: usize,
}

/// Makes captures in every way in turn.
pub async fn measure() -> Captures {
    let scratch = scratch();
    let folder = |name: &str| scratch.path().join(name);
    let example = filled::example(&folder("example")).await;
    let events: Vec<_> = example.events.iter().map(|written| serde_json::to_string(&written.event).unwrap()).collect();
    let (_simulator, url) = simulator();
    let mut served = Rig::served(&folder("served"), &url).await;
    let mut in_process = Rig::in_process(&folder("in-process"));
    let mut commits = Commits::open(&folder("commits.db")).await;
    let journal = Journal::open(&filled::file(&folder("journal")), "practice").await.unwrap();
    let http = reqwest::Client::new();
    let mut captures = Captures { commits_each: events.len(), ..Captures::default() };
    for round in 0..WARMING_UP + ROUNDS {
        if round == WARMING_UP {
            captures = Captures { commits_each: events.len(), ..Captures::default() };
        }
        let order = served.make_order().await;
        captures.served.push(served.capture(&order).await.took);
        let order = served.make_order().await;
        captures.served_bare.push(call_plainly(&http, &url, &order, &body(&example, &order)).await);
        let order = served.make_order().await;
        captures.served_client.push(served.capture_barely(&order, &body(&example, &order)).await);
        let order = in_process.make_order().await;
        captures.in_process.push(in_process.capture(&order).await.took);
        let order = in_process.make_order().await;
        captures.in_process_bare.push(in_process.capture_barely(&order, &body(&example, &order)).await);
        captures.journal.push(write_events(&journal, &example, round).await);
        captures.commits.push(commits.write(&events).await);
    }
    captures
}

/// The simulator as a program of its own, and its address.
fn simulator() -> (Part, String) {
    let program = built().join("multisafepay-simulator");
    let mut part = Part::start(program.to_str().unwrap(), |command| {
        command.args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
    });
    let line = part.first_line();
    let url = line.strip_prefix("listening on ").unwrap_or_else(|| panic!("the simulator says {line:?}"));
    (part, url.to_owned())
}

/// Makes the calls of a capture with a client as anybody would write it.
async fn call_plainly(http: &reqwest::Client, url: &str, order: &str, body: &str) -> Duration {
    let address = format!("{url}/orders/{order}");
    let capture = http.post(format!("{address}/capture")).header("content-type", "application/json");
    let capture = capture.body(body.to_owned());
    let begun = Instant::now();
    for request in [http.get(&address), capture, http.get(&address)] {
        let answer = request.header("api_key", simulator::PRACTICE_KEY).send().await.unwrap();
        answer.error_for_status().expect("the simulator refuses").bytes().await.unwrap();
    }
    begun.elapsed()
}

/// What the example sent, for another order.
fn body(example: &Entry, order: &str) -> String {
    let mut body: serde_json::Value = serde_json::from_str(&example.intent.body).unwrap();
    body["new_order_id"] = format!("{order}-C1").into();
    body.to_string()
}

async fn write_events(journal: &Journal, example: &Entry, number: usize) -> Duration {
    let begun = Instant::now();
    filled::write(journal, example, number).await;
    begun.elapsed()
}
