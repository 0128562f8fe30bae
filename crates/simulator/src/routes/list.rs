//! `GET /transactions` with cursors, newest first (`api/multisafepay.md` §3).

use super::methods::name_of;
use super::{Asked, Reply};
use crate::Ledger;
use crate::clock::{read_time, wire_time};
use crate::ledger::{Order, RelatedKind};
use jiff::Timestamp;
use serde_json::{Value, json};

const USUAL_LIMIT: usize = 100;
const LARGEST_LIMIT: usize = 1000;
/// Filters that compare a field of the row, each with its own name.
const FILTERS: [&str; 7] =
    ["currency", "financial_status", "status", "payment_method", "site_id", "type", "debit_credit"];

struct Row {
    created: Timestamp,
    completed: Option<Timestamp>,
    transaction_id: u64,
    shown: Value,
}

pub(super) fn list(ledger: &Ledger, site: u32, asked: &Asked) -> Reply {
    let rows: Vec<Row> = rows(ledger, site).into_iter().filter(|row| passes(row, asked)).collect();
    let limit = asked.query("limit").and_then(|limit| limit.parse().ok()).unwrap_or(USUAL_LIMIT);
    let limit = limit.clamp(1, LARGEST_LIMIT);
    let page = page(&rows, limit, asked);
    let cursor = |row: Option<&&Row>| row.map(|row| cursor_of(row.transaction_id));
    let (before, after) = (cursor(page.first()), cursor(page.last()));
    let address = |name: &str, cursor: Option<&String>| {
        cursor.map(|cursor| format!("http://{}/v1/json/transactions?{name}={cursor}&limit={limit}", asked.host))
    };
    let pager = json!({
        "after": address("after", after.as_ref()),
        "before": address("before", before.as_ref()),
        "limit": limit,
        "cursor": { "after": after, "before": before },
    });
    let data: Vec<&Value> = page.iter().map(|row| &row.shown).collect();
    Reply { status: 200, body: json!({ "data": data, "pager": pager, "success": true }) }
}

pub(super) fn one(ledger: &Ledger, site: u32, id: &str) -> Reply {
    let row = rows(ledger, site).into_iter().find(|row| row.transaction_id.to_string() == id);
    row.map_or_else(|| Reply::message(404, "Not found"), |row| Reply::data(row.shown))
}

/// `after` goes on to older rows, `before` back to newer ones; a cursor that is none of ours leads to an empty page.
fn page<'rows>(rows: &'rows [Row], limit: usize, asked: &Asked) -> Vec<&'rows Row> {
    let place = |cursor: &str| rows.iter().position(|row| cursor_of(row.transaction_id) == cursor);
    if let Some(cursor) = asked.query("before") {
        let end = place(cursor).unwrap_or(0);
        return rows.iter().take(end).skip(end.saturating_sub(limit)).collect();
    }
    let start = asked.query("after").map_or(0, |cursor| place(cursor).map_or(rows.len(), |at| at.saturating_add(1)));
    rows.iter().skip(start).take(limit).collect()
}

fn cursor_of(transaction_id: u64) -> String {
    format!("ZD{transaction_id:x}")
}

fn rows(ledger: &Ledger, site: u32) -> Vec<Row> {
    let of_site = ledger.orders().iter().filter(|order| order.site == site);
    let mut rows: Vec<Row> = of_site.flat_map(|order| std::iter::once(payment(order)).chain(refunds(order))).collect();
    rows.reverse();
    rows.sort_by_key(|row| std::cmp::Reverse(row.created));
    rows
}

fn payment(order: &Order) -> Row {
    let shown = shown(order, order.transaction_id, order.amount, "payment", "C");
    Row { created: order.created, completed: order.completed, transaction_id: order.transaction_id, shown }
}

fn refunds(order: &Order) -> impl Iterator<Item = Row> {
    order.related.iter().filter(|related| related.kind == RelatedKind::Refund).map(|related| Row {
        created: related.created,
        completed: None,
        transaction_id: related.transaction_id,
        shown: shown(order, related.transaction_id, related.amount, "refund", "D"),
    })
}

fn shown(order: &Order, transaction_id: u64, amount: i64, kind: &str, debit_credit: &str) -> Value {
    let costs = 60;
    let customer = |name: &str| order.customer.get(name).cloned().unwrap_or_else(|| "".into());
    json!({
        "amount": amount,
        "costs": [{
            "amount": costs,
            "description": format!("For {} Transactions", name_of(&order.gateway)),
            "dst": 0,
        }],
        "created": wire_time(order.created),
        "currency": order.currency,
        "customer": {
            "email": customer("email"),
            "first_name": customer("first_name"),
            "iban": "",
            "last_name": customer("last_name"),
        },
        "debit_credit": debit_credit,
        "description": order.description,
        "financial_status": order.financial_status,
        "invoice_id": order.invoice_id,
        "net": amount.saturating_sub(costs),
        "order_id": order.id,
        "payment_method": order.gateway,
        "site_id": order.site,
        "status": order.status,
        "transaction_id": transaction_id,
        "type": kind,
        "var1": "",
        "var2": "",
        "var3": "",
    })
}

fn passes(row: &Row, asked: &Asked) -> bool {
    let since = |name: &str, at: Option<Timestamp>| {
        asked.query(name).and_then(read_time).is_none_or(|limit| at.is_some_and(|at| at >= limit))
    };
    let until = |name: &str, at: Option<Timestamp>| {
        asked.query(name).and_then(read_time).is_none_or(|limit| at.is_some_and(|at| at <= limit))
    };
    FILTERS.iter().all(|name| matches(row, name, asked))
        && since("created_from", Some(row.created))
        && until("created_until", Some(row.created))
        && since("completed_from", row.completed)
        && until("completed_until", row.completed)
}

/// A filter may be given several times, or with commas; any of its values will do.
fn matches(row: &Row, name: &str, asked: &Asked) -> bool {
    let wanted: Vec<&str> = asked
        .query
        .iter()
        .filter(|(asked, value)| asked == name && !value.is_empty())
        .flat_map(|(_, value)| value.split(','))
        .collect();
    let found = match row.shown.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    wanted.is_empty() || wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(&found))
}
