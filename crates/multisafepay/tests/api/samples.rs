//! The published answers of the API come to what their index says. Every file of the folder has its line here.

use crate::canned::{answered, capture, read, read_account, release};
use domain::Authorisation;
use multisafepay::{ReadProblem, WriteOutcome};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What a file of the folder is to us.
enum Sample {
    /// An answer to `GET /orders/{id}`, and what it comes to: state, remaining, authorised, captured, refunded, end,
    /// number of related rows and of lines.
    Order(&'static str),
    /// An answer to `GET /me`.
    Account(&'static str),
    /// A yes to a capture: transaction and order id.
    Captured(&'static str, &'static str),
    /// A yes to a release: transaction and order id.
    Released(&'static str, &'static str),
    /// A no: what a read and a capture make of it.
    No(&'static str, &'static str),
    /// Of a call that we do not make, or a request; the reason is for the reader.
    NotRead(&'static str),
}

use Sample::{Account, Captured, No, NotRead, Order, Released};

const OTHER_CALL: Sample = NotRead("an answer to a call that the program does not make");
const OTHER_REQUEST: Sample = NotRead("a request that the program does not make");
const CAPTURE_REQUEST: Sample = NotRead("a request of others; what ours hold is shown by the tests of sending");

const SAMPLES: [(&str, Sample); 64] = [
    (
        "order_card_authorised.json",
        Order("Reserved 8995/8995 captured 0 refunded 0 ends 2026-01-19T09:14:35Z 0 rows 0 lines"),
    ),
    (
        "order_card_authorised_with_cart.json",
        Order("Reserved 8995/8995 captured 0 refunded 0 ends 2026-01-19T09:14:35Z 0 rows 3 lines"),
    ),
    (
        "order_card_partially_captured.json",
        Order("Reserved 6495/8995 captured 2500 refunded 0 ends 2026-01-19T09:14:35Z 1 rows 0 lines"),
    ),
    (
        "order_card_fully_captured_single.json",
        Order("Captured 0/8995 captured 8995 refunded 0 ends 2026-01-19T09:14:35Z 0 rows 0 lines"),
    ),
    ("order_card_capture_child.json", Order("CaptureOfAnother -/2500 captured 2500 refunded 0 ends - 0 rows 0 lines")),
    (
        "order_card_voided_full.json",
        Order("Void 0/8995 captured - refunded 0 ends 2026-01-19T09:14:35Z 0 rows 0 lines"),
    ),
    (
        "order_card_partial_then_voided_variant_docs.json",
        Order("Void 0/8995 captured 2500 refunded 0 ends 2026-01-19T09:14:35Z 2 rows 0 lines"),
    ),
    (
        "order_card_authorisation_expired.json",
        Order("Void 0/8995 captured - refunded 0 ends 2026-01-19T09:14:35Z 0 rows 0 lines"),
    ),
    ("order_card_autocaptured_not_manual.json", Order("PaidAtOnce -/4500 captured - refunded 0 ends - 0 rows 0 lines")),
    ("order_card_declined.json", Order("NotPaid -/1000 captured - refunded 0 ends - 0 rows 0 lines")),
    ("order_initialized_unpaid.json", Order("NotPaid -/1999 captured - refunded 0 ends - 0 rows 0 lines")),
    ("order_refunded.json", Order("Refunded -/4500 captured - refunded 4500 ends - 0 rows 0 lines")),
    ("order_riverty_authorised.json", Order("PayLater -/8995 captured - refunded 0 ends - 0 rows 3 lines")),
    ("order_riverty_shipped.json", Order("PayLater -/8995 captured - refunded 0 ends - 0 rows 3 lines")),
    ("order_riverty_collected.json", Order("PayLater -/8995 captured - refunded 0 ends - 0 rows 3 lines")),
    ("order_klarna_authorised.json", Order("PayLater -/8995 captured - refunded 0 ends - 0 rows 3 lines")),
    ("order_klarna_expired.json", Order("NotPaid -/8995 captured - refunded 0 ends - 0 rows 3 lines")),
    ("me_ok.json", Account("account 12345678 site 12345 role merchant")),
    ("capture_response_full_ok.json", Captured("1768209275512348", "WEB-100231")),
    ("capture_response_partial_ok.json", Captured("1768312931330017", "WEB-100231-C1")),
    ("cancel_authorisation_response_ok.json", Released("1768209275512348", "WEB-100231")),
    ("error_capture_amount_too_high_ASSUMED.json", No("refused", "400 1001 Invalid amount")),
    ("error_capture_duplicate_new_order_id_ASSUMED.json", No("not found", "400 1006 Invalid transaction ID")),
    ("error_capture_expired_ASSUMED.json", No("refused", "400 1000 Reservation expired")),
    ("error_capture_not_capturable_ASSUMED.json", No("refused", "400 1000 Transaction cannot be captured")),
    ("error_invalid_api_key_401.json", No("key not accepted", "401 1032 Invalid API key")),
    ("error_order_not_found_404.json", No("not found", "404 1006 Invalid transaction ID")),
    ("error_refund_duplicate_1034.json", No("refused", "400 1034 Cannot refund transaction")),
    ("error_site_blocked_404.json", No("refused", "404 1019 The site is blocked in your account.")),
    ("error_transaction_not_found_404.json", No("refused", "404 - Not found")),
    ("error_validation_422.json", No("refused", "422 - Validation error")),
    ("capture_request_full.json", CAPTURE_REQUEST),
    ("capture_request_partial.json", CAPTURE_REQUEST),
    ("capture_request_minimal.json", CAPTURE_REQUEST),
    ("capture_request_magento_style.json", CAPTURE_REQUEST),
    ("capture_request_seed_2020.json", CAPTURE_REQUEST),
    ("capture_request_checkout_data_hypothetical.json", CAPTURE_REQUEST),
    ("cancel_authorisation_request.json", NotRead("a request; ours is shown by the tests of sending")),
    ("create_order_manual_capture_request.json", OTHER_REQUEST),
    ("refund_request_amount.json", OTHER_REQUEST),
    ("refund_request_bnpl_negative_price.json", OTHER_REQUEST),
    ("refund_request_bnpl_negative_quantity.json", OTHER_REQUEST),
    ("refund_cancel_request.json", OTHER_REQUEST),
    ("update_order_cancel_request.json", OTHER_REQUEST),
    ("update_order_extend_klarna_request.json", OTHER_REQUEST),
    ("update_order_invoice_request.json", OTHER_REQUEST),
    ("update_order_partial_ship_request.json", OTHER_REQUEST),
    ("update_order_shipped_minimal_request.json", OTHER_REQUEST),
    ("update_order_shipped_request.json", OTHER_REQUEST),
    ("webhook_notification.json", NotRead("sent by MultiSafepay to a web server; a desktop has none")),
    ("auth_api_token_ok.json", OTHER_CALL),
    ("create_order_response_ok.json", OTHER_CALL),
    ("gateways_ok.json", OTHER_CALL),
    ("payment_method_visa_ok.json", OTHER_CALL),
    ("payment_methods_ok.json", OTHER_CALL),
    ("refund_cancel_response_ok.json", OTHER_CALL),
    ("refund_response_ok.json", OTHER_CALL),
    ("site_ok.json", OTHER_CALL),
    ("transaction_single.json", OTHER_CALL),
    ("transactions_list_bnpl_candidates.json", OTHER_CALL),
    ("transactions_list_candidates.json", OTHER_CALL),
    ("update_order_extend_klarna_response.json", OTHER_CALL),
    ("update_order_partial_ship_response_ok.json", OTHER_CALL),
    ("update_order_response_ok.json", OTHER_CALL),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/wire")
}

fn index() -> Vec<Value> {
    serde_json::from_slice(&std::fs::read(folder().join("_index.json")).unwrap()).unwrap()
}

fn summary(order: &Authorisation) -> String {
    let amount = |money: Option<domain::Money>| money.map_or("-".to_owned(), |money| money.minor().to_string());
    format!(
        "{:?} {}/{} captured {} refunded {} ends {} {} rows {} lines",
        order.state,
        amount(order.remaining),
        order.authorised.minor(),
        amount(order.captured),
        order.refunded.minor(),
        order.ends.map_or("-".to_owned(), |end| end.at.to_string()),
        order.related.len(),
        order.lines.len()
    )
}

fn word(problem: &ReadProblem) -> &'static str {
    match problem {
        ReadProblem::KeyNotAccepted => "key not accepted",
        ReadProblem::NotFound => "not found",
        ReadProblem::Refused(_) => "refused",
        _ => "something else",
    }
}

fn done(transaction: &str, order: &str) -> WriteOutcome {
    WriteOutcome::Done { transaction: Some(transaction.to_owned()), order: order.to_owned() }
}

fn check(entry: &Value, sample: &Sample) {
    let file = entry["file"].as_str().unwrap();
    let status = entry["http_status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or(0);
    let answer = answered(status, std::fs::read(folder().join(file)).unwrap());
    match sample {
        Order(expected) => {
            let id = entry["call"].as_str().and_then(|call| call.strip_prefix("GET /orders/")).unwrap();
            assert_eq!(summary(&read(id, answer).unwrap()), *expected, "{file}");
        }
        Account(expected) => {
            let account = read_account(answer).unwrap();
            let [number, site, role] = [account.account, account.site, account.role].map(Option::unwrap);
            assert_eq!(format!("account {number} site {site} role {role}"), *expected, "{file}");
        }
        Captured(transaction, order) => assert_eq!(capture("WEB-100231", answer), done(transaction, order), "{file}"),
        Released(transaction, order) => assert_eq!(release("WEB-100231", answer), done(transaction, order), "{file}"),
        No(to_a_read, to_a_capture) => {
            assert_eq!(word(&read("WEB-100231", answer.clone()).unwrap_err()), *to_a_read, "{file}");
            let WriteOutcome::Refused(no) = capture("WEB-100231", answer) else { panic!("{file} is not a no") };
            let code = no.code.map_or("-".to_owned(), |code| code.to_string());
            assert_eq!(format!("{} {code} {}", no.status, no.info.unwrap_or_default()), *to_a_capture, "{file}");
        }
        NotRead(reason) => assert!(!reason.is_empty()),
    }
}

#[test]
fn every_published_answer_comes_to_what_its_index_says() {
    for entry in index() {
        let file = entry["file"].as_str().unwrap();
        let sample = SAMPLES.iter().find(|(name, _)| *name == file);
        check(&entry, &sample.unwrap_or_else(|| panic!("{file} has no line here")).1);
    }
}

#[test]
fn folder_index_and_table_name_the_same_files() {
    let names = |name: &std::fs::DirEntry| name.file_name().into_string().unwrap();
    let mut files: BTreeSet<String> = folder().read_dir().unwrap().map(|entry| names(&entry.unwrap())).collect();
    assert!(files.remove("_index.json"));
    let indexed: BTreeSet<String> = index().iter().map(|entry| entry["file"].as_str().unwrap().to_owned()).collect();
    let tabled: BTreeSet<String> = SAMPLES.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(files.symmetric_difference(&indexed).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(files.symmetric_difference(&tabled).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn an_order_is_read_with_everything_that_a_clerk_sees() {
    let sample = |file: &str| answered(200, std::fs::read(folder().join(file)).unwrap());
    insta::assert_debug_snapshot!(
        "order_with_cart",
        read("WEB-100231", sample("order_card_authorised_with_cart.json"))
    );
    insta::assert_debug_snapshot!(
        "order_with_capture",
        read("WEB-100231", sample("order_card_partially_captured.json"))
    );
}
