//! Reading JSON without believing in its types: every value is kept as its text until someone asks what it is, so no
//! amount and no id ever passes through a float.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// A JSON object: its members in their order, the values as text. Nested values are not looked into, so deep nesting
/// costs no stack.
#[derive(Default)]
pub struct Object<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Object<'a> {
    /// The object that `text` is; `None` for anything else.
    pub fn read(text: &'a str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The member `name`. A JSON null counts as missing; of two members with one name the last one counts.
    pub fn get(&self, name: &str) -> Option<Json<'a>> {
        let (_, value) = self.0.iter().rev().find(|(member, _)| member == name)?;
        Some(Json(value.get())).filter(|json| json.0 != "null")
    }

    /// The member `name` as an object; `None` when it is missing or something else.
    pub fn object(&self, name: &str) -> Option<Self> {
        self.get(name).and_then(Json::object)
    }

    /// The member `name` as a text, see [`Json::text`].
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(Json::text)
    }

    /// Whether it has no members.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members in their order, each value as its text.
    pub fn members(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.get()))
    }
}

impl<'a, 'de: 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Object<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Object(members))
            }
        }

        deserializer.deserialize_map(Members)
    }
}

/// One JSON value that is not null, as its text.
#[derive(Clone, Copy)]
pub struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    /// Its text, byte for byte.
    pub const fn as_str(self) -> &'a str {
        self.0
    }

    /// Whether it is written in quotes.
    pub fn is_quoted(self) -> bool {
        self.0.starts_with('"')
    }

    /// The text that a string holds or a number is written as, without the blanks around it; `None` for anything else
    /// and for nothing but blanks. An id of 17 digits keeps all of them.
    pub fn text(self) -> Option<String> {
        let text = if self.is_quoted() {
            serde_json::from_str::<String>(self.0).ok()?
        } else if self.0.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            self.0.to_owned()
        } else {
            return None;
        };
        Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// A whole number, written as a number or in quotes; `None` for anything else, also for `1.0` and `1e3`.
    pub fn integer(self) -> Option<i64> {
        self.text()?.parse().ok()
    }

    /// An object; `None` for anything else.
    pub fn object(self) -> Option<Object<'a>> {
        Object::read(self.0)
    }

    /// The elements of an array; `None` for anything else.
    pub fn elements(self) -> Option<Vec<Self>> {
        let elements: Vec<&'a RawValue> = serde_json::from_str(self.0).ok()?;
        Some(elements.into_iter().map(|element| Self(element.get())).collect())
    }

    /// Whether it is one of the forms in which "nothing" is written: `{}`, `[]`, `""`.
    pub fn is_nothing(self) -> bool {
        self.elements().is_some_and(|elements| elements.is_empty())
            || self.object().is_some_and(|object| object.is_empty())
            || self.0 == "\"\""
    }

    /// Whether this is `id`. An id of digits alone may come back as a number (`customer-spec.txt`), which has lost its
    /// leading zeros.
    pub fn is_id(self, id: &str) -> bool {
        match self.text() {
            Some(text) if text == id => true,
            Some(text) if !self.is_quoted() => {
                id.bytes().all(|byte| byte.is_ascii_digit()) && id.trim_start_matches('0') == text
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(value: &str) -> Option<String> {
        let text = format!("{{\"a\":1,\"x\":{value}}}");
        Object::read(&text).and_then(|object| object.text("x"))
    }

    #[test]
    fn a_text_is_a_string_or_a_number_as_it_was_written() {
        for (value, expected) in [
            ("17682092755123481", "17682092755123481"),
            ("\"001\"", "001"),
            ("\" a\\u00e9 \"", "aé"),
            ("16.5289256198", "16.5289256198"),
            ("-1e3", "-1e3"),
        ] {
            assert_eq!(member(value).as_deref(), Some(expected));
        }
        for value in ["null", "true", "{}", "[]", "\"\"", "\"  \""] {
            assert_eq!(member(value), None, "{value}");
        }
    }

    #[test]
    fn an_integer_is_never_rounded() {
        for (value, expected) in [("9007199254740993", Some(9_007_199_254_740_993)), ("\"8995\"", Some(8995))] {
            assert_eq!(Json(value).integer(), expected);
        }
        for value in ["89.95", "1.0", "1e3", "\"\"", "\"8 995\"", "9223372036854775808", "true", "[1]"] {
            assert_eq!(Json(value).integer(), None, "{value}");
        }
    }

    #[test]
    fn an_id_of_digits_may_have_lost_its_leading_zeros_only_as_a_number() {
        assert!(Json("112").is_id("000000112"));
        assert!(Json("\"000000112\"").is_id("000000112"));
        assert!(!Json("\"112\"").is_id("000000112"));
        assert!(!Json("112").is_id("A112"));
        assert!(!Json("112").is_id("1120"));
    }

    #[test]
    fn of_two_members_with_one_name_the_last_counts() {
        let object = Object::read(r#"{"x":"first","x":"last"}"#);
        assert_eq!(object.and_then(|object| object.text("x")).as_deref(), Some("last"));
    }

    #[test]
    fn deep_nesting_is_passed_over() {
        let text = format!("{{\"deep\":{}{},\"x\":7}}", "[".repeat(200_000), "]".repeat(200_000));
        assert_eq!(Object::read(&text).and_then(|object| object.text("x")).as_deref(), Some("7"));
    }
}
