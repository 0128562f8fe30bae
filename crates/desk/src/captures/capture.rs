//! One capture, from the clerk's confirmation to its outcome.

use super::preview::History;
use super::recover::first_look;
use crate::clock::{Moment, later};
use crate::settings::SavedStore;
use crate::view::{CaptureForm, CaptureView};
use crate::{Desk, Failure, JournalProblem};
use domain::{Event, Intent, Kind, OrderId, Progress, Proof, State, UnclearReason, WithdrawnBecause};
use jiff::Timestamp;
use journal::{Entry, Journal, JournalError};
use multisafepay::{Client, WriteOutcome};
use uuid::Uuid;

/// How long to wait before the journal is tried again, in seconds.
const JOURNAL_AGAIN_S: i64 = 2;

/// How far clock and computer may be apart at the end of the time to undo, in seconds. More means that the computer slept
/// or that its clock was set.
const APART_S: i64 = 30;

impl Desk {
    /// Captures what the check page showed. `digest` is that of the page, `confirmed` that its warnings were ticked.
    /// The intent is on disk when this answers; it is sent after the grace period unless it is undone.
    ///
    /// # Errors
    /// When it may not be captured, what was shown is no longer true, or the journal cannot be written. Nothing was
    /// sent then.
    pub async fn capture(&self, form: &CaptureForm, digest: &str, confirmed: bool) -> Result<CaptureView, Failure> {
        let store = self.store(&form.store)?;
        let order = OrderId::new(&form.order).map_err(|problem| Failure::order_number(problem, &form.order))?;
        let shown = self.last_read(&store, &order).await?;
        // Read before the order is: what happens to the order after it is refused when the intent is written down.
        let history = self.history(&store, &order, &form.invoice).await?;
        let prepared = self.prepare(form, &store, &shown, &history);
        let Some(intent) = prepared.intent else {
            return Err(Failure::Form { problems: prepared.preview.problems });
        };
        if prepared.preview.digest.as_deref() != Some(digest) {
            return Err(Failure::ShownChanged);
        }
        if !prepared.preview.warnings.is_empty() && !confirmed {
            return Err(Failure::NotConfirmed { warnings: prepared.preview.warnings });
        }
        let fresh = self.read(&store, &order).await?;
        if fresh.authorisation.remaining != shown.authorisation.remaining {
            return Err(Failure::RemainingChanged {
                before: shown.authorisation.remaining.map(Into::into),
                now: fresh.authorisation.remaining.map(Into::into),
            });
        }
        let again = self.prepare(form, &store, &fresh, &history);
        let Some(intent_now) = again.intent else { return Err(Failure::Form { problems: again.preview.problems }) };
        if intent_now.body != intent.body {
            return Err(Failure::ShownChanged);
        }
        let undo_s = self.saved().settings.undo_s;
        self.begin(intent_now, history, &store, undo_s).await
    }

    /// Writes an intent down and sends it after `undo_s` seconds. `history` is that of the order before the order was
    /// read: what happened to it since makes the intent untrue.
    pub(crate) async fn begin(
        &self,
        intent: Intent,
        history: History,
        store: &SavedStore,
        undo_s: u8,
    ) -> Result<CaptureView, Failure> {
        let journal = self.journal(store.environment).await?.journal;
        self.refuse_when_stopped(store)?;
        // What is written down and not yet known to fly would look like something that an earlier run left.
        let beginning = self.beginning().await;
        let (now, begun) = (self.clock().now(), Moment::now(self.clock()));
        let entry = match journal.record_as_seen(intent, history.row(), now).await {
            Ok(entry) => entry,
            Err(JournalError::OrderBusy { unfinished }) => return Err(self.busy(unfinished, &journal, store).await),
            Err(error) => return Err(error.into()),
        };
        let sends_at = later(now, i64::from(undo_s));
        self.set_flying(entry.id, |flying| flying.sends_at = Some(sends_at));
        drop(beginning);
        let (desk, store_then, id) = (self.clone(), store.clone(), entry.id);
        tokio::spawn(async move { desk.send_after_grace(id, &store_then, history, begun, sends_at).await });
        Ok(self.show_entry(&entry, store))
    }

