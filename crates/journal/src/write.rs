//! The SQL of writing. Each write is one transaction in two questions: the first begins it and looks, the second writes
//! and commits. Nothing can be written beside it in between.

use crate::captures::{Entry, Written};
use crate::chain::Link;
use crate::line::Turn;
use crate::rows::{self, Row};
use crate::{Head, JournalError};
use domain::{Event, Intent};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

/// Begins a transaction that no other window or process can write beside, and asks for the last row, who holds the order
/// and whether anything happened to it after row `$1`. `$own` gives store and number of the order.
macro_rules! begin {
    ($own:literal) => {
        concat!(
            "BEGIN IMMEDIATE; WITH own AS (",
            $own,
            ") SELECT head.row, head.hash, \
             (SELECT claims.entry FROM claims WHERE claims.store = own.store AND claims.order_id = own.order_id), \
             EXISTS (SELECT 1 FROM entries JOIN events ON events.entry = entries.id \
             WHERE entries.store = own.store AND entries.order_id = own.order_id AND events.row > $1)"
        )
    };
}

/// Begins, for order `$3` of store `$2`.
pub(crate) const BEGIN_RECORDING: &str = concat!(begin!("SELECT $2 AS store, $3 AS order_id"), " FROM head, own");

/// Begins, for the order of entry `$2`, and asks for the events of that entry.
pub(crate) const BEGIN_APPENDING: &str = concat!(
    begin!("SELECT store, order_id FROM entries WHERE id = $2"),
    ", events.entry, events.row, events.at, events.body FROM head, own, events WHERE events.entry = $2"
);

const ADD_ENTRY: &str = "INSERT INTO entries (row, id, store, order_id, kind, reference, recorded_at) \
     VALUES ($1, $2, $8, $9, $10, $11, $3);";

const TAKE_CLAIM: &str = "INSERT INTO claims (store, order_id, entry) VALUES ($8, $9, $2);";

const GIVE_CLAIM_BACK: &str = "DELETE FROM claims WHERE store = $8 AND order_id = $9 AND entry = $2;";

/// The database moves the head along.
const ADD_EVENT: &str = "INSERT INTO events (row, entry, at, event, body, previous, hash) \
     VALUES ($1, $2, $3, $4, $5, $6, $7);";

/// What a write stands on.
pub(crate) struct Ground {
    head: Head,
    holder: Option<Uuid>,
    has_moved: bool,
}

impl Ground {
    fn read((row, hash, holder, has_moved): (i64, String, Option<String>, bool)) -> Result<Self, JournalError> {
        let holder = holder.as_deref().map(rows::read_id).transpose()?;
        Ok(Self { head: Head { row, hash }, holder, has_moved })
    }

    /// What becomes of the claim on the order of `entry`, which is unfinished or not after this write.
    ///
    /// # Errors
    /// [`JournalError::OrderBusy`] when another entry holds the order that it needs, [`JournalError::OrderMoved`] when
    /// something happened to the order.
    fn claim(&self, entry: Uuid, is_unfinished: bool) -> Result<Claim, JournalError> {
        #[cfg(feature = "planted")]
        if domain::planted::is_broken(domain::planted::Rule::HoldTheClaim) {
            return Ok(Claim::Stays);
        }
        match self.holder {
            Some(holder) if is_unfinished && holder != entry => Err(JournalError::OrderBusy { unfinished: holder }),
            _ if is_unfinished && self.has_moved => Err(JournalError::OrderMoved),
            None if is_unfinished => Ok(Claim::Taken),
            Some(holder) if !is_unfinished && holder == entry => Ok(Claim::GivenBack),
            _ => Ok(Claim::Stays),
        }
    }

    fn next_row(&self) -> Result<i64, JournalError> {
        self.head.row.checked_add(1).ok_or_else(|| JournalError::Damaged("there are too many rows".to_owned()))
    }
}

/// What a write does to the claim on the order.
#[derive(Clone, Copy)]
enum Claim {
    Taken,
    Stays,
    GivenBack,
}

impl Claim {
    const fn sql(self) -> &'static str {
        match self {
            Self::Taken => TAKE_CLAIM,
            Self::Stays => "",
            Self::GivenBack => GIVE_CLAIM_BACK,
        }
    }
}

/// Begins to record something for an order. With `since`, [`Ground::claim`] looks whether anything happened after that
/// row.
pub(crate) async fn begin_recording(
    turn: &mut Turn,
    intent: &Intent,
    since: Option<i64>,
) -> Result<Ground, JournalError> {
    let look = sqlx::query_as(BEGIN_RECORDING).bind(since).bind(&intent.store).bind(intent.order.as_str());
    let found = look.fetch_one(turn.connection()).await;
    Ground::read(found.map_err(|error| turn.explained(error))?)
}

/// Begins to append to an entry, and reads it.
///
/// # Errors
/// [`JournalError::Unknown`] when there is no such entry; the transaction is open then too.
pub(crate) async fn begin_appending(
    turn: &mut Turn,
    id: Uuid,
    since: Option<i64>,
) -> Result<(Ground, Entry), JournalError> {
    type Found = (i64, String, Option<String>, bool, String, i64, i64, String);
    let look = sqlx::query_as(BEGIN_APPENDING).bind(since).bind(id.to_string());
    let found: Result<Vec<Found>, _> = look.fetch_all(turn.connection()).await;
    let (mut ground, mut events) = (None, Vec::<Row>::new());
    for (row, hash, holder, has_moved, entry, event, at, body) in found.map_err(|error| turn.explained(error))? {
        ground = Some((row, hash, holder, has_moved));
        events.push((entry, event, at, body));
    }
    let entry = rows::entries(events)?.pop();
    match (ground, entry) {
        (Some(ground), Some(entry)) => Ok((Ground::read(ground)?, entry)),
        _ => Err(JournalError::Unknown(id)),
    }
}

/// Adds one event to an entry, whose progress holds it already, and commits. An entry to which nothing happened yet is
/// added with it; the claim on its order is taken, kept or given back.
///
/// # Errors
/// As for [`Ground::claim`], and when it cannot be written.
pub(crate) async fn write(
    turn: &mut Turn,
    ground: &Ground,
    entry: &mut Entry,
    event: Event,
    at: Timestamp,
) -> Result<(), JournalError> {
    let claim = ground.claim(entry.id, entry.progress.state.is_unfinished())?;
    let (id, intent, body) = (entry.id.to_string(), &entry.intent, written_out(&event)?);
    let link = Link {
        row: ground.next_row()?,
        entry: &id,
        at: at.as_millisecond(),
        event: event.name(),
        body: &body,
        previous: &ground.head.hash,
    };
    let add_entry = if entry.events.is_empty() { ADD_ENTRY } else { "" };
    let write = format!("{add_entry}{}{ADD_EVENT}COMMIT", claim.sql());
    let written = sqlx::query(AssertSqlSafe(write))
        .bind(link.row)
        .bind(link.entry)
        .bind(link.at)
        .bind(link.event)
        .bind(link.body)
        .bind(link.previous)
        .bind(link.hash())
        .bind(&intent.store)
        .bind(intent.order.as_str())
        .bind(rows::word_of(intent.kind))
        .bind(intent.reference.as_str())
        .execute(turn.connection())
        .await;
    written.map_err(|error| turn.explained(error))?;
    entry.events.push(Written { row: link.row, at: rows::moment(link.at)?, event });
    Ok(())
}

fn written_out(event: &Event) -> Result<String, JournalError> {
    serde_json::to_string(event).map_err(|error| JournalError::Damaged(format!("cannot be written: {error}")))
}
