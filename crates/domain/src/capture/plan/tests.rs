use super::*;
use crate::{Currency, Decimal, NotCapturable, OrderId, OrderState};

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn line(price: &str, quantity: u32, rate: &str) -> OrderLine {
    let decimal = |text| Decimal::parse(text).unwrap_or(Decimal::ZERO);
    let (unit_price, tax_rate) = (decimal(price), decimal(rate));
    let unit_price_with_tax = unit_price.priced(1, tax_rate, Currency::EUR).unwrap_or(eur(0));
    let (article, name, wire) = (None, price.to_owned(), "{}".to_owned());
    OrderLine { article, name, unit_price, quantity, tax_rate, unit_price_with_tax, wire }
}

fn order(remaining: Option<i64>, lines: Vec<OrderLine>) -> Authorisation {
    Authorisation {
        order: OrderId::new("BB-10482").unwrap_or_else(|problem| panic!("{problem}")),
        transaction: None,
        authorised: eur(10_000),
        remaining: remaining.map(eur),
        captured: None,
        refunded: eur(0),
        ends: None,
        state: OrderState::Reserved,
        related: Vec::new(),
        lines,
        created: None,
        method: None,
        last_four: None,
        customer: None,
        town: None,
        capture_of: None,
        words: (String::new(), String::new()),
    }
}

fn plan(order: &Authorisation, chosen: &Chosen, captured: &[u32]) -> Result<Plan, CaptureProblem> {
    plan_capture(order, chosen, captured, Timestamp::UNIX_EPOCH, EndedReservation::Refuse)
}

fn pick(pieces: &[u32]) -> Chosen {
    let lines = pieces.iter().enumerate().map(|(line, quantity)| PickedLine { line, quantity: *quantity });
    Chosen::Lines { lines: lines.collect() }
}

/// Of 100.00, `amount` is captured; expects what remains after it.
fn check_amount(amount: Money, expected: Result<i64, CaptureProblem>) {
    let plan = plan(&order(Some(10_000), Vec::new()), &Chosen::Amount { amount }, &[]);
    assert_eq!(plan.clone().map(|plan| plan.remaining_after.minor()), expected, "{amount:?}");
    assert!(plan.is_err() || plan.is_ok_and(|plan| plan.amount == amount && plan.lines_total.is_none()));
}

/// Two lamps of 16.528925… without tax (20.00 with), three books of 9.17431 at 9 % (10.00), a free gift; 0.07 for a stamp.
/// `captured` and `pieces` are per line; expects the amount and, where it differs, the sum of the lines.
fn check(remaining: i64, captured: &[u32], pieces: &[u32], expected: Result<(i64, Option<i64>), CaptureProblem>) {
    let lamps = line("16.5289256198", 2, "0.21");
    let cart = vec![lamps, line("9.1743119266", 3, "0.09"), line("0", 1, "0.21"), line("0.07", 1, "0")];
    let plan = plan(&order(Some(remaining), cart), &pick(pieces), captured);
    let figures = plan.map(|plan| (plan.amount.minor(), plan.lines_total.map(Money::minor)));
    assert_eq!(figures, expected, "{pieces:?} after {captured:?} of {remaining}");
}

#[test]
fn an_amount_is_taken_up_to_what_remains() {
    check_amount(eur(1), Ok(9999));
    check_amount(eur(10_000), Ok(0));
    let above = CaptureProblem::AboveRemaining { remaining: eur(10_000) };
    check_amount(eur(10_001), Err(above.clone()));
    check_amount(eur(i64::MAX), Err(above.clone()));
    check_amount(Money::new(1, Currency::from_code("JPY").unwrap_or(Currency::EUR)), Err(above));
}

#[test]
fn nothing_and_less_are_refused() {
    check_amount(eur(0), Err(AmountProblem::Zero.into()));
    check_amount(eur(-1), Err(AmountProblem::Negative.into()));
    check_amount(eur(i64::MIN), Err(AmountProblem::Negative.into()));
}

#[test]
fn all_that_remains_is_what_the_server_says() {
    let all = |remaining| plan(&order(remaining, Vec::new()), &Chosen::AllThatRemains, &[]);
    let figures = all(Some(4495)).map(|plan| (plan.amount, plan.remaining_after, plan.lines));
    assert_eq!(figures, Ok((eur(4495), eur(0), Vec::new())));
    assert_eq!(all(Some(0)), Err(NotCapturable::AlreadyCaptured.into()));
    assert_eq!(all(None), Err(NotCapturable::RemainingUnknown.into()));
}

#[test]
fn picked_lines_come_to_their_prices_with_tax() {
    check(7007, &[], &[1], Ok((2000, None)));
    check(7007, &[], &[1, 2], Ok((4000, None)));
    check(7007, &[], &[2, 3, 1, 1], Ok((7007, None)));
    check(5007, &[1], &[1, 0, 1], Ok((2000, None)));
}

#[test]
fn the_last_capture_takes_what_remains_and_shows_the_difference() {
    check(7009, &[], &[2, 3, 1, 1], Ok((7009, Some(7007))));
    check(3006, &[2], &[0, 3, 1, 1], Ok((3006, Some(3007))));
    check(3009, &[2], &[0, 3, 0, 1], Ok((3009, Some(3007))));
    check(1999, &[1, 1], &[1], Ok((1999, Some(2000))));
}

#[test]
fn a_capture_that_leaves_something_is_not_the_last() {
    check(2007, &[1, 3], &[1], Ok((2000, None)));
    check(2004, &[1, 3], &[1], Ok((2000, None)));
}

