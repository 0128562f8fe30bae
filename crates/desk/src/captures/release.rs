//! Giving up what remains.

use crate::captures::preview::text_problem;
use crate::desk::Seen;
use crate::settings::SavedStore;
use crate::view::{CaptureView, Problem, ProblemKind, ReleaseForm};
use crate::{Desk, Failure};
use domain::shipment::read_text;
use domain::{
    Authorisation, Details, EndedReservation, Event, Field, Intent, Kind, Money, OrderId, Reference, State,
    WithdrawnBecause,
};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use journal::Entry;
use multisafepay::{Client, Environment};

/// The reason of a release that follows the last shipment, where the clerk wrote none.
const LAST_SHIPMENT: &str = "Last shipment";

/// How many orders are looked at for a last shipment whose second step is missing.
const LOOK_BACK: u32 = 200;

impl Desk {
    /// Gives up what remains of an order: written down, claimed, sent and judged like a capture.
    ///
    /// # Errors
    /// When no reason was given, nothing remains, another amount remains than was shown, or something of the order is
    /// unfinished. Nothing was sent then.
    pub async fn release(&self, form: &ReleaseForm) -> Result<CaptureView, Failure> {
        let store = self.store(&form.store)?;
        let order = OrderId::new(&form.order).map_err(|problem| Failure::order_number(problem, &form.order))?;
        let reason = read_reason(&form.reason)?;
        let history = self.history(&store, &order, "").await?;
        let fresh = self.read(&store, &order).await?;
        let remaining = releasable(&fresh.authorisation, self.clock().now())?;
        if remaining.minor() != form.remaining_minor {
            let shown = Money::new(form.remaining_minor, remaining.currency());
            return Err(Failure::RemainingChanged { before: Some(shown.into()), now: Some(remaining.into()) });
        }
        let undo_s = self.saved().settings.undo_s;
        self.begin(intent(&store, &fresh, remaining, reason), history, &store, undo_s).await
    }

    /// The second step of a last shipment: the capture is proved, so what remains is released, without a time to undo.
    /// Where another amount remains than the clerk was shown, it stays reserved, and the result says how much that is. A
    /// question without an answer is asked again.
    ///
    /// Boxed, because a release is finished by the same code as the capture that leads to it.
    pub(crate) fn release_rest<'a>(&'a self, captured: &'a Entry, store: &'a SavedStore) -> BoxFuture<'a, ()> {
        Box::pin(self.begin_release_of_rest(captured, store))
    }

    async fn begin_release_of_rest(&self, captured: &Entry, store: &SavedStore) {
        let shipment = &captured.intent;
        if !shipment.then_release || captured.progress.state != State::Captured || self.rest_is_decided(captured.id) {
            return;
        }
        let Ok(history) = self.history(store, &shipment.order, "").await else { return };
        let Ok(fresh) = self.read(store, &shipment.order).await else { return };
        let shown = shipment.before.remaining.and_then(|before| before.minus(shipment.amount).ok());
        let remaining = match releasable(&fresh.authorisation, self.clock().now()) {
            Ok(remaining) if Some(remaining) == shown => remaining,
            _ => return self.decide_rest(captured.id),
        };
        let reason = shipment.details.reason.clone().unwrap_or_else(|| LAST_SHIPMENT.to_owned());
        match self.begin(intent(store, &fresh, remaining, reason), history, store, 0).await {
            Ok(release) => self.tell(release),
            Err(failure) => tracing::warn!(?failure, "the rest of a last shipment was not released"),
        }
    }

    /// Takes up the second step of last shipments that an earlier run did not come to.
    pub(crate) async fn release_rests(&self, environment: Environment) -> Result<(), Failure> {
        let open = self.journal(environment).await?;
        if !open.keeper {
            return Ok(());
        }
        for store in self.all_stores().into_iter().filter(|store| store.environment == environment) {
            for newest in open.journal.recent(&store.id, LOOK_BACK).await? {
                let entries = if was_stopped(&newest) {
                    open.journal.of_order(&store.id, &newest.intent.order).await?
                } else {
                    vec![newest]
                };
                if let Some(shipment) = entries.iter().rfind(|entry| entry.progress.state != State::Withdrawn) {
                    self.release_rest(shipment, &store).await;
                }
            }
        }
        Ok(())
    }
}

fn intent(store: &SavedStore, seen: &Seen, remaining: Money, reason: String) -> Intent {
    let authorisation = &seen.authorisation;
    Intent {
        kind: Kind::Release,
        store: store.id.clone(),
        order: authorisation.order.clone(),
        reference: Reference::proposed(&authorisation.order, Some("release"), 0),
        amount: remaining,
        authorised: authorisation.authorised,
        before: authorisation.snapshot(seen.at),
        lines: Vec::new(),
        body: Client::release_body(&reason),
        details: Details { reason: Some(reason), ..Details::default() },
        customer: authorisation.customer.clone(),
        then_release: false,
    }
}

/// Whether this is a release that ended before it was sent, and not because the clerk undid it: its last shipment is
/// where it was.
fn was_stopped(newest: &Entry) -> bool {
    let by_the_clerk = Event::Withdrawn { because: WithdrawnBecause::Undone };
    newest.intent.kind == Kind::Release
        && newest.progress.state == State::Withdrawn
        && newest.events.last().is_none_or(|written| written.event != by_the_clerk)
}

fn read_reason(text: &str) -> Result<String, Failure> {
    let problem = match read_text(Field::Reason, text) {
        Ok(Some(reason)) => return Ok(reason),
        Ok(None) => ProblemKind::Empty,
        Err(problem) => text_problem(problem),
    };
    Err(Failure::Form { problems: vec![Problem { field: Field::Reason, kind: problem }] })
}

fn releasable(authorisation: &Authorisation, now: Timestamp) -> Result<Money, Failure> {
    authorisation.capturable(now, EndedReservation::Refuse).map_err(|why| {
        let kind = ProblemKind::NotCapturable { why: crate::orders::not_capturable(why) };
        Failure::Form { problems: vec![Problem { field: Field::Amount, kind }] }
    })
}