    /// Nothing may be written down or sent while what is unfinished in the journal cannot be read.
    fn refuse_when_stopped(&self, store: &SavedStore) -> Result<(), Failure> {
        self.stopped(store.environment).map_or(Ok(()), |problem| Err(Failure::Journal { problem }))
    }

    async fn busy(&self, unfinished: Uuid, journal: &Journal, store: &SavedStore) -> Failure {
        match journal.entry(unfinished).await {
            Ok(entry) => Failure::OrderBusy { capture: Box::new(self.show_entry(&entry, store)) },
            Err(error) => error.into(),
        }
    }

    /// Stops a capture before it is sent.
    ///
    /// # Errors
    /// [`Failure::TooLate`] when it was sent already.
    pub async fn undo_capture(&self, id: &str) -> Result<CaptureView, Failure> {
        let (entry, store) = self.entry(id).await?;
        let withdrawn = self.withdraw(entry.id, &store, WithdrawnBecause::Undone).await?;
        Ok(self.show_entry(&withdrawn, &store))
    }

    pub(crate) async fn withdraw(
        &self,
        id: Uuid,
        store: &SavedStore,
        because: WithdrawnBecause,
    ) -> Result<Entry, Failure> {
        let journal = self.journal(store.environment).await?.journal;
        let entry = journal.append(id, Event::Withdrawn { because }, self.clock().now()).await?;
        self.land(id);
        self.tell(self.show_entry(&entry, store));
        Ok(entry)
    }

    /// Sends a capture that was proved not to have landed once more, under the same reference.
    ///
    /// # Errors
    /// When it is not in that state, the order changed since, or it cannot be read.
    pub async fn send_again(&self, id: &str) -> Result<CaptureView, Failure> {
        let (entry, store) = self.entry(id).await?;
        if entry.progress.state != State::NotLanded || self.is_flying(entry.id) {
            return Err(Failure::TooLate);
        }
        let history = self.history(&store, &entry.intent.order, "").await?;
        let fresh = self.read(&store, &entry.intent.order).await?;
        if fresh.authorisation.remaining != entry.intent.before.remaining {
            return Err(Failure::RemainingChanged {
                before: entry.intent.before.remaining.map(Into::into),
                now: fresh.authorisation.remaining.map(Into::into),
            });
        }
        if !self.take_off(entry.id) {
            return Err(Failure::TooLate);
        }
        let row = history.row();
        match self.send(entry.id, entry.progress.attempts, &store, history, Some(row)).await {
            Ok(sent) => Ok(self.show_entry(&sent, &store)),
            Err(failure) => {
                self.land(entry.id);
                Err(failure)
            }
        }
    }

    async fn send_after_grace(
        &self,
        id: Uuid,
        store: &SavedStore,
        history: History,
        begun: Moment,
        sends_at: Timestamp,
    ) {
        self.clock().wait_until(sends_at).await;
        if begun.was_lost(self.clock(), APART_S) {
            return self.withdraw_for_certain(id, store, WithdrawnBecause::ComputerSlept, None).await;
        }
        if let Err(failure) = self.send(id, 0, store, history, None).await {
            tracing::warn!(?failure, capture = %id, "the capture was not sent");
            match failure {
                Failure::Journal { problem } => {
                    let because = WithdrawnBecause::NotWritten;
                    self.withdraw_for_certain(id, store, because, Some(problem)).await;
                }
                // Undone, or withdrawn by another process: there is nothing to send.
                _ => self.land(id),
            }
            self.tell_anew(id).await;
        }
    }

    /// Withdraws a capture of which nothing was sent, trying until the journal takes it; until then the screen shows why
    /// it does not. Should the program end meanwhile, the next start withdraws it.
    async fn withdraw_for_certain(
        &self,
        id: Uuid,
        store: &SavedStore,
        because: WithdrawnBecause,
        mut problem: Option<JournalProblem>,
    ) {
        loop {
            if problem.is_some() {
                self.set_flying(id, |flying| (flying.sends_at, flying.journal) = (None, problem));
                self.tell_anew(id).await;
                self.clock().wait_until(later(self.clock().now(), JOURNAL_AGAIN_S)).await;
            }
            match self.withdraw(id, store, because).await {
                Err(Failure::Journal { problem: again }) => problem = Some(again),
                // Withdrawn, or undone meanwhile.
                _ => return self.land(id),
            }
        }
    }

