//! A store's API key: a text that cannot be printed, compared in a log, or serialised.

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroize;

/// The API key of one store. `Debug` shows `ApiKey(…)`; there is no `Display`, `Serialize` or `PartialEq`. Its memory is
/// wiped when it is dropped.
#[derive(Clone)]
pub struct ApiKey(SecretString);

/// Why a text is not an API key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// Nothing was given.
    #[error("no key was given")]
    Empty,
    /// Shorter than 5 characters, which the official clients refuse too (`api/multisafepay.md` §1.1).
    #[error("the key is too short")]
    TooShort,
    /// Longer than any key.
    #[error("the key is too long")]
    TooLong,
    /// It holds a blank or a character that a header cannot carry.
    #[error("the key holds a character that no key has")]
    Unprintable,
}

impl ApiKey {
    /// The key in `text`, without the blanks around it. `text` is wiped.
    ///
    /// # Errors
    /// When it cannot be a key.
    pub fn new(mut text: String) -> Result<Self, KeyProblem> {
        let result = Self::read(text.trim());
        text.zeroize();
        result
    }

    fn read(text: &str) -> Result<Self, KeyProblem> {
        match text.len() {
            0 => Err(KeyProblem::Empty),
            1..=4 => Err(KeyProblem::TooShort),
            201.. => Err(KeyProblem::TooLong),
            _ if !text.bytes().all(|byte| byte.is_ascii_graphic()) => Err(KeyProblem::Unprintable),
            _ => Ok(Self(SecretString::from(text.to_owned()))),
        }
    }

    /// The key itself, for the header `api_key` and for the keyring only.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl std::fmt::Debug for ApiKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ApiKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, KeyProblem>) {
        let key = ApiKey::new(text.to_owned());
        assert_eq!(key.as_ref().map(ApiKey::expose), expected.as_ref().map(|text| *text));
    }

    #[test]
    fn is_trimmed_and_has_limits() {
        check(" abcde\n", Ok("abcde"));
        check("", Err(KeyProblem::Empty));
        check("abcd", Err(KeyProblem::TooShort));
        check("abc de", Err(KeyProblem::Unprintable));
        check("abcdé", Err(KeyProblem::Unprintable));
        check(&"k".repeat(201), Err(KeyProblem::TooLong));
    }

    #[test]
    fn is_not_printed() {
        let key = ApiKey::new("canary-0123456789".to_owned());
        assert_eq!(format!("{key:?}"), "Ok(ApiKey(…))");
    }
}
