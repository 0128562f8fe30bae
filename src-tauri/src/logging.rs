//! The log: one file per day, kept for two weeks, with nothing secret in it. Keys cannot be printed; amounts, customers
//! and what clerks typed are not logged.

use std::path::Path;
use tracing_appender::rolling::{Builder, Rotation};
use tracing_subscriber::EnvFilter;

/// How many days are kept.
const DAYS: usize = 14;

/// What is written: our own crates, and only warnings of others.
const FILTER: &str = "warn,capture_desk=info,desk=info,multisafepay=info,journal=info";

/// Writes the log below `folder` from now on. A log that cannot be written does not stop the program.
pub(crate) fn start(folder: &Path) {
    let folder = folder.join("logs");
    if std::fs::create_dir_all(&folder).is_err() {
        return;
    }
    let file = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("capture-desk")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder);
    if let Ok(file) = file {
        let log = tracing_subscriber::fmt().with_ansi(false).with_env_filter(EnvFilter::new(FILTER)).with_writer(file);
        // Only fails when a log was started already.
        let _ = log.try_init();
    }
}
