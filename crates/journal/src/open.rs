//! Opening a journal file.

use crate::line::{Line, Turn};
use crate::migrate::{self, refuse_unless_ours};
use crate::{Head, JournalError, files, rows};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a write waits for another window or process, and a caller for a connection.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// How long an opening that was refused without waiting waits until it is tried again.
const AGAIN: Duration = Duration::from_millis(10);

/// The oldest SQLite that may be used: earlier ones can damage a file in WAL mode (sqlite.org/changes.html, 3.51.3).
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// An open journal. Cheap to clone; there is one connection that writes and one that
/// reads.
#[derive(Clone, Debug)]
pub struct Journal {
    path: PathBuf,
    pub(crate) writer: Line,
    pub(crate) reader: Line,
}

impl Journal {
    /// Opens or makes the journal at `path`: the folder with mode 0700, the file with 0600, WAL, `synchronous=FULL`.
    /// `environment` is the word of the environment whose money it records; a file of another one is refused.
    ///
    /// # Errors
    /// When it is from a newer version, damaged, busy, or cannot be written.
    pub async fn open(path: &Path, environment: &str) -> Result<Self, JournalError> {
        let (path, environment) = (path.to_owned(), environment.to_owned());
        apart(async move {
            let since = Instant::now();
            loop {
                match Self::open_once(&path, &environment).await {
                    // Of windows that open a new file at once, or while the last one closes it, SQLite refuses some
                    // without waiting: its busy handler is not asked where two could wait for each other.
                    Err(JournalError::Busy) if since.elapsed() < PATIENCE => tokio::time::sleep(AGAIN).await,
                    outcome => return outcome,
                }
            }
        })
        .await
    }

    async fn open_once(path: &Path, environment: &str) -> Result<Self, JournalError> {
        files::make_private(path)?;
        look_before_touching(path).await?;
        let writer = Line::open(path, writing(path)).await?;
        move_log(&writer).await?;
        bring_up_to_date(&writer, environment).await?;
        let reader = Line::open(path, reading(path)).await?;
        Ok(Self { path: path.to_owned(), writer, reader })
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The last row and its hash: copied once a day and kept elsewhere, they show later whether anything before them was
    /// changed.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn head(&self) -> Result<Head, JournalError> {
        let reader = self.reader.clone();
        apart(async move {
            let mut turn = reader.turn().await?;
            let head = sqlx::query_as(rows::HEAD).fetch_one(turn.connection()).await;
            turn.give_back();
            let (row, hash) = head?;
            Ok(Head { row, hash })
        })
        .await
    }

    /// Writes what is in the write-ahead log into the file and closes it.
    pub async fn close(self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}

/// Moves what an ended process left in the log into the file, which waits for the disk. The last sync of that process
/// may have failed, and what is written behind such a gap would be lost with it when the power goes. Where the disk
/// does not let it happen, the log stays as it is: the first write finds that out again.
async fn move_log(writer: &Line) -> Result<(), JournalError> {
    let mut turn = writer.turn().await?;
    let _ = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(turn.connection()).await;
    turn.give_back();
    Ok(())
}

async fn bring_up_to_date(writer: &Line, environment: &str) -> Result<(), JournalError> {
    let mut turn = writer.turn().await?;
    let outcome = brought_up_to_date(&mut turn, environment).await;
    turn.finish(outcome).await
}

async fn brought_up_to_date(turn: &mut Turn, environment: &str) -> Result<(), JournalError> {
    turn.ask("BEGIN IMMEDIATE").await?;
    refuse_old_sqlite(turn.connection()).await?;
    migrate::migrate(turn.connection(), environment).await?;
    turn.ask("COMMIT").await
}

/// Runs one operation in a task of its own, so that a caller who stops waiting cannot break it off between its `BEGIN`
/// and its `COMMIT`.
pub(crate) async fn apart<T: Send + 'static>(
    operation: impl Future<Output = Result<T, JournalError>> + Send + 'static,
) -> Result<T, JournalError> {
    match tokio::spawn(operation).await {
        Ok(outcome) => outcome,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(JournalError::Busy),
        },
    }
}

/// A connection that cannot write. Without a write-ahead log nothing else has the file open, and then SQLite is told so:
/// it neither locks the file nor leaves new files beside it.
pub(crate) fn looking(path: &Path) -> SqliteConnectOptions {
    reading(path).immutable(!files::beside(path, "-wal").exists())
}

fn reading(path: &Path) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(PATIENCE);
    options.read_only(true).pragma("trusted_schema", "OFF").disable_statement_logging()
}

/// `fullfsync` makes macOS wait for the disk itself, as `fsync` does elsewhere.
fn writing(path: &Path) -> SqliteConnectOptions {
    let options = reading(path)
        .read_only(false)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("fullfsync", "ON")
        .foreign_keys(true);
    #[cfg(feature = "planted")]
    if domain::planted::is_broken(domain::planted::Rule::SyncFully) {
        return options.synchronous(SqliteSynchronous::Off);
    }
    options
}

/// Looks at the file through a connection that cannot write, so that a file that is refused stays as it was.
async fn look_before_touching(path: &Path) -> Result<(), JournalError> {
    let mut connection = looking(path).connect().await.map_err(|error| files::explained(error, path))?;
    let ours = refuse_unless_ours(&mut connection).await;
    let is_torn = ends_within_a_page(&mut connection, path).await;
    connection.close().await?;
    ours?;
    if is_torn? { Err(JournalError::Damaged("the file lost its end".to_owned())) } else { Ok(()) }
}

/// Whether the file ends within a page, and no write-ahead log is there to hold that page whole. SQLite would fill the
/// rest of it with zeros and say nothing.
pub(crate) async fn ends_within_a_page(connection: &mut SqliteConnection, path: &Path) -> Result<bool, JournalError> {
    let page_size: u32 = sqlx::query_scalar("PRAGMA page_size").fetch_one(connection).await?;
    let is_even = std::fs::metadata(path)?.len().is_multiple_of(page_size.into());
    let log = std::fs::metadata(files::beside(path, "-wal"));
    Ok(!is_even && !log.is_ok_and(|log| log.len() > 0))
}

async fn refuse_old_sqlite(connection: &mut SqliteConnection) -> Result<(), JournalError> {
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(connection).await?;
    let parts: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    if parts.as_slice() >= OLDEST_SQLITE.as_slice() {
        Ok(())
    } else {
        Err(JournalError::Damaged(format!("SQLite {version} is too old to be trusted with it")))
    }
}
