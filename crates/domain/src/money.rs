//! An amount of money: a whole number of minor units in one currency.

use crate::Currency;
use serde::{Deserialize, Serialize};

/// An amount in minor units (cents for EUR, yen for JPY) of one currency. Never a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why two amounts cannot be added or subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyProblem {
    /// The amounts are in two currencies.
    #[error("amounts in {} and {} cannot be added", .0.code(), .1.code())]
    TwoCurrencies(Currency, Currency),
    /// The result does not fit.
    #[error("the amount is too large")]
    TooLarge,
}

impl Money {
    /// `minor` minor units of `currency`.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// The number of minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// Whether this is more than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.minor > 0
    }

    /// The sum.
    ///
    /// # Errors
    /// When the currencies differ or the sum does not fit.
    pub fn plus(self, other: Self) -> Result<Self, MoneyProblem> {
        self.combine(other, i64::checked_add)
    }

    /// The difference, which may be negative.
    ///
    /// # Errors
    /// When the currencies differ or the difference does not fit.
    pub fn minus(self, other: Self) -> Result<Self, MoneyProblem> {
        self.combine(other, i64::checked_sub)
    }

    fn combine(self, other: Self, with: fn(i64, i64) -> Option<i64>) -> Result<Self, MoneyProblem> {
        if self.currency != other.currency {
            return Err(MoneyProblem::TwoCurrencies(self.currency, other.currency));
        }
        let minor = with(self.minor, other.minor).ok_or(MoneyProblem::TooLarge)?;
        Ok(Self::new(minor, self.currency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn adds_and_subtracts_within_one_currency() {
        assert_eq!(eur(4500).plus(eur(4495)), Ok(eur(8995)));
        assert_eq!(eur(4500).minus(eur(8995)), Ok(eur(-4495)));
    }

    #[test]
    fn refuses_two_currencies_and_overflow() {
        let yen = Money::new(1, Currency::from_code("jpy").unwrap_or(Currency::EUR));
        assert_eq!(eur(1).plus(yen), Err(MoneyProblem::TwoCurrencies(Currency::EUR, yen.currency())));
        assert_eq!(eur(i64::MAX).plus(eur(1)), Err(MoneyProblem::TooLarge));
        assert_eq!(eur(i64::MIN).minus(eur(1)), Err(MoneyProblem::TooLarge));
    }

    #[test]
    fn currencies_have_their_own_number_of_decimals() {
        for (code, exponent) in [("EUR", 2), ("JPY", 0), ("KWD", 3), ("ISK", 0), ("usd", 2)] {
            assert_eq!(Currency::from_code(code).map(Currency::exponent), Some(exponent), "{code}");
        }
        assert_eq!(Currency::from_code("EURO"), None);
    }
}
