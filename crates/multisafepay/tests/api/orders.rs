//! Orders in the many forms in which the API has been seen to write them.

use crate::canned::{answered, read};
use domain::RelatedKind::{Capture, Other, Refund, Release};
use domain::{Authorisation, Decimal, Money, OrderState, RelatedKind};
use multisafepay::ReadProblem;
use serde_json::{Value, json};

/// A reserved order; `changes` replaces members of it.
fn order(changes: &Value) -> Value {
    let mut data = json!({
        "order_id": "WEB-1", "transaction_id": 1, "amount": 8995, "currency": "EUR", "status": "completed",
        "financial_status": "initialized", "created": "2026-01-12T10:14:35",
        "payment_details": {"type": "VISA", "capture": "manual", "capture_remain": 8995},
    });
    for (name, value) in changes.as_object().into_iter().flatten() {
        data[name] = value.clone();
    }
    json!({"success": true, "data": data})
}

fn read_with(changes: &Value) -> Authorisation {
    read("WEB-1", answered(200, order(changes).to_string())).unwrap()
}

/// The part of the order that cannot be read.
fn check_unreadable(changes: &Value, part: &'static str) {
    let problem = read("WEB-1", answered(200, order(changes).to_string())).map(|_| ());
    assert_eq!(problem, Err(ReadProblem::Unreadable { status: 200, what: part }), "{changes}");
}

fn payment(changes: &Value) -> Value {
    let mut payment = json!({"type": "VISA", "capture": "manual", "capture_remain": 8995});
    for (name, value) in changes.as_object().into_iter().flatten() {
        payment[name] = value.clone();
    }
    json!({"payment_details": payment})
}

fn minor(amount: Option<Money>) -> Option<i64> {
    amount.map(Money::minor)
}

#[test]
fn ids_and_amounts_may_be_numbers_or_texts() {
    let texts = json!({"order_id": "WEB-1", "transaction_id": "00017", "amount": "8995", "amount_refunded": "10",
        "payment_details": {"type": "VISA", "capture": "manual", "capture_remain": "6495", "last4": 1111}});
    let read = read_with(&texts);
    assert_eq!((read.authorised.minor(), minor(read.remaining), read.refunded.minor()), (8995, Some(6495), 10));
    assert_eq!((read.transaction.as_deref(), read.last_four.as_deref()), (Some("00017"), Some("1111")));
    let seventeen = read_with(&json!({"transaction_id": 17_682_092_755_123_481_i64}));
    assert_eq!(seventeen.transaction.as_deref(), Some("17682092755123481"));
}

#[test]
fn an_order_id_of_digits_may_be_a_number() {
    for (asked, answered_id) in [("1588947171", json!(1_588_947_171)), ("007", json!(7)), ("007", json!("007"))] {
        let body = order(&json!({ "order_id": answered_id })).to_string();
        assert_eq!(read(asked, answered(200, body)).unwrap().order.as_str(), asked);
    }
}

#[test]
fn an_answer_about_another_order_is_not_read() {
    for id in [json!("WEB-2"), json!("web-1"), json!(null), json!(""), json!({})] {
        check_unreadable(&json!({ "order_id": id }), "order_id");
    }
}

#[test]
fn success_may_be_missing_where_there_is_data() {
    let body = order(&json!({})).to_string().replace("\"success\":true,", "");
    assert_eq!(read("WEB-1", answered(200, body)).map(|order| order.state), Ok(OrderState::Reserved));
}

#[test]
fn an_amount_that_cannot_be_read_never_becomes_nothing() {
    for amount in
        [json!(null), json!("89,95"), json!(89.95), json!("x"), json!(""), json!(-1), json!([]), json!(u64::MAX)]
    {
        check_unreadable(&json!({ "amount": amount }), "amount");
    }
    for amount in [json!("x"), json!(0.5), json!(-1), json!({}), json!(true)] {
        check_unreadable(&json!({ "amount_refunded": amount }), "amount_refunded");
        check_unreadable(&payment(&json!({ "capture_remain": amount })), "capture_remain");
        let row = json!({"amount": if amount == json!(-1) { json!("-") } else { amount }});
        check_unreadable(&json!({ "related_transactions": [row] }), "amount");
    }
    check_unreadable(&json!({"currency": "EURO"}), "currency");
    check_unreadable(&json!({"currency": null}), "currency");
    check_unreadable(&payment(&json!({"capture_remain": 8996})), "capture_remain");
}

