//! Unknown outcomes: asked about until a proof ends the question. Only questions are asked; nothing is sent again.

use crate::clock::later;
use crate::desk::LastLook;
use crate::settings::SavedStore;
use crate::view::CaptureView;
use crate::{Desk, Failure, JournalProblem};
use domain::reconcile::{LOOKS_NEEDED, ReferenceSeen, TIME_NEEDED_S, agreed_s};
use domain::{Authorisation, Contradiction, Event, Kind, Look, State, UnclearReason, Verdict, WithdrawnBecause, judge};
use jiff::Timestamp;
use journal::{Entry, Journal, JournalError};
use multisafepay::{Client, Environment, ReadProblem};
use std::time::Duration;
use uuid::Uuid;

/// When to look after a capture became unclear, in seconds.
const FIRST_LOOKS_S: [i64; 3] = [5, 15, 60];

/// How much later than needed the look comes that can prove that it did not land, in seconds: whole seconds are counted.
const TO_BE_SURE_S: u64 = 5;

/// How long looks that saw nothing are repeated every minute, in seconds; then every hour.
const PATIENT_S: i64 = 1800;

/// How long between two looks in the end, in seconds.
const EVERY_S: i64 = 3600;

/// How long a capture may be in its time to undo or on its way, at most, in seconds: 30 to undo, or 60 for the answer.
const UNDER_WAY_S: i64 = 120;

/// How long between two times of looking after what is unfinished, in seconds.
const LOOK_AFTER_S: i64 = 60;

impl Desk {
    /// Looks after what is unfinished now and every minute, for as long as the program runs: another process may have
    /// ended and left something.
    pub async fn look_after(&self) {
        loop {
            if let Err(failure) = self.recover().await {
                tracing::error!(?failure, "what is unfinished could not be looked after");
            }
            let next = later(self.clock().now(), LOOK_AFTER_S);
            self.clock().wait_until(next).await;
        }
    }

    /// Looks after what earlier runs left: what was written down and never sent is withdrawn, what may have been sent
    /// is unclear, and everything unclear is asked about. Called at every start; may be called again.
    ///
    /// # Errors
    /// When a journal cannot be opened or written; the other journals were looked after all the same.
    pub async fn recover(&self) -> Result<(), Failure> {
        let mut outcome = Ok(());
        for environment in self.environments() {
            outcome = outcome.and(self.recover_in(environment).await);
        }
        for environment in self.environments() {
            outcome = outcome.and(self.release_rests(environment).await);
        }
        outcome
    }

    async fn recover_in(&self, environment: Environment) -> Result<(), Failure> {
        let _no_capture_begins = self.beginning().await;
        let open = self.journal(environment).await?;
        if !open.keeper {
            // Another process of ours is alive and looks after its own captures and what earlier ones left.
            return Ok(());
        }
        let first = self.begins_to_keep(environment);
        let now = self.clock().now();
        for entry in self.unfinished_entries(environment).await? {
            if self.is_flying(entry.id) || (!first && may_fly_elsewhere(&entry, now)) {
                continue;
            }
            let store = self.store_of(&entry, environment);
            match entry.progress.state {
                State::Recorded => {
                    self.withdraw(entry.id, &store, WithdrawnBecause::ProgramClosed).await?;
                }
                State::Sending => {
                    let reason = UnclearReason::ProgramEnded;
                    open.journal.append(entry.id, Event::Unclear { reason }, self.clock().now()).await?;
                    self.watch(entry.id, store, self.clock().now());
                }
                _ => self.watch(entry.id, store, self.clock().now()),
            }
        }
        Ok(())
    }

    /// Every capture whose outcome is not known, of all stores of this run whose journal can be read; and why one of the
    /// journals cannot.
    pub(crate) async fn all_unfinished(&self) -> (Vec<CaptureView>, Option<Failure>) {
        let (mut unfinished, mut unreadable) = (Vec::new(), None);
        for environment in self.environments() {
            match self.unfinished_in(environment).await {
                Ok(entries) => unfinished.extend(entries),
                Err(failure) => unreadable = Some(failure),
            }
        }
        (unfinished, unreadable)
    }

    /// Every capture whose outcome is not known, of all stores of this run.
    ///
    /// # Errors
    /// When a journal cannot be read.
    pub async fn unfinished(&self) -> Result<Vec<CaptureView>, Failure> {
        let (unfinished, unreadable) = self.all_unfinished().await;
        unreadable.map_or(Ok(unfinished), Err)
    }

    pub(crate) async fn unfinished_in(&self, environment: Environment) -> Result<Vec<CaptureView>, Failure> {
        let entries = self.unfinished_entries(environment).await?;
        Ok(entries.iter().map(|entry| self.show_entry(entry, &self.store_of(entry, environment))).collect())
    }

    async fn unfinished_entries(&self, environment: Environment) -> Result<Vec<Entry>, Failure> {
        let entries = self.journal(environment).await?.journal.unfinished().await.map_err(Failure::from);
        if let Err(Failure::Journal { problem: problem @ JournalProblem::Damaged }) = &entries {
            self.stop(environment, *problem);
        }
        entries
    }

