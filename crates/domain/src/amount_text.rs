//! What a person typed, read as one amount or refused with a reason.

pub(crate) mod characters;
mod locale;
mod number;
#[cfg(test)]
mod tests;

use crate::{Currency, Money};
use characters::plain;
use locale::decimal_mark;
use number::Number;

/// Why a text is not an amount that can be captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountProblem {
    /// Nothing was typed.
    #[error("no amount was given")]
    Empty,
    /// It is not a number.
    #[error("this is not an amount")]
    NotANumber,
    /// It can be read in two ways, for example `1.234`.
    #[error("the amount can be read in two ways")]
    Ambiguous {
        /// Read with the mark as a separator of thousands.
        grouped: Money,
        /// Read with the mark as the decimal mark, rounded to the decimals that the currency has.
        decimal: Option<Money>,
    },
    /// More decimals than the currency has.
    #[error("the currency has {allowed} decimals")]
    TooManyDecimals {
        /// How many it has.
        allowed: u8,
    },
    /// Nothing would be captured.
    #[error("the amount is zero")]
    Zero,
    /// Less than nothing.
    #[error("the amount is negative")]
    Negative,
    /// It does not fit.
    #[error("the amount is too large")]
    TooLarge,
}

/// The amount that a person meant by `text` in the `locale` (BCP 47, for example `nl-NL`) and `currency`.
///
/// Both marks are understood in every locale, because people type and paste both: `45,00` and `45.00` are clear, and so
/// is `1.234,56`. A single mark before exactly three digits (`1.234`) is asked about, unless the currency has no decimals,
/// or has three and the mark is the locale's own. The sign or code of this currency may stand on either side.
///
/// # Errors
/// Why it is not one amount.
pub fn read_amount(text: &str, locale: &str, currency: Currency) -> Result<Money, AmountProblem> {
    let text = plain(text);
    if text.is_empty() {
        return Err(AmountProblem::Empty);
    }
    let (negative, digits) = without_minus(without_currency(&text, currency));
    let number = Number::parse(without_currency(digits, currency)).ok_or(AmountProblem::NotANumber)?;
    if negative {
        return Err(AmountProblem::Negative);
    }
    let amount = number.in_currency(currency, decimal_mark(locale))?;
    if amount.is_positive() { Ok(amount) } else { Err(AmountProblem::Zero) }
}

/// Whether `text` has a minus before or behind it, and the rest. The stroke of `45,-` stands for "no cents" and is none.
fn without_minus(text: &str) -> (bool, &str) {
    let without_stroke = text.trim_end_matches('-');
    let text = if without_stroke.ends_with([',', '.']) { without_stroke } else { text };
    match text.strip_prefix('-').or_else(|| text.strip_suffix('-')) {
        Some(rest) => (true, rest.trim()),
        None => (false, text),
    }
}

/// `text` without the code or sign of `currency` before or behind it.
fn without_currency(text: &str, currency: Currency) -> &str {
    let sign = currency.sign();
    [currency.code(), sign.trim_end_matches('.')]
        .into_iter()
        .find_map(|name| without_name_before(text, name).or_else(|| without_name_behind(text, name)))
        .map_or(text, str::trim)
}

fn without_name_before<'text>(text: &'text str, name: &str) -> Option<&'text str> {
    let (start, rest) = text.split_at_checked(name.len())?;
    if !start.eq_ignore_ascii_case(name) {
        return None;
    }
    match rest.strip_prefix('.') {
        // `kr.50` could mean 50 or 0.50; only the blank of `kr. 50` tells that the point belongs to the sign.
        Some(number) if is_abbreviation(name) => number.starts_with(' ').then_some(number),
        _ => Some(rest),
    }
}

fn without_name_behind<'text>(text: &'text str, name: &str) -> Option<&'text str> {
    let text = if is_abbreviation(name) { text.strip_suffix('.').unwrap_or(text) } else { text };
    let (rest, end) = text.split_at_checked(text.len().checked_sub(name.len())?)?;
    end.eq_ignore_ascii_case(name).then_some(rest)
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().all(char::is_alphabetic)
}
