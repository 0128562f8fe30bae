//! `POST /orders/{id}/capture` (`api/multisafepay.md` §1, §8).

use super::{CaptureRow, Done, Ended, Ledger, Order, Related, RelatedKind, Status};
use crate::{Duplicate, Refusal, cart};
use jiff::Timestamp;
use serde_json::Value;

/// What was asked.
#[derive(Default)]
pub(crate) struct CaptureAsked {
    /// Minor units; all that remains where it was left out (§7.5).
    pub amount: Option<i64>,
    pub new_order_id: Option<String>,
    pub invoice_id: Option<String>,
    pub cart: Option<Value>,
}

impl Ledger {
    pub(crate) fn capture(
        &mut self,
        site: u32,
        id: &str,
        asked: &CaptureAsked,
        now: Timestamp,
    ) -> Result<Done, Refusal> {
        let order = self.find(site, id)?;
        let remain = order.reservation.as_ref().map_or(0, |reservation| reservation.remain);
        let amount = asked.amount.unwrap_or(remain);
        let full = amount == order.amount && order.captures.is_empty();
        if !full && let Some(first) = self.taken(site, asked)? {
            return Ok(first);
        }
        self.refuse_capture(self.find(site, id)?, amount)?;
        if let Some(asked_cart) = &asked.cart {
            cart::adds_up(self.find(site, id)?, asked_cart, amount)?;
        }
        if full {
            self.capture_in_full(site, id, asked, now)
        } else {
            self.capture_in_part(site, id, amount, asked, now)
        }
    }

    /// Whether the reference is taken (§7.2): refused, or the first result, or `None` to go on.
    fn taken(&self, site: u32, asked: &CaptureAsked) -> Result<Option<Done>, Refusal> {
        let first = asked.new_order_id.as_ref().and_then(|reference| self.find(site, reference).ok());
        match (first, self.switches.duplicate) {
            (None, _) | (Some(_), Duplicate::SucceedsAgain) => Ok(None),
            (Some(first), Duplicate::FirstResult) if first.auth_order_id.is_some() => {
                Ok(Some(Done { order_id: first.id.clone(), transaction_id: first.transaction_id }))
            }
            (Some(_), _) => Err(Refusal::invalid_order_id()),
        }
    }

    fn refuse_capture(&self, order: &Order, amount: i64) -> Result<(), Refusal> {
        let refusals = &self.switches.refusals;
        let Some(reservation) = &order.reservation else { return Err(refusals.not_capturable.clone()) };
        if reservation.ended == Some(Ended::Expired) {
            return Err(refusals.expired.clone());
        }
        if reservation.ended.is_none() && reservation.remain == 0 {
            return Err(refusals.already_captured.clone());
        }
        if !order.is_authorised() {
            return Err(refusals.not_capturable.clone());
        }
        if amount < 1 {
            return Err(Refusal::invalid_amount());
        }
        if amount > reservation.remain { Err(refusals.over_capture.clone()) } else { Ok(()) }
    }

    /// The order itself completes and its own id is answered; `new_order_id` is ignored (§1.3).
    fn capture_in_full(&mut self, site: u32, id: &str, asked: &CaptureAsked, now: Timestamp) -> Result<Done, Refusal> {
        let declined = self.switches.capture_declined;
        let order = self.find_mut(site, id)?;
        let done = Done { order_id: order.id.clone(), transaction_id: order.transaction_id };
        if declined {
            return Ok(done);
        }
        let amount = order.amount;
        order.set(Status::Completed, Status::Completed, now);
        order.invoice_id = asked.invoice_id.clone().or_else(|| order.invoice_id.take());
        order.take(amount, asked.new_order_id.clone().unwrap_or_else(|| id.to_owned()), now);
        Ok(done)
    }

    /// A child with an id of its own; the parent stays as it is, also when nothing remains (§7.4).
    fn capture_in_part(
        &mut self,
        site: u32,
        id: &str,
        amount: i64,
        asked: &CaptureAsked,
        now: Timestamp,
    ) -> Result<Done, Refusal> {
        let child_id = asked.new_order_id.clone().unwrap_or_else(|| self.unused_child_id(site, id));
        let transaction_id = self.next_transaction_id(now);
        let status = if self.switches.capture_declined { Status::Declined } else { Status::Completed };
        let parent = self.find_mut(site, id)?;
        let child = parent.child(&child_id, transaction_id, amount, status, asked.invoice_id.clone(), now);
        parent.modified = now;
        parent.related.push(Related {
            kind: RelatedKind::Capture,
            amount,
            order_id: child_id.clone(),
            status,
            transaction_id,
            created: now,
        });
        if status == Status::Completed {
            parent.take(amount, child_id.clone(), now);
        }
        self.orders.push(child);
        Ok(Done { order_id: child_id, transaction_id })
    }

    /// `<id>_<n>` (§7.3).
    fn unused_child_id(&self, site: u32, id: &str) -> String {
        (1..=u32::MAX)
            .map(|number| format!("{id}_{number}"))
            .find(|child| self.find(site, child).is_err())
            .unwrap_or_else(|| id.to_owned())
    }
}

impl Order {
    fn take(&mut self, amount: i64, reference: String, now: Timestamp) {
        self.captures.push(CaptureRow { reference, amount, at: now });
        if let Some(reservation) = &mut self.reservation {
            reservation.remain = reservation.remain.saturating_sub(amount);
        }
    }

    fn child(
        &self,
        id: &str,
        transaction_id: u64,
        amount: i64,
        status: Status,
        invoice_id: Option<String>,
        now: Timestamp,
    ) -> Self {
        Self {
            id: id.to_owned(),
            transaction_id,
            amount,
            description: id.to_owned(),
            created: now,
            modified: now,
            completed: (status == Status::Completed).then_some(now),
            status,
            financial_status: status,
            reservation: None,
            auth_order_id: Some(self.id.clone()),
            related: Vec::new(),
            captures: Vec::new(),
            cart: None,
            checkout_options: None,
            invoice_id,
            ..self.clone()
        }
    }
}
