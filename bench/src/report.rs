//! The tables.

use crate::captures::{self, Captures};
use crate::figures::{Ratio, mebibytes, median, milliseconds, spread};
use crate::filled;
use crate::memory::Memory;
use crate::starts::{self, SETTLED, Start, Starts};
use std::fmt::Write as _;
use std::time::Duration;

/// Everything that was measured, as Markdown. `package` is the size of the package in bytes.
pub fn text(machine: &str, starts: &Starts, captures: &Captures, package: u64) -> String {
    let mut text = format!("Medians, on {machine}. Made by `make bench`.\n\n");
    text.push_str(&aims(starts, captures, package));
    text.push_str(&start_table(starts));
    text.push_str(&capture_table(captures));
    text
}

/// What was aimed at, and what it is.
fn aims(starts: &Starts, captures: &Captures, package: u64) -> String {
    let start = Ratio::of(usable(&starts.program), usable(&starts.empty));
    let filled = Ratio::of(usable(&starts.filled), usable(&starts.program));
    let memory = Ratio::of(memory(&starts.program, Memory::total).into(), memory(&starts.empty, Memory::total).into());
    let package = Ratio::of(package.into(), 1_000_000);
    let mut text = "| | is | aim | |\n|---|---|---|---|\n".to_owned();
    let mut row = |what: &str, is: Ratio, most: Ratio, unit: &str| {
        let met = if is <= most { "met" } else { "**missed**" };
        writeln!(text, "| {what} | {is}{unit} | ≤ {most}{unit} | {met} |").unwrap();
    };
    row("start ÷ start of an empty Tauri window", start, Ratio(125), "");
    row("memory ÷ memory of an empty Tauri window", memory, Ratio(130), "");
    row("what a capture takes beside its calls (HTTP) ÷ its bare commits", served(captures), Ratio(200), "");
    row("the same with the simulator in the process", in_process(captures), Ratio(200), "");
    row(&format!("start with {} captures ÷ start with none", filled::CAPTURES), filled, Ratio(110), "");
    row("the `.deb`", package, Ratio(800), " MB");
    text + "\n"
}

fn start_table(starts: &Starts) -> String {
    let all = [&starts.program, &starts.filled, &starts.empty, &starts.chromium];
    let mut text = format!(
        "**Start and memory.** {} starts each, in turn, on a virtual display: from the request to start the program until \
         its field has the focus (the two Tauri programs through WebKitWebDriver, Chromium through its own debugging \
         port), and the PSS of all its processes {} s later.\n\n\
         | | Capture Desk | with {} captures | empty Tauri window | Chromium, same page |\n|---|---|---|---|---|\n",
        starts::ROUNDS,
        SETTLED.as_secs(),
        filled::CAPTURES
    );
    let mut row = |what: &str, show: &dyn Fn(&[Start]) -> String| {
        let cells: Vec<_> = all.iter().map(|starts| show(starts)).collect();
        writeln!(text, "| {what} | {} |", cells.join(" | ")).unwrap();
    };
    row("start to usable", &|starts| shown(starts, |start| start.usable));
    row("– until the page begins: program, window, processes of the web view", &|starts| {
        in_parts(starts, |start| start.usable.saturating_sub(start.page))
    });
    row("– in the page: scripts, first layout, choice of fonts", &|starts| in_parts(starts, |start| start.page));
    row("– least to most", &|starts| {
        let (least, most) = spread(&times(starts, |start| start.usable));
        format!("{} to {}", milliseconds(least, 0), milliseconds(most, 0))
    });
    row("memory", &|starts| mebibytes(memory(starts, Memory::total)));
    row("– of the program", &|starts| part_of_memory(starts, |memory| memory.main));
    row("– of WebKit's page", &|starts| part_of_memory(starts, |memory| memory.web));
    row("– of WebKit's network", &|starts| part_of_memory(starts, |memory| memory.network));
    text + "\n"
}

fn capture_table(captures: &Captures) -> String {
    let mut text = format!(
        "**One capture.** {} captures each way, in turn: from the clerk's confirmation, without time to undo, until the \
         order was read once more. That is two reads, one write and {} commits on the disk (WAL, \
         `synchronous=FULL`, every log past its first 1000 pages).\n\n\
         | | HTTP over loopback | simulator in the process |\n|---|---|---|\n",
        captures::ROUNDS,
        captures.commits_each
    );
    let mut row = |what: &str, served: &[Duration], in_process: &[Duration]| {
        let show = |times: &[Duration]| if times.is_empty() { String::new() } else { milliseconds(median(times), 2) };
        writeln!(text, "| {what} | {} | {} |", show(served), show(in_process)).unwrap();
    };
    row("the whole capture", &captures.served, &captures.in_process);
    row(
        "its calls alone, our client: a fresh connection for the write",
        &captures.served_client,
        &captures.in_process_bare,
    );
    row("its calls alone, plain client", &captures.served_bare, &[]);
    row("its commits alone, as many bytes, plain SQLite", &captures.commits, &captures.commits);
    row("its events through the journal: claims, triggers, chain of hashes", &captures.journal, &captures.journal);
    let (served, in_process) = (served(captures), in_process(captures));
    writeln!(text, "| (whole − calls of our client) ÷ commits | {served} | {in_process} |").unwrap();
    writeln!(text, "| (whole − calls of a plain client) ÷ commits | {} | |", served_plain(captures)).unwrap();
    text
}

fn served(captures: &Captures) -> Ratio {
    overhead(&captures.served, &captures.served_client, &captures.commits)
}

fn served_plain(captures: &Captures) -> Ratio {
    overhead(&captures.served, &captures.served_bare, &captures.commits)
}

fn in_process(captures: &Captures) -> Ratio {
    overhead(&captures.in_process, &captures.in_process_bare, &captures.commits)
}

fn overhead(whole: &[Duration], calls: &[Duration], commits: &[Duration]) -> Ratio {
    Ratio::of(median(whole).saturating_sub(median(calls)).as_micros(), median(commits).as_micros())
}

fn times(starts: &[Start], time: impl Fn(&Start) -> Duration) -> Vec<Duration> {
    starts.iter().map(time).collect()
}

fn usable(starts: &[Start]) -> u128 {
    median(&times(starts, |start| start.usable)).as_micros()
}

fn memory(starts: &[Start], part: impl Fn(Memory) -> u64) -> u64 {
    let parts: Vec<_> = starts.iter().map(|start| part(start.memory)).collect();
    median(&parts)
}

fn shown(starts: &[Start], time: impl Fn(&Start) -> Duration) -> String {
    milliseconds(median(&times(starts, time)), 0)
}

/// A part of a start, where it is known.
fn in_parts(starts: &[Start], time: impl Fn(&Start) -> Duration) -> String {
    if starts.iter().all(|start| start.page.is_zero()) { String::new() } else { shown(starts, time) }
}

/// A part of the memory, where the program has its web view in processes of their own.
fn part_of_memory(starts: &[Start], part: impl Fn(Memory) -> u64) -> String {
    if memory(starts, |memory| memory.web) == 0 { String::new() } else { mebibytes(memory(starts, part)) }
}
