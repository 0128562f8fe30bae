//! The figures of the README, side by side with what they are compared with. `make bench` builds everything and runs
//! this; it prints the tables and writes them to `bench/results.md`.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement that cannot go on may stop, as a test may; no money is near"
)]

mod browser;
mod captures;
mod commits;
#[allow(dead_code, reason = "the window tests use the rest")]
#[path = "../../tests/window/desktop.rs"]
mod desktop;
mod figures;
mod filled;
mod machine;
mod memory;
#[allow(dead_code, reason = "the window tests use the rest")]
#[path = "../../tests/window/part.rs"]
mod part;
mod report;
mod rig;
mod starts;
mod window;

use std::path::{Path, PathBuf};

/// Where everything that was built lies, this program too.
fn built() -> PathBuf {
    std::env::current_exe().unwrap().parent().unwrap().to_owned()
}

/// A folder for the files of this run, on the disk on which the program was built.
fn scratch() -> tempfile::TempDir {
    tempfile::Builder::new().prefix("bench.").tempdir_in(built()).unwrap()
}

/// The package that was built last.
fn package() -> PathBuf {
    let packages = std::fs::read_dir(built().join("bundle/deb")).expect("there is no package: scripts/package.sh");
    let packages = packages.map(|file| file.unwrap().path());
    let packages = packages.filter(|file| file.extension().is_some_and(|ending| ending == "deb"));
    packages.max_by_key(|file| file.metadata().unwrap().modified().unwrap()).expect("there is no package")
}

#[tokio::main]
async fn main() {
    // Fails only where it was installed before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let machine = machine::shape();
    let package = package().metadata().unwrap().len();
    // On the threads of the runtime, where the window's commands run too.
    let captures = tokio::spawn(captures::measure()).await.unwrap();
    let starts = starts::measure().await;
    let text = report::text(&machine, &starts, &captures, package);
    print!("{text}");
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("results.md"), text).unwrap();
}
