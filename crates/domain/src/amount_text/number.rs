//! Digits and marks, and in which ways they can be read.

use super::AmountProblem;
use super::characters::{ARABIC_DECIMAL, ARABIC_GROUP};
use crate::{Currency, Money};

/// How many digits stand behind a mark that may be read in two ways.
const GROUP: usize = 3;

/// Runs of digits with single marks between them; always one run more than marks.
pub struct Number<'text> {
    runs: Vec<&'text str>,
    marks: Vec<char>,
}

/// A number read in one way.
struct Reading<'text> {
    whole: String,
    fraction: &'text str,
}

impl<'text> Number<'text> {
    /// The runs and marks of `text`; `None` when anything else is in it, or no digit.
    pub fn parse(text: &'text str) -> Option<Self> {
        let is_digit = |character: char| character.is_ascii_digit();
        let runs: Vec<&str> = text.split(is_mark).collect();
        let marks = text.chars().filter(|character| is_mark(*character)).collect();
        let has_digits = runs.iter().any(|run| !run.is_empty());
        let number = Self { runs, marks };
        let is_number = has_digits && number.runs.iter().all(|run| run.chars().all(is_digit));
        (is_number && (number.decimal().is_some() || number.grouped().is_some())).then_some(number)
    }

    /// The one amount that this is in `currency` for a reader whose locale has `own_mark` before decimals; zero included.
    pub fn in_currency(&self, currency: Currency, own_mark: Option<char>) -> Result<Money, AmountProblem> {
        let (grouped, decimal) = match (self.grouped(), self.decimal()) {
            (Some(one), None) | (None, Some(one)) => return one.amount(currency),
            (Some(grouped), Some(decimal)) => (grouped, decimal),
            (None, None) => return Err(AmountProblem::NotANumber),
        };
        let exponent = usize::from(currency.exponent());
        if exponent == 0 {
            grouped.amount(currency)
        } else if exponent >= GROUP && self.marks.last().copied() == own_mark {
            decimal.amount(currency)
        } else {
            Err(AmountProblem::Ambiguous { grouped: grouped.amount(currency)?, decimal: decimal.rounded(currency) })
        }
    }

    /// Read with every mark between groups. A number without marks is read so, too.
    fn grouped(&self) -> Option<Reading<'text>> {
        let is_grouped = are_groups(&self.runs, &self.marks);
        is_grouped.then(|| Reading { whole: self.runs.concat(), fraction: "" })
    }

    /// Read with the last mark before decimals and the others, of another kind, between groups.
    fn decimal(&self) -> Option<Reading<'text>> {
        let (fraction, whole) = self.runs.split_last()?;
        let (mark, others) = self.marks.split_last()?;
        let is_decimal = matches!(mark, '.' | ',' | &ARABIC_DECIMAL)
            && !others.contains(mark)
            && (others.is_empty() || are_groups(whole, others));
        is_decimal.then(|| Reading { whole: whole.concat(), fraction })
    }
}

impl Reading<'_> {
    fn amount(&self, currency: Currency) -> Result<Money, AmountProblem> {
        let allowed = currency.exponent();
        let decimals = usize::from(allowed);
        if self.fraction.len() > decimals {
            return Err(AmountProblem::TooManyDecimals { allowed });
        }
        let digits = format!("{}{:0<decimals$}", self.whole, self.fraction);
        digits.parse().map(|minor| Money::new(minor, currency)).map_err(|_| AmountProblem::TooLarge)
    }

    /// The amount with the decimals that the currency has not rounded away, half up.
    fn rounded(&self, currency: Currency) -> Option<Money> {
        let kept = self.fraction.len().min(usize::from(currency.exponent()));
        let (fraction, rest) = self.fraction.split_at_checked(kept)?;
        let down = Reading { whole: self.whole.clone(), fraction }.amount(currency).ok()?;
        let step = i64::from(rest.starts_with(|digit| digit >= '5'));
        down.plus(Money::new(step, currency)).ok()
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, '.' | ',' | '\'' | ' ' | ARABIC_DECIMAL | ARABIC_GROUP)
}

/// Whether `runs` with `marks` between them are groups of three, or the Indian groups of two with three at the end. A
/// single run may be of any length; of several, the first holds a digit other than a leading zero, for nobody groups
/// `0.500`.
fn are_groups(runs: &[&str], marks: &[char]) -> bool {
    let Some((first, others)) = runs.split_first() else { return false };
    let Some((last, middle)) = others.split_last() else { return !first.is_empty() };
    let are_all = |mark: char| marks.iter().all(|other| *other == mark);
    let is_one_mark = marks.first().is_some_and(|mark| *mark != ARABIC_DECIMAL && are_all(*mark));
    let first_is = |longest: usize| (1..=longest).contains(&first.len()) && !first.starts_with('0');
    let middle_are = |length: usize| middle.iter().all(|run| run.len() == length);
    let is_indian = are_all(',') && first_is(2) && middle_are(2);
    is_one_mark && last.len() == GROUP && (is_indian || (first_is(3) && middle_are(3)))
}
