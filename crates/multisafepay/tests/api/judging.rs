//! Status × shape of the body: what it proves about a capture, a release and a read.

use crate::canned::{answered, capture, read, release};
use domain::{NotSentReason, UnclearReason};
use multisafepay::{Reached, ReadProblem, Unanswered, WriteOutcome};

const NO: &str = r#"{"success":false,"data":{},"error_code":1001,"error_info":"Invalid amount"}"#;
const YES: &str = r#"{"success":true,"data":{"transaction_id":1,"order_id":"WEB-1"}}"#;

/// What a capture of WEB-1 under WEB-1-C1 comes to, in a word.
fn word(outcome: &WriteOutcome) -> String {
    match outcome {
        WriteOutcome::Done { transaction, order } => {
            format!("done {order} {}", transaction.as_deref().unwrap_or("-"))
        }
        WriteOutcome::Refused(no) => format!(
            "refused {} {} {}",
            no.status,
            no.code.map_or("-".to_owned(), |code| code.to_string()),
            no.info.as_deref().unwrap_or("-")
        ),
        WriteOutcome::NotSent(reason) => format!("not sent {reason:?}"),
        WriteOutcome::Unclear(UnclearReason::Unreadable { status }) => format!("unreadable {status}"),
        WriteOutcome::Unclear(UnclearReason::ServerTrouble { status }) => format!("trouble {status}"),
        WriteOutcome::Unclear(UnclearReason::Redirected { status }) => format!("redirected {status}"),
        WriteOutcome::Unclear(reason) => format!("unclear {reason:?}"),
    }
}

fn check(status: u16, body: &str, expected: &str) {
    assert_eq!(word(&capture("WEB-1", answered(status, body))), expected, "{status} {body}");
}

fn check_release(status: u16, body: &str, expected: &str) {
    assert_eq!(word(&release("WEB-1", answered(status, body))), expected, "{status} {body}");
}

fn check_read(status: u16, body: &str, expected: ReadProblem) {
    assert_eq!(read("WEB-1", answered(status, body)), Err(expected), "{status} {body}");
}

