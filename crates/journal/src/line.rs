//! A connection that all clones of a journal share. Whoever asks something has it for a turn.

use crate::open::PATIENCE;
use crate::{JournalError, files};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// One connection. All clones are the same, and questions are answered in the order in which they come.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    path: Arc<Path>,
    options: Arc<SqliteConnectOptions>,
    held: Arc<Mutex<Held>>,
}

#[derive(Debug)]
enum Held {
    Open(SqliteConnection),
    /// Nobody knows whether a transaction is open on it: it was given up, and the next turn opens another.
    GivenUp,
    Closed,
}

/// One turn. It ends with [`Turn::give_back`] or [`Turn::finish`]; a turn that is dropped gives the connection up.
pub(crate) struct Turn {
    held: OwnedMutexGuard<Held>,
    connection: SqliteConnection,
    path: Arc<Path>,
}

impl Line {
    pub async fn open(path: &Path, options: SqliteConnectOptions) -> Result<Self, JournalError> {
        let connection = options.connect().await.map_err(|error| files::explained(error, path))?;
        let held = Arc::new(Mutex::new(Held::Open(connection)));
        Ok(Self { path: path.into(), options: Arc::new(options), held })
    }

    /// Waits for the connection.
    pub async fn turn(&self) -> Result<Turn, JournalError> {
        let held = tokio::time::timeout(PATIENCE.saturating_mul(2), Arc::clone(&self.held).lock_owned());
        let mut held = held.await.map_err(|_| JournalError::Busy)?;
        let connection = match std::mem::replace(&mut *held, Held::GivenUp) {
            Held::Open(connection) => connection,
            Held::GivenUp => self.options.connect().await.map_err(|error| files::explained(error, &self.path))?,
            Held::Closed => {
                *held = Held::Closed;
                return Err(JournalError::Busy);
            }
        };
        Ok(Turn { held, connection, path: Arc::clone(&self.path) })
    }

    /// Closes the connection for good.
    pub async fn close(&self) {
        if let Held::Open(connection) = std::mem::replace(&mut *self.held.lock().await, Held::Closed) {
            // What could not be moved out of the log stays in it, and the next start finds it there.
            let _ = connection.close().await;
        }
    }
}

impl Turn {
    pub const fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }

    /// What it means that a question failed.
    pub fn explained(&self, error: sqlx::Error) -> JournalError {
        files::explained(error, &self.path)
    }

    /// Asks for nothing but that it is done.
    pub async fn ask(&mut self, sql: &'static str) -> Result<(), JournalError> {
        sqlx::query(sql).execute(&mut self.connection).await.map(drop).map_err(|error| self.explained(error))
    }

    /// Ends the turn of a write, which has committed when `outcome` is a value.
    ///
    /// Otherwise it is not known whether a transaction is open: a full disk makes SQLite roll back by itself. So the
    /// rollback is tried in any case, and a connection that has nothing to roll back is not used again.
    pub async fn finish<T>(mut self, outcome: Result<T, JournalError>) -> Result<T, JournalError> {
        if outcome.is_ok() || sqlx::query("ROLLBACK").execute(&mut self.connection).await.is_ok() {
            self.give_back();
        }
        outcome
    }

    /// Ends the turn with no transaction open.
    pub fn give_back(mut self) {
        *self.held = Held::Open(self.connection);
    }
}
