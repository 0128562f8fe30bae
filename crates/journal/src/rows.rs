//! The SQL of entries, events and claims. The only rows that ever go are claims.

use crate::captures::{Entry, Written};
use crate::chain::Link;
use crate::{Head, JournalError};
use domain::{Event, Intent, Kind, Progress};
use jiff::Timestamp;
use sqlx::SqliteConnection;
use std::collections::HashMap;
use uuid::Uuid;

/// The events of every entry that holds its order.
pub(crate) const UNFINISHED: &str = "SELECT events.entry, events.row, events.at, events.body \
     FROM claims JOIN events ON events.entry = claims.entry";

/// The events of every entry of order `$2` of store `$1`.
pub(crate) const OF_ORDER: &str = "SELECT events.entry, events.row, events.at, events.body \
     FROM entries JOIN events ON events.entry = entries.id WHERE entries.store = $1 AND entries.order_id = $2";

/// The events of the newest entry of each of `$2` orders of store `$1`.
pub(crate) const RECENT: &str = "SELECT events.entry, events.row, events.at, events.body FROM \
     (SELECT id FROM entries AS newest WHERE store = $1 AND NOT EXISTS \
     (SELECT 1 FROM entries AS later WHERE later.store = newest.store AND later.order_id = newest.order_id \
     AND later.row > newest.row) ORDER BY row DESC LIMIT $2) AS newest JOIN events ON events.entry = newest.id";

/// The events of entry `$1`.
pub(crate) const OF_ENTRY: &str = "SELECT entry, row, at, body FROM events WHERE entry = $1";

/// The events of every entry of store `$1` whose intent names invoice number `$2`.
pub(crate) const OF_INVOICE: &str = "SELECT events.entry, events.row, events.at, events.body FROM \
     (SELECT entry FROM events WHERE body ->> '$.intent.details.invoice' = $2) AS recorded \
     JOIN entries ON entries.id = recorded.entry AND entries.store = $1 \
     JOIN events ON events.entry = entries.id";

macro_rules! holder {
    () => {
        "SELECT entry, EXISTS (SELECT 1 FROM entries JOIN events ON events.entry = entries.id \
         WHERE entries.store = $1 AND entries.order_id = $2 AND events.row > $3) \
         FROM claims WHERE store = $1 AND order_id = $2"
    };
}

/// Who holds order `$2` of store `$1`, and whether anything happened to the order after row `$3`.
#[cfg(test)]
pub(crate) const HOLDER: &str = holder!();

/// The same, once entry `$4` has taken the order if nobody held it.
const TAKE: &str =
    concat!("INSERT INTO claims (store, order_id, entry) VALUES ($1, $2, $4) ON CONFLICT DO NOTHING; ", holder!());

/// An event as it stands in the file: its entry, row, moment and body.
pub(crate) type Row = (String, i64, i64, String);

/// The last row.
pub(crate) async fn head(connection: &mut SqliteConnection) -> Result<Head, JournalError> {
    let (row, hash) = sqlx::query_as("SELECT row, hash FROM head").fetch_one(connection).await?;
    Ok(Head { row, hash })
}

