//! `make chaos`: the whole proof for so many seconds, and one line per kind at the end.
#![allow(
    clippy::pedantic,
    clippy::style,
    clippy::complexity,
    reason = "what is shipped is linted in full; a proof is judged by what it finds"
)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
#![allow(clippy::as_conversions, clippy::arithmetic_side_effects, reason = "a proof that cannot go on may stop")]

use chaos::report::{Counts, Violation};
use chaos::{kills, race, simulate};
use lexopt::prelude::{Long, ValueExt};
use std::process::ExitCode;
use std::time::{Duration, Instant};

const USAGE: &str = "\
chaos --seconds N [--seed S]     the whole proof for N seconds
chaos --seed S --run R           run R of the simulation with seed S once more, with everything that happens
";

struct Arguments {
    seconds: u64,
    seed: u64,
    run: Option<u64>,
}

fn read_arguments() -> Result<Arguments, lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let mut arguments = Arguments { seconds: 60, seed: 1, run: None };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("seconds") => arguments.seconds = parser.value()?.parse()?,
            Long("seed") => arguments.seed = parser.value()?.parse()?,
            Long("run") => arguments.run = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(arguments)
}

fn main() -> ExitCode {
    let arguments = match read_arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match arguments.run {
        Some(run) => {
            let (trace, violations) = simulate::replay(arguments.seed, run);
            trace.iter().for_each(|line| println!("{line}"));
            tell(&Counts::default(), &violations)
        }
        None => prove(&arguments),
    }
}

fn prove(arguments: &Arguments) -> ExitCode {
    let seed = arguments.seed;
    let until = Instant::now() + Duration::from_secs(arguments.seconds);
    println!("seed: {seed}");
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut counts = Counts::default();
    let mut violations = Vec::new();
    std::thread::scope(|scope| {
        let parts: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(move || simulate::run_until(seed, worker as u64, workers, until)))
            .chain([
                scope.spawn(move || kills::run_until(seed, until)),
                scope.spawn(move || race::run_until(seed, until)),
            ])
            .collect();
        for part in parts {
            match part.join() {
                Ok((counted, found)) => {
                    counts.add(&counted);
                    violations.extend(found);
                }
                Err(_) => violations.push(Violation { what: "a part stopped".to_owned(), replay: String::new() }),
            }
        }
    });
    tell(&counts, &violations)
}

fn tell(counts: &Counts, violations: &[Violation]) -> ExitCode {
    for violation in violations {
        println!("VIOLATION {}\n  see it again: {}", violation.what, violation.replay);
    }
    counts.lines(violations.len()).iter().for_each(|line| println!("{line}"));
    if violations.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
