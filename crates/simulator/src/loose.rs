//! Loose typing, laid over a finished answer.

use crate::Loose;
use serde_json::{Map, Value};

const AMOUNTS: [&str; 3] = ["amount", "amount_refunded", "capture_remain"];
const DECIMALS_AS_TEXT: [&str; 2] = ["unit_price", "total_tax"];

/// Loosens `answer` in the ways `loose` names.
pub(crate) fn loosen(answer: &mut Value, loose: Loose) {
    if let Value::Object(answer) = answer {
        envelope(answer, loose);
    }
    everywhere(answer, loose);
}

fn envelope(answer: &mut Map<String, Value>, loose: Loose) {
    if loose.empty_data_list && answer.get("data").and_then(Value::as_object).is_some_and(Map::is_empty) {
        answer.insert("data".to_owned(), Value::Array(Vec::new()));
    }
    let told = answer.get("success") == Some(&Value::Bool(true));
    if loose.missing_success && told && answer.get("data").is_some_and(Value::is_object) {
        answer.remove("success");
    }
}

fn everywhere(value: &mut Value, loose: Loose) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| everywhere(item, loose)),
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                field_of(name, field, loose);
                everywhere(field, loose);
            }
        }
        _ => {}
    }
}

fn field_of(name: &str, field: &mut Value, loose: Loose) {
    if loose.ids_swapped && name == "transaction_id" && field.is_number() {
        *field = Value::String(field.to_string());
    }
    if loose.ids_swapped && name == "order_id" {
        as_number(field);
    }
    // Decimals, for example the costs of an order, are not amounts in minor units.
    if loose.amounts_as_text && AMOUNTS.contains(&name) && field.is_i64() {
        *field = Value::String(field.to_string());
    }
    if loose.float_noise && DECIMALS_AS_TEXT.contains(&name) && field.is_number() {
        *field = Value::String(field.to_string());
    }
}

/// An id that would come back unchanged from a number becomes one.
fn as_number(field: &mut Value) {
    let number = field.as_str().and_then(|text| text.parse::<u64>().ok().filter(|number| number.to_string() == text));
    if let Some(number) = number {
        *field = Value::from(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(mut answer: Value, loose: Loose, expected: &Value) {
        loosen(&mut answer, loose);
        assert_eq!(&answer, expected);
    }

    #[test]
    fn ids_change_their_type_where_nothing_is_lost() {
        let loose = Loose { ids_swapped: true, ..Loose::default() };
        check(json!({"order_id": "42", "transaction_id": 7}), loose, &json!({"order_id": 42, "transaction_id": "7"}));
        check(json!({"order_id": "042"}), loose, &json!({"order_id": "042"}));
    }

    #[test]
    fn amounts_become_text_and_decimals_do_not() {
        let loose = Loose { amounts_as_text: true, ..Loose::default() };
        let answer = json!({"amount": 5, "costs": [{"amount": 0.6}], "details": {"capture_remain": 0}});
        check(answer, loose, &json!({"amount": "5", "costs": [{"amount": 0.6}], "details": {"capture_remain": "0"}}));
    }

    #[test]
    fn the_envelope_loses_its_success_and_its_shape() {
        check(json!({"success": true, "data": {"a": 1}}), Loose::all(), &json!({"data": {"a": 1}}));
        check(json!({"success": false, "data": {}}), Loose::all(), &json!({"success": false, "data": []}));
    }

    #[test]
    fn nothing_changes_without_a_switch() {
        let answer = json!({"success": true, "data": {"order_id": "42", "amount": 5, "unit_price": 1.5}});
        check(answer.clone(), Loose::default(), &answer);
    }
}
