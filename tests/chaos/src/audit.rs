//! The journal, read from its file by other code than its own, and compared with the ledger.

use crate::books::Books;
use domain::{Event, Intent, Kind, Progress, State};
use multisafepay::{Method, Request};
use simulator::Ledger;
use simulator::ledger::Ended;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, SqliteConnection};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use uuid::Uuid;

/// One entry as the file has it.
#[derive(Clone, Debug)]
pub struct Known {
    /// Its place among the entries, from 1: ids differ from run to run, places do not.
    pub place: usize,
    /// What was to be done.
    pub intent: Intent,
    /// Where it stands.
    pub progress: Progress,
}

/// Everything that the file says.
pub struct Audit {
    connection: SqliteConnection,
    rows: i64,
    entries: HashMap<Uuid, Known>,
    sent: HashSet<(Uuid, u32)>,
    recorded: Vec<Uuid>,
}

impl Audit {
    /// Reads the journal in `folder` beside whoever writes it.
    pub async fn open(file: &Path) -> Self {
        let options = SqliteConnectOptions::new().filename(file).read_only(true).disable_statement_logging();
        let connection = options.connect().await.unwrap();
        Self { connection, rows: 0, entries: HashMap::new(), sent: HashSet::new(), recorded: Vec::new() }
    }

    /// Reads on another file of the same journal, and says what of it was lost.
    pub async fn reopen(self, file: &Path) -> Result<Self, String> {
        let (rows, sent) = (self.rows, self.sent);
        let mut audit = Self { sent, ..Self::open(file).await };
        audit.read().await?;
        audit.recorded.clear();
        if audit.rows < rows {
            return Err(format!("row {rows} was written and is gone after the power was lost"));
        }
        Ok(audit)
    }

    /// How many events there are.
    #[must_use]
    pub const fn rows(&self) -> i64 {
        self.rows
    }

    /// The entries, oldest first.
    #[must_use]
    pub fn entries(&self) -> BTreeMap<usize, (Uuid, &Known)> {
        self.entries.iter().map(|(id, known)| (known.place, (*id, known))).collect()
    }

    /// How many events of this name there are.
    pub async fn count_events(&mut self, name: &str) -> u64 {
        let count: i64 = sqlx::query_scalar("SELECT count(*) FROM events WHERE event = $1")
            .bind(name)
            .fetch_one(&mut self.connection)
            .await
            .unwrap();
        count.unsigned_abs()
    }

    /// One entry.
    #[must_use]
    pub fn entry(&self, id: Uuid) -> Option<&Known> {
        self.entries.get(&id)
    }

    /// Reads what was written since the last time; says each event as `entry 2: sent`.
    ///
    /// # Errors
    /// When an event cannot follow, or two unfinished entries hold one order.
    pub async fn read(&mut self) -> Result<Vec<String>, String> {
        let rows: Vec<(i64, String, String)> =
            sqlx::query_as("SELECT row, entry, body FROM events WHERE row > $1 ORDER BY row")
                .bind(self.rows)
                .fetch_all(&mut self.connection)
                .await
                .map_err(|error| format!("the journal cannot be read: {error}"))?;
        let mut said = Vec::with_capacity(rows.len());
        for (row, entry, body) in rows {
            self.rows = row;
            let event: Event = serde_json::from_str(&body).map_err(|error| format!("row {row}: {error}"))?;
            let id: Uuid = entry.parse().map_err(|_| format!("row {row}: no id"))?;
            said.push(self.follow(row, id, &event)?);
        }
        self.one_claim_per_order()?;
        Ok(said)
    }

    fn follow(&mut self, row: i64, id: Uuid, event: &Event) -> Result<String, String> {
        let place = self.entries.len() + 1;
        if let Event::Recorded { intent } = event {
            let progress = Progress::begin(event).map_err(|problem| format!("row {row}: {problem}"))?;
            self.recorded.push(id);
            self.entries.insert(id, Known { place, intent: (**intent).clone(), progress });
            return Ok(format!("entry {place}: recorded {} {}", intent.order, intent.amount.minor()));
        }
        let known = self.entries.get_mut(&id).ok_or_else(|| format!("row {row}: an event before its entry"))?;
        known.progress = known.progress.clone().after(event).map_err(|problem| format!("row {row}: {problem}"))?;
        Ok(format!("entry {}: {}", known.place, event.name()))
    }