    /// Tells the screen how the capture stands in the journal.
    async fn tell_anew(&self, id: Uuid) {
        if let Ok((entry, store)) = self.entry(&id.to_string()).await {
            self.tell(self.show_entry(&entry, &store));
        }
    }

    /// Writes that it is being sent after so many `attempts`, then sends it in a task of its own, which nothing cancels.
    /// Answers once the sending is on disk. `history` is that of the order before the intent, `row` is the order's last one
    /// before it was read for this, where it was.
    async fn send(
        &self,
        id: Uuid,
        attempts: u32,
        store: &SavedStore,
        history: History,
        row: Option<i64>,
    ) -> Result<Entry, Failure> {
        self.refuse_when_stopped(store)?;
        let client = match self.client(store).await {
            Ok(client) => client,
            Err(failure) => {
                self.withdraw(id, store, WithdrawnBecause::KeyMissing).await?;
                return Err(failure);
            }
        };
        let journal = self.journal(store.environment).await?.journal;
        #[cfg(feature = "planted")]
        if domain::planted::is_broken(domain::planted::Rule::RecordBeforeSending) {
            let intent = journal.entry(id).await?.intent;
            let _ = client.capture(&intent.order, &intent.reference, intent.body).await;
        }
        let (event, now) = (Event::Sent { attempt: attempts.saturating_add(1) }, self.clock().now());
        let entry = match row {
            Some(row) => journal.append_as_seen(id, event, row, now).await,
            None => journal.append(id, event, now).await,
        };
        let entry = match entry {
            Ok(entry) => entry,
            Err(JournalError::OrderBusy { unfinished }) => return Err(self.busy(unfinished, &journal, store).await),
            Err(error) => return Err(error.into()),
        };
        self.set_flying(id, |flying| flying.sends_at = None);
        self.tell(self.show_entry(&entry, store));
        let (desk, store, sent) = (self.clone(), store.clone(), entry.clone());
        let on_its_way = self.on_its_way();
        tokio::spawn(async move {
            desk.finish(&sent, &store, &client, &journal, history).await;
            drop(on_its_way);
        });
        Ok(entry)
    }

    /// The one request, its outcome into the journal, and the order read once more. While it is on its way, nothing else
    /// can happen to the order: `history` is what the journal knows of it besides.
    async fn finish(&self, sent: &Entry, store: &SavedStore, client: &Client, journal: &Journal, mut history: History) {
        let intent = &sent.intent;
        let outcome = match intent.kind {
            Kind::Capture => client.capture(&intent.order, &intent.reference, intent.body.clone()).await,
            Kind::Release => client.release(&intent.order, intent.body.clone()).await,
        };
        let outcome = doubted(outcome, sent, &history);
        tracing::info!(capture = %sent.id, outcome = outcome_word(&outcome), "the server was asked to capture");
        let entry = self.write_for_certain(sent, store, journal, event_of(outcome)).await;
        if entry.progress.state == State::Unclear {
            self.watch(entry.id, store.clone(), first_look(self.clock().now()));
            self.tell(self.show_entry(&entry, store));
            return;
        }
        self.land(entry.id);
        self.tell(self.show_entry(&entry, store));
        if let Ok(seen) = self.read(store, &intent.order).await {
            history.take(entry.clone());
            let order = self.show_order_with(store, &seen, &history.entries);
            self.tell(CaptureView { after: Some(Box::new(order)), ..self.show_entry(&entry, store) });
        }
        self.release_rest(&entry, store).await;
    }