#[test]
fn a_difference_that_no_rounding_explains_is_not_absorbed() {
    check(7011, &[], &[2, 3, 1, 1], Ok((7011, Some(7007))));
    check(7012, &[], &[2, 3, 1, 1], Ok((7007, None)));
    check(9000, &[], &[2, 3, 1, 1], Ok((7007, None)));
    check(7003, &[], &[2, 3, 1, 1], Ok((7003, Some(7007))));
    check(7002, &[], &[2, 3, 1, 1], Err(CaptureProblem::AboveRemaining { remaining: eur(7002) }));
}

#[test]
fn pieces_are_picked_from_what_is_left() {
    check(7007, &[], &[], Err(CaptureProblem::NoLines));
    check(7007, &[], &[0, 0], Err(CaptureProblem::NoLines));
    check(7007, &[], &[3], Err(CaptureProblem::TooManyPieces { line: 0, left: 2 }));
    check(7007, &[0, 2], &[1, 2], Err(CaptureProblem::TooManyPieces { line: 1, left: 1 }));
    check(7007, &[9], &[1], Err(CaptureProblem::TooManyPieces { line: 0, left: 0 }));
    check(7007, &[], &[0, 0, 0, 0, 1], Err(CaptureProblem::TooManyPieces { line: 4, left: 0 }));
    check(7007, &[], &[0, 0, 1], Err(AmountProblem::Zero.into()));
}

#[test]
fn a_line_picked_twice_counts_twice() {
    let twice = |quantity| Chosen::Lines { lines: vec![PickedLine { line: 0, quantity }; 2] };
    let order = order(Some(7007), vec![line("10", 2, "0"), line("5", 1, "0")]);
    let figures = plan(&order, &twice(1), &[]).map(|plan| (plan.amount, plan.lines));
    assert_eq!(figures, Ok((eur(2000), vec![PickedLine { line: 0, quantity: 2 }])));
    let too_many = Err(CaptureProblem::TooManyPieces { line: 0, left: 2 });
    assert_eq!(plan(&order, &twice(2), &[]), too_many);
    assert_eq!(plan(&order, &twice(u32::MAX), &[]), too_many);
}

#[test]
fn a_discount_is_a_line_like_any_other() {
    let order = order(Some(9000), vec![line("100", 1, "0"), line("-10", 1, "0")]);
    assert_eq!(plan(&order, &pick(&[1, 1]), &[]).map(|plan| plan.amount), Ok(eur(9000)));
    assert_eq!(plan(&order, &pick(&[0, 1]), &[]), Err(AmountProblem::Negative.into()));
    assert_eq!(plan(&order, &pick(&[1]), &[]), Err(CaptureProblem::AboveRemaining { remaining: eur(9000) }));
}

#[test]
fn a_sum_that_does_not_fit_is_refused() {
    let order = order(Some(9000), vec![line("92233720368547758", u32::MAX, "0")]);
    assert_eq!(plan(&order, &pick(&[u32::MAX]), &[]), Err(AmountProblem::TooLarge.into()));
}

/// A small generator of the family "xorshift", so that every run makes the same splits.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(limit)).unwrap_or(0)
    }

    fn line(&mut self) -> OrderLine {
        let rate = ["0", "0.09", "0.21"].get(usize::try_from(self.below(3)).unwrap_or(0)).copied().unwrap_or("0");
        let price = format!("{}.{:02}{:04}", self.below(60), self.below(100), self.below(10_000));
        line(&price, self.below(6) + 1, rate)
    }
}

/// Captures everything of one random order in random picks; how many captures it took.
fn split(dice: &mut Dice) -> u32 {
    let cart: Vec<OrderLine> = (0..=dice.below(5)).map(|_| dice.line()).collect();
    let authorised = cart.iter().filter_map(|line| line.priced(line.quantity)).map(Money::minor).sum();
    let mut order = order(Some(authorised), cart);
    let mut taken = vec![0; order.lines.len()];
    let (mut sum, mut captures, mut difference) = (0, 0, None);
    while order.remaining.is_some_and(Money::is_positive) {
        let finish = dice.below(4) == 0;
        let left = order.lines.iter().zip(&taken).map(|(line, taken)| line.quantity - taken);
        let picked: Vec<u32> = left.map(|left| if finish { left } else { dice.below(left + 1) }).collect();
        let plan = match plan(&order, &pick(&picked), &taken) {
            Ok(plan) => plan,
            Err(CaptureProblem::NoLines | CaptureProblem::Amount(AmountProblem::Zero)) if !finish => continue,
            Err(problem) => panic!("{problem:?}: {picked:?} after {taken:?} of {order:?}"),
        };
        assert!(difference.is_none(), "something was captured after the last capture of {order:?}");
        sum += plan.amount.minor();
        captures += 1;
        assert_eq!(plan.remaining_after.minor(), authorised - sum);
        difference = plan.lines_total;
        order.remaining = Some(plan.remaining_after);
        taken.iter_mut().zip(picked).for_each(|(taken, picked)| *taken += picked);
    }
    assert_eq!((order.remaining, sum), (Some(eur(0)), authorised));
    captures
}

#[test]
fn a_hundred_thousand_random_splits_end_with_nothing_left_and_an_exact_sum() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let captures: u32 = (0..100_000).map(|_| split(&mut dice)).sum();
    assert!(captures > 200_000, "{captures} captures are too few to show anything");
}
