//! Practice: the simulator inside the program. No port is opened; what was practised is still there after a restart.

use desk::clock::Clock;
use multisafepay::Transport;
use simulator::Simulator;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The reservations of the example orders end after seven days at the earliest.
const KEPT_FOR: Duration = Duration::from_hours(5 * 24);

/// The example orders to try, each with one word for what it shows.
pub(crate) fn examples() -> Vec<(String, String)> {
    simulator::practice::orders().map(|(order, kind)| (order.to_owned(), kind.to_owned())).collect()
}

/// The way to the simulator, whose books are kept in `folder`.
pub(crate) fn transport(folder: &Path, clock: &Arc<dyn Clock>) -> Arc<dyn Transport> {
    let clock = Arc::clone(clock);
    let practice = simulator::practice::simulator(simulator::Clock::following(move || clock.now()));
    let books = folder.join("practice.json");
    resume(&practice, &books);
    let kept = practice.clone();
    practice.watch(move |request| {
        if request.processed && request.method != "GET" {
            save(&kept, &books);
        }
    });
    practice.transport()
}

/// Takes up what was practised, unless that is so long ago that every reservation has ended.
fn resume(practice: &Simulator, books: &Path) {
    let age = books.metadata().and_then(|file| file.modified()).ok().and_then(|at| at.elapsed().ok());
    if age.is_none_or(|age| age > KEPT_FOR) {
        return;
    }
    let Ok(text) = std::fs::read_to_string(books) else { return };
    if let Err(problem) = practice.restore(&text) {
        tracing::warn!(%problem, "practice begins anew");
    }
}

fn save(practice: &Simulator, books: &PathBuf) {
    if let Err(error) = std::fs::write(books, practice.snapshot()) {
        tracing::warn!(%error, "what was practised could not be saved");
    }
}
