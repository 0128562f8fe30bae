//! What the clerk writes beside the amount: shipping, bookkeeping and notes, each with its limit.

use crate::amount_text::characters::digit;
use crate::order::is_printable;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A field of the capture form. The names are those of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What is to be captured.
    Amount,
    /// The order lines and their quantities.
    Lines,
    /// The shipping company.
    Carrier,
    /// The code under which the parcel is followed.
    TrackAndTrace,
    /// The day on which the parcel leaves.
    ShipDate,
    /// The number of our invoice.
    Invoice,
    /// Why this is captured.
    Reason,
    /// A note that goes with the capture.
    Memo,
    /// Our own number of the capture.
    Reference,
    /// The order's status after the capture.
    StatusAfter,
}

impl Field {
    /// The most characters that the field takes; `None` where the field is not free text.
    /// Source: `api/multisafepay.md` §7.13 and §9.
    #[must_use]
    pub const fn limit(self) -> Option<usize> {
        match self {
            Self::Carrier | Self::TrackAndTrace => Some(100),
            Self::Invoice | Self::Reference => Some(50),
            Self::Reason | Self::Memo => Some(200),
            Self::Amount | Self::Lines | Self::ShipDate | Self::StatusAfter => None,
        }
    }
}

/// The order's status after the capture (wire: `new_order_status`). The ten words of the 2021 documentation; today's
/// schema knows only `completed`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StatusAfter {
    /// `completed`
    #[default]
    Completed,
    /// `shipped`
    Shipped,
    /// `initialized`
    Initialized,
    /// `uncleared`
    Uncleared,
    /// `reserved`
    Reserved,
    /// `declined`
    Declined,
    /// `cancelled`
    Cancelled,
    /// `void`
    Void,
    /// `expired`
    Expired,
    /// `refunded`
    Refunded,
}

impl StatusAfter {
    /// The word on the wire.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Shipped => "shipped",
            Self::Initialized => "initialized",
            Self::Uncleared => "uncleared",
            Self::Reserved => "reserved",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::Void => "void",
            Self::Expired => "expired",
            Self::Refunded => "refunded",
        }
    }
}

/// Everything beside the amount; what is not set is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The shipping company.
    pub carrier: Option<String>,
    /// The track & trace code.
    pub track_and_trace: Option<String>,
    /// The day on which the parcel leaves.
    pub ship_date: Option<Date>,
    /// The number of our invoice.
    pub invoice: Option<String>,
    /// Why this is captured.
    pub reason: Option<String>,
    /// A note that goes with the capture.
    pub memo: Option<String>,
    /// The order's status after the capture.
    pub status_after: StatusAfter,
}

/// Why a text cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// It has more characters than the field takes.
    #[error("{length} characters were given, at most {limit} are possible")]
    TooLong {
        /// The most that the field takes.
        limit: usize,
        /// How many were given.
        length: usize,
    },
    /// It holds a control character, or one that is invisible or turns the text around it.
    #[error("the text holds a character that cannot be printed")]
    Unprintable,
    /// It looks like a card number, which must never be stored or sent.
    #[error("the text holds a card number")]
    CardNumber,
}