#[test]
fn what_may_be_missing_may_be_missing() {
    let bare = json!({"payment_details": {}, "related_transactions": null, "customer": null, "shopping_cart": null,
        "created": null, "transaction_id": null, "amount_refunded": null, "extra": {"a": [1]}});
    let read = read_with(&bare);
    assert_eq!((read.state, read.remaining, read.captured), (OrderState::Unknown, None, None));
    assert_eq!((read.refunded.minor(), read.ends, read.method), (0, None, None));
    for details in [json!(null), json!([]), json!("")] {
        assert_eq!(read_with(&json!({ "payment_details": details })).remaining, None);
    }
    let unsaid = read_with(&json!({"payment_details": {"type": "VISA", "capture": "manual"}}));
    assert_eq!((unsaid.state, unsaid.remaining, unsaid.captured), (OrderState::Reserved, None, None));
    let wordless = read_with(&json!({"status": null, "financial_status": 7}));
    assert_eq!(wordless.words, (String::new(), "7".to_owned()));
    assert_eq!(wordless.state, OrderState::Unknown);
}

#[test]
fn a_number_as_last_four_is_never_more_than_four_digits() {
    let read = read_with(&payment(&json!({"last4": "4111111111111111"})));
    assert_eq!(read.last_four.as_deref(), Some("1111"));
}

#[test]
fn the_end_is_estimated_by_the_card_scheme_where_the_server_does_not_say() {
    let check = |payment: Value, expected: Option<(&str, bool)>| {
        let ends = read_with(&json!({ "payment_details": payment })).ends;
        let ends = ends.map(|end| (end.at.to_string(), end.estimated));
        assert_eq!(ends.as_ref().map(|(at, estimated)| (at.as_str(), *estimated)), expected);
    };
    let manual = |method: &str| json!({"type": method, "capture": "manual", "capture_remain": 8995});
    check(manual("VISA"), Some(("2026-01-19T09:14:35Z", true)));
    check(manual("MASTERCARD"), Some(("2026-02-11T09:14:35Z", true)));
    check(manual("MAESTRO"), Some(("2026-02-11T09:14:35Z", true)));
    check(manual("APPLEPAY"), None);
    check(json!({"type": "VISA"}), None);
    let told = json!({"type": "VISA", "capture": "manual", "capture_expiry": "2026-07-01T00:00:00"});
    check(told, Some(("2026-06-30T22:00:00Z", false)));
}

#[test]
fn related_rows_may_lack_everything_but_an_amount() {
    let row = |kind: Value| json!({"amount": "2500", "status": "completed", "type": kind});
    let rows = json!([
        {"amount": 2500}, row(json!(null)), row(json!("capture")), row(json!("refund")), row(json!("auth-cancellation")),
        row(json!("chargeback")), row(json!("new word")),
    ]);
    let kinds: Vec<RelatedKind> =
        read_with(&json!({ "related_transactions": rows })).related.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [Capture, Capture, Capture, Refund, Release, Other, Other]);
    for nothing in [json!(null), json!([]), json!({}), json!("")] {
        assert_eq!(read_with(&json!({ "related_transactions": nothing })).related, []);
    }
    check_unreadable(&json!({"related_transactions": ["x"]}), "related_transactions");
    check_unreadable(&json!({"related_transactions": {"0": {"amount": 1}}}), "related_transactions");
    check_unreadable(
        &json!({"related_transactions": [{"amount": 1, "currency": "?"}]}),
        "related_transactions.currency",
    );
    check_unreadable(&json!({"related_transactions": [{"status": "completed"}]}), "related_transactions.amount");
}

#[test]
fn what_was_captured_is_said_only_where_the_figures_agree() {
    let check = |remaining: i64, rows: Value, expected: Option<i64>| {
        let mut changes = payment(&json!({ "capture_remain": remaining }));
        changes["related_transactions"] = rows;
        assert_eq!(minor(read_with(&changes).captured), expected, "{changes}");
    };
    let row = |minor: i64, kind: &str, status: &str| json!({"amount": minor, "type": kind, "status": status});
    check(6495, json!(null), Some(2500));
    check(6495, json!([row(2500, "capture", "completed")]), Some(2500));
    check(6495, json!([row(2500, "capture", "completed"), row(100, "refund", "completed")]), Some(2500));
    check(8995, json!([row(2500, "capture", "declined")]), Some(0));
    check(6495, json!([row(2000, "capture", "completed")]), None);
    check(0, json!([row(2500, "capture", "completed"), row(6495, "auth-cancellation", "void")]), Some(2500));
    let i = i64::MAX;
    check(6495, json!([row(i, "capture", "completed"), row(i, "capture", "completed")]), None);
}

