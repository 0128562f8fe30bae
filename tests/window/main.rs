//! The finished program in a real window: each test has a desktop of its own and drives the program through WebDriver.
#![cfg(test)]
#![allow(clippy::arithmetic_side_effects, reason = "a patience added to now does not overflow")]
#![cfg(target_os = "linux")]

mod clerk;
mod close_button;
mod desktop;
mod part;
mod program;
mod simulator;

mod accidents;
mod canary;
mod captures;
mod closing;
mod command_line;
mod files;
mod first_run;
mod orders;
mod practice;
mod screen;
mod stores;
mod unclear;
mod verify_journal;
