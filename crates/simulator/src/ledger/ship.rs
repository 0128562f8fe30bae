//! `PATCH /orders/{id}` (`api/multisafepay.md` §3, §5.2).

use super::{Ledger, Status};
use crate::Refusal;
use jiff::Timestamp;

impl Ledger {
    /// Marks as shipped, which captures pay-later orders. A card order must be captured before (§5.4).
    pub(crate) fn ship(&mut self, site: u32, id: &str, now: Timestamp) -> Result<(), Refusal> {
        let refusal = self.switches.refusals.not_capturable.clone();
        let order = self.find_mut(site, id)?;
        if order.is_authorised() || !matches!(order.status, Status::Completed | Status::Shipped) {
            return Err(refusal);
        }
        order.set(Status::Shipped, order.financial_status, now);
        Ok(())
    }

    /// Cancels what is not paid yet; a card reservation is given up elsewhere.
    pub(crate) fn cancel(&mut self, site: u32, id: &str, now: Timestamp) -> Result<(), Refusal> {
        let refusal = self.switches.refusals.not_releasable.clone();
        let order = self.find_mut(site, id)?;
        match (order.status, order.financial_status) {
            (Status::Initialized, _) => order.set(Status::Cancelled, Status::Cancelled, now),
            (Status::Completed, Status::Uncleared) => order.set(Status::Void, Status::Void, now),
            _ => return Err(refusal),
        }
        Ok(())
    }

    /// Notes the invoice.
    pub(crate) fn invoice(&mut self, site: u32, id: &str, invoice: String, now: Timestamp) -> Result<(), Refusal> {
        let order = self.find_mut(site, id)?;
        order.invoice_id = Some(invoice);
        order.modified = now;
        Ok(())
    }
}