/// The text that a person typed into `field`, without the blanks around it; `None` when nothing is left.
///
/// # Errors
/// When it is too long, cannot be printed, or holds a card number.
pub fn read_text(field: Field, text: &str) -> Result<Option<String>, TextProblem> {
    let text = text.trim();
    let length = text.chars().count();
    match field.limit() {
        Some(limit) if length > limit => return Err(TextProblem::TooLong { limit, length }),
        _ => {}
    }
    if !text.chars().all(is_printable) {
        return Err(TextProblem::Unprintable);
    }
    if holds_card_number(text) {
        return Err(TextProblem::CardNumber);
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// How many digits a card number has.
const CARD_DIGITS: std::ops::RangeInclusive<usize> = 13..=19;

/// Whether 13 to 19 digits, which may be grouped by single blanks, points or strokes, begin with 2 to 6, as the numbers of
/// all card schemes do, and pass the Luhn check. Other numbers may stand before and behind them. Numbers that begin
/// otherwise are let through, because a tenth of all parcel codes (many begin with 0 or 1) would pass the check by chance.
#[must_use]
pub fn holds_card_number(text: &str) -> bool {
    let mut groups: Vec<Vec<u8>> = Vec::new();
    let mut stands_apart = true;
    for character in text.chars() {
        if let Some(digit) = digit(character) {
            match groups.last_mut() {
                Some(group) if !stands_apart => group.push(digit),
                _ => groups.push(vec![digit]),
            }
            stands_apart = false;
        } else if !stands_apart && (character.is_whitespace() || matches!(character, '-' | '‐' | '‑' | '–' | '.'))
        {
            stands_apart = true;
        } else {
            if holds_card_number_of(&groups) {
                return true;
            }
            groups.clear();
            stands_apart = true;
        }
    }
    holds_card_number_of(&groups)
}

/// Whether a card number is made of neighbouring groups.
fn holds_card_number_of(groups: &[Vec<u8>]) -> bool {
    (0..groups.len()).any(|start| {
        // Every group has a digit, so that a number has no more groups than digits.
        let window = groups.iter().skip(start).take(*CARD_DIGITS.end());
        let numbers = window.scan(Vec::new(), |number, group| {
            number.extend_from_slice(group);
            Some(number.clone())
        });
        numbers.take_while(|number| number.len() <= *CARD_DIGITS.end()).any(|number| is_card_number(&number))
    })
}

fn is_card_number(digits: &[u8]) -> bool {
    if !CARD_DIGITS.contains(&digits.len()) || !matches!(digits.first(), Some(2..=6)) {
        return false;
    }
    let sum: u32 = digits.iter().rev().enumerate().map(|(place, digit)| luhn_value(place, u32::from(*digit))).sum();
    sum.is_multiple_of(10)
}

/// What `digit` adds to the Luhn sum at `place`, counted from 0 at the end of the number.
fn luhn_value(place: usize, digit: u32) -> u32 {
    match digit.saturating_mul(2) {
        _ if place.is_multiple_of(2) => digit,
        double @ 0..=9 => double,
        double => double.saturating_sub(9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_at_its_limit_and_refused_one_over() {
        for field in [Field::Carrier, Field::TrackAndTrace, Field::Invoice, Field::Reason, Field::Memo] {
            let limit = field.limit().unwrap_or(0);
            assert_eq!(read_text(field, &"é".repeat(limit)), Ok(Some("é".repeat(limit))), "{field:?}");
            let over = limit.saturating_add(1);
            let problem = TextProblem::TooLong { limit, length: over };
            assert_eq!(read_text(field, &"é".repeat(over)), Err(problem), "{field:?}");
        }
    }

    #[test]
    fn markup_and_formulas_are_only_text() {
        for text in ["=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>", "O'Brien & Søn", "'; DROP TABLE events; --"]
        {
            assert_eq!(read_text(Field::Memo, text), Ok(Some(text.to_owned())));
        }
        assert_eq!(read_text(Field::Memo, " \u{a0} "), Ok(None));
        assert_eq!(read_text(Field::Memo, "a\u{0}b"), Err(TextProblem::Unprintable));
    }

    #[test]
    fn a_card_number_is_refused_and_a_parcel_code_is_not() {
        let cards = [
            "4111111111111111",
            "paid with 4111 1111 1111 1111.",
            "5500-0000-0000-0004",
            "378282246310005 x",
            "2223003122003222",
            "6759649826438453",
            "4222222222222",
            "order 10482 4111 1111 1111 1111 of 2026",
            "4111111111111111 12/27",
            "4111\u{a0}1111\u{a0}1111\u{a0}1111",
            "4111.1111.1111.1111",
            "４１１１１１１１１１１１１１１１",
            "٤١١١١١١١١١١١١١١١",
        ];
        for text in cards {
            assert_eq!(read_text(Field::Memo, text), Err(TextProblem::CardNumber), "{text}");
        }
        let others = [
            "3SBLMB4821907",
            "4111111111111112",
            "411111111111",
            "0000 0000  0000 00001",
            "01505000000005",
            "00340434161094000000",
            "41111111111111111111111111111111",
            "2026-11-24 10:15, 2 parcels, 1.234,56",
        ];
        for text in others {
            assert_eq!(read_text(Field::Memo, text), Ok(Some(text.to_owned())));
        }
    }

    #[test]
    fn a_long_paste_is_read_in_no_time() {
        assert!(holds_card_number(&format!("{}x4111111111111111", "1 ".repeat(100_000))));
        assert!(!holds_card_number(&"1".repeat(100_000)));
    }
}
