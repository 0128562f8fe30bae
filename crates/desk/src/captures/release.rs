//! Giving up what remains.

use crate::captures::preview::text_problem;
use crate::view::{CaptureView, Problem, ProblemKind, ReleaseForm};
use crate::{Desk, Failure};
use domain::shipment::read_text;
use domain::{Authorisation, Details, EndedReservation, Field, Intent, Kind, Money, OrderId, Reference};
use jiff::Timestamp;
use multisafepay::Client;

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
        let fresh = self.read(&store, &order).await?;
        let remaining = releasable(&fresh.authorisation, self.clock().now())?;
        if remaining.minor() != form.remaining_minor {
            let shown = Money::new(form.remaining_minor, remaining.currency());
            return Err(Failure::RemainingChanged { before: Some(shown.into()), now: Some(remaining.into()) });
        }
        let authorisation = &fresh.authorisation;
        let intent = Intent {
            kind: Kind::Release,
            store: store.id.clone(),
            order: order.clone(),
            reference: Reference::proposed(&order, Some("release"), 0),
            amount: remaining,
            authorised: authorisation.authorised,
            before: authorisation.snapshot(fresh.at),
            details: Details { reason: Some(reason.clone()), ..Details::default() },
            lines: Vec::new(),
            body: Client::release_body(&reason),
            customer: authorisation.customer.clone(),
        };
        self.begin(intent, &store).await
    }
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
