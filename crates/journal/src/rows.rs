//! The SQL of reading, and entries made of rows.

use crate::JournalError;
use crate::captures::{Entry, Written};
use domain::{Event, Kind, Progress};
use jiff::Timestamp;
use std::collections::HashMap;
use uuid::Uuid;

/// The last row and its hash.
pub(crate) const HEAD: &str = "SELECT row, hash FROM head";

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

/// An event as it stands in the file: its entry, row, moment and body.
pub(crate) type Row = (String, i64, i64, String);

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
