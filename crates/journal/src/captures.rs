//! Entries: one capture or release, with everything that happened to it.

use crate::line::Turn;
use crate::open::apart;
use crate::rows::{self, Row};
use crate::{Journal, JournalError, write};
use domain::{Event, Intent, OrderId, Progress};
use jiff::Timestamp;
use sqlx::query::QueryAs;
use sqlx::sqlite::{Sqlite, SqliteArguments};
use uuid::{NoContext, Uuid};

/// One event as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its place in the journal, from 1, without gaps.
    pub row: i64,
    /// When it was written, to the millisecond.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
}

/// One capture or release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id in this journal.
    pub id: Uuid,
    /// What was to be done.
    pub intent: Intent,
    /// Everything that happened, oldest first; the first is the recording of the intent.
    pub events: Vec<Written>,
    /// Where it stands: the fold of the events.
    pub progress: Progress,
}

impl Journal {
    /// Writes the intent down and claims its order, in one transaction with full sync. Nothing was sent yet.
    ///
    /// # Errors
    /// [`JournalError::OrderBusy`] when something of this order is unfinished, in this or another process.
    pub async fn record(&self, intent: Intent, at: Timestamp) -> Result<Entry, JournalError> {
        self.record_since(intent, None, at).await
    }

    /// As [`Self::record`], for an order that was read when the journal ended with `row`: what is written down was still
    /// true then. Without this, a second window whose question was answered slowly could act on what was true before the
    /// first one's capture, which took and gave back its claim meanwhile.
    ///
    /// # Errors
    /// [`JournalError::OrderMoved`] when something happened to the order after `row`; as for [`Self::record`] besides.
    pub async fn record_as_seen(&self, intent: Intent, row: i64, at: Timestamp) -> Result<Entry, JournalError> {
        self.record_since(intent, Some(row), at).await
    }

    async fn record_since(&self, intent: Intent, row: Option<i64>, at: Timestamp) -> Result<Entry, JournalError> {
        let journal = self.clone();
        apart(async move {
            let mut turn = journal.writer.turn().await?;
            let outcome = recorded(&mut turn, intent, row, at).await;
            turn.finish(outcome).await
        })
        .await
    }

    /// Appends what happened. The claim on the order is given back when the entry is no longer unfinished; it is taken
    /// again (or refused) when a proved-not-landed capture is sent once more. All in one transaction with full sync.
    ///
    /// # Errors
    /// [`JournalError::Progress`] when the event cannot follow: another window or process was faster.
    /// [`JournalError::OrderBusy`] when it would lock the order again and another entry holds it by now.
    pub async fn append(&self, id: Uuid, event: Event, at: Timestamp) -> Result<Entry, JournalError> {
        self.append_since(id, event, None, at).await
    }

    /// As [`Self::append`], for an order that was read when the journal ended with `row`.
    ///
    /// # Errors
    /// [`JournalError::OrderMoved`] when something happened to the order after `row`; as for [`Self::append`] besides.
    pub async fn append_as_seen(&self, id: Uuid, event: Event, row: i64, at: Timestamp) -> Result<Entry, JournalError> {
        self.append_since(id, event, Some(row), at).await
    }

    async fn append_since(
        &self,
        id: Uuid,
        event: Event,
        row: Option<i64>,
        at: Timestamp,
    ) -> Result<Entry, JournalError> {
        let journal = self.clone();
        apart(async move {
            let mut turn = journal.writer.turn().await?;
            let outcome = appended(&mut turn, id, event, row, at).await;
            turn.finish(outcome).await
        })
        .await
    }

    /// One entry.
    ///
    /// # Errors
    /// [`JournalError::Unknown`] when there is none.
    pub async fn entry(&self, id: Uuid) -> Result<Entry, JournalError> {
        let mut found = self.entries(sqlx::query_as(rows::OF_ENTRY).bind(id.to_string())).await?;
        found.pop().ok_or(JournalError::Unknown(id))
    }

    /// Every unfinished entry, oldest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn unfinished(&self) -> Result<Vec<Entry>, JournalError> {
        self.entries(sqlx::query_as(rows::UNFINISHED)).await
    }

    /// Every entry of one order of one store, oldest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn of_order(&self, store: &str, order: &OrderId) -> Result<Vec<Entry>, JournalError> {
        self.entries(sqlx::query_as(rows::OF_ORDER).bind(store.to_owned()).bind(order.to_string())).await
    }

    /// Every entry of a store whose intent names this invoice number, whatever its order, oldest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn of_invoice(&self, store: &str, invoice: &str) -> Result<Vec<Entry>, JournalError> {
        self.entries(sqlx::query_as(rows::OF_INVOICE).bind(store.to_owned()).bind(invoice.to_owned())).await
    }

    /// The newest entry of each of the `limit` orders of a store for which something was recorded last, newest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn recent(&self, store: &str, limit: u32) -> Result<Vec<Entry>, JournalError> {
        let mut entries = self.entries(sqlx::query_as(rows::RECENT).bind(store.to_owned()).bind(limit)).await?;
        entries.reverse();
        Ok(entries)
    }

    /// The entries whose events a question asks for, oldest first.
    async fn entries(
        &self,
        question: QueryAs<'static, Sqlite, Row, SqliteArguments>,
    ) -> Result<Vec<Entry>, JournalError> {
        let reader = self.reader.clone();
        apart(async move {
            let mut turn = reader.turn().await?;
            let found = question.fetch_all(turn.connection()).await;
            turn.give_back();
            rows::entries(found?)
        })
        .await
    }
}

async fn recorded(turn: &mut Turn, intent: Intent, since: Option<i64>, at: Timestamp) -> Result<Entry, JournalError> {
    let ground = write::begin_recording(turn, &intent, since).await?;
    let event = Event::Recorded { intent: Box::new(intent.clone()) };
    let progress = Progress::begin(&event)?;
    let mut entry = Entry { id: new_id(at), intent, events: Vec::new(), progress };
    write::write(turn, &ground, &mut entry, event, at).await?;
    Ok(entry)
}

async fn appended(
    turn: &mut Turn,
    id: Uuid,
    event: Event,
    since: Option<i64>,
    at: Timestamp,
) -> Result<Entry, JournalError> {
    let (ground, mut entry) = write::begin_appending(turn, id, since).await?;
    entry.progress = entry.progress.after(&event)?;
    write::write(turn, &ground, &mut entry, event, at).await?;
    Ok(entry)
}

/// An id that nobody else has; ids of later moments sort later.
fn new_id(at: Timestamp) -> Uuid {
    let seconds = u64::try_from(at.as_second()).unwrap_or_default();
    let nanoseconds = u32::try_from(at.subsec_nanosecond()).unwrap_or_default();
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, nanoseconds))
}
