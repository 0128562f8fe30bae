//! A capture as the screen shows it.

use super::recover::may_settle;
use crate::settings::SavedStore;
use crate::view::{CaptureView, EventView, EventWhat, OrderView, RefusedView, moment};
use crate::{Desk, Failure};
use domain::{Event, Look, Proof, Snapshot, reconcile::ReferenceSeen};
use jiff::Timestamp;
use journal::Entry;
use multisafepay::Environment;
use uuid::Uuid;

impl Desk {
    /// One capture with everything that happened to it.
    ///
    /// # Errors
    /// When there is no such capture or the journal cannot be read.
    pub async fn read_capture(&self, id: &str) -> Result<CaptureView, Failure> {
        let (entry, store) = self.entry(id).await?;
        Ok(self.show_entry_with_order(&entry, &store).await)
    }

    /// The entry with this id, in whichever journal of this run it is.
    pub(crate) async fn entry(&self, id: &str) -> Result<(Entry, SavedStore), Failure> {
        let id = Uuid::parse_str(id).map_err(|_| Failure::CaptureUnknown)?;
        let mut why_not = Failure::CaptureUnknown;
        for environment in self.environments() {
            match self.entry_in(environment, id).await {
                Ok(found) => return Ok(found),
                Err(Failure::CaptureUnknown) => {}
                // It may be in another journal: one that is damaged or busy must not keep Undo from the others.
                Err(failure) => why_not = failure,
            }
        }
        Err(why_not)
    }

    async fn entry_in(&self, environment: Environment, id: Uuid) -> Result<(Entry, SavedStore), Failure> {
        match self.journal(environment).await?.journal.entry(id).await {
            Ok(entry) => {
                let store = self.store_of(&entry, environment);
                Ok((entry, store))
            }
            Err(journal::JournalError::Unknown(_)) => Err(Failure::CaptureUnknown),
            Err(error) => Err(error.into()),
        }
    }

    /// The environments of the stores of this run.
    pub(crate) fn environments(&self) -> Vec<Environment> {
        let mut environments: Vec<_> = self.all_stores().iter().map(|store| store.environment).collect();
        environments.sort_unstable();
        environments.dedup();
        environments
    }

    /// The store of an entry; one that was removed since is shown by its id and has no key.
    pub(crate) fn store_of(&self, entry: &Entry, environment: Environment) -> SavedStore {
        self.store(&entry.intent.store).unwrap_or_else(|_| SavedStore {
            id: entry.intent.store.clone(),
            name: entry.intent.store.clone(),
            environment,
            site: None,
            sends_cart: false,
            status_after: domain::StatusAfter::default(),
            in_keyring: false,
            left_in_keyring: false,
        })
    }

    /// The entry as the screen shows it, with the order as it was last read if that shows what came of the entry.
    pub(crate) async fn show_entry_with_order(&self, entry: &Entry, store: &SavedStore) -> CaptureView {
        let mut shown = self.show_entry(entry, store);
        let since = shows_outcome_since(entry);
        if let Some(seen) = self.seen(&store.id, &entry.intent.order).filter(|seen| Some(seen.at) >= since) {
            let order: Option<OrderView> = Box::pin(self.show_order(store, &seen)).await.ok();
            shown.after = order.map(Box::new);
        }
        shown
    }

    /// The entry as the screen shows it.
    pub(crate) fn show_entry(&self, entry: &Entry, store: &SavedStore) -> CaptureView {
        let intent = &entry.intent;
        let flying = self.flying(entry.id);
        let before: &Snapshot = &intent.before;
        let captured_before = before.remaining.and_then(|remaining| intent.authorised.minus(remaining).ok());
        CaptureView {
            id: entry.id.to_string(),
            kind: intent.kind,
            state: entry.progress.state,
            store: store.id.clone(),
            store_name: store.name.clone(),
            order: intent.order.to_string(),
            amount: intent.amount.into(),
            authorised: intent.authorised.into(),
            captured_before: captured_before.map(Into::into),
            remaining_before: before.remaining.map(Into::into),
            customer: intent.customer.clone(),
            reference: intent.reference.to_string(),
            invoice: intent.details.invoice.clone(),
            carrier: intent.details.carrier.clone(),
            track_and_trace: intent.details.track_and_trace.clone(),
            ship_date: intent.details.ship_date.map(|date| date.to_string()),
            transaction: entry.events.iter().rev().find_map(|written| transaction_of(&written.event)),
            attempts: entry.progress.attempts,
            sends_at: flying.sends_at.map(moment),
            next_look_at: flying.next_look_at.map(moment),
            may_settle: may_settle(entry, self.clock().now()),
            events: entry
                .events
                .iter()
                .map(|written| EventView { at: moment(written.at), what: what(&written.event) })
                .collect(),
            journal: flying.journal,
            after: None,
        }
    }
}

/// Since when a reading of the order shows what came of the entry: since its last event or, where a look proved that,
/// since the newest look read the order.
fn shows_outcome_since(entry: &Entry) -> Option<Timestamp> {
    let last = entry.events.last()?;
    let proved_by_look = match &last.event {
        Event::Captured { proof } => !matches!(proof, Proof::Answer { .. }),
        Event::NotLanded => true,
        _ => false,
    };
    let readings = entry.progress.looks.iter().filter_map(|look| look.order.as_ref()).map(|order| order.at);
    readings.max().filter(|_| proved_by_look).or(Some(last.at))
}

/// MultiSafepay's number of the capture that this event proves.
pub(super) fn transaction_of(event: &Event) -> Option<String> {
    match event {
        Event::Captured { proof: Proof::Answer { transaction, .. } | Proof::ReferenceFound { transaction } } => {
            transaction.clone()
        }
        _ => None,
    }
}

fn what(event: &Event) -> EventWhat {
    match event {
        Event::Recorded { .. } => EventWhat::Recorded,
        Event::Withdrawn { because } => EventWhat::Withdrawn { because: *because },
        Event::Sent { attempt } => EventWhat::Sent { attempt: *attempt },
        Event::NotSent { reason } => EventWhat::NotSent { reason: *reason },
        Event::Refused { refused } => {
            EventWhat::Refused(RefusedView { status: refused.status, code: refused.code, info: refused.info.clone() })
        }
        Event::Unclear { reason } => EventWhat::Unclear { reason: *reason },
        Event::Looked { look, contradiction } => looked(look, *contradiction),
        Event::Captured { proof } => EventWhat::Captured { found: !matches!(proof, Proof::Answer { .. }) },
        Event::NotLanded => EventWhat::NotLanded,
        Event::Settled { landed } => EventWhat::Settled { landed: *landed },
    }
}

fn looked(look: &Look, contradiction: Option<domain::Contradiction>) -> EventWhat {
    EventWhat::Looked {
        remaining: look.order.as_ref().and_then(|order| order.remaining).map(Into::into),
        order_read: look.order.is_some(),
        reference_found: look.reference.as_ref().map(|seen| matches!(seen, ReferenceSeen::Present { .. })),
        contradiction,
    }
}

#[cfg(test)]
mod tests;
