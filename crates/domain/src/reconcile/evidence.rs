//! What one look shows of one attempt.

use super::{Contradiction, Look, ReferenceSeen};
use crate::{Kind, Money, OrderState, Proof, Reference, RelatedKind, RelatedTransaction, Snapshot};

/// The attempt that is asked about.
pub struct Attempt<'a> {
    pub kind: Kind,
    pub amount: Money,
    pub reference: &'a Reference,
    pub before: &'a Snapshot,
}

/// What one look that proves nothing by itself says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Too little could be read.
    Nothing,
    /// Everything was read and is as it was before.
    Unchanged,
    /// Something is there that was not; a contradiction unless the next look may explain it.
    Changed(Option<Contradiction>),
}

impl Attempt<'_> {
    /// The proof in `look` that the attempt landed. For a capture one of these:
    /// - the order lists a completed capture under our reference, of our amount, that it did not list before;
    /// - our reference exists with our amount, was not listed before, and what remains is no longer what it was;
    /// - the attempt would have taken all that was authorised, and the order is now captured in full.
    ///
    /// For a release: nothing is left of the order, nothing more was captured, and its reservation had not ended by itself.
    pub fn proof(&self, look: &Look) -> Option<Proof> {
        let order = look.order.as_ref()?;
        match self.kind {
            Kind::Capture => self.proof_of_capture(order, look.reference.as_ref()),
            Kind::Release => self.shows_release(order).then_some(Proof::OrderShows),
        }
    }

    fn proof_of_capture(&self, order: &Snapshot, reference: Option<&ReferenceSeen>) -> Option<Proof> {
        let ours = |row: &&RelatedTransaction| self.is_ours(row) && row.completed && row.amount == self.amount;
        if let Some(row) = self.new_rows(order, RelatedKind::Capture).into_iter().find(ours) {
            return Some(Proof::ReferenceFound { transaction: row.transaction.clone() });
        }
        match reference {
            Some(ReferenceSeen::Present { amount, transaction })
                if *amount == self.amount && !self.reference_is_old() && order.remaining != self.before.remaining =>
            {
                Some(Proof::ReferenceFound { transaction: transaction.clone() })
            }
            _ => (self.takes_all() && self.was_reserved() && order.state == OrderState::Captured)
                .then_some(Proof::OrderShows),
        }
    }

    fn shows_release(&self, order: &Snapshot) -> bool {
        let nothing_left = order.remaining.is_none_or(|remaining| remaining.minor() == 0);
        let ends = self.before.ends.or(order.ends);
        // Where no end is known, or it is a guess that has passed, a release cannot be told from a reservation that lapsed.
        let lapsed = ends.is_none_or(|end| order.at >= end.at);
        let captured_more = !self.new_rows(order, RelatedKind::Capture).is_empty();
        self.was_reserved() && self.is_given_up(order) && nothing_left && !lapsed && !captured_more
    }

    /// Each look with what it says when it proves nothing by itself.
    pub fn findings<'looks>(&self, looks: &'looks [Look]) -> Vec<(&'looks Look, Finding)> {
        looks.iter().map(|look| (look, self.finding(look))).collect()
    }

    /// What `look` says when it proves nothing by itself.
    pub fn finding(&self, look: &Look) -> Finding {
        let seen = look.reference.as_ref().filter(|_| self.kind == Kind::Capture);
        match (&look.order, seen) {
            (_, Some(ReferenceSeen::Present { amount, .. })) if *amount != self.amount => {
                Finding::Changed(Some(Contradiction::ReferenceHasOtherAmount))
            }
            (None, Some(ReferenceSeen::Present { .. })) => Finding::Changed(None),
            (Some(order), Some(ReferenceSeen::Present { .. })) if order.remaining == self.before.remaining => {
                Finding::Changed(Some(Contradiction::ReferenceWithoutRemaining))
            }
            (Some(order), _) => match (self.change(order, seen.is_some()), seen) {
                (Finding::Nothing, Some(ReferenceSeen::Present { .. })) => Finding::Changed(None),
                (Finding::Nothing, _) if self.is_unchanged(order) && self.is_whole(look) => Finding::Unchanged,
                (finding, _) => finding,
            },
            (None, _) => Finding::Nothing,
        }
    }

    /// Whether `look` read all that it takes to say that nothing happened. For a release, and for a capture of all that
    /// was authorised, for which the API ignores the reference (`api/multisafepay.md` §1.3), the order alone is enough.
    pub fn is_whole(&self, look: &Look) -> bool {
        let order_tells = self.kind == Kind::Release || self.takes_all();
        look.order.is_some() && (order_tells || look.reference.is_some())
    }

    /// What changed in the order, without a proof; `Nothing` when no change can be named.
    fn change(&self, order: &Snapshot, reference_was_read: bool) -> Finding {
        let captures = self.new_rows(order, RelatedKind::Capture);
        let is_capture = self.kind == Kind::Capture;
        let changed = |contradiction| Finding::Changed(Some(contradiction));
        if is_capture && let Some(row) = captures.iter().find(|row| self.is_ours(row)) {
            return changed(if row.amount == self.amount {
                Contradiction::ReferenceWithoutRemaining
            } else {
                Contradiction::ReferenceHasOtherAmount
            });
        }
        if !is_capture && !captures.is_empty() {
            return changed(Contradiction::RemainingChangedOtherwise);
        }
        if self.is_given_up(order) {
            return changed(Contradiction::ReleasedOrEnded);
        }
        if is_capture && captures.iter().any(|row| row.amount == self.amount) {
            return changed(Contradiction::LookAlike);
        }
        if is_capture && captures.is_empty() && self.fell_by_our_amount(order) {
            let may_be_ours = !reference_was_read && !self.takes_all();
            return Finding::Changed((!may_be_ours).then_some(Contradiction::LookAlike));
        }
        let remaining_differs = order.remaining.is_some() && order.remaining != self.before.remaining;
        let state_differs = order.state != OrderState::Unknown && order.state != self.before.state;
        if remaining_differs || state_differs || !captures.is_empty() {
            return changed(Contradiction::RemainingChangedOtherwise);
        }
        Finding::Nothing
    }

    /// Whether the order is as it was, to the last listed capture and release.
    fn is_unchanged(&self, order: &Snapshot) -> bool {
        let lists_the_same = [RelatedKind::Capture, RelatedKind::Release]
            .into_iter()
            .all(|kind| new_rows(self.before, order, kind).is_empty() && new_rows(order, self.before, kind).is_empty());
        order.remaining.is_some()
            && order.remaining == self.before.remaining
            && order.state == self.before.state
            && lists_the_same
    }

    fn takes_all(&self) -> bool {
        self.amount == self.before.authorised && self.before.remaining == Some(self.amount)
    }

    fn was_reserved(&self) -> bool {
        self.before.state == OrderState::Reserved
    }

    fn is_given_up(&self, order: &Snapshot) -> bool {
        let is_void = order.state == OrderState::Void && self.before.state != OrderState::Void;
        is_void || !self.new_rows(order, RelatedKind::Release).is_empty()
    }

    fn fell_by_our_amount(&self, order: &Snapshot) -> bool {
        let after = self.before.remaining.and_then(|before| before.minus(self.amount).ok());
        after.is_some() && order.remaining == after && order.remaining != self.before.remaining
    }

    fn is_ours(&self, row: &RelatedTransaction) -> bool {
        row.order.as_deref() == Some(self.reference.as_str())
    }

    /// Whether the reference was taken before the attempt, so that finding it proves nothing.
    fn reference_is_old(&self) -> bool {
        self.before.related.iter().any(|row| self.is_ours(row))
    }

    fn new_rows<'now>(&self, order: &'now Snapshot, kind: RelatedKind) -> Vec<&'now RelatedTransaction> {
        new_rows(self.before, order, kind)
    }
}

/// The rows of `kind` that `now` lists and `before` did not. Of rows that cannot be told apart, as many are new as there
/// are more of them.
fn new_rows<'now>(before: &Snapshot, now: &'now Snapshot, kind: RelatedKind) -> Vec<&'now RelatedTransaction> {
    let mut known: Vec<&RelatedTransaction> = before.related.iter().filter(|row| row.kind == kind).collect();
    let mut new = Vec::new();
    for row in now.related.iter().filter(|row| row.kind == kind) {
        match known.iter().position(|other| are_one(row, other)) {
            Some(place) => drop(known.swap_remove(place)),
            None => new.push(row),
        }
    }
    new
}

/// Whether two rows are the same transaction: by MultiSafepay's number, else by order id, else by everything they say.
fn are_one(row: &RelatedTransaction, other: &RelatedTransaction) -> bool {
    match (&row.transaction, &other.transaction, &row.order, &other.order) {
        (Some(one), Some(two), ..) => one == two,
        (_, _, Some(one), Some(two)) => one == two && row.amount == other.amount,
        _ => row == other,
    }
}
