//! What is sent, byte for byte.

use crate::canned::{answered, client, order_id};
use domain::{Currency, Decimal, Details, Money, OrderLine, PickedLine, Reference, StatusAfter};
use futures_util::FutureExt;
use jiff::civil::date;
use multisafepay::{CaptureRequest, Client};

fn details() -> Details {
    Details {
        carrier: Some("PostNL".to_owned()),
        track_and_trace: Some("3SABC0123456789".to_owned()),
        ship_date: Some(date(2026, 1, 13)),
        invoice: Some("F2026-0412".to_owned()),
        reason: Some("Eerste deelzending".to_owned()),
        memo: Some("Say \"hi\" & <b>é</b>".to_owned()),
        status_after: StatusAfter::Shipped,
    }
}

fn line(quantity: u32, wire: &str) -> OrderLine {
    OrderLine {
        article: None,
        name: String::new(),
        unit_price: Decimal::ZERO,
        quantity,
        tax_rate: Decimal::ZERO,
        unit_price_with_tax: Money::zero(Currency::EUR),
        wire: wire.to_owned(),
    }
}

fn body(minor: i64, details: &Details, cart: Option<(&[OrderLine], &[PickedLine])>) -> String {
    let reference = Reference::new("WEB-1-C1").unwrap();
    CaptureRequest { amount: Money::new(minor, Currency::EUR), reference: &reference, details, cart }.body()
}

fn check_items(lines: &[OrderLine], picked: &[(usize, u32)], expected: &str) {
    let picked: Vec<PickedLine> = picked.iter().map(|&(line, quantity)| PickedLine { line, quantity }).collect();
    let body = body(1, &Details::default(), Some((lines, &picked)));
    let start = r#"{"amount":1,"new_order_id":"WEB-1-C1","new_order_status":"completed""#;
    assert_eq!(body, format!("{start}{expected}}}"));
}

#[test]
fn every_field_of_the_form_has_its_place() {
    assert_eq!(
        body(4500, &details(), None),
        concat!(
            r#"{"amount":4500,"new_order_id":"WEB-1-C1","new_order_status":"shipped","invoice_id":"F2026-0412","#,
            r#""carrier":"PostNL","tracktrace_code":"3SABC0123456789","ship_date":"2026-01-13","#,
            r#""reason":"Eerste deelzending","memo":"Say \"hi\" & <b>é</b>","description":"Say \"hi\" & <b>é</b>"}"#,
        )
    );
}

#[test]
fn what_is_not_set_is_not_sent() {
    let expected = r#"{"amount":9007199254740993,"new_order_id":"WEB-1-C1","new_order_status":"completed"}"#;
    assert_eq!(body(9_007_199_254_740_993, &Details::default(), None), expected);
}

#[test]
fn a_cart_is_sent_unchanged_with_what_is_left_out_as_negative_quantities() {
    let shirts =
        line(3, r#"{"name": "T-shirt", "quantity": 3, "unit_price": 16.5289256198000, "weight":{"value":"0.2"}}"#);
    let book = line(1, r#"{"quantity":"1","unit_price":"22.9357798165","name":"Kook\u0062oek"}"#);
    let cart = [shirts, book];
    check_items(
        &cart,
        &[(0, 1)],
        concat!(
            r#","checkout_data":{"items":["#,
            r#"{"name": "T-shirt", "quantity": 3, "unit_price": 16.5289256198000, "weight":{"value":"0.2"}},"#,
            r#"{"quantity":"1","unit_price":"22.9357798165","name":"Kook\u0062oek"},"#,
            r#"{"name":"T-shirt","quantity":-2,"unit_price":16.5289256198000,"weight":{"value":"0.2"}},"#,
            r#"{"quantity":"-1","unit_price":"22.9357798165","name":"Kook\u0062oek"}]}"#,
        ),
    );
}

#[test]
fn a_cart_picked_as_a_whole_is_sent_as_it_is() {
    let cart = [line(2, r#"{"quantity":2}"#), line(0, r#"{"quantity":0}"#)];
    check_items(&cart, &[(0, 2)], r#","checkout_data":{"items":[{"quantity":2},{"quantity":0}]}"#);
    check_items(&cart, &[(0, 1), (0, 1)], r#","checkout_data":{"items":[{"quantity":2},{"quantity":0}]}"#);
}

#[test]
fn a_cart_that_cannot_be_written_back_is_not_sent() {
    check_items(&[line(2, r#"{"name":"no quantity"}"#)], &[(0, 1)], "");
    check_items(&[line(2, "{broken")], &[(0, 2)], "");
}

#[test]
fn a_release_gives_its_reason() {
    assert_eq!(Client::release_body("Klant \"weg\""), r#"{"status":"cancelled","reason":"Klant \"weg\""}"#);
}

#[test]
fn each_call_has_its_method_and_path_and_is_made_once() {
    let (client, canned) = client(answered(500, ""));
    let order = order_id("WEB/2026 104");
    let reference = Reference::new("R1").unwrap();
    let _ = client.order(&order).now_or_never().unwrap();
    let _ = client.me().now_or_never().unwrap();
    let _ = client.capture(&order, &reference, "{\"a\":1}".to_owned()).now_or_never().unwrap();
    let _ = client.release(&order, "{\"b\":2}".to_owned()).now_or_never().unwrap();
    assert_eq!(
        canned.sent(),
        [
            "Get /orders/WEB%2F2026%20104 -",
            "Get /me -",
            "Post /orders/WEB%2F2026%20104/capture {\"a\":1}",
            "Patch /capture/WEB%2F2026%20104 {\"b\":2}",
        ]
    );
}

#[test]
fn an_id_that_is_a_step_through_the_path_is_never_sent() {
    let (client, canned) = client(answered(200, "{}"));
    let order = order_id("..");
    let reference = Reference::new("R1").unwrap();
    assert!(client.order(&order).now_or_never().unwrap().is_err());
    let outcome = client.capture(&order, &reference, String::new()).now_or_never().unwrap();
    assert_eq!(outcome, multisafepay::WriteOutcome::NotSent(domain::NotSentReason::Unbuildable));
    assert_eq!(client.release(&order, String::new()).now_or_never().unwrap(), outcome);
    assert_eq!(canned.sent(), Vec::<String>::new());
}