#[test]
fn a_yes_names_the_order_or_the_reference() {
    check(200, YES, "done WEB-1 1");
    check(201, YES, "done WEB-1 1");
    check(200, r#"{"success":true,"data":{"order_id":"WEB-1-C1"}}"#, "done WEB-1-C1 -");
    check(200, r#"{"success":true,"data":{"order_id":"WEB-2","transaction_id":1}}"#, "unclear OtherOrder");
    check(200, r#"{"success":true,"data":{"order_id":"web-1"}}"#, "unclear OtherOrder");
    check(200, r#"{"success":true,"data":{"transaction_id":1}}"#, "unreadable 200");
    check(200, r#"{"success":true,"data":{"order_id":null}}"#, "unreadable 200");
    check(200, r#"{"success":true,"data":{}}"#, "unreadable 200");
    check(200, r#"{"success":true,"data":[]}"#, "unreadable 200");
    check(200, r#"{"success":true}"#, "unreadable 200");
}

#[test]
fn ids_keep_every_digit() {
    let id = "90071992547409931";
    let body = format!(r#"{{"success":true,"data":{{"transaction_id":{id},"order_id":"WEB-1"}}}}"#);
    check(200, &body, &format!("done WEB-1 {id}"));
    check(200, &body.replace(id, "\"001\""), "done WEB-1 001");
    let numbers = r#"{"success":true,"data":{"transaction_id":"7","order_id":112}}"#;
    assert_eq!(word(&capture("000000112", answered(200, numbers))), "done 112 7");
    assert_eq!(word(&capture("113", answered(200, numbers))), "unclear OtherOrder");
}

#[test]
fn a_yes_in_another_form_proves_nothing() {
    for success in ["\"true\"", "1", "null", "[true]", "{}"] {
        check(200, &YES.replace("true", success), "unreadable 200");
    }
    check(200, r#"{"data":{"transaction_id":1,"order_id":"WEB-1"}}"#, "unreadable 200");
    check(200, r#"{"success":true,"data":{"transaction_id":001,"order_id":"WEB-1"}}"#, "unreadable 200");
    check(200, &format!("{YES}{YES}"), "unreadable 200");
    check(200, &format!("[{YES}]"), "unreadable 200");
    check(100, YES, "unreadable 100");
    check(400, YES, "unreadable 400");
    check(404, YES, "unreadable 404");
    check(200, r#"{"success":true,"success":false,"data":{"order_id":"WEB-1"}}"#, "unreadable 200");
}

#[test]
fn a_no_is_believed_with_2xx_and_the_documented_statuses() {
    for status in [200, 202, 400, 401, 403, 404, 410, 422] {
        check(status, NO, &format!("refused {status} 1001 Invalid amount"));
    }
    for status in [402, 405, 408, 409, 413, 418, 451] {
        check(status, NO, &format!("unreadable {status}"));
    }
    check(404, r#"{"success":false,"data":[],"error_code":1019,"error_info":"Blocked"}"#, "refused 404 1019 Blocked");
    check(200, r#"{"success":false}"#, "refused 200 - -");
    check(400, r#"{"success":false,"error_code":"1006","error_info":""}"#, "refused 400 1006 -");
    check(422, r#"{"success":false,"message":"Validation error","errors":[{}]}"#, "refused 422 - Validation error");
}

#[test]
fn a_no_that_contradicts_itself_proves_nothing() {
    check(200, r#"{"success":false,"data":{"transaction_id":1,"order_id":"WEB-1"}}"#, "unreadable 200");
    check(400, r#"{"success":"false","error_code":1001}"#, "unreadable 400");
    check(400, r#"{"success":false,"error_code":"many"}"#, "unreadable 400");
    check(400, r#"{"success":false,"error_code":1001.5}"#, "unreadable 400");
    check(400, r#"{"success":false,"error_code":1001,"error_info":{"a":1}}"#, "unreadable 400");
    check(400, r#"{"error_code":1001,"error_info":"Invalid amount"}"#, "unreadable 400");
}

#[test]
fn the_bare_message_is_a_no_only_with_its_own_statuses() {
    for status in [401, 403, 404, 410, 422] {
        check(status, r#"{"message":"Forbidden"}"#, &format!("refused {status} - Forbidden"));
    }
    check(400, r#"{"message":"Forbidden"}"#, "unreadable 400");
    check(200, r#"{"message":"Forbidden"}"#, "unreadable 200");
    check(404, r#"{"message":404}"#, "unreadable 404");
    check(404, r#"{"message":["Not found"]}"#, "unreadable 404");
    check(404, r#"{"success":"no","message":"Not found"}"#, "unreadable 404");
}

#[test]
fn what_is_no_answer_of_the_api_proves_nothing() {
    for status in [200, 400, 401, 403, 404, 409, 410, 422] {
        for body in
            ["", "null", "7", "\"no\"", "[]", "{}", "<html>No</html>", "{\"success\":false", "\u{feff}", "{\"a\":1}"]
        {
            check(status, body, &format!("unreadable {status}"));
        }
    }
}

#[test]
fn a_server_in_trouble_or_pointing_elsewhere_proves_nothing_whatever_it_says() {
    for body in [NO, YES, "", "<html>"] {
        for status in [429, 500, 501, 502, 503, 504, 520, 599] {
            check(status, body, &format!("trouble {status}"));
        }
        for status in [301, 302, 303, 304, 307, 308] {
            check(status, body, &format!("redirected {status}"));
        }
    }
}

#[test]
fn without_a_whole_answer_only_not_sent_is_certain() {
    for (reached, expected) in [
        (Reached::NotSent(NotSentReason::NoConnection), "not sent NoConnection"),
        (Reached::Unanswered(Unanswered::TimedOut), "unclear NoAnswer"),
        (Reached::Unanswered(Unanswered::ConnectionLost), "unclear ConnectionLost"),
        (Reached::Unanswered(Unanswered::Cut), "unclear AnswerCut"),
    ] {
        assert_eq!(word(&capture("WEB-1", reached.clone())), expected);
        assert_eq!(word(&release("WEB-1", reached)), expected);
    }
}

#[test]
fn a_release_says_yes_beside_its_data_or_in_it_and_never_no() {
    check_release(200, YES, "done WEB-1 1");
    check_release(200, r#"{"success":true,"data":{"order_id":"WEB-1","success":true}}"#, "done WEB-1 -");
    check_release(200, r#"{"data":{"order_id":"WEB-1","success":true}}"#, "done WEB-1 -");
    check_release(200, r#"{"success":true,"data":{"order_id":"WEB-1","success":false}}"#, "unreadable 200");
    check_release(200, r#"{"success":true,"data":{"order_id":"WEB-1","success":"true"}}"#, "unreadable 200");
    check_release(200, r#"{"success":false,"data":{"order_id":"WEB-1","success":true}}"#, "unreadable 200");
    check_release(200, r#"{"data":{"order_id":"WEB-1"}}"#, "unreadable 200");
    check_release(200, r#"{"success":true,"data":{"order_id":"WEB-1-C1"}}"#, "unclear OtherOrder");
    check_release(400, NO, "refused 400 1001 Invalid amount");
}

#[test]
fn only_the_api_itself_says_that_an_order_is_not_there() {
    let no = |code: u16| NO.replace("1001", &code.to_string());
    check_read(404, &no(1006), ReadProblem::NotFound);
    check_read(200, &no(1006), ReadProblem::NotFound);
    check_read(404, "<html>", ReadProblem::Unreadable { status: 404, what: "status" });
    check_read(404, "", ReadProblem::Unreadable { status: 404, what: "status" });
    check_read(409, &no(1006), ReadProblem::Unreadable { status: 409, what: "status" });
    check_read(500, &no(1006), ReadProblem::Trouble(500));
    let not_found = domain::Refused { status: 404, code: None, info: Some("Not found".to_owned()) };
    check_read(404, r#"{"message":"Not found"}"#, ReadProblem::Refused(not_found));
}

#[test]
fn a_key_is_not_accepted_by_401_403_or_1032() {
    for (status, body) in [(401, NO), (403, "<html>"), (401, ""), (403, r#"{"message":"Forbidden"}"#)] {
        check_read(status, body, ReadProblem::KeyNotAccepted);
    }
    check_read(200, &NO.replace("1001", "1032"), ReadProblem::KeyNotAccepted);
    check_read(400, &NO.replace("1001", "1032"), ReadProblem::KeyNotAccepted);
}

#[test]
fn a_read_without_an_order_says_which_part_is_missing() {
    let unreadable = |what| ReadProblem::Unreadable { status: 200, what };
    check_read(200, "<html>Log in</html>", unreadable("body"));
    check_read(200, r#"{"success":true,"data":[]}"#, unreadable("data"));
    check_read(200, r#"{"success":"true","data":{"order_id":"WEB-1"}}"#, unreadable("success"));
    check_read(302, YES, ReadProblem::Unreadable { status: 302, what: "status" });
    for status in [429, 500, 503] {
        check_read(status, "", ReadProblem::Trouble(status));
    }
    assert_eq!(read("WEB-1", Reached::Unanswered(Unanswered::Cut)).map(|_| ()), Err(ReadProblem::NoAnswer));
}
