//! Whether the journal is whole: each row carries a hash over itself and the row before it.

mod look_up;
mod walk;

use crate::error::{code, primary_code};
use crate::migrate::refuse_unless_ours;
use crate::open::{apart, ends_within_a_page, looking};
use crate::{Head, JournalError};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};
use std::path::Path;
use walk::Walk;

/// The first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The first row that is not as it was written.
    pub row: i64,
    /// What is wrong with it.
    pub kind: BrokenKind,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrokenKind {
    /// Its content is not what was written.
    Altered,
    /// It is missing.
    Removed,
    /// It stands where another row stood.
    Moved,
    /// The journal ends before it.
    Cut,
}

/// Why following the chain stopped.
#[derive(Debug)]
enum Stop {
    Broken(Broken),
    Failed(sqlx::Error),
    Refused(JournalError),
}

impl Stop {
    const fn at(row: i64, kind: BrokenKind) -> Self {
        Self::Broken(Broken { row, kind })
    }

    fn into_outcome(self) -> Result<Result<Head, Broken>, JournalError> {
        match self {
            Self::Broken(broken) => Ok(Err(broken)),
            Self::Failed(error) => Err(error.into()),
            Self::Refused(error) => Err(error),
        }
    }
}

impl From<sqlx::Error> for Stop {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed(error)
    }
}

/// Reads the file without changing it and follows the chain. `expected` is a head that was copied earlier. Works beside
/// a program that has the file open, and sees what it has written so far.
///
/// # Errors
/// When the file cannot be read at all, is not a journal or from a newer version; or when the chain is whole and what
/// was derived from it (claims, indexes) is not.
pub async fn verify_file(path: &Path, expected: Option<&Head>) -> Result<Result<Head, Broken>, JournalError> {
    let (path, expected) = (path.to_owned(), expected.cloned());
    apart(async move {
        std::fs::metadata(&path)?;
        let mut connection = looking(&path).connect().await?;
        let outcome = verify(&mut connection, &path, expected).await;
        connection.close().await?;
        outcome
    })
    .await
}

async fn verify(
    connection: &mut SqliteConnection,
    path: &Path,
    expected: Option<Head>,
) -> Result<Result<Head, Broken>, JournalError> {
    let is_cut = ends_within_a_page(connection, path).await? || is_shorter_than_it_says(connection).await?;
    if is_cut {
        // Without this, SQLite reads nothing of a file that lost its end.
        sqlx::query("PRAGMA writable_schema = ON").execute(&mut *connection).await?;
    }
    refuse_unless_ours(connection).await?;
    // All questions see the same moment, whatever another program appends meanwhile.
    sqlx::query("BEGIN").execute(&mut *connection).await?;
    let mut walk = Walk::new(expected);
    if let Err(stop) = walk.follow(connection).await {
        let next = |kind| Ok(Err(Broken { row: walk.next_row(), kind }));
        return match stop {
            // What is left of the last page is no row that anybody wrote.
            Stop::Broken(_) if is_cut => next(BrokenKind::Cut),
            Stop::Failed(error) if is_unreadable(&error) && is_cut => next(BrokenKind::Cut),
            Stop::Failed(error) if is_unreadable(&error) => next(BrokenKind::Altered),
            stop => stop.into_outcome(),
        };
    }
    if is_cut {
        return Err(JournalError::Damaged("every event is whole, but the file lost its end".to_owned()));
    }
    match look_up::check(connection, &walk).await {
        Ok(()) => Ok(Ok(walk.into_head())),
        Err(stop) => stop.into_outcome(),
    }
}

/// SQLite notes the number of pages in the file and refuses one that has fewer.
async fn is_shorter_than_it_says(connection: &mut SqliteConnection) -> Result<bool, JournalError> {
    match sqlx::query("PRAGMA user_version").fetch_one(connection).await {
        Ok(_) => Ok(false),
        Err(error) if primary_code(&error) == Some(code::CORRUPT) => Ok(true),
        Err(error) => Err(error.into()),
    }
}

/// Whether the page or the value of a row is damaged, in distinction from a disk or a lock that stops the reading.
fn is_unreadable(error: &sqlx::Error) -> bool {
    primary_code(error) == Some(code::CORRUPT)
        || matches!(error, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) | sqlx::Error::RowNotFound)
}
