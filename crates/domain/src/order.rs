//! An order of the web shop: its id and its lines.

use crate::{Decimal, Money};
use serde::{Deserialize, Serialize};

/// The longest id that the API takes (`customer-spec.txt`: max. 50 chars).
pub const ORDER_ID_LIMIT: usize = 50;

/// The web shop's own id of an order, 1 to 50 printable characters; leading zeros are kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderId(String);

/// Why a text is not an order id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderIdProblem {
    /// Nothing was typed.
    #[error("no order number was given")]
    Empty,
    /// More than 50 characters.
    #[error("the order number has {0} characters, at most 50 are possible")]
    TooLong(usize),
    /// It holds a control character, or one that is invisible or turns the text around it.
    #[error("the order number holds a character that cannot be printed")]
    Unprintable,
}

/// Whether a person can see `character`, or at least its effect. Texts pasted from web pages and spreadsheets bring
/// blanks of no width along, with which an order would not be found; marks that turn the direction of writing let a text
/// look like another.
pub(crate) fn is_printable(character: char) -> bool {
    let is_hidden = matches!(character,
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !is_hidden && !character.is_control()
}

impl OrderId {
    /// The id in `text`, without the blanks around it.
    ///
    /// # Errors
    /// When nothing is left, more than 50 characters are, or one of them cannot be printed.
    pub fn new(text: &str) -> Result<Self, OrderIdProblem> {
        let text = text.trim();
        let length = text.chars().count();
        if text.is_empty() {
            Err(OrderIdProblem::Empty)
        } else if !text.chars().all(is_printable) {
            Err(OrderIdProblem::Unprintable)
        } else if length > ORDER_ID_LIMIT {
            Err(OrderIdProblem::TooLong(length))
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// The id in `text`, of which the caller knows that it is one.
    pub(crate) fn of_printable(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for OrderId {
    type Error = OrderIdProblem;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text)
    }
}

impl From<OrderId> for String {
    fn from(id: OrderId) -> Self {
        id.0
    }
}

impl std::fmt::Display for OrderId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// One line of the order's cart, as the shop sent it when the order was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// The shop's id of the article (wire: `merchant_item_id`); `msp-shipping` is the delivery.
    pub article: Option<String>,
    /// What the clerk reads.
    pub name: String,
    /// Price of one piece without tax, in major units of the order's currency.
    pub unit_price: Decimal,
    /// How many were ordered.
    pub quantity: u32,
    /// The tax rate as a fraction: `0.21`.
    pub tax_rate: Decimal,
    /// The price of one piece with tax, rounded, for reading only.
    pub unit_price_with_tax: Money,
    /// The item's JSON exactly as the API gave it, so that it can be sent back unchanged.
    pub wire: String,
}

impl OrderLine {
    /// What `quantity` pieces come to with tax, rounded once; `None` when the figure is too large.
    #[must_use]
    pub fn priced(&self, quantity: u32) -> Option<Money> {
        self.unit_price.priced(quantity, self.tax_rate, self.unit_price_with_tax.currency())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, OrderIdProblem>) {
        assert_eq!(OrderId::new(text).as_ref().map(OrderId::as_str), expected.as_ref().map(|id| *id), "{text:?}");
    }

    #[test]
    fn keeps_what_shops_really_use() {
        for text in [
            "WEB-100231",
            "007",
            "WEB/2026 104",
            "a#b?c%d+e",
            "Bestelling 12 🌷",
            "👩\u{200d}💻",
            "מס\u{200e}12",
            &"x".repeat(50),
        ] {
            check(text, Ok(text));
        }
        check("  BB-10482\r\n", Ok("BB-10482"));
    }

    #[test]
    fn an_id_from_a_file_is_held_to_the_same_rules() {
        let read = |json: &str| serde_json::from_str::<OrderId>(json).ok();
        assert_eq!(read("\"007\"").as_ref().map(OrderId::as_str), Some("007"));
        assert_eq!([read("\"\""), read("7"), read(&format!("{:?}", "x".repeat(51)))], [None, None, None]);
    }

    #[test]
    fn says_what_is_wrong() {
        check(" \t", Err(OrderIdProblem::Empty));
        check(&"x".repeat(51), Err(OrderIdProblem::TooLong(51)));
        check("a\u{7}b", Err(OrderIdProblem::Unprintable));
        check("a\nb", Err(OrderIdProblem::Unprintable));
        for hidden in ['\u{200b}', '\u{feff}', '\u{202e}', '\u{2029}', '\u{2066}'] {
            check(&format!("104{hidden}82"), Err(OrderIdProblem::Unprintable));
        }
    }
}