    /// Looks at an unclear capture now.
    ///
    /// # Errors
    /// When there is no such capture or the journal cannot be written. A look that got no answer is no error: it is
    /// written down as such.
    pub async fn check_again(&self, id: &str) -> Result<CaptureView, Failure> {
        let (entry, store) = self.entry(id).await?;
        if entry.progress.state == State::Unclear {
            let looked = self.look(entry.id, &store).await?;
            return Ok(self.show_entry_with_order(&looked, &store).await);
        }
        Ok(self.show_entry_with_order(&entry, &store).await)
    }

    /// Takes the word of a person who looked in MultiSafepay Control, where what we saw does not fit together or proved
    /// nothing for an hour.
    ///
    /// # Errors
    /// [`Failure::TooLate`] when it is not unclear any more or our own looks may still prove it.
    pub async fn settle(&self, id: &str, landed: bool) -> Result<CaptureView, Failure> {
        let (entry, store) = self.entry(id).await?;
        if !may_settle(&entry, self.clock().now()) {
            return Err(Failure::TooLate);
        }
        let journal = self.journal(store.environment).await?.journal;
        let settled = journal.append(entry.id, Event::Settled { landed }, self.clock().now()).await?;
        self.tell(self.show_entry(&settled, &store));
        Ok(self.show_entry_with_order(&settled, &store).await)
    }

    /// Looks by itself from now on, in a task of its own, until a proof ends the question. The first look is at `first`.
    pub(crate) fn watch(&self, id: Uuid, store: SavedStore, first: Timestamp) {
        if !self.begin_looking(id) {
            return;
        }
        // Set before anything else happens, so that the screen can show it at once.
        self.set_flying(id, |flying| flying.next_look_at = Some(first));
        let desk = self.clone();
        tokio::spawn(async move {
            desk.look_until_known(id, &store, first).await;
            desk.end_looking(id);
            desk.land(id);
        });
    }

    async fn look_until_known(&self, id: Uuid, store: &SavedStore, first: Timestamp) {
        let mut at = first;
        loop {
            self.set_flying(id, |flying| flying.next_look_at = Some(at));
            tokio::select! {
                () = self.clock().wait_until(at) => {}
                () = self.network_returns() => {}
            }
            at = match self.look(id, store).await {
                Ok(entry) if entry.progress.state == State::Unclear => next_look(&entry, self.clock().now()),
                Ok(_) => return,
                Err(failure) => {
                    tracing::warn!(?failure, capture = %id, "a look at an unclear capture was not written");
                    later(self.clock().now(), 60)
                }
            };
        }
    }

    /// One look: the order and our reference are read, the look is written down, and so is what the looks prove.
    async fn look(&self, id: Uuid, store: &SavedStore) -> Result<Entry, Failure> {
        let journal = self.journal(store.environment).await?.journal;
        let entry = journal.entry(id).await?;
        if entry.progress.state != State::Unclear {
            return Ok(entry);
        }
        let (look, awake) = (self.ask(&entry, store).await, self.clock().awake());
        let entry = match self.write_look(&journal, &entry, look, awake).await {
            Ok(entry) => entry,
            // Another look or process ended the question meanwhile.
            Err(JournalError::Progress(_)) => journal.entry(id).await?,
            Err(error) => return Err(error.into()),
        };
        if entry.progress.state != State::Unclear {
            self.forget_next_look(id);
        }
        self.tell(self.show_entry_with_order(&entry, store).await);
        self.release_rest(&entry, store).await;
        Ok(entry)
    }

    /// Writes down a look that was asked when the computer was `awake` for so long, and what all looks prove.
    async fn write_look(
        &self,
        journal: &Journal,
        entry: &Entry,
        look: Look,
        awake: Duration,
    ) -> Result<Entry, JournalError> {
        let intent = &entry.intent;
        let verdict = |looks: &[Look]| judge(intent.kind, intent.amount, &intent.reference, &intent.before, looks);
        let mut looks = entry.progress.looks.clone();
        looks.push(look.clone());
        let contradiction = match verdict(&looks) {
            Verdict::Unknown { contradiction } => contradiction,
            _ => None,
        };
        let at = look.at;
        let waited_s = self.waited_s(entry, awake);
        let looked = append_look(journal, entry, look, waited_s, contradiction).await?;
        if let Some(written) = looked.events.last() {
            self.remember_look(entry.id, LastLook { row: written.row, awake });
        }
        // Another look may have been written meanwhile; the verdict is over everything that stands there now.
        match verdict(&looked.progress.looks) {
            Verdict::Landed { proof } => journal.append(entry.id, Event::Captured { proof }, at).await,
            Verdict::NotLanded => journal.append(entry.id, Event::NotLanded, at).await,
            Verdict::Unknown { .. } => Ok(looked),
        }
    }

