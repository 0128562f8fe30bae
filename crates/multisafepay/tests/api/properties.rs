//! No bytes make the reader panic, and none are believed that do not say yes to this order.

use crate::canned::{answered, capture, read, read_account, release};
use multisafepay::WriteOutcome;
use proptest::prelude::*;
use serde_json::{Value, json};

/// JSON that looks like an answer of the API with some of its parts wrong.
fn answers() -> impl Strategy<Value = String> {
    let success = prop::sample::select(vec!["true", "false", "null", "\"true\"", "1", "[]"]);
    let id = prop::sample::select(vec!["\"WEB-1\"", "\"WEB-1-C1\"", "\"WEB-2\"", "1", "null", "{}", "\"\""]);
    let data = prop_oneof![
        id.prop_map(|id| format!(r#"{{"transaction_id":17682092755123481,"order_id":{id}}}"#)),
        prop::sample::select(vec!["{}", "[]", "null", "\"WEB-1\"", "[[[[{}]]]]"]).prop_map(str::to_owned),
    ];
    let error = prop::sample::select(vec!["", r#","error_code":1001"#, r#","error_code":"x""#, r#","message":"No""#]);
    (success, data, error).prop_map(|(success, data, error)| format!(r#"{{"success":{success},"data":{data}{error}}}"#))
}

/// An order of the API in which single members are replaced or taken out.
fn orders() -> impl Strategy<Value = String> {
    let names = vec![
        "order_id",
        "amount",
        "amount_refunded",
        "currency",
        "status",
        "financial_status",
        "payment_details",
        "created",
        "related_transactions",
        "shopping_cart",
        "checkout_options",
        "customer",
        "auth_order_id",
        "transaction_id",
    ];
    let values = vec![
        json!(null),
        json!(0),
        json!(-1),
        json!(0.1),
        json!(u64::MAX),
        json!("8995"),
        json!("€ 89,95"),
        json!(""),
        json!([]),
        json!({}),
        json!([null]),
        json!([{}]),
        json!({"items": [{"quantity": 0.5}]}),
        json!(true),
        json!({"capture": "manual", "capture_remain": "x"}),
        json!([{"amount": 1, "type": 7, "created": "9999-99-99"}]),
    ];
    let change = (prop::sample::select(names), prop::sample::select(values));
    prop::collection::vec(change, 0..4).prop_map(|changes| {
        let mut data = json!({
            "order_id": "WEB-1", "transaction_id": 1, "amount": 8995, "currency": "EUR", "status": "completed",
            "financial_status": "initialized", "created": "2026-01-12T10:14:35",
            "payment_details": {"type": "VISA", "capture": "manual", "capture_remain": 8995},
        });
        for (name, value) in changes {
            data[name] = value;
        }
        json!({"success": true, "data": data}).to_string()
    })
}

/// Whether these bytes, read by another reader, say yes to one of `ids`.
fn says_yes(body: &[u8], ids: &[&str]) -> bool {
    let Ok(answer) = serde_json::from_slice::<Value>(body) else { return false };
    answer["success"] == json!(true) && ids.iter().any(|id| answer["data"]["order_id"] == json!(id))
}

fn check(status: u16, body: &[u8]) -> Result<(), TestCaseError> {
    let _ = read_account(answered(status, body));
    let believed = |outcome: WriteOutcome| matches!(outcome, WriteOutcome::Done { .. });
    let yes = (200..300).contains(&status) && says_yes(body, &["WEB-1", "WEB-1-C1"]);
    prop_assert_eq!(believed(capture("WEB-1", answered(status, body))), yes);
    if believed(release("WEB-1", answered(status, body))) {
        prop_assert!((200..300).contains(&status) && says_yes(body, &["WEB-1"]));
    }
    if let Ok(order) = read("WEB-1", answered(status, body)) {
        prop_assert!(order.remaining.is_none_or(|remaining| remaining.minor() <= order.authorised.minor()));
        prop_assert!(order.authorised.minor() >= 0 && order.refunded.minor() >= 0);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(status in 100..600_u16, body in prop::collection::vec(any::<u8>(), 0..200)) {
        check(status, &body)?;
    }

    #[test]
    fn any_answer_is_believed_only_for_what_it_says(status in prop_oneof![Just(200), 100..600_u16], body in answers()) {
        check(status, body.as_bytes())?;
    }

    #[test]
    fn any_cut_answer_is_survived(body in answers(), length in 0..100_usize) {
        check(200, &body.as_bytes()[..length.min(body.len())])?;
    }

    #[test]
    fn any_order_is_read_or_refused(body in orders()) {
        check(200, body.as_bytes())?;
    }
}

#[test]
fn a_large_body_and_deep_nesting_are_survived() {
    let large = format!(r#"{{"success":true,"data":{{"order_id":"WEB-1","x":"{}"}}}}"#, "x".repeat(5_000_000));
    let brackets = format!("{}{}", "[".repeat(500_000), "]".repeat(500_000));
    let deep = format!(r#"{{"success":true,"data":{{"order_id":"WEB-1","shopping_cart":{brackets}}}}}"#);
    for body in [large, deep, brackets, "{\"data\":".repeat(500_000)] {
        let _ = (read("WEB-1", answered(200, &body)), capture("WEB-1", answered(200, &body)));
        let _ = release("WEB-1", answered(404, &body));
    }
}
