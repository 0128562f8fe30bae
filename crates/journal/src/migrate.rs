//! The schema and how it came to be. A released migration never changes; a test pins each one's hash.

use crate::{JournalError, chain};
use sqlx::SqliteConnection;

/// Each step from an empty file to today's schema. Step `n` leaves `user_version` at `n`.
const MIGRATIONS: [&str; 2] =
    [include_str!("../migrations/sqlite/0001_journal.sql"), include_str!("../migrations/sqlite/0002_invoices.sql")];

/// What the first migration writes into the file's header (`application_id`).
const OURS: i64 = 1_128_548_913;

/// Refuses a file of a newer version, and one that is not a journal. An empty file may become one.
pub(crate) async fn refuse_unless_ours(connection: &mut SqliteConnection) -> Result<(), JournalError> {
    let version = schema_version(connection).await?;
    let application: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await?;
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(connection).await?;
    let is_empty = version == 0 && application == 0 && pages <= 1;
    match usize::try_from(version) {
        _ if is_empty => Ok(()),
        _ if application != OURS => Err(JournalError::Damaged("the file is not a journal of Capture Desk".to_owned())),
        Ok(1..=LATEST) => Ok(()),
        _ => Err(JournalError::FromNewerVersion { made_by: version }),
    }
}

const LATEST: usize = MIGRATIONS.len();

/// Applies what is missing and notes or checks the environment, inside the caller's transaction.
pub(crate) async fn migrate(connection: &mut SqliteConnection, environment: &str) -> Result<(), JournalError> {
    refuse_unless_ours(connection).await?;
    let version = schema_version(connection).await?;
    for migration in MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or(LATEST)) {
        sqlx::raw_sql(*migration).execute(&mut *connection).await?;
    }
    if version == 0 {
        note_beginning(connection, environment).await?;
    }
    match environment_of(connection).await? {
        written if written == environment => Ok(()),
        written => Err(JournalError::Damaged(format!("it belongs to the environment {written}, not to {environment}"))),
    }
}

/// Writes whose money the journal records, and the beginning of the chain.
async fn note_beginning(connection: &mut SqliteConnection, environment: &str) -> Result<(), JournalError> {
    let about = "INSERT INTO about (one, environment) VALUES (1, $1)";
    sqlx::query(about).bind(environment).execute(&mut *connection).await?;
    let head = "INSERT INTO head (one, row, hash) VALUES (1, 0, $1)";
    sqlx::query(head).bind(chain::beginning(environment)).execute(connection).await?;
    Ok(())
}

/// The word of the environment whose money the journal records.
pub(crate) async fn environment_of(connection: &mut SqliteConnection) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("SELECT environment FROM about").fetch_one(connection).await
}

async fn schema_version(connection: &mut SqliteConnection) -> Result<i64, JournalError> {
    Ok(sqlx::query_scalar("PRAGMA user_version").fetch_one(connection).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};
    use sqlx::sqlite::SqliteConnectOptions;
    use sqlx::{ConnectOptions as _, Connection as _};

    #[test]
    fn released_migrations_do_not_change() {
        let hashes = MIGRATIONS.map(|migration| format!("{:x}", Sha256::digest(migration)));
        let released = [
            "bcb3702a6a5ea547bf5cdcaa1f8cb672517e380a876258d5ba398c1718489367",
            "96f33ffe2c3744ec0af039d1e8f595511e238ca5e5a337b8cef1c0c8ed1dc3bb",
        ];
        assert_eq!(hashes, released);
    }

    #[tokio::test]
    async fn a_journal_of_an_earlier_version_is_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("practice.db");
        let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
        let mut connection = options.connect().await.unwrap();
        sqlx::raw_sql(MIGRATIONS[0]).execute(&mut connection).await.unwrap();
        note_beginning(&mut connection, "practice").await.unwrap();
        connection.close().await.unwrap();
        crate::Journal::open(&path, "practice").await.unwrap().close().await;
        let mut connection = options.connect().await.unwrap();
        assert_eq!(schema_version(&mut connection).await.unwrap(), 2);
        assert!(crate::verify_file(&path, None).await.unwrap().is_ok());
    }

    #[test]
    fn each_migration_leaves_its_own_number() {
        for (number, migration) in (1..).zip(MIGRATIONS) {
            assert!(migration.trim_end().ends_with(&format!("PRAGMA user_version = {number};")), "migration {number}");
        }
    }
}
