//! The one connection that writes. Whoever writes has it for a turn: one transaction.

use crate::open::PATIENCE;
use crate::{Head, JournalError, files};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Begins a transaction that no other window or process can write beside.
const BEGIN: &str = "BEGIN IMMEDIATE";

/// The same, and the last row, which what is written follows.
const BEGIN_AT_HEAD: &str = "BEGIN IMMEDIATE; SELECT row, hash FROM head";

/// The writing connection of a journal. All clones are one connection.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    path: Arc<Path>,
    options: Arc<SqliteConnectOptions>,
    line: Arc<Mutex<Line>>,
}

#[derive(Debug)]
enum Line {
    Open(SqliteConnection),
    /// Nobody knows whether a transaction is open on it: it was given up, and the next turn opens another.
    GivenUp,
    Closed,
}

/// One turn at writing. It ends with [`Turn::finish`].
pub(crate) struct Turn {
    line: OwnedMutexGuard<Line>,
    connection: SqliteConnection,
    path: Arc<Path>,
}

impl Writer {
    pub async fn open(path: &Path, options: SqliteConnectOptions) -> Result<Self, JournalError> {
        let connection = options.connect().await.map_err(|error| files::explained(error, path))?;
        let line = Arc::new(Mutex::new(Line::Open(connection)));
        Ok(Self { path: path.into(), options: Arc::new(options), line })
    }

    /// Waits for the connection.
    pub async fn turn(&self) -> Result<Turn, JournalError> {
        let line = tokio::time::timeout(PATIENCE.saturating_mul(2), Arc::clone(&self.line).lock_owned());
        let mut line = line.await.map_err(|_| JournalError::Busy)?;
        let connection = match std::mem::replace(&mut *line, Line::GivenUp) {
            Line::Open(connection) => connection,
            Line::GivenUp => self.options.connect().await.map_err(|error| files::explained(error, &self.path))?,
            Line::Closed => {
                *line = Line::Closed;
                return Err(JournalError::Busy);
            }
        };
        Ok(Turn { line, connection, path: Arc::clone(&self.path) })
    }

    /// Closes the connection for good.
    pub async fn close(&self) {
        if let Line::Open(connection) = std::mem::replace(&mut *self.line.lock().await, Line::Closed) {
            // What could not be moved out of the log stays in it, and the next start finds it there.
            let _ = connection.close().await;
        }
    }
}

impl Turn {
    pub const fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }

    pub async fn begin(&mut self) -> Result<(), JournalError> {
        let begun = sqlx::query(BEGIN).execute(&mut self.connection).await;
        begun.map(drop).map_err(|error| files::explained(error, &self.path))
    }

    /// Begins, and gives the last row.
    pub async fn begin_at_head(&mut self) -> Result<Head, JournalError> {
        let head = sqlx::query_as(BEGIN_AT_HEAD).fetch_one(&mut self.connection).await;
        let (row, hash) = head.map_err(|error| files::explained(error, &self.path))?;
        Ok(Head { row, hash })
    }

    /// Ends the transaction: what `outcome` holds becomes true on the disk, or nothing does.
    ///
    /// A full disk makes SQLite roll back by itself, and it is not known beforehand whether it did. So the rollback is
    /// tried in any case, and a connection that has nothing to roll back is not used again.
    pub async fn finish<T>(mut self, outcome: Result<T, JournalError>) -> Result<T, JournalError> {
        let outcome = match outcome {
            Ok(value) => match sqlx::query("COMMIT").execute(&mut self.connection).await {
                Ok(_) => Ok(value),
                Err(error) => Err(files::explained(error, &self.path)),
            },
            Err(error) => Err(error),
        };
        if outcome.is_ok() || sqlx::query("ROLLBACK").execute(&mut self.connection).await.is_ok() {
            self.give_back();
        }
        outcome
    }

    /// Ends the turn with no transaction open.
    pub fn give_back(mut self) {
        *self.line = Line::Open(self.connection);
    }
}