    /// Appends an outcome, trying until the journal takes it; until then the screen shows the outcome and that it is
    /// not on disk yet. Should the program end meanwhile, the next start finds it sent and asks the server.
    async fn write_for_certain(&self, sent: &Entry, store: &SavedStore, journal: &Journal, event: Event) -> Entry {
        loop {
            let now = self.clock().now();
            let problem = match journal.append(sent.id, event.clone(), now).await {
                Ok(entry) => {
                    self.set_flying(sent.id, |flying| flying.journal = None);
                    return entry;
                }
                // Another process found the outcome while the answer was on its way: its entry stands.
                Err(JournalError::Progress(_)) => match journal.entry(sent.id).await {
                    Ok(entry) => return entry,
                    Err(error) => JournalProblem::from(error),
                },
                Err(error) => JournalProblem::from(error),
            };
            tracing::error!(capture = %sent.id, ?problem, "the outcome could not be written yet");
            self.set_flying(sent.id, |flying| flying.journal = Some(problem));
            self.tell(self.show_entry(&with_event(sent, &event, now), store));
            self.clock().wait_until(later(now, JOURNAL_AGAIN_S)).await;
        }
    }

    /// Withdraws what is in its grace period, waits for the answers that are on their way, and closes the journals. A
    /// program that ends before that loses nothing: the next start asks about what was sent.
    pub async fn close(&self) {
        for environment in self.environments() {
            let Ok(open) = self.journal(environment).await else { continue };
            let Ok(entries) = open.journal.unfinished().await else { continue };
            for entry in entries {
                if entry.progress.state == State::Recorded && self.is_flying(entry.id) {
                    let store = self.store_of(&entry, environment);
                    if let Err(failure) = self.withdraw(entry.id, &store, WithdrawnBecause::ProgramClosed).await {
                        tracing::warn!(?failure, "a capture could not be withdrawn while closing");
                    }
                }
            }
        }
        self.nothing_on_its_way().await;
        self.close_journals().await;
    }
}

/// The entry as it would be with one more event, for the screen only.
fn with_event(entry: &Entry, event: &Event, at: Timestamp) -> Entry {
    let mut shown = entry.clone();
    let row = shown.events.last().map_or(0, |written| written.row);
    shown.events.push(journal::Written { row, at, event: event.clone() });
    if let Ok(progress) = Progress::fold(shown.events.iter().map(|written| &written.event)) {
        shown.progress = progress;
    }
    shown
}

/// An answer that proves less than it says. A yes that names a transaction which was there before the request proves
/// nothing: the server may tell the first result of a reference again, and move no money (`api/multisafepay.md` §7.2).
fn doubted(outcome: WriteOutcome, sent: &Entry, history: &History) -> WriteOutcome {
    // Of an earlier attempt nobody knows for certain that it did not arrive after all: a no may be the answer to a
    // reference that it took.
    if let (WriteOutcome::Refused(refused), true) = (&outcome, sent.progress.attempts > 1) {
        return WriteOutcome::Unclear(UnclearReason::RefusedAgain { status: refused.status });
    }
    let WriteOutcome::Done { transaction: Some(transaction), .. } = &outcome else { return outcome };
    let listed = sent.intent.before.related.iter().any(|row| row.transaction.as_ref() == Some(transaction));
    let is_old = sent.intent.kind == Kind::Capture && (listed || history.proves(transaction));
    if is_old { WriteOutcome::Unclear(UnclearReason::OtherOrder) } else { outcome }
}

fn event_of(outcome: WriteOutcome) -> Event {
    match outcome {
        WriteOutcome::Done { transaction, order } => Event::Captured { proof: Proof::Answer { transaction, order } },
        WriteOutcome::Refused(refused) => Event::Refused { refused },
        WriteOutcome::NotSent(reason) => Event::NotSent { reason },
        WriteOutcome::Unclear(reason) => Event::Unclear { reason },
    }
}

const fn outcome_word(outcome: &WriteOutcome) -> &'static str {
    match outcome {
        WriteOutcome::Done { .. } => "captured",
        WriteOutcome::Refused(_) => "refused",
        WriteOutcome::NotSent(_) => "not sent",
        WriteOutcome::Unclear(UnclearReason::NoAnswer) => "unclear: no answer",
        WriteOutcome::Unclear(_) => "unclear",
    }
}

#[cfg(test)]
mod tests;
