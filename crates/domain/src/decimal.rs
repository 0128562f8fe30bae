//! An exact decimal number: unit prices and tax rates of a cart, which have up to ten decimals.

use crate::{Currency, Money};
use serde::{Deserialize, Serialize};

/// The most decimals that are kept; a published unit price has ten (`api/multisafepay.md` §1.5).
const MOST_DECIMALS: i32 = 12;

/// The most digits that always fit.
const MOST_DIGITS: usize = 18;

/// The powers of ten that a number may be written with.
const POWERS: std::ops::RangeInclusive<i32> = -40..=40;

/// `digits` divided by ten to the power of `scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self { digits: 0, scale: 0 };

    /// Reads `16.5289256198`, `-3`, `0.21`, `"50.0000000000"` (without the quotes) or `1.5e-3`.
    /// What stands beyond the twelfth decimal or the eighteenth digit is the noise of somebody's floating point, and is
    /// rounded away.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (mantissa, power) = match text.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, power.parse().ok().filter(|power| POWERS.contains(power))?),
            None => (text, 0),
        };
        let (sign, unsigned) = match mantissa.strip_prefix('-') {
            Some(rest) => (-1_i64, rest),
            None => (1, mantissa),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits = format!("{whole}{fraction}");
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let scale = i32::try_from(fraction.len()).ok()?.checked_sub(power)?;
        let (digits, scale) = rounded(digits.trim_start_matches('0'), scale)?;
        Some(Self { digits: digits.checked_mul(sign)?, scale })
    }

    /// This price of one piece, times `quantity`, with tax at `rate`, rounded once, half away from zero,
    /// to the minor unit of `currency`. `None` when the figure is too large.
    #[must_use]
    pub fn priced(self, quantity: u32, rate: Self, currency: Currency) -> Option<Money> {
        let one = 10_i128.checked_pow(u32::from(rate.scale))?;
        let with_tax = one.checked_add(i128::from(rate.digits))?;
        let exact = i128::from(self.digits).checked_mul(i128::from(quantity))?.checked_mul(with_tax)?;
        let scale = u32::from(self.scale).checked_add(u32::from(rate.scale))?;
        let exact = exact.checked_mul(10_i128.checked_pow(u32::from(currency.exponent()))?)?;
        let divisor = 10_i128.checked_pow(scale)?;
        let half = divisor.checked_div(2)?.checked_mul(exact.signum())?;
        let minor = exact.checked_add(half)?.checked_div(divisor)?;
        Some(Money::new(i64::try_from(minor).ok()?, currency))
    }
}

/// `digits` divided by ten to the power of `scale`, with as many decimals as are kept and no zeros behind them; `None` when
/// the number is too large.
fn rounded(digits: &str, mut scale: i32) -> Option<(i64, u8)> {
    let mut digits = digits.to_owned();
    let mut dropped = None;
    while scale > MOST_DECIMALS || (scale > 0 && digits.len() > MOST_DIGITS) {
        dropped = digits.pop();
        scale = scale.checked_sub(1)?;
    }
    while scale < 0 && digits.len() <= MOST_DIGITS {
        digits.push('0');
        scale = scale.checked_add(1)?;
    }
    let down: i64 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    let mut number = down.checked_add(i64::from(dropped.is_some_and(|digit| digit >= '5')))?;
    while scale > 0 && number.checked_rem(10)? == 0 {
        number = number.checked_div(10)?;
        scale = scale.checked_sub(1)?;
    }
    Some((number, u8::try_from(scale).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(price: &str, quantity: u32, rate: &str, minor: i64) {
        let parsed = Decimal::parse(price).zip(Decimal::parse(rate));
        let priced = parsed.and_then(|(price, rate)| price.priced(quantity, rate, Currency::EUR));
        assert_eq!(priced.map(Money::minor), Some(minor), "{quantity} × {price} at {rate}");
    }

    #[test]
    fn prices_a_line_and_rounds_once() {
        check("16.5289256198", 3, "0.21", 6000);
        check("50.0000000000", 2, "0.21", 12100);
        check("0.005", 1, "0", 1);
        check("-0.005", 1, "0", -1);
        check("0.0033", 3, "0.0", 1);
        check("1e2", 1, "0.09", 10900);
        check("1.5e-1", 2, "0", 30);
        check("0", 7, "0.21", 0);
    }

    #[test]
    fn rounds_half_a_cent_away_from_zero() {
        check("0.0049999", 1, "0", 0);
        check("-16.5289256198", 3, "0.21", -6000);
        check("45.865", 1, "0.09", 4999);
    }

    #[test]
    fn a_price_that_does_not_fit_has_none() {
        let one = Decimal::parse("1000000000000000000");
        assert_eq!(one.and_then(|one| one.priced(u32::MAX, Decimal::ZERO, Currency::EUR)), None);
        assert_eq!(one.and_then(|one| one.priced(u32::MAX, one, Currency::EUR)), None);
    }

    #[test]
    fn each_currency_has_its_own_rounding() {
        for (code, minor) in [("JPY", 1235), ("KWD", 1_234_568), ("EUR", 123_457)] {
            let currency = Currency::from_code(code).unwrap_or(Currency::EUR);
            let priced = Decimal::parse("1234.5675").and_then(|price| price.priced(1, Decimal::ZERO, currency));
            assert_eq!(priced, Some(Money::new(minor, currency)), "{code}");
        }
    }

    fn check_same(text: &str, other: &str) {
        assert!(Decimal::parse(text).is_some(), "{text}");
        assert_eq!(Decimal::parse(text), Decimal::parse(other), "{text} and {other}");
    }

    #[test]
    fn reads_only_numbers() {
        let long = "9".repeat(100_000);
        for text in ["", ".", "-", "-.", "1,5", "abc", "1.2.3", "0x10", "1e", "1e2e3", "+5", "--5", "NaN", &long] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
        for text in ["99999999999999999999", "9e19", "1e41", "1e-2000000000", "1e99999999999"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn one_number_is_read_alike_however_it_is_written() {
        check_same("2.5000000000000000", "2.5");
        check_same("-0.0", "0");
        check_same("0e9", ".0");
        check_same("5.", "005");
        check_same("1.5E+3", "1500");
        check_same("15e-1", "1.5");
        check_same("4500e-2", "45");
    }

    #[test]
    fn the_noise_of_floating_point_is_rounded_away() {
        check_same("0.30000000000000004", "0.3");
        check_same("0.29999999999999999", "0.3");
        check_same("16.528925619834711", "16.528925619835");
        check_same("0.1234567890123", "0.123456789012");
        check_same("12345678.123456789012345", "12345678.1234567890");
        check_same("1e-20", "0");
    }
}