    /// Asks the server. What could not be read is absent from the look; it proves nothing.
    async fn ask(&self, entry: &Entry, store: &SavedStore) -> Look {
        let order = self.read(store, &entry.intent.order).await.ok();
        let reference = match (entry.intent.kind, self.client(store).await) {
            (Kind::Capture, Ok(client)) => ask_reference(&client, entry).await,
            _ => None,
        };
        let at = self.clock().now();
        Look { at, waited_s: None, order: order.map(|seen| seen.authorisation.snapshot(seen.at)), reference }
    }

    /// For how many seconds the computer was awake since the entry's last look, where this process made that one: of
    /// another one's looks it does not know when they were, and two must not count the same minutes.
    fn waited_s(&self, entry: &Entry, awake: Duration) -> Option<u32> {
        let row = entry.events.last()?.row;
        let last = self.last_look(entry.id).filter(|last| last.row == row)?;
        u32::try_from(awake.saturating_sub(last.awake).as_secs()).ok()
    }
}

/// Appends a look. Where another one was written after the entry was read, the time until that one is counted there.
async fn append_look(
    journal: &Journal,
    entry: &Entry,
    look: Look,
    waited_s: Option<u32>,
    contradiction: Option<Contradiction>,
) -> Result<Entry, JournalError> {
    let (at, row) = (look.at, entry.events.last().map_or(0, |written| written.row));
    let counted = Event::Looked { look: Look { waited_s, ..look.clone() }, contradiction };
    match journal.append_as_seen(entry.id, counted, row, at).await {
        Err(JournalError::OrderMoved) => journal.append(entry.id, Event::Looked { look, contradiction }, at).await,
        written => written,
    }
}

async fn ask_reference(client: &Client, entry: &Entry) -> Option<ReferenceSeen> {
    match client.order(entry.intent.reference.as_order_id()).await {
        Ok(found) if is_of(&found, entry) => {
            Some(ReferenceSeen::Present { amount: found.authorised, transaction: found.transaction })
        }
        // A capture that was accepted and declined later proves neither, like a question without an answer.
        Err(ReadProblem::NotFound) => Some(ReferenceSeen::Absent),
        Ok(_) | Err(_) => None,
    }
}

/// Whether what was found under the reference is a capture of the entry's order by which money moved. What became of it
/// since, a refund for example, is another matter.
fn is_of(found: &Authorisation, entry: &Entry) -> bool {
    let is_of_another = found.capture_of.as_ref().is_some_and(|order| order != entry.intent.order.as_str());
    found.words.1 == "completed" && !is_of_another
}

/// Whether another process that is alive may work on the entry just now: longer than this no time to undo and no request
/// lasts. What an ended process left is then taken up a little later; at a start it is taken up at once.
fn may_fly_elsewhere(entry: &Entry, now: Timestamp) -> bool {
    let is_under_way = matches!(entry.progress.state, State::Recorded | State::Sending);
    let until = entry.events.last().map(|written| later(written.at, UNDER_WAY_S));
    is_under_way && until.is_some_and(|until| now < until)
}

/// When a capture that just became unclear is looked at first.
pub(super) fn first_look(now: Timestamp) -> Timestamp {
    later(now, FIRST_LOOKS_S[0])
}

/// Whether a person may say what MultiSafepay Control shows.
pub(super) fn may_settle(entry: &Entry, now: Timestamp) -> bool {
    let long = now >= later(unclear_since(entry).unwrap_or(now), EVERY_S);
    entry.progress.state == State::Unclear
        && entry.progress.looks.len() >= LOOKS_NEEDED
        && (entry.progress.contradiction.is_some() || long)
}

/// When it became unclear.
fn unclear_since(entry: &Entry) -> Option<Timestamp> {
    let unclear = |written: &&journal::Written| matches!(written.event, Event::Unclear { .. });
    entry.events.iter().rev().find(unclear).map(|written| written.at)
}

/// When the next look at a capture that is still unclear is due, counted from the last one. `now` counts where nothing
/// else is known.
fn next_look(entry: &Entry, now: Timestamp) -> Timestamp {
    let (intent, looks) = (&entry.intent, &entry.progress.looks);
    let since = unclear_since(entry).unwrap_or(now);
    let last = looks.last().map_or(since, |look| look.at);
    if let Some(seconds) = FIRST_LOOKS_S.get(looks.len()) {
        return later(since, *seconds).max(later(last, 1));
    }
    let agreed = agreed_s(intent.kind, intent.amount, &intent.reference, &intent.before, looks);
    let missing = agreed.map(|agreed| TIME_NEEDED_S.saturating_add(TO_BE_SURE_S).saturating_sub(agreed));
    match missing.and_then(|missing| i64::try_from(missing).ok()) {
        Some(missing) if entry.progress.contradiction.is_none() && missing > 0 => later(last, missing),
        _ if last < later(since, PATIENT_S) => later(last, 60),
        _ => later(last, EVERY_S),
    }
}

#[cfg(test)]
#[path = "recover/tests.rs"]
mod tests;
