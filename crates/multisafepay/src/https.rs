//! HTTPS: one attempt over a real socket.

mod reach;
#[cfg(test)]
mod server;
#[cfg(test)]
mod tests;

use crate::{Answer, ApiUrl, Method, Reached, Request, Transport, Unanswered};
use domain::NotSentReason;
use futures_util::future::BoxFuture;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::redirect;
use std::time::Duration;
use url::{Host, Url};

/// More than any answer of the API has.
const LARGEST_ANSWER: usize = 4 * 1024 * 1024;

/// How long is waited (`api/multisafepay.md` §7.16).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For a connection, with the search for the name and the proof of who the server is.
    pub connect: Duration,
    /// For the whole of a read.
    pub read: Duration,
    /// For the whole of a write.
    pub write: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), read: Duration::from_secs(20), write: Duration::from_mins(1) }
    }
}

/// Sends over HTTPS (or HTTP to a loopback address): connect 10 s, read 20 s, write 60 s; the operating system's trust
/// store and proxy settings; no redirects, no retries, no cookies.
///
/// No layer below may send a write twice. There are two that could: reqwest repeats what HTTP/2 calls unprocessed,
/// unless [`reqwest::retry::never`] is set; and hyper-util repeats a request for which an idle connection of its pool
/// turned out to be closed, which no setting of reqwest stops. Writes therefore go through a client of their own without
/// a pool and without HTTP/2: each opens a fresh connection, and on a fresh connection hyper-util repeats nothing.
pub struct HttpsTransport {
    base: ApiUrl,
    limits: Limits,
    reading: reqwest::Client,
    writing: reqwest::Client,
}

impl HttpsTransport {
    /// A transport to `base`. `version` names the program in the header `user-agent`.
    ///
    /// # Errors
    /// When the trust store or proxy settings of this computer cannot be used.
    pub fn new(base: ApiUrl, version: &str) -> Result<Self, String> {
        Self::with_limits(base, version, Limits::default())
    }

    /// A transport with other limits than the usual ones.
    ///
    /// # Errors
    /// As for [`HttpsTransport::new`].
    pub fn with_limits(base: ApiUrl, version: &str, limits: Limits) -> Result<Self, String> {
        Self::build(base, version, limits, |builder| builder)
    }

    /// `adapt` lets a test bring its own names, proxies and certificates.
    fn build(
        base: ApiUrl,
        version: &str,
        limits: Limits,
        adapt: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder,
    ) -> Result<Self, String> {
        // Another part of the process may have installed a provider before; any will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = || adapt(client_builder(&base, version, limits));
        let reading = builder().build().map_err(|error| reach::causes(&error))?;
        let writing = builder().http1_only().pool_max_idle_per_host(0).build();
        let writing = writing.map_err(|error| reach::causes(&error))?;
        Ok(Self { base, limits, reading, writing })
    }

    async fn attempt(&self, request: Request) -> Reached {
        let Some(request) = self.request(request) else { return Reached::NotSent(NotSentReason::Unbuildable) };
        match request.send().await {
            Ok(response) => receive(response).await,
            Err(error) => {
                let reached = reach::of(&error);
                tracing::info!(?reached, causes = reach::causes(&error), "no answer");
                reached
            }
        }
    }

    /// The request as it will be sent; `None` when it would not reach the address that was asked for, or when the key
    /// cannot be a header.
    fn request(&self, request: Request) -> Option<reqwest::RequestBuilder> {
        let address = format!("{}{}", self.base.as_str(), request.path);
        let url = Url::parse(&address).ok().filter(|url| url.as_str() == address)?;
        let mut key = HeaderValue::from_str(request.key.expose()).ok()?;
        key.set_sensitive(true);
        let (client, limit) = if request.method.writes() {
            (&self.writing, self.limits.write)
        } else {
            (&self.reading, self.limits.read)
        };
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Patch => reqwest::Method::PATCH,
        };
        let builder = client.request(method, url).timeout(limit).header("api_key", key);
        Some(match request.body {
            Some(body) => builder.header(CONTENT_TYPE, "application/json").body(body),
            None => builder,
        })
    }
}

impl Transport for HttpsTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Reached> {
        Box::pin(self.attempt(request))
    }
}

fn client_builder(base: &ApiUrl, version: &str, limits: Limits) -> reqwest::ClientBuilder {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    let builder = reqwest::Client::builder()
        .default_headers(headers)
        .user_agent(format!("CaptureDesk/{version}"))
        .connect_timeout(limits.connect)
        .redirect(redirect::Policy::none())
        .referer(false)
        .retry(reqwest::retry::never());
    // A proxy could not reach this computer's own loopback address, and a key for a test server is none of its business.
    if is_loopback(base) { builder.no_proxy() } else { builder }
}

fn is_loopback(base: &ApiUrl) -> bool {
    let url = Url::parse(base.as_str());
    match url.as_ref().ok().and_then(Url::host) {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(_)) | None => false,
    }
}

/// The whole answer, or why it did not come whole.
async fn receive(mut response: reqwest::Response) -> Reached {
    let status = response.status().as_u16();
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len().saturating_add(chunk.len()) <= LARGEST_ANSWER => {
                body.extend_from_slice(&chunk);
            }
            Ok(None) => return Reached::Answered(Answer { status, body }),
            Err(error) if error.is_timeout() => return Reached::Unanswered(Unanswered::TimedOut),
            Ok(Some(_)) | Err(_) => return Reached::Unanswered(Unanswered::Cut),
        }
    }
}
