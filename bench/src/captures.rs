//! One whole capture in the desk, beside its bare calls and its bare commits.

use crate::commits::Commits;
use crate::filled;
use crate::part::Part;
use crate::rig::Rig;
use crate::{built, scratch};
use journal::{Entry, Journal};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// How many captures are made each way; the ways take turns, in an order that changes.
pub const ROUNDS: usize = 600;

/// How many ways there are; a prime number, so that every stride meets each of them once.
const WAYS: usize = 7;

/// How long a write-ahead log is when SQLite begins it anew: 1000 pages of 4096 bytes, each with 24 bytes before it.
/// Until then every commit also makes the file longer, for which the disk needs almost twice the time.
const LOG_IN_FULL: u64 = 1000 * (4096 + 24);

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
    let logs = ["served/journal/local.db-wal", "in-process/journal/practice.db-wal", "journal/journal/practice.db-wal"];
    let logs: Vec<_> = logs.into_iter().chain(["commits.db-wal"]).map(folder).collect();
    let mut captures = Captures::default();
    let mut round = 0;
    while captures.served.len() < ROUNDS {
        // Nothing counts until all write under the same conditions.
        if logs.iter().any(|log| log.metadata().map_or(0, |log| log.len()) < LOG_IN_FULL) {
            captures = Captures { commits_each: events.len(), ..Captures::default() };
        }
        round += 1;
        assert!(round < 20 * ROUNDS, "the logs do not come to their full length");
        // Which way comes after which changes from round to round: what one leaves behind would favour the next.
        for step in 0..WAYS {
            match step * (1 + round % (WAYS - 1)) % WAYS {
                0 => {
                    let order = served.make_order().await;
                    captures.served.push(served.capture(&order).await.took);
                }
                1 => {
                    let order = served.make_order().await;
                    captures.served_bare.push(call_plainly(&http, &url, &order, &body(&example, &order)).await);
                }
                2 => {
                    let order = served.make_order().await;
                    captures.served_client.push(served.capture_barely(&order, &body(&example, &order)).await);
                }
                3 => {
                    let order = in_process.make_order().await;
                    captures.in_process.push(in_process.capture(&order).await.took);
                }
                4 => {
                    let order = in_process.make_order().await;
                    captures.in_process_bare.push(in_process.capture_barely(&order, &body(&example, &order)).await);
                }
                5 => captures.journal.push(write_events(&journal, &example, round).await),
                _ => captures.commits.push(commits.write(&events).await),
            }
        }
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