    fn one_claim_per_order(&self) -> Result<(), String> {
        let mut held = HashSet::new();
        for known in self.entries.values().filter(|known| known.progress.state.is_unfinished()) {
            if !held.insert(&known.intent.order) {
                return Err(format!("two unfinished entries hold order {}", known.intent.order));
            }
        }
        Ok(())
    }

    /// The entry that a write belongs to: the one that the file says is being sent, of this order and with this body.
    ///
    /// # Errors
    /// When there is none, or when its attempt was sent before.
    pub fn sender_of(&mut self, request: &Request) -> Result<Uuid, String> {
        let order = crate::books::order_of(&request.path);
        let kind = if request.method == Method::Post { Kind::Capture } else { Kind::Release };
        let is_sender = |known: &Known| {
            let intent = &known.intent;
            intent.order.as_str() == order
                && intent.kind == kind
                && Some(&intent.body) == request.body.as_ref()
                && matches!(known.progress.state, State::Sending | State::Unclear | State::NotLanded | State::Captured)
                && known.progress.attempts > 0
        };
        // Another process may have taken the entry for one of an ended run and looked at it meanwhile.
        let unfinished_first = |known: &Known| (known.progress.state != State::Sending, std::cmp::Reverse(known.place));
        let senders = self.entries.iter().filter(|(_, known)| is_sender(known));
        let sender = senders.min_by_key(|(_, known)| unfinished_first(known));
        let Some((id, known)) = sender else { return Err("a request was sent before it was recorded".to_owned()) };
        if self.sent.insert((*id, known.progress.attempts)) {
            Ok(*id)
        } else {
            Err(format!("entry {}: attempt {} was sent twice", known.place, known.progress.attempts))
        }
    }

    /// The entries that were recorded since the last time.
    pub fn take_recorded(&mut self) -> Vec<Known> {
        std::mem::take(&mut self.recorded).into_iter().filter_map(|id| self.entries.get(&id).cloned()).collect()
    }

    /// Compares every entry with the ledger.
    ///
    /// # Errors
    /// What the journal says and the ledger denies.
    pub fn compare(&self, ledger: &Ledger, books: &Books) -> Result<(), String> {
        self.entries.iter().try_for_each(|(id, known)| {
            let landed = books.landed(*id);
            if landed > 1 {
                return Err(format!("entry {}: captured twice", known.place));
            }
            compare_state(&known.intent, known.progress.state, ledger, landed)
                .map_err(|what| format!("entry {}: {what}", known.place))
        })
    }
}

/// Whether the ledger is as the intent says it was. What the clerk confirmed was true when it was written down: between
/// the reading and the writing nobody else at this computer captured.
///
/// # Errors
/// What the ledger says instead.
pub fn compare_before(intent: &Intent, ledger: &Ledger) -> Result<(), String> {
    let order = intent.order.as_str();
    let held = ledger.order(order).and_then(|order| order.reservation.as_ref()).filter(|held| held.ended.is_none());
    match (intent.before.remaining, held) {
        (Some(remaining), Some(held)) if remaining.minor() != held.remain => {
            Err(format!("recorded for {} that remains, when {} remained", remaining.minor(), held.remain))
        }
        _ => Ok(()),
    }
}

/// Whether `state` is true of `intent`, of which `landed` writes changed the ledger.
///
/// # Errors
/// What the ledger says instead.
pub fn compare_state(intent: &Intent, state: State, ledger: &Ledger, landed: u32) -> Result<(), String> {
    match state {
        State::Captured if landed == 0 && !is_there(intent, ledger) => {
            Err("the program says captured, the ledger says no".to_owned())
        }
        State::Withdrawn | State::NotSent | State::Refused | State::NotLanded if landed > 0 => {
            Err(format!("the program says {state:?}, the ledger says captured"))
        }
        _ => Ok(()),
    }
}

/// Whether the ledger shows what the intent wanted, whoever did it: the reference with its amount, the whole order
/// captured, or its remainder given up.
fn is_there(intent: &Intent, ledger: &Ledger) -> bool {
    let order = intent.order.as_str();
    if intent.kind == Kind::Release {
        let reservation = ledger.order(order).and_then(|order| order.reservation.as_ref());
        return reservation.is_some_and(|reservation| reservation.ended == Some(Ended::Released));
    }
    let amount = intent.amount.minor();
    let takes_all = intent.amount == intent.authorised;
    let rows = ledger.captures_of(order);
    rows.iter().any(|row| row.amount == amount && (takes_all || row.reference == intent.reference.as_str()))
}
