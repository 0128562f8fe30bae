//! The way along the chain, from the first row to the last.

use super::{BrokenKind, Stop};
use crate::Head;
use crate::chain::{Link, beginning};
use crate::migrate::environment_of;
use domain::{Event, Progress};
use futures_util::TryStreamExt as _;
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// Row, entry, at, event, body, previous, hash.
type Row = (i64, String, i64, String, String, String, String);

/// How far the chain was followed and what it says.
pub(super) struct Walk {
    expected: Option<Head>,
    last: Head,
    progress: HashMap<String, Progress>,
}

impl Walk {
    pub fn new(expected: Option<Head>) -> Self {
        Self { expected, last: Head { row: 0, hash: String::new() }, progress: HashMap::new() }
    }

    /// The row that comes after what was followed so far.
    pub const fn next_row(&self) -> i64 {
        self.last.row.saturating_add(1)
    }

    pub fn into_head(self) -> Head {
        self.last
    }

    /// Where each entry stands by its events.
    pub const fn progress(&self) -> &HashMap<String, Progress> {
        &self.progress
    }

    /// Follows every row, then compares the end with the head in the file and with the expected one.
    pub async fn follow(&mut self, connection: &mut SqliteConnection) -> Result<(), Stop> {
        self.last.hash = beginning(&environment_of(connection).await?);
        let broken = self.follow_rows(connection).await?;
        if let Some(row) = broken {
            let kind = if is_moved(connection, &row).await? { BrokenKind::Moved } else { BrokenKind::Altered };
            return Err(Stop::at(row.0, kind));
        }
        let (row, hash) = sqlx::query_as("SELECT row, hash FROM head").fetch_one(connection).await?;
        self.compare_end(&Head { row, hash })
    }

    /// Follows the rows as far as each agrees with its own hash; gives the first one that does not.
    async fn follow_rows(&mut self, connection: &mut SqliteConnection) -> Result<Option<Row>, Stop> {
        let all = "SELECT row, entry, at, event, body, previous, hash FROM events ORDER BY row";
        let mut rows = sqlx::query_as::<_, Row>(all).fetch(connection);
        while let Some(row) = rows.try_next().await? {
            self.compare_place(&row)?;
            if link(&row).hash() != row.6 {
                return Ok(Some(row));
            }
            self.step(row)?;
        }
        Ok(None)
    }

    fn compare_place(&self, row: &Row) -> Result<(), Stop> {
        match row.0 {
            place if place == self.next_row() => Ok(()),
            place if place > self.next_row() => Err(Stop::at(self.next_row(), BrokenKind::Removed)),
            place => Err(Stop::at(place, BrokenKind::Altered)),
        }
    }

    /// A row that agrees with its own hash: it must follow the one before it, and say something that can happen.
    fn step(&mut self, (row, entry, _, name, body, previous, hash): Row) -> Result<(), Stop> {
        if previous != self.last.hash {
            return Err(Stop::at(self.last.row.max(1), BrokenKind::Altered));
        }
        let Some(progress) = progress_after(self.progress.remove(&entry), &name, &body) else {
            return Err(Stop::at(row, BrokenKind::Altered));
        };
        self.progress.insert(entry, progress);
        self.last = Head { row, hash };
        match &self.expected {
            Some(expected) if expected.row == row && *expected != self.last => Err(Stop::at(row, BrokenKind::Altered)),
            _ => Ok(()),
        }
    }

    fn compare_end(&self, head: &Head) -> Result<(), Stop> {
        let expected = self.expected.as_ref().map_or(0, |expected| expected.row);
        if head.row.max(expected) > self.last.row {
            Err(Stop::at(self.next_row(), BrokenKind::Cut))
        } else if head.row < self.last.row {
            Err(Stop::at(head.row.saturating_add(1), BrokenKind::Altered))
        } else if *head == self.last {
            Ok(())
        } else {
            Err(Stop::at(self.last.row.max(1), BrokenKind::Altered))
        }
    }
}

fn link((row, entry, at, event, body, previous, _): &Row) -> Link<'_> {
    Link { row: *row, entry, at: *at, event, body, previous }
}

/// Nothing when the event cannot be read or cannot follow.
fn progress_after(before: Option<Progress>, name: &str, body: &str) -> Option<Progress> {
    let event: Event = serde_json::from_str(body).ok().filter(|event: &Event| event.name() == name)?;
    before.map_or_else(|| Progress::begin(&event), |before| before.after(&event)).ok()
}

/// Whether a row that does not agree with its hash was written at another place: with the hashes that came along with
/// it, or with those that stayed there.
async fn is_moved(connection: &mut SqliteConnection, row: &Row) -> Result<bool, Stop> {
    let moved = link(row);
    let agrees = |place: i64, previous: &str, hash: &str| {
        place != row.0
            && (Link { row: place, ..moved }.hash() == row.6 || Link { row: place, previous, ..moved }.hash() == hash)
    };
    let mut places =
        sqlx::query_as::<_, (i64, String, String)>("SELECT row, previous, hash FROM events").fetch(connection);
    let mut after_last = 1;
    while let Some((place, previous, hash)) = places.try_next().await? {
        if agrees(place, &previous, &hash) {
            return Ok(true);
        }
        after_last = place.saturating_add(1).max(after_last);
    }
    Ok(agrees(after_last, "", ""))
}
