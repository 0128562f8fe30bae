//! HTTPS that is set up with its first request, so that a window opens without reading the trust store.

use crate::{ApiUrl, HttpsTransport, Reached, Request, Transport};
use domain::NotSentReason;
use futures_util::future::BoxFuture;
use std::sync::OnceLock;

/// An [`HttpsTransport`] that is made when it is first needed.
pub struct WhenNeeded {
    base: ApiUrl,
    version: &'static str,
    made: OnceLock<Option<HttpsTransport>>,
}

impl WhenNeeded {
    /// A transport to `base` that costs nothing yet; the arguments are those of [`HttpsTransport::new`].
    #[must_use]
    pub const fn new(base: ApiUrl, version: &'static str) -> Self {
        Self { base, version, made: OnceLock::new() }
    }

    fn make(&self) -> Option<HttpsTransport> {
        let made = HttpsTransport::new(self.base.clone(), self.version);
        made.inspect_err(|causes| tracing::error!(causes, "the trust store or proxy settings cannot be used")).ok()
    }
}

impl Transport for WhenNeeded {
    fn send(&self, request: Request) -> BoxFuture<'_, Reached> {
        match self.made.get_or_init(|| self.make()) {
            Some(transport) => transport.send(request),
            // Without a trust store no server can prove who it is.
            None => Box::pin(async { Reached::NotSent(NotSentReason::CertificateNotTrusted) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ApiKey, Method};

    #[tokio::test]
    async fn is_made_by_its_first_request() {
        let nobody = ApiUrl::local("http://127.0.0.1:9").unwrap();
        let transport = WhenNeeded::new(nobody, "test");
        assert!(transport.made.get().is_none());
        let key = ApiKey::new("abcde".to_owned()).unwrap();
        let reached = transport.send(Request { method: Method::Get, path: "/me".to_owned(), body: None, key }).await;
        assert_eq!(reached, Reached::NotSent(NotSentReason::NoConnection));
        assert!(transport.made.get().is_some());
    }
}
