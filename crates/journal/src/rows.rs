//! The SQL of entries, events and claims. The only rows that ever go are claims.

use crate::captures::{Entry, Written};
use crate::chain::Link;
use crate::{Head, JournalError};
use domain::{Event, Intent, Kind, Progress};
use jiff::Timestamp;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// The ids of every entry that holds its order, oldest first.
pub(crate) const UNFINISHED: &str =
    "SELECT entries.id FROM claims JOIN entries ON entries.id = claims.entry ORDER BY entries.row";

/// The ids of every entry of order `$2` of store `$1`, oldest first.
pub(crate) const OF_ORDER: &str = "SELECT id FROM entries WHERE store = $1 AND order_id = $2 ORDER BY row";

/// An event of order `$2` of store `$1` after row `$3`, while nothing holds the order.
pub(crate) const MOVED: &str = "SELECT events.row FROM entries JOIN events ON events.entry = entries.id \
     WHERE entries.store = $1 AND entries.order_id = $2 AND events.row > $3 \
     AND NOT EXISTS (SELECT 1 FROM claims WHERE store = $1 AND order_id = $2) LIMIT 1";

/// The ids of the newest entry of each of `$2` orders of store `$1`, newest first.
pub(crate) const RECENT: &str = "SELECT id FROM entries AS newest WHERE store = $1 AND NOT EXISTS \
     (SELECT 1 FROM entries AS later WHERE later.store = newest.store AND later.order_id = newest.order_id \
     AND later.row > newest.row) ORDER BY row DESC LIMIT $2";

/// The events of entry `$1`, oldest first.
pub(crate) const EVENTS: &str = "SELECT row, at, body FROM events WHERE entry = $1 ORDER BY row";

/// The last row.
pub(crate) async fn head(connection: &mut SqliteConnection) -> Result<Head, JournalError> {
    let (row, hash) = sqlx::query_as("SELECT row, hash FROM head").fetch_one(connection).await?;
    Ok(Head { row, hash })
}

/// Adds what can be looked up of an intent. `row` is that of the event that records it, which follows.
pub(crate) async fn add_entry(
    connection: &mut SqliteConnection,
    id: Uuid,
    intent: &Intent,
    at: Timestamp,
) -> Result<(), JournalError> {
    let row = next_row(&head(connection).await?)?;
    let insert = "INSERT INTO entries (row, id, store, order_id, kind, reference, recorded_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sqlx::query(insert)
        .bind(row)
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

/// Adds one event at the end of the chain. The database moves the head along.
pub(crate) async fn add_event(
    connection: &mut SqliteConnection,
    id: Uuid,
    event: Event,
    at: Timestamp,
) -> Result<Written, JournalError> {
    let head = head(connection).await?;
    let (entry, body) = (id.to_string(), written_out(&event)?);
    let link = Link {
        row: next_row(&head)?,
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

/// Refuses when something of the intent's order is finished and happened after `row`. What is unfinished holds the order
/// by its claim.
pub(crate) async fn refuse_if_moved(
    connection: &mut SqliteConnection,
    intent: &Intent,
    row: i64,
) -> Result<(), JournalError> {
    let moved: Option<i64> = sqlx::query_scalar(MOVED)
        .bind(&intent.store)
        .bind(intent.order.as_str())
        .bind(row)
        .fetch_optional(connection)
        .await?;
    if moved.is_some() { Err(JournalError::OrderMoved) } else { Ok(()) }
}

/// Takes the claim on the entry's order, or keeps it where the entry has it already.
///
/// # Errors
/// [`JournalError::OrderBusy`] when another entry holds the order.
pub(crate) async fn hold(connection: &mut SqliteConnection, entry: Uuid, intent: &Intent) -> Result<(), JournalError> {
    #[cfg(feature = "planted")]
    if domain::planted::is_broken(domain::planted::Rule::HoldTheClaim) {
        return Ok(());
    }
    let take = "INSERT INTO claims (store, order_id, entry) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    sqlx::query(take)
        .bind(&intent.store)
        .bind(intent.order.as_str())
        .bind(entry.to_string())
        .execute(&mut *connection)
        .await?;
    let holder: String = sqlx::query_scalar("SELECT entry FROM claims WHERE store = $1 AND order_id = $2")
        .bind(&intent.store)
        .bind(intent.order.as_str())
        .fetch_one(connection)
        .await?;
    match read_id(&holder)? {
        holder if holder == entry => Ok(()),
        unfinished => Err(JournalError::OrderBusy { unfinished }),
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
    let rows: Vec<(i64, i64, String)> = sqlx::query_as(EVENTS).bind(id.to_string()).fetch_all(connection).await?;
    let events = rows.into_iter().map(read_event).collect::<Result<Vec<_>, _>>()?;
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

fn read_event((row, at, body): (i64, i64, String)) -> Result<Written, JournalError> {
    let event = serde_json::from_str(&body).map_err(|error| JournalError::Damaged(format!("row {row}: {error}")))?;
    Ok(Written { row, at: moment(at)?, event })
}

fn written_out(event: &Event) -> Result<String, JournalError> {
    serde_json::to_string(event).map_err(|error| JournalError::Damaged(format!("cannot be written: {error}")))
}

fn next_row(head: &Head) -> Result<i64, JournalError> {
    head.row.checked_add(1).ok_or_else(|| JournalError::Damaged("there are too many rows".to_owned()))
}
