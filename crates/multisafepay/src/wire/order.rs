//! `GET /orders/{id}`: an order as the server shows it (`api/multisafepay.md` §2).

use super::failure::read_data;
use super::json::{Json, Object};
use super::payment::Payment;
use super::state::Signs;
use super::{cart, related, time};
use crate::{Answer, ReadProblem};
use domain::{Authorisation, Currency, Money, OrderId, OrderState, RelatedKind, RelatedTransaction};

/// The order in `answer` to the question for `order`.
pub fn read(answer: &Answer, order: &OrderId) -> Result<Authorisation, ReadProblem> {
    let data = read_data(answer)?;
    read_authorisation(&data, order).map_err(|what| ReadProblem::Unreadable { status: answer.status, what })
}

/// An amount in minor units, written as a number or in quotes; `None` when it is missing.
///
/// # Errors
/// With `name` when something is there that is no whole number: an amount that cannot be read never becomes 0.
pub fn money(data: &Object<'_>, name: &'static str, currency: Currency) -> Result<Option<Money>, &'static str> {
    let amount = data.get(name).map(|json| json.integer().ok_or(name)).transpose()?;
    Ok(amount.map(|minor| Money::new(minor, currency)))
}

/// An amount that cannot be below zero.
pub fn unsigned(data: &Object<'_>, name: &'static str, currency: Currency) -> Result<Option<Money>, &'static str> {
    match money(data, name, currency)? {
        Some(amount) if amount.minor() < 0 => Err(name),
        amount => Ok(amount),
    }
}

fn read_authorisation(data: &Object<'_>, order: &OrderId) -> Result<Authorisation, &'static str> {
    if !data.get("order_id").is_some_and(|id| id.is_id(order.as_str())) {
        return Err("order_id");
    }
    let code = data.text("currency").ok_or("currency")?;
    let currency = Currency::from_code(&code).ok_or("currency")?;
    let authorised = unsigned(data, "amount", currency)?.ok_or("amount")?;
    let refunded = unsigned(data, "amount_refunded", currency)?.unwrap_or(Money::zero(currency));

    let payment = Payment::read(data, authorised)?;
    let words = (data.text("status").unwrap_or_default(), data.text("financial_status").unwrap_or_default());
    let capture_of = data.get("auth_order_id").filter(|id| !id.is_id(order.as_str())).and_then(Json::text);
    let signs = Signs {
        status: &words.0,
        financial: &words.1,
        method: payment.method.as_deref().unwrap_or_default(),
        manual: payment.manual,
        capture_of_another: capture_of.is_some(),
    };
    let state = signs.state();
    let listed = related::read(data, currency)?;
    let captured = captured(&signs, authorised, payment.remaining, listed.as_deref());
    let created = data.text("created").and_then(|text| time::read(&text));
    let customer = data.object("customer");

    Ok(Authorisation {
        order: order.clone(),
        transaction: data.text("transaction_id"),
        authorised,
        remaining: payment.remaining,
        captured,
        refunded,
        ends: payment.ends(created),
        state,
        related: listed.unwrap_or_default(),
        lines: cart::read(data, currency),
        created,
        method: payment.method,
        last_four: payment.last_four,
        customer: customer.as_ref().and_then(name_of),
        town: customer.as_ref().and_then(|customer| customer.text("city")),
        capture_of,
        words,
    })
}

/// What was captured so far, as far as the answer tells. What remains and the listed captures check each other: where
/// they disagree nothing is said. A released or lapsed order has nothing remaining that would tell.
fn captured(
    signs: &Signs<'_>,
    authorised: Money,
    remaining: Option<Money>,
    listed: Option<&[RelatedTransaction]>,
) -> Option<Money> {
    if signs.capture_of_another {
        return (signs.financial == "completed").then_some(authorised);
    }
    if !signs.manual {
        return None;
    }
    let rows = listed.unwrap_or_default();
    let captures = rows.iter().filter(|row| row.kind == RelatedKind::Capture && row.completed);
    let sum = captures.clone().try_fold(Money::zero(authorised.currency()), |sum, row| sum.plus(row.amount)).ok()?;
    if signs.state() == OrderState::Void || rows.iter().any(|row| row.kind == RelatedKind::Release) {
        return listed.map(|_| sum);
    }
    let taken = authorised.minus(remaining?).ok()?;
    (captures.count() == 0 || sum == taken).then_some(taken)
}

fn name_of(customer: &Object<'_>) -> Option<String> {
    let names: Vec<String> = ["first_name", "last_name"].iter().filter_map(|part| customer.text(part)).collect();
    if names.is_empty() { customer.text("company_name") } else { Some(names.join(" ")) }
}
