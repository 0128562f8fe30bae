//! Where the API is.

use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// Which money is meant. Practice, local, test and live never share a journal file, a key entry or a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// The simulator inside this program.
    Practice,
    /// A test server on this computer.
    Local,
    /// MultiSafepay's test environment.
    Test,
    /// Real money.
    Live,
}

impl Environment {
    /// The word for it in file names and entries of the keyring.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Local => "local",
            Self::Test => "test",
            Self::Live => "live",
        }
    }
}

/// The base of the API, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiUrl(String);

/// Why an address is not one for a local test server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiUrlProblem {
    /// It is not an address.
    #[error("this is not an address")]
    NotAnAddress,
    /// Neither http nor https.
    #[error("the address must begin with http:// or https://")]
    OtherScheme,
    /// It does not lead to this computer.
    #[error("the address must be a loopback address, for example http://127.0.0.1:8080")]
    NotLoopback,
    /// It carries a name, password, query or fragment.
    #[error("the address must not carry a name, password, query or fragment")]
    TooMuch,
}

impl ApiUrl {
    /// MultiSafepay's test environment.
    #[must_use]
    pub fn test() -> Self {
        Self("https://testapi.multisafepay.com/v1/json".to_owned())
    }

    /// MultiSafepay's live environment.
    #[must_use]
    pub fn live() -> Self {
        Self("https://api.multisafepay.com/v1/json".to_owned())
    }

    /// A test server on this computer: `http` or `https`, and a loopback address (127.0.0.0/8 or `[::1]`). Names are
    /// refused, `localhost` too, because what a name leads to can change.
    ///
    /// # Errors
    /// When the address may lead elsewhere.
    pub fn local(text: &str) -> Result<Self, ApiUrlProblem> {
        let url = url::Url::parse(text.trim()).map_err(|_| ApiUrlProblem::NotAnAddress)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(ApiUrlProblem::OtherScheme);
        }
        let loopback = match url.host() {
            Some(url::Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
            Some(url::Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
            _ => false,
        };
        if !loopback {
            return Err(ApiUrlProblem::NotLoopback);
        }
        if !url.username().is_empty() || url.password().is_some() || url.query().is_some() || url.fragment().is_some() {
            return Err(ApiUrlProblem::TooMuch);
        }
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }

    /// The base as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, ApiUrlProblem>) {
        assert_eq!(ApiUrl::local(text).as_ref().map(ApiUrl::as_str), expected.as_ref().map(|url| *url), "{text}");
    }

    #[test]
    fn only_this_computer_is_local() {
        check("http://127.0.0.1:8080", Ok("http://127.0.0.1:8080"));
        check("https://127.9.9.9/v1/json/", Ok("https://127.9.9.9/v1/json"));
        check("http://[::1]:9/", Ok("http://[::1]:9"));
        for text in ["http://localhost:80", "http://10.0.0.1", "http://0.0.0.0", "https://api.multisafepay.com"] {
            check(text, Err(ApiUrlProblem::NotLoopback));
        }
        check("http://127.0.0.1.evil.example", Err(ApiUrlProblem::NotLoopback));
        check("http://127.0.0.1@evil.example", Err(ApiUrlProblem::NotLoopback));
        check("http://user@127.0.0.1", Err(ApiUrlProblem::TooMuch));
        check("http://127.0.0.1/?a", Err(ApiUrlProblem::TooMuch));
        check("file:///etc/passwd", Err(ApiUrlProblem::OtherScheme));
        check("127.0.0.1:80", Err(ApiUrlProblem::NotAnAddress));
    }
}
