//! How far a request got that brought no answer.

use crate::{Reached, Unanswered};
use domain::NotSentReason;
use std::error::Error;

/// How far the request got before `error`.
///
/// A request is given to a connection only when the connection is made, its TLS included; no early data is sent. So what
/// failed while connecting left nothing of the request on the wire, and only that is called *not sent*. A connection
/// that was made and lost proves nothing, even where it broke before the first byte.
pub fn of(error: &reqwest::Error) -> Reached {
    if error.is_builder() {
        Reached::NotSent(NotSentReason::Unbuildable)
    } else if error.is_connect() {
        Reached::NotSent(why_not_connected(error))
    } else if error.is_timeout() {
        Reached::Unanswered(Unanswered::TimedOut)
    } else {
        Reached::Unanswered(Unanswered::ConnectionLost)
    }
}

fn why_not_connected(error: &reqwest::Error) -> NotSentReason {
    if chain(error).any(is_tunnel) {
        NotSentReason::Proxy
    } else if chain(error).any(is_certificate) {
        NotSentReason::CertificateNotTrusted
    } else if error.is_timeout() {
        NotSentReason::ConnectTimedOut
    } else if error.is_dns() {
        NotSentReason::NameNotFound
    } else {
        NotSentReason::NoConnection
    }
}

/// hyper-util's error of a proxy is private; its words are all that can be recognised. Only the reason hangs on them,
/// not whether anything was sent.
fn is_tunnel(cause: &(dyn Error + 'static)) -> bool {
    cause.to_string().starts_with("tunnel error: ")
}

fn is_certificate(cause: &(dyn Error + 'static)) -> bool {
    matches!(cause.downcast_ref(), Some(rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented))
}

/// The error and its causes.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |cause| cause_of(*cause))
}

/// What is behind `error`; an I/O error hides the one that it wraps from `source`.
fn cause_of<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match error.downcast_ref::<std::io::Error>().map(std::io::Error::get_ref) {
        Some(Some(wrapped)) => Some(wrapped),
        Some(None) => None,
        None => error.source(),
    }
}

/// The causes in words, for the log. The first is left out: it names the address, and with it the order.
pub fn causes(error: &reqwest::Error) -> String {
    let words: Vec<String> = chain(error).skip(1).map(ToString::to_string).collect();
    words.join(": ")
}
