//! The database itself refuses to change what was written.

use crate::given::*;
use sqlx::{AssertSqlSafe, Connection as _};

async fn check(statement: &str) {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    entry(&journal, "BB-1", &[SENT]).await;
    let mut other = raw(&path).await;
    let outcome = sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut other).await;
    let refusal = outcome.expect_err(statement).to_string();
    assert!(refusal.contains("append-only") || refusal.contains("follow the last"), "{statement}: {refusal}");
    other.close().await.unwrap();
    assert!(journal::verify_file(&path, None).await.unwrap().is_ok(), "{statement}");
}

#[tokio::test]
async fn rows_are_not_changed() {
    check("UPDATE events SET body = '{}' WHERE row = 1").await;
    check("UPDATE events SET row = 7 WHERE row = 2").await;
    check("UPDATE entries SET order_id = 'BB-2'").await;
    check("UPDATE head SET row = 1").await;
    check("UPDATE head SET hash = 'x'").await;
}

#[tokio::test]
async fn rows_are_not_deleted() {
    check("DELETE FROM events").await;
    check("DELETE FROM events WHERE row = 2").await;
    check("DELETE FROM entries").await;
    check("DELETE FROM head").await;
}

#[tokio::test]
async fn rows_are_not_replaced() {
    check("INSERT OR REPLACE INTO events SELECT row, entry, at, event, '{}', previous, hash FROM events WHERE row = 1")
        .await;
    check("INSERT OR REPLACE INTO entries SELECT row, id, store, 'BB-2', kind, reference, 0 FROM entries").await;
    check("INSERT OR REPLACE INTO head VALUES (1, 0, '')").await;
    check("REPLACE INTO entries SELECT 9, id, store, 'BB-2', kind, reference, 0 FROM entries").await;
}

#[tokio::test]
async fn a_row_only_follows_the_last_one() {
    check("INSERT INTO events SELECT 9, entry, at, event, body, hash, 'x' FROM events WHERE row = 2").await;
    check("INSERT INTO events SELECT 3, entry, at, event, body, 'other', 'x' FROM events WHERE row = 2").await;
}
