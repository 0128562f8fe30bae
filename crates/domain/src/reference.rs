//! Our own number of one capture, sent as `new_order_id`.

use crate::OrderId;
use crate::order::{ORDER_ID_LIMIT, is_printable};
use serde::{Deserialize, Serialize};

/// To how many characters an order id may be shortened within a reference.
const SHORTEST_ORDER: usize = 24;

/// The reference of one capture: 1 to 50 printable characters. Under the API's own guard a reference is taken once, so
/// the same shipment must lead to the same reference on every desk.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reference(OrderId);

impl Reference {
    /// A reference that a person typed; the limits are those of an order id, because it becomes one.
    ///
    /// # Errors
    /// As for [`OrderId::new`].
    pub fn new(text: &str) -> Result<Self, crate::OrderIdProblem> {
        OrderId::new(text).map(Self)
    }

    /// The reference that two desks choose alike: `<order>-<invoice>` where an invoice number is given, else
    /// `<order>-C<n>` with `n` one more than the captures known. Of a name that would be too long, the order id and, when
    /// that is not enough, the invoice number lose their ends to a digest of the whole, so that neither two orders nor two
    /// captures that differ only there get the same reference.
    #[must_use]
    pub fn proposed(order: &OrderId, invoice: Option<&str>, captures_known: usize) -> Self {
        let order_length = order.as_str().chars().count();
        let room = ORDER_ID_LIMIT.saturating_sub(1).saturating_sub(order_length.min(SHORTEST_ORDER));
        let invoice: String =
            invoice.unwrap_or_default().chars().filter(|character| is_printable(*character)).collect();
        let ending = match invoice.trim() {
            invoice if !invoice.is_empty() => shortened(invoice, room),
            _ => format!("C{}", captures_known.saturating_add(1)),
        };
        let room = ORDER_ID_LIMIT.saturating_sub(1).saturating_sub(ending.chars().count());
        Self(OrderId::of_printable(&format!("{}-{ending}", shortened(order.as_str(), room))))
    }

    /// The reference as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The reference as the order id that it becomes on the server.
    #[must_use]
    pub const fn as_order_id(&self) -> &OrderId {
        &self.0
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// `text` in at most `room` characters; a digest takes the place of what does not fit.
fn shortened(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let digest = format!("~{:08x}", digest(text));
    let kept = room.saturating_sub(digest.chars().count());
    text.chars().take(kept).chain(digest.chars()).collect()
}

/// FNV-1a in 32 bits: enough to tell names apart, the same on every computer.
fn digest(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |digest, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(order: &str, invoice: Option<&str>, known: usize, expected: &str) {
        let proposed = OrderId::new(order).map(|order| Reference::proposed(&order, invoice, known));
        assert_eq!(proposed.as_ref().map(Reference::as_str), Ok(expected));
    }

    #[test]
    fn is_made_of_the_order_and_what_tells_captures_apart() {
        check("BB-10482", None, 0, "BB-10482-C1");
        check("BB-10482", None, 2, "BB-10482-C3");
        check("BB-10482", Some("2026-3419"), 2, "BB-10482-2026-3419");
        check("BB-10482", Some("  "), 0, "BB-10482-C1");
    }

    #[test]
    fn stays_within_fifty_characters_and_keeps_its_ending() {
        check(&"x".repeat(47), None, 8, &format!("{}-C9", "x".repeat(47)));
        check(&"x".repeat(50), None, 9, &format!("{}~8ff0d72d-C10", "x".repeat(37)));
        check(&"é".repeat(50), Some("F1"), 0, &format!("{}~1a20ee5d-F1", "é".repeat(38)));
        check("BB-10482", Some(&"9".repeat(41)), 0, &format!("BB-10482-{}", "9".repeat(41)));
    }

    #[test]
    fn tells_long_names_apart_by_their_ends() {
        let long = |end: &str| format!("{}{end}", "9".repeat(49));
        let mut seen = std::collections::HashSet::new();
        for (order, invoice) in [("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")].map(|(o, i)| (long(o), long(i))) {
            for invoice in [None, Some(invoice.as_str()), Some("F1")] {
                let proposed = OrderId::new(&order).map(|order| Reference::proposed(&order, invoice, 0));
                let text = proposed.as_ref().map(Reference::as_str).unwrap_or_default().to_owned();
                assert!(Reference::new(&text).is_ok(), "{text}");
                seen.insert(text);
            }
        }
        assert_eq!(seen.len(), 4 + 2 + 2, "{seen:?}");
    }

    #[test]
    fn is_never_the_order_itself() {
        check("BB-10482", Some("\u{7}"), 0, "BB-10482-C1");
        check("BB-10482", Some("F\u{7}1"), 0, "BB-10482-F1");
    }
}
