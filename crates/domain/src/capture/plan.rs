//! From what the clerk chose to the amount that may be captured.

#[cfg(test)]
mod tests;

use super::{CaptureProblem, Chosen, PickedLine, Plan};
use crate::amount_text::AmountProblem;
use crate::{Authorisation, EndedReservation, Money, OrderLine};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What `chosen` comes to on this order at `now`. `captured_pieces[line]` says how many pieces of a line earlier captures
/// took, as far as this computer knows; a missing entry means none.
///
/// Picked lines come to the sum of their prices with tax, rounded once per line. When an order is captured in parts, these
/// roundings need not add up to what the bank agreed to, so the last capture takes what the server says remains. A capture
/// is the last when both hold:
/// - it leaves no piece that costs anything, or comes to more than remains;
/// - it comes to what remains, give or take one minor unit for each line of the cart and for each piece that earlier
///   captures took. Splitting an order whose lines were rounded once cannot lead further away than that.
///
/// Any other sum is captured as it is, or refused when it is above what remains.
///
/// # Errors
/// Why it may not be captured.
pub fn plan_capture(
    authorisation: &Authorisation,
    chosen: &Chosen,
    captured_pieces: &[u32],
    now: Timestamp,
    ended: EndedReservation,
) -> Result<Plan, CaptureProblem> {
    let remaining = authorisation.capturable(now, ended)?;
    match chosen {
        Chosen::AllThatRemains => plan_amount(remaining, remaining),
        Chosen::Amount { amount } => plan_amount(*amount, remaining),
        Chosen::Lines { lines } => Pick::new(&authorisation.lines, captured_pieces, lines)?.plan(remaining),
    }
}

fn plan_amount(amount: Money, remaining: Money) -> Result<Plan, CaptureProblem> {
    match amount.minor() {
        0 => return Err(AmountProblem::Zero.into()),
        ..0 => return Err(AmountProblem::Negative.into()),
        _ => {}
    }
    match remaining.minus(amount) {
        Ok(remaining_after) if remaining_after.minor() >= 0 => {
            Ok(Plan { amount, remaining_after, lines_total: None, lines: Vec::new() })
        }
        _ => Err(CaptureProblem::AboveRemaining { remaining }),
    }
}

/// One line of the cart with the pieces that this capture takes.
struct PickedOf<'cart> {
    line: &'cart OrderLine,
    taken_before: u32,
    picked: u32,
    left_after: u32,
}

/// Every line of the cart, in its order.
struct Pick<'cart>(Vec<PickedOf<'cart>>);

impl<'cart> Pick<'cart> {
    fn new(cart: &'cart [OrderLine], captured_pieces: &[u32], lines: &[PickedLine]) -> Result<Self, CaptureProblem> {
        let mut picked = BTreeMap::<usize, u32>::new();
        for PickedLine { line, quantity } in lines.iter().filter(|picked| picked.quantity > 0) {
            let sum = picked.entry(*line).or_default();
            *sum = sum.saturating_add(*quantity);
        }
        if picked.is_empty() {
            return Err(CaptureProblem::NoLines);
        }
        if let Some(line) = picked.keys().copied().find(|line| *line >= cart.len()) {
            return Err(CaptureProblem::TooManyPieces { line, left: 0 });
        }
        let taken = captured_pieces.iter().copied().chain(std::iter::repeat(0));
        cart.iter()
            .zip(taken)
            .enumerate()
            .map(|(place, (line, taken_before))| {
                let picked = picked.get(&place).copied().unwrap_or(0);
                let left = line.quantity.saturating_sub(taken_before);
                let too_many = CaptureProblem::TooManyPieces { line: place, left };
                let left_after = left.checked_sub(picked).ok_or(too_many)?;
                Ok(PickedOf { line, taken_before, picked, left_after })
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    fn plan(&self, remaining: Money) -> Result<Plan, CaptureProblem> {
        let total = self.total(remaining).ok_or(AmountProblem::TooLarge)?;
        let off = total.minor().abs_diff(remaining.minor());
        let may_be_last = total.minor() > remaining.minor() || self.leaves_nothing();
        let is_last = may_be_last && off <= self.rounding_allowed();
        let plan = plan_amount(if is_last { remaining } else { total }, remaining)?;
        let lines_total = (plan.amount != total).then_some(total);
        Ok(Plan { lines_total, lines: self.lines(), ..plan })
    }

    /// The sum of the picked lines, each rounded once, in the currency of `remaining`; `None` when it does not fit.
    fn total(&self, remaining: Money) -> Option<Money> {
        let zero = Money::zero(remaining.currency());
        self.0.iter().try_fold(zero, |sum, of| sum.plus(of.line.priced(of.picked)?).ok())
    }

    fn leaves_nothing(&self) -> bool {
        self.0.iter().all(|of| of.line.priced(of.left_after).is_some_and(|price| price.minor() == 0))
    }

    /// In minor units.
    fn rounding_allowed(&self) -> u64 {
        self.0.iter().fold(0, |sum: u64, of| sum.saturating_add(1).saturating_add(u64::from(of.taken_before)))
    }

    fn lines(&self) -> Vec<PickedLine> {
        let all = self.0.iter().enumerate().map(|(line, of)| PickedLine { line, quantity: of.picked });
        all.filter(|picked| picked.quantity > 0).collect()
    }
}
