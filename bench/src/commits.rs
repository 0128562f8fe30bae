//! The least that a journal must do: put a text on the disk for certain, as often as a capture does.

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, SqliteConnection};
use std::path::Path;
use std::time::{Duration, Instant};

/// A table of texts, written as carefully as the journal.
pub struct Commits(SqliteConnection);

impl Commits {
    /// A table in a file of its own.
    pub async fn open(file: &Path) -> Self {
        let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
        let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
        let mut connection = options.disable_statement_logging().connect().await.unwrap();
        sqlx::query("CREATE TABLE texts (text TEXT NOT NULL) STRICT").execute(&mut connection).await.unwrap();
        Self(connection)
    }

    /// Commits each of the texts by itself, and says how long all took.
    pub async fn write(&mut self, texts: &[String]) -> Duration {
        let begun = Instant::now();
        for text in texts {
            let connection = &mut self.0;
            sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await.unwrap();
            let insert = sqlx::query("INSERT INTO texts (text) VALUES ($1)").bind(text);
            insert.execute(&mut *connection).await.unwrap();
            sqlx::query("COMMIT").execute(&mut *connection).await.unwrap();
        }
        begun.elapsed()
    }
}
