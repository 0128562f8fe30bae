//! Orders to practise with: one for each thing that can happen.

mod carts;

use crate::faults::{Action, Body, Faults, Kind, Rule};
use crate::{Clock, Refusal, Simulator};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// The key of the practice site. It protects nothing.
pub const PRACTICE_KEY: &str = "practice-key";

/// One order to practise with.
struct Example {
    id: &'static str,
    kind: &'static str,
    gateway: &'static str,
    currency: &'static str,
    amount: i64,
    cart: Option<fn() -> Value>,
    manual: bool,
    /// How long ago it was paid, in hours.
    age_h: i64,
    /// What was captured of it since.
    captured: &'static [i64],
}

const USUAL: Example = Example {
    id: "",
    kind: "",
    gateway: "VISA",
    currency: "EUR",
    amount: 8995,
    cart: None,
    manual: true,
    age_h: 3,
    captured: &[],
};

const EXAMPLES: [Example; 13] = [
    Example { id: "PRACTICE-1001", kind: "lines", cart: Some(carts::clothes), ..USUAL },
    Example {
        id: "PRACTICE-1002",
        kind: "partly",
        amount: 24_900,
        cart: Some(carts::bicycle),
        gateway: "MASTERCARD",
        age_h: 50,
        captured: &[15_995],
        ..USUAL
    },
    Example { id: "PRACTICE-1003", kind: "yen", currency: "JPY", amount: 12_800, ..USUAL },
    Example { id: "PRACTICE-1004", kind: "ending", amount: 4500, age_h: 7 * 24 - 20, ..USUAL },
    Example { id: "PRACTICE-1005", kind: "ended", amount: 4500, age_h: 8 * 24, ..USUAL },
    Example { id: "PRACTICE-1006", kind: "paid", amount: 1995, manual: false, ..USUAL },
    Example { id: "PRACTICE-1007", kind: "captured", amount: 3495, captured: &[3495], ..USUAL },
    Example {
        id: "PRACTICE-1008",
        kind: "klarna",
        gateway: "KLARNA",
        cart: Some(carts::clothes),
        manual: false,
        ..USUAL
    },
    Example { id: "PRACTICE/2026 1009", kind: "slash", cart: Some(carts::clothes), ..USUAL },
    Example { id: "PRACTICE-1010", kind: "declined", amount: 15_000, ..USUAL },
    Example { id: "PRACTICE-1011", kind: "lost", amount: 6250, ..USUAL },
    Example { id: "PRACTICE-1012", kind: "silent", amount: 7300, ..USUAL },
    Example { id: "PRACTICE-1013", kind: "plain", amount: 100, ..USUAL },
];

/// The orders to try, each with one word for what it shows: `lines` (nothing captured, several lines), `partly`
/// (captured in part), `yen` (a currency without decimals), `ending` (within a day), `ended` (the reservation), `paid` (at
/// once, nothing to capture), `captured` (in full), `klarna` (pay later), `slash` (a slash and a space in the id),
/// `declined` (by the bank, at the capture), `lost` (the answer to the first capture), `silent` (the first capture never
/// arrives), `plain`.
pub fn orders() -> impl Iterator<Item = (&'static str, &'static str)> {
    EXAMPLES.iter().map(|example| (example.id, example.kind))
}

/// A simulator with the practice site, its orders and their faults. Their times count back from what `clock` shows now;
/// the clock is left as it is.
#[must_use]
pub fn simulator(clock: Clock) -> Simulator {
    let now = clock.now();
    let simulator = Simulator::new(clock);
    simulator.open_site(PRACTICE_KEY);
    for example in &EXAMPLES {
        if let Err(refusal) = place(&simulator, example, now) {
            tracing::error!(order = example.id, ?refusal, "a practice order was refused");
        }
    }
    if let Err(problem) = simulator.set_faults(faults()) {
        tracing::error!(%problem, "the practice faults were refused");
    }
    simulator
}

fn faults() -> Faults {
    let declined = Action::Answer {
        status: 400,
        body: Body::Envelope { code: 1024, info: "Transaction declined".to_owned() },
        processed: false,
    };
    Faults::of(vec![
        Rule::on(Kind::Capture, declined).order("PRACTICE-1010"),
        Rule::on(Kind::Capture, Action::DropProcessed).order("PRACTICE-1011").nth(1),
        Rule::on(Kind::Capture, Action::DropUnread).order("PRACTICE-1012").nth(1),
    ])
}

fn place(simulator: &Simulator, example: &Example, now: Timestamp) -> Result<(), Refusal> {
    let ago = |hours| now.checked_sub(SignedDuration::from_hours(hours)).unwrap_or(now);
    let mut order = json!({
        "type": "direct",
        "order_id": example.id,
        "gateway": example.gateway,
        "currency": example.currency,
        "amount": example.amount,
        "description": format!("Order {}", example.id),
        "customer": carts::customer(),
    });
    if let Some(order) = order.as_object_mut() {
        if example.manual {
            order.insert("capture".to_owned(), "manual".into());
        }
        if let Some(cart) = example.cart {
            order.insert("shopping_cart".to_owned(), cart());
            order.insert("checkout_options".to_owned(), carts::taxes());
        }
    }
    let mut ledger = simulator.ledger();
    let site = ledger.open_site(PRACTICE_KEY);
    let paid_at = ago(example.age_h);
    ledger.create(site, &order, true, paid_at)?;
    for (amount, number) in example.captured.iter().zip(1_i64..) {
        let asked = crate::ledger::CaptureAsked {
            amount: Some(*amount),
            new_order_id: Some(format!("{}-C{number}", example.id)),
            ..Default::default()
        };
        ledger.capture(site, example.id, &asked, ago(example.age_h.saturating_sub(number)))?;
    }
    Ok(())
}
