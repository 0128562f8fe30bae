//! The cart of an order: read into lines, and written back with what a capture leaves out
//! (`api/multisafepay.md` §1.5 and §9).

use super::json::{Json, Object};
use domain::{Currency, Decimal, OrderLine, PickedLine};
use serde_json::value::RawValue;

/// The lines of the order in `data`; empty when it has no cart, or when one item cannot be read exactly: a cart with a
/// wrong line would propose a wrong amount.
pub fn read(data: &Object<'_>, currency: Currency) -> Vec<OrderLine> {
    let items = data.object("shopping_cart").and_then(|cart| cart.get("items")).and_then(Json::elements);
    let taxes = TaxTables::of(data);
    let lines: Option<Vec<OrderLine>> =
        items.unwrap_or_default().into_iter().map(|item| read_line(item, &taxes, currency)).collect();
    lines.unwrap_or_default()
}

fn read_line(item: Json<'_>, taxes: &TaxTables<'_>, currency: Currency) -> Option<OrderLine> {
    let members = item.object()?;
    if members.text("currency").is_some_and(|code| Currency::from_code(&code) != Some(currency)) {
        return None;
    }
    let unit_price = Decimal::parse(&members.text("unit_price")?)?;
    let tax_rate = taxes.rate(members.text("tax_table_selector").as_deref())?;
    let name = members.text("name").or_else(|| members.text("description"));
    Some(OrderLine {
        article: members.text("merchant_item_id"),
        name: name.unwrap_or_default(),
        unit_price,
        quantity: read_quantity(&members.text("quantity")?)?,
        tax_rate,
        unit_price_with_tax: unit_price.priced(1, tax_rate, currency)?,
        wire: item.as_str().to_owned(),
    })
}

/// Whole pieces only; `2.0` is two.
fn read_quantity(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    whole.parse().ok().filter(|_| fraction.bytes().all(|digit| digit == b'0'))
}

/// The tax tables of an order. They come back flattened, or below `tax_tables` as they were sent.
struct TaxTables<'a> {
    alternate: Vec<Object<'a>>,
    default: Option<Decimal>,
}

impl<'a> TaxTables<'a> {
    fn of(data: &Object<'a>) -> Self {
        let options = data.object("checkout_options");
        let tables = options.map(|options| options.object("tax_tables").unwrap_or(options));
        let alternate = tables.as_ref().and_then(|tables| tables.get("alternate")).and_then(Json::elements);
        let default = tables.as_ref().and_then(|tables| tables.object("default"));
        Self {
            alternate: alternate.unwrap_or_default().into_iter().filter_map(Json::object).collect(),
            default: default.as_ref().and_then(read_rate),
        }
    }

    /// The rate of the table that an item selects, or the default where it selects none. `None` when the table is not
    /// there or has several rates, of which the customer's address would choose one.
    fn rate(&self, selector: Option<&str>) -> Option<Decimal> {
        let Some(selector) = selector else { return self.default };
        let table = self.alternate.iter().find(|table| table.text("name").as_deref() == Some(selector))?;
        let rules = table.get("rules").and_then(Json::elements)?;
        let rates: Option<Vec<Decimal>> =
            rules.into_iter().map(|rule| rule.object().as_ref().and_then(read_rate)).collect();
        let rates = rates?;
        let (first, others) = rates.split_first()?;
        others.iter().all(|rate| rate == first).then_some(*first)
    }
}

/// A rate is a fraction: 0.21. One above 1 is a percentage by mistake, and would charge twenty times the price.
fn read_rate(rule: &Object<'_>) -> Option<Decimal> {
    let rate = Decimal::parse(&rule.text("rate")?)?;
    let percent = rate.priced(1, Decimal::ZERO, Currency::EUR)?.minor();
    (0..=100).contains(&percent).then_some(rate)
}

/// The items of a capture: the cart unchanged, and a copy with negative quantity of everything that is not picked, so
/// that the cart adds up to what is captured. `None` when a line cannot be copied.
pub fn items_of_capture(lines: &[OrderLine], picked: &[PickedLine]) -> Option<Vec<Box<RawValue>>> {
    let original = lines.iter().map(|line| Some(line.wire.clone()));
    let left_out = lines.iter().enumerate().filter_map(|(place, line)| {
        let pieces = picked.iter().filter(|pick| pick.line == place).map(|pick| pick.quantity);
        let left = line.quantity.saturating_sub(pieces.fold(0, u32::saturating_add));
        (left > 0).then(|| with_negative_quantity(&line.wire, left))
    });
    original.chain(left_out).map(|item| RawValue::from_string(item?).ok()).collect()
}

/// The item with another quantity, in quotes where the original's is; every other value stays byte for byte.
fn with_negative_quantity(wire: &str, quantity: u32) -> Option<String> {
    let item = Object::read(wire)?;
    let quoted = item.get("quantity")?.is_quoted();
    let quantity = if quoted { format!("\"-{quantity}\"") } else { format!("-{quantity}") };
    let members: Option<Vec<String>> = item
        .members()
        .map(|(name, value)| {
            let value = if name == "quantity" { &quantity } else { value };
            Some(format!("{}:{value}", serde_json::to_string(name).ok()?))
        })
        .collect();
    Some(format!("{{{}}}", members?.join(",")))
}
