//! `POST /orders/{id}/refunds` (`api/multisafepay.md` §3, §8).

use super::{Ledger, Related, RelatedKind, Status};
use crate::Refusal;
use jiff::{SignedDuration, Timestamp};

/// The same amount is refused this soon after itself (`api/multisafepay.md` §4.2, code 1034).
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// What was asked.
pub(crate) struct RefundAsked {
    /// Minor units; all that was not refunded where it is 0.
    pub amount: i64,
    pub currency: String,
    pub refund_order_id: Option<String>,
}

impl Ledger {
    /// The transaction of the order and that of the refund.
    pub(crate) fn refund(
        &mut self,
        site: u32,
        id: &str,
        asked: &RefundAsked,
        now: Timestamp,
    ) -> Result<(u64, u64), Refusal> {
        let order = self.find(site, id)?;
        if asked.currency != order.currency {
            return Err(Refusal::invalid_currency());
        }
        let left = order.amount.saturating_sub(order.refunded);
        let amount = if asked.amount == 0 { left } else { asked.amount };
        let paid = order.financial_status == Status::Completed;
        let soon = |row: &Related| {
            row.kind == RelatedKind::Refund && row.amount == amount && now.duration_since(row.created) < AGAIN_AFTER
        };
        if !paid || amount < 1 || amount > left || order.related.iter().any(soon) {
            return Err(Refusal::cannot_refund());
        }
        let refund_id = self.next_transaction_id(now);
        let order = self.find_mut(site, id)?;
        order.refunded = order.refunded.saturating_add(amount);
        order.status = if order.refunded == order.amount { Status::Refunded } else { Status::PartialRefunded };
        order.modified = now;
        order.related.push(Related {
            kind: RelatedKind::Refund,
            amount,
            order_id: asked.refund_order_id.clone().unwrap_or_else(|| id.to_owned()),
            status: Status::Reserved,
            transaction_id: refund_id,
            created: now,
        });
        Ok((order.transaction_id, refund_id))
    }
}
