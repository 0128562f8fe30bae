//! `PATCH /capture/{id}`: giving up what remains (`api/multisafepay.md` §3, §7.6).

use super::{Done, Ended, Ledger, Related, RelatedKind, Status};
use crate::{Refusal, ReleaseVariant};
use jiff::Timestamp;

impl Ledger {
    pub(crate) fn release(&mut self, site: u32, id: &str, now: Timestamp) -> Result<Done, Refusal> {
        let refusal = self.switches.refusals.not_releasable.clone();
        let variant = self.switches.release;
        let order = self.find(site, id)?;
        let untouched = order.captures.is_empty();
        let done = Done { order_id: order.id.clone(), transaction_id: order.transaction_id };
        let remain = order.reservation.as_ref().map_or(0, |reservation| reservation.remain);
        if !order.is_authorised() || remain == 0 {
            return Err(refusal);
        }
        let transaction_id = self.next_transaction_id(now);
        let order = self.find_mut(site, id)?;
        if let Some(reservation) = &mut order.reservation {
            reservation.remain = 0;
            reservation.ended = Some(Ended::Released);
        }
        order.modified = now;
        if !untouched {
            order.related.push(Related {
                kind: RelatedKind::AuthCancellation,
                amount: remain,
                order_id: done.order_id.clone(),
                status: Status::Void,
                transaction_id,
                created: now,
            });
        }
        if untouched || variant == ReleaseVariant::Docs {
            order.set(Status::Void, Status::Void, now);
        }
        Ok(done)
    }
}
