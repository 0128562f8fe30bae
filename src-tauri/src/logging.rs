//! The log: one file per day, kept for two weeks, with nothing secret in it and for its owner's eyes only. Keys cannot be
//! printed; amounts, customers and what clerks typed are not logged.

use desk::clock::Clock;
use desk::files;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tracing_subscriber::EnvFilter;

/// How many files are kept: one for each day on which the program ran.
const DAYS: usize = 14;

/// What is written: our own crates, and only warnings of others.
const FILTER: &str = "warn,capture_desk=info,desk=info,multisafepay=info,journal=info";

/// Writes the log below `folder` from now on. A log that cannot be written does not stop the program.
pub(crate) fn start(folder: &Path, clock: Arc<dyn Clock>) {
    let folder = folder.join("logs");
    if files::make_folder(&folder).is_err() {
        return;
    }
    let daily = Mutex::new(DailyFile { folder, clock, open: None });
    let log = tracing_subscriber::fmt().with_ansi(false).with_env_filter(EnvFilter::new(FILTER)).with_writer(daily);
    // Only fails when a log was started already.
    let _ = log.try_init();
}

/// The file of the day, another one after midnight (UTC).
struct DailyFile {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    open: Option<(Date, File)>,
}

impl DailyFile {
    fn of_today(&mut self) -> io::Result<&mut File> {
        let today = self.clock.now().to_zoned(TimeZone::UTC).date();
        let open = match self.open.take() {
            Some((day, file)) if day == today => (day, file),
            _ => {
                let file = files::open_file(&self.folder.join(format!("capture-desk.{today}.log")))?;
                self.remove_old()?;
                (today, file)
            }
        };
        Ok(&mut self.open.insert(open).1)
    }

    /// The day stands in the name, so that the names are in the order of time.
    fn remove_old(&self) -> io::Result<()> {
        let is_log = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "log");
        let mut logs: Vec<_> = self.folder.read_dir()?.flatten().map(|entry| entry.path()).filter(is_log).collect();
        logs.sort_unstable();
        let old = logs.len().saturating_sub(DAYS);
        logs.iter().take(old).try_for_each(std::fs::remove_file)
    }
}

impl Write for DailyFile {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.of_today()?.write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.of_today()?.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use desk::clock::ManualClock;

    #[test]
    fn each_day_has_its_file_and_two_weeks_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let clock = ManualClock::new("2026-11-24T23:59:59Z".parse().unwrap());
        let mut daily = DailyFile { folder: folder.path().to_owned(), clock: Arc::new(clock.clone()), open: None };
        for day in 0..20 {
            writeln!(daily, "day {day}").unwrap();
            clock.advance(24 * 3600);
        }
        let mut names: Vec<_> =
            folder.path().read_dir().unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names.len(), DAYS);
        assert_eq!(names.last().unwrap(), "capture-desk.2026-12-13.log");
        assert_eq!(std::fs::read_to_string(folder.path().join(names.last().unwrap())).unwrap(), "day 19\n");
    }
}