#[test]
fn a_capture_of_another_order_is_known_by_its_authorisation() {
    let check = |authorisation: Value, state: OrderState, of: Option<&str>| {
        let read = read_with(&json!({ "auth_order_id": authorisation }));
        assert_eq!((read.state, read.capture_of.as_deref()), (state, of));
    };
    check(json!("WEB-0"), OrderState::CaptureOfAnother, Some("WEB-0"));
    check(json!(17), OrderState::CaptureOfAnother, Some("17"));
    for itself in [json!("WEB-1"), json!(null), json!("")] {
        check(itself, OrderState::Reserved, None);
    }
}

#[test]
fn amounts_are_in_the_minor_unit_of_the_orders_currency() {
    let read = read_with(&json!({"currency": "jpy", "amount": 8995}));
    assert_eq!((read.authorised.minor(), read.authorised.currency().code()), (8995, "JPY"));
}

/// A cart of one shirt with a member replaced, taxed by the table BTW21.
fn cart(name: &str, value: &Value) -> Value {
    let mut item =
        json!({"name": "T-shirt", "unit_price": "16.5289256198", "quantity": 3, "tax_table_selector": "BTW21"});
    item[name] = value.clone();
    json!({
        "shopping_cart": {"items": [item]},
        "checkout_options": {
            "alternate": [
                {"name": "BTW21", "rules": [{"rate": "0.21"}]},
                {"name": "by country", "rules": [{"country": "NL", "rate": 0.21}, {"country": "BE", "rate": 0.06}]},
                {"name": "the same everywhere", "rules": [{"country": "NL", "rate": 0.21}, {"country": "BE", "rate": "0.210"}]},
                {"name": "percent", "rules": [{"rate": 21}]},
                {"name": "empty", "rules": []},
            ],
            "default": {"rate": 0.09},
        },
    })
}

/// Quantity and price with tax of the shirt, if the cart can be picked from.
fn check_cart(name: &str, value: &Value, expected: Option<(u32, i64)>) {
    let lines = read_with(&cart(name, value)).lines;
    let shirt = lines.first().map(|line| (line.quantity, line.unit_price_with_tax.minor()));
    assert_eq!(shirt, expected, "{name}: {value}");
}

#[test]
fn a_cart_is_read_whatever_the_types_are() {
    check_cart("quantity", &json!("3"), Some((3, 2000)));
    check_cart("quantity", &json!(2.0), Some((2, 2000)));
    check_cart("unit_price", &json!("50.0000000000"), Some((3, 6050)));
    check_cart("unit_price", &json!("-10"), Some((3, -1210)));
    check_cart("unit_price", &json!(0), Some((3, 0)));
    check_cart("name", &json!(7), Some((3, 2000)));
    check_cart("currency", &json!("eur"), Some((3, 2000)));
}

#[test]
fn tax_is_of_the_table_that_the_item_selects() {
    check_cart("tax_table_selector", &json!("the same everywhere"), Some((3, 2000)));
    check_cart("tax_table_selector", &json!(null), Some((3, 1802)));
    check_cart("tax_table_selector", &json!(""), Some((3, 1802)));
    for table in ["by country", "percent", "empty", "unheard of"] {
        check_cart("tax_table_selector", &json!(table), None);
    }
    let mut nested = cart("quantity", &json!(3));
    nested["checkout_options"] = json!({"tax_tables": {"alternate": [{"name": "BTW21", "rules": [{"rate": 0.06}]}]}});
    let rate = read_with(&nested).lines.first().map(|line| line.tax_rate);
    assert_eq!(rate, Decimal::parse("0.06"));
}

#[test]
fn one_item_that_cannot_be_read_exactly_makes_the_cart_unpickable() {
    for quantity in [json!(1.5), json!("1,5"), json!(-1), json!(null), json!("many"), json!(5_000_000_000_i64)] {
        check_cart("quantity", &quantity, None);
    }
    for price in [json!(null), json!("1,50"), json!({})] {
        check_cart("unit_price", &price, None);
    }
    check_cart("currency", &json!("USD"), None);
    let mut two = cart("quantity", &json!(3));
    two["shopping_cart"]["items"] = json!([two["shopping_cart"]["items"][0], 7]);
    assert_eq!(read_with(&two).lines, []);
}

#[test]
fn a_line_keeps_its_item_byte_for_byte() {
    let item = r#"{ "quantity":"1" ,"unit_price": 1.10000000000, "name":"caf\u00e9", "options":[ ] }"#;
    let body = order(&json!({"shopping_cart": {"items": ["ITEM"]}, "checkout_options": {"default": {"rate": 0}}}));
    let body = body.to_string().replace("\"ITEM\"", item);
    let lines = read("WEB-1", answered(200, body)).unwrap().lines;
    assert_eq!(lines.first().map(|line| (line.wire.as_str(), line.name.as_str())), Some((item, "café")));
}
