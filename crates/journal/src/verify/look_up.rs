//! What was derived from the chain, so that it can be looked up: entries, claims, indexes.

use super::{BrokenKind, Stop, Walk};
use crate::JournalError;
use crate::rows::word_of;
use domain::Event;
use futures_util::TryStreamExt as _;
use sqlx::{FromRow, Row as _, SqliteConnection, sqlite::SqliteRow};
use std::collections::HashSet;

/// An event that recorded an intent, and the entry that should have been made from it.
struct Recorded {
    row: i64,
    at: i64,
    entry: String,
    body: String,
    copy: Option<Copy>,
}

#[derive(PartialEq, Eq)]
struct Copy {
    id: String,
    store: String,
    order: String,
    kind: String,
    reference: String,
    recorded_at: i64,
}

impl FromRow<'_, SqliteRow> for Recorded {
    fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        let copy = match row.try_get::<Option<String>, _>("id")? {
            Some(id) => Some(Copy {
                id,
                store: row.try_get("store")?,
                order: row.try_get("order_id")?,
                kind: row.try_get("kind")?,
                reference: row.try_get("reference")?,
                recorded_at: row.try_get("recorded_at")?,
            }),
            None => None,
        };
        let (entry, body) = (row.try_get("entry")?, row.try_get("body")?);
        Ok(Self { row: row.try_get("row")?, at: row.try_get("at")?, entry, body, copy })
    }
}

/// Compares everything that was derived with the chain, which has been followed.
pub(super) async fn check(connection: &mut SqliteConnection, walk: &Walk) -> Result<(), Stop> {
    compare_entries(connection).await?;
    refuse_foreign_entries(connection).await?;
    compare_claims(connection, walk).await?;
    check_file(connection).await
}

async fn compare_entries(connection: &mut SqliteConnection) -> Result<(), Stop> {
    let recorded = "SELECT events.row, events.at, events.entry, events.body, entries.id, entries.store, \
         entries.order_id, entries.kind, entries.reference, entries.recorded_at \
         FROM events LEFT JOIN entries ON entries.row = events.row WHERE events.event = 'recorded' ORDER BY events.row";
    let mut rows = sqlx::query_as::<_, Recorded>(recorded).fetch(connection);
    while let Some(recorded) = rows.try_next().await? {
        match &recorded.copy {
            None => return Err(Stop::at(recorded.row, BrokenKind::Removed)),
            copy if *copy == as_written(&recorded) => {}
            _ => return Err(Stop::at(recorded.row, BrokenKind::Altered)),
        }
    }
    Ok(())
}

fn as_written(recorded: &Recorded) -> Option<Copy> {
    let Ok(Event::Recorded { intent }) = serde_json::from_str(&recorded.body) else { return None };
    Some(Copy {
        id: recorded.entry.clone(),
        store: intent.store,
        order: intent.order.to_string(),
        kind: word_of(intent.kind).to_owned(),
        reference: intent.reference.to_string(),
        recorded_at: recorded.at,
    })
}

async fn refuse_foreign_entries(connection: &mut SqliteConnection) -> Result<(), Stop> {
    let foreign = "SELECT row FROM entries WHERE NOT EXISTS \
         (SELECT 1 FROM events WHERE events.row = entries.row AND events.event = 'recorded') ORDER BY row LIMIT 1";
    let foreign: Option<i64> = sqlx::query_scalar(foreign).fetch_optional(connection).await?;
    foreign.map_or(Ok(()), |row| Err(Stop::at(row, BrokenKind::Altered)))
}

async fn compare_claims(connection: &mut SqliteConnection, walk: &Walk) -> Result<(), Stop> {
    let claims = "SELECT entries.id FROM claims LEFT JOIN entries ON entries.id = claims.entry \
         AND entries.store = claims.store AND entries.order_id = claims.order_id";
    let claims: Vec<Option<String>> = sqlx::query_scalar(claims).fetch_all(connection).await?;
    let held: HashSet<Option<&str>> = claims.iter().map(Option::as_deref).collect();
    let unfinished = walk.progress().iter().filter(|(_, progress)| progress.state.is_unfinished());
    if held == unfinished.map(|(entry, _)| Some(entry.as_str())).collect() {
        Ok(())
    } else {
        let what = "every event is whole, but the claims are not those of the unfinished entries";
        Err(Stop::Refused(JournalError::Damaged(what.to_owned())))
    }
}

async fn check_file(connection: &mut SqliteConnection) -> Result<(), Stop> {
    let answer: String = sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_one(connection).await?;
    match answer.as_str() {
        "ok" => Ok(()),
        wrong => Err(Stop::Refused(JournalError::Damaged(format!("every event is whole, but {wrong}")))),
    }
}
