//! Capture Desk: a window for the use cases of `desk`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod automation;
mod commands;
mod logging;
mod practice;
mod program;
mod verify;
mod window;

use arguments::{Arguments, Wish};
use std::process::ExitCode;

fn main() -> ExitCode {
    match Arguments::read(lexopt::Parser::from_env()) {
        Ok(Wish::Window(arguments)) => run(arguments),
        Ok(Wish::VerifyJournal { file, head }) => verify::run(&file, head.as_deref()),
        Ok(Wish::Say(text)) => {
            say(&text);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            complain(&problem.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> ExitCode {
    if let Some(code) = automation::take_out(&arguments) {
        return code;
    }
    match program::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            complain(&problem);
            ExitCode::FAILURE
        }
    }
}

/// Writes a line to the terminal that started the program.
#[expect(clippy::print_stdout, reason = "the answer to a question asked in a terminal")]
fn say(text: &str) {
    println!("{text}");
}

/// Writes why the program ends to the terminal that started it.
#[expect(clippy::print_stderr, reason = "there is no window and no log yet")]
fn complain(text: &str) {
    eprintln!("capture-desk: {text}");
}
