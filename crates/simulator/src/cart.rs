//! Whether a cart adds up to an amount. Prices are decimals; no float touches them.

use crate::Refusal;
use crate::ledger::Order;
use serde_json::Value;

/// Decimal places of a price and of a rate (`api/multisafepay.md` §1.5).
const PLACES: usize = 10;
const ONE: i128 = 10_000_000_000;
/// How far a cart may be from its amount, in minor units: each line was rounded on its own.
const TOLERANCE: i128 = 2;

/// Checks that the items of `cart` add up to `amount`; items with a negative quantity or price take away. A cart without
/// items proves nothing and passes.
///
/// # Errors
/// 400/1027 when it does not, or when an item cannot be read.
pub(crate) fn adds_up(order: &Order, cart: &Value, amount: i64) -> Result<(), Refusal> {
    let items = cart.get("items").and_then(Value::as_array).filter(|items| !items.is_empty());
    let Some(items) = items else { return Ok(()) };
    let total = items.iter().try_fold(0_i128, |sum, item| sum.checked_add(line(order, item)?));
    let difference = total.and_then(|total| minor_units(total, &order.currency)).and_then(|total| {
        let difference = total.checked_sub(i128::from(amount))?;
        difference.checked_abs()
    });
    if difference.is_some_and(|difference| difference <= TOLERANCE) { Ok(()) } else { Err(Refusal::cart_total()) }
}

/// One line with its tax, in units of 10^-20.
fn line(order: &Order, item: &Value) -> Option<i128> {
    let price = decimal(item.get("unit_price")?)?;
    let quantity = decimal(item.get("quantity")?)?.checked_div(ONE)?;
    let gross = ONE.checked_add(rate(order, item.get("tax_table_selector"))?)?;
    price.checked_mul(quantity)?.checked_mul(gross)
}

/// The rate of the named tax table, else of the default one; no table is no tax.
fn rate(order: &Order, selector: Option<&Value>) -> Option<i128> {
    let options = order.checkout_options.as_ref();
    let tables = options.and_then(|options| options.get("alternate")).and_then(Value::as_array);
    let named = |table: &&Value| selector.is_some() && table.get("name") == selector;
    let table = tables.and_then(|tables| tables.iter().find(named));
    let rate = match table {
        Some(table) => table.get("rules")?.get(0)?.get("rate"),
        None => options.and_then(|options| options.get("default")).and_then(|default| default.get("rate")),
    };
    rate.map_or(Some(0), decimal)
}

/// A decimal, as number or text, in units of 10^-10; digits beyond that are cut off.
fn decimal(value: &Value) -> Option<i128> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    let (negative, digits) = text.strip_prefix('-').map_or((false, text.as_str()), |digits| (true, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: String = fraction.chars().chain(std::iter::repeat('0')).take(PLACES).collect();
    let value: i128 = format!("{whole}{fraction}").parse().ok()?;
    if negative { value.checked_neg() } else { Some(value) }
}

/// From units of 10^-20 to minor units, rounded half away from zero.
fn minor_units(total: i128, currency: &str) -> Option<i128> {
    let unit = ONE.checked_mul(ONE)?.checked_div(10_i128.checked_pow(exponent(currency))?)?;
    let half = unit.checked_div(2)?.checked_mul(total.signum())?;
    total.checked_add(half)?.checked_div(unit)
}

/// Decimal places of the currency (ISO 4217).
pub(crate) fn exponent(currency: &str) -> u32 {
    match currency {
        "JPY" | "KRW" | "VND" | "CLP" | "ISK" | "XAF" | "XOF" | "PYG" | "UGX" => 0,
        "KWD" | "BHD" | "OMR" | "JOD" | "TND" | "IQD" | "LYD" => 3,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use jiff::Timestamp;
    use serde_json::json;

    fn check(items: &Value, amount: i64, passes: bool) {
        let asked = json!({
            "order_id": "A", "amount": 8995, "currency": "EUR", "gateway": "VISA", "capture": "manual",
            "checkout_options": {"tax_tables": {
                "default": {"rate": 0.21},
                "alternate": [
                    {"name": "BTW9", "rules": [{"rate": 0.09}]}, {"name": "none", "rules": [{"rate": "0"}]},
                ],
            }},
        });
        let mut ledger = Ledger::default();
        let order = ledger.create(1, &asked, true, Timestamp::UNIX_EPOCH).unwrap();
        let cart = json!({ "items": items });
        assert_eq!(adds_up(order, &cart, amount).is_ok(), passes, "{cart} {amount}");
    }

    fn shirts(quantity: impl serde::Serialize) -> Value {
        json!({"unit_price": 16.528_925_619_8, "quantity": quantity, "tax_table_selector": "BTW21"})
    }

    #[test]
    fn a_line_counts_with_its_tax() {
        check(&json!([shirts(3)]), 6000, true);
        check(
            &json!([shirts(3), {"unit_price": "22.9357798165", "quantity": "1", "tax_table_selector": "BTW9"}]),
            8500,
            true,
        );
        check(&json!([{"unit_price": 10, "quantity": 1, "tax_table_selector": "none"}]), 1000, true);
    }

    #[test]
    fn negative_copies_take_away() {
        check(&json!([shirts(3), shirts(-2)]), 2000, true);
        check(&json!([shirts(3), {"unit_price": "-16.5289256198", "quantity": 2}]), 2000, true);
        check(&json!([shirts(3), shirts(-2)]), 6000, false);
    }

    #[test]
    fn two_cents_pass_and_three_do_not() {
        check(&json!([shirts(1)]), 1998, true);
        check(&json!([shirts(1)]), 2002, true);
        check(&json!([shirts(1)]), 2003, false);
    }

    #[test]
    fn no_items_pass_and_unreadable_ones_do_not() {
        check(&json!([]), 1, true);
        check(&json!([{"quantity": 1}]), 1, false);
        check(&json!([{"unit_price": "ten", "quantity": 1}]), 1000, false);
    }
}