/// Adds what can be looked up of an intent. The event that records it follows and has the next row.
pub(crate) async fn add_entry(
    connection: &mut SqliteConnection,
    head: &Head,
    id: Uuid,
    intent: &Intent,
    at: Timestamp,
) -> Result<(), JournalError> {
    let insert = "INSERT INTO entries (row, id, store, order_id, kind, reference, recorded_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sqlx::query(insert)
        .bind(next_row(head)?)
        .bind(id.to_string())
        .bind(&intent.store)
        .bind(intent.order.as_str())
        .bind(word_of(intent.kind))
        .bind(intent.reference.as_str())
        .bind(at.as_millisecond())
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds one event after `head`. The database moves the head along.
pub(crate) async fn add_event(
    connection: &mut SqliteConnection,
    head: &Head,
    id: Uuid,
    event: Event,
    at: Timestamp,
) -> Result<Written, JournalError> {
    let (entry, body) = (id.to_string(), written_out(&event)?);
    let link = Link {
        row: next_row(head)?,
        entry: &entry,
        at: at.as_millisecond(),
        event: event.name(),
        body: &body,
        previous: &head.hash,
    };
    let insert = "INSERT INTO events (row, entry, at, event, body, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sqlx::query(insert)
        .bind(link.row)
        .bind(link.entry)
        .bind(link.at)
        .bind(link.event)
        .bind(link.body)
        .bind(link.previous)
        .bind(link.hash())
        .execute(connection)
        .await?;
    Ok(Written { row: link.row, at: moment(link.at)?, event })
}

/// Takes the claim on the entry's order, or keeps it where the entry has it already. With `since`, it is also refused
/// when anything happened to the order after that row.
///
/// # Errors
/// [`JournalError::OrderBusy`] when another entry holds the order, [`JournalError::OrderMoved`] when something happened.
pub(crate) async fn hold(
    connection: &mut SqliteConnection,
    entry: Uuid,
    intent: &Intent,
    since: Option<i64>,
) -> Result<(), JournalError> {
    #[cfg(feature = "planted")]
    if domain::planted::is_broken(domain::planted::Rule::HoldTheClaim) {
        return Ok(());
    }
    let (holder, has_moved): (String, bool) = sqlx::query_as(TAKE)
        .bind(&intent.store)
        .bind(intent.order.as_str())
        .bind(since.unwrap_or(i64::MAX))
        .bind(entry.to_string())
        .fetch_one(connection)
        .await?;
    match read_id(&holder)? {
        holder if holder != entry => Err(JournalError::OrderBusy { unfinished: holder }),
        _ if has_moved => Err(JournalError::OrderMoved),
        _ => Ok(()),
    }
}

/// Gives back the entry's claim, if it has one.
pub(crate) async fn give_back(
    connection: &mut SqliteConnection,
    entry: Uuid,
    intent: &Intent,
) -> Result<(), JournalError> {
    sqlx::query("DELETE FROM claims WHERE store = $1 AND order_id = $2 AND entry = $3")
        .bind(&intent.store)
        .bind(intent.order.as_str())
        .bind(entry.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// One entry with everything that happened to it.
pub(crate) async fn entry(connection: &mut SqliteConnection, id: Uuid) -> Result<Entry, JournalError> {
    let rows = sqlx::query_as(OF_ENTRY).bind(id.to_string()).fetch_all(connection).await?;
    entries(rows)?.pop().ok_or(JournalError::Unknown(id))
}

/// The entries of these events, in the order in which they were recorded.
pub(crate) fn entries(mut rows: Vec<Row>) -> Result<Vec<Entry>, JournalError> {
    rows.sort_unstable_by_key(|(_, row, ..)| *row);
    let mut places = HashMap::new();
    let mut entries: Vec<(Uuid, Vec<Written>)> = Vec::new();
    for (entry, row, at, body) in rows {
        let id = read_id(&entry)?;
        let place = *places.entry(id).or_insert(entries.len());
        let written = read_event(row, at, &body)?;
        match entries.get_mut(place) {
            Some((_, events)) => events.push(written),
            None => entries.push((id, vec![written])),
        }
    }
    entries.into_iter().map(|(id, events)| folded(id, events)).collect()
}

fn folded(id: Uuid, events: Vec<Written>) -> Result<Entry, JournalError> {
    let Some(first) = events.first() else { return Err(JournalError::Unknown(id)) };
    let impossible = |what: String| JournalError::Damaged(format!("row {}: {what}", first.row));
    let Event::Recorded { intent } = &first.event else {
        return Err(impossible("an entry begins otherwise".to_owned()));
    };
    let intent = (**intent).clone();
    let progress = Progress::fold(events.iter().map(|written| &written.event));
    let progress = progress.map_err(|problem| impossible(problem.to_string()))?;
    Ok(Entry { id, intent, events, progress })
}

/// The entry's id in the form in which it is written.
pub(crate) fn read_id(text: &str) -> Result<Uuid, JournalError> {
    text.parse().map_err(|_| JournalError::Damaged(format!("{text:?} is not an id")))
}

/// The word for a kind in the journal.
pub(crate) const fn word_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Capture => "capture",
        Kind::Release => "release",
    }
}

/// The moment `at` milliseconds after 1970, UTC.
pub(crate) fn moment(at: i64) -> Result<Timestamp, JournalError> {
    Timestamp::from_millisecond(at).map_err(|_| JournalError::Damaged(format!("{at} is not a time")))
}

fn read_event(row: i64, at: i64, body: &str) -> Result<Written, JournalError> {
    let event = serde_json::from_str(body).map_err(|error| JournalError::Damaged(format!("row {row}: {error}")))?;
    Ok(Written { row, at: moment(at)?, event })
}

fn written_out(event: &Event) -> Result<String, JournalError> {
    serde_json::to_string(event).map_err(|error| JournalError::Damaged(format!("cannot be written: {error}")))
}

fn next_row(head: &Head) -> Result<i64, JournalError> {
    head.row.checked_add(1).ok_or_else(|| JournalError::Damaged("there are too many rows".to_owned()))
}
