//! The simulator as a program of its own: MultiSafepay on a loopback socket.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal speaks there")]

mod arguments;

use arguments::Arguments;
use serde_json::Value;
use simulator::{Clock, Faults, PRACTICE_KEY, ProcessedRequest, Simulator, serve};
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match Arguments::read(lexopt::Parser::from_env()) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{}", arguments::USAGE);
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), String> {
    let simulator = Simulator::new(Clock::system());
    simulator.open_site(PRACTICE_KEY);
    if let Some(file) = &arguments.orders {
        place_orders(&simulator, file)?;
    }
    if let Some(file) = &arguments.faults {
        let faults: Faults = read_json(file)?;
        simulator.set_faults(faults).map_err(|problem| problem.to_string())?;
    }
    let tls = arguments.tls.as_ref().map(|(certificate, key)| serve::tls_config(certificate, key)).transpose()?;
    let listener = TcpListener::bind(arguments.listen).await.map_err(|error| error.to_string())?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    write_line(&mut io::stdout(), &format!("listening on {scheme}://{address}")).map_err(|error| error.to_string())?;
    log_requests(&simulator, arguments.ledger_log.as_deref())?;
    serve::serve(simulator, listener, tls).await.map_err(|error| error.to_string())
}

/// An entry without `order_id` only makes its key known.
fn place_orders(simulator: &Simulator, file: &Path) -> Result<(), String> {
    let orders: Vec<Value> = read_json(file)?;
    for order in &orders {
        let key = order.get("key").and_then(Value::as_str);
        let key = key.ok_or_else(|| format!("{}: an order has no key", file.display()))?;
        simulator.open_site(key);
        if let Some(id) = order.get("order_id") {
            simulator.place(key, order).map_err(|refusal| format!("order {id}: {}", refusal.info))?;
        }
    }
    Ok(())
}

fn read_json<Content: serde::de::DeserializeOwned>(file: &Path) -> Result<Content, String> {
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = std::fs::read_to_string(file).map_err(|error| told(&error))?;
    serde_json::from_str(&text).map_err(|error| told(&error))
}

/// Each request becomes one JSON line, in the file or on standard output. A key is no part of it.
fn log_requests(simulator: &Simulator, file: Option<&Path>) -> Result<(), String> {
    let open = |path: &Path| {
        let file: io::Result<File> = OpenOptions::new().create(true).append(true).open(path);
        file.map_err(|error| format!("{}: {error}", path.display()))
    };
    let log: Box<dyn Write + Send> = match file {
        Some(path) => Box::new(open(path)?),
        None => Box::new(io::stdout()),
    };
    let log = Mutex::new(log);
    simulator.watch(move |request| {
        let mut log = log.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Err(error) = write_request(&mut *log, request) {
            eprintln!("the log cannot be written: {error}");
        }
    });
    Ok(())
}

fn write_request(log: &mut dyn Write, request: &ProcessedRequest) -> io::Result<()> {
    write_line(log, &serde_json::to_string(request)?)
}

fn write_line(out: &mut dyn Write, line: &str) -> io::Result<()> {
    writeln!(out, "{line}")?;
    out.flush()
}
