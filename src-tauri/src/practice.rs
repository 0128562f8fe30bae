//! Practice: the simulator inside the program. No port is opened; what was practised is still there after a restart.

use desk::clock::Clock;
use desk::files;
use multisafepay::Transport;
use simulator::Simulator;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// The reservations of the example orders end after seven days at the earliest.
const KEPT_FOR: Duration = Duration::from_hours(5 * 24);

/// The example orders to try, each with one word for what it shows.
pub(crate) fn examples() -> Vec<(String, String)> {
    simulator::practice::orders().map(|(order, kind)| (order.to_owned(), kind.to_owned())).collect()
}

/// The way to the simulator, whose books are kept in `folder`. Called before the journal of practice is opened: where the
/// books begin anew, so does that.
pub(crate) fn transport(folder: &Path, clock: &Arc<dyn Clock>) -> Arc<dyn Transport> {
    let following = Arc::clone(clock);
    let practice = simulator::practice::simulator(simulator::Clock::following(move || following.now()));
    let books = folder.join("practice.json");
    if !resume(&practice, &books) {
        if let Err(error) = put_journal_aside(&folder.join("journal"), clock.as_ref()) {
            tracing::warn!(%error, "practice begins anew, but its journal could not be put aside");
        }
        save(&practice, &books);
    }
    let kept = practice.clone();
    practice.watch(move |request| {
        if request.processed && request.method != "GET" {
            save(&kept, &books);
        }
    });
    practice.transport()
}

/// Takes up what was practised, unless that is so long ago that every reservation has ended. Says whether it did.
fn resume(practice: &Simulator, books: &Path) -> bool {
    let age = books.metadata().and_then(|file| file.modified()).ok().and_then(|at| at.elapsed().ok());
    if age.is_none_or(|age| age > KEPT_FOR) {
        return false;
    }
    let Ok(text) = std::fs::read_to_string(books) else { return false };
    if let Err(problem) = practice.restore(&text) {
        tracing::warn!(%problem, "practice begins anew");
        return false;
    }
    true
}

fn save(practice: &Simulator, books: &Path) {
    if let Err(error) = files::write_whole(books, practice.snapshot().as_bytes()) {
        tracing::warn!(%error, "what was practised could not be saved");
    }
}

/// Moves the journal of practice, which tells of captures that the new books do not know, into a folder with the date.
/// Nothing is deleted. While another window practises, it stays.
fn put_journal_aside(journals: &Path, clock: &dyn Clock) -> io::Result<()> {
    let journal = journals.join("practice.db");
    if !journal.exists() {
        return Ok(());
    }
    let lock = files::open_file(&journals.join("practice.lock"))?;
    if lock.try_lock().is_err() {
        return Ok(());
    }
    let folder = journals.join("earlier").join(clock.now().strftime("%Y-%m-%d.%H%M%S").to_string());
    files::make_folder(&folder)?;
    // What is not in the file yet goes first: a journal without it would be a shorter one.
    for name in ["practice.db-wal", "practice.db-shm", "practice.db"] {
        let from = journals.join(name);
        if from.exists() {
            std::fs::rename(from, folder.join(name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use desk::clock::ManualClock;
    use std::fs;
    use std::time::SystemTime;

    fn clock() -> Arc<dyn Clock> {
        Arc::new(ManualClock::new("2026-11-24T08:41:00Z".parse().unwrap()))
    }

    /// A folder in which was practised so many hours ago.
    #[expect(clippy::disallowed_methods, reason = "the age of a file is that of the computer's clock")]
    fn practised(hours: u64) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        transport(folder.path(), &clock());
        let at = SystemTime::now().checked_sub(Duration::from_hours(hours)).unwrap();
        fs::File::open(folder.path().join("practice.json")).unwrap().set_modified(at).unwrap();
        fs::create_dir(folder.path().join("journal")).unwrap();
        for name in ["practice.db", "practice.db-wal", "live.db"] {
            fs::write(folder.path().join("journal").join(name), name).unwrap();
        }
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_practised_lately_is_taken_up_with_its_journal() {
        let folder = practised(119);
        transport(folder.path(), &clock());
        assert_eq!(names(&folder.path().join("journal")), ["live.db", "practice.db", "practice.db-wal"]);
    }

    #[test]
    fn new_books_begin_with_a_new_journal_and_the_old_one_is_kept() {
        let folder = practised(121);
        transport(folder.path(), &clock());
        let journals = folder.path().join("journal");
        assert_eq!(names(&journals), ["earlier", "live.db", "practice.lock"]);
        let earlier = journals.join("earlier/2026-11-24.084100");
        assert_eq!(names(&earlier), ["practice.db", "practice.db-wal"]);
        assert_eq!(fs::read_to_string(earlier.join("practice.db")).unwrap(), "practice.db");
    }

    #[test]
    fn the_journal_of_a_window_that_practises_stays() {
        let folder = practised(121);
        let lock = files::open_file(&folder.path().join("journal/practice.lock")).unwrap();
        lock.try_lock().unwrap();
        transport(folder.path(), &clock());
        assert!(folder.path().join("journal/practice.db").exists());
    }

    #[cfg(unix)]
    #[test]
    fn the_books_are_for_their_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = practised(0);
        let mode = fs::metadata(folder.path().join("practice.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
