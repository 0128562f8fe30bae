//! The calls that Capture Desk makes.

use crate::{
    Account, Answer, ApiKey, Method, Reached, ReadProblem, Request, Transport, Unanswered, WriteOutcome, wire,
};
use domain::{Authorisation, NotSentReason, OrderId, Reference, UnclearReason};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::sync::Arc;

/// Everything but the unreserved characters of RFC 3986 is encoded in a path segment, as the official clients do
/// (`api/multisafepay.md` §1.1).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// One store's access to the API: a transport and a key.
#[derive(Clone)]
pub struct Client {
    transport: Arc<dyn Transport>,
    key: ApiKey,
}

impl Client {
    /// A client that speaks through `transport` with `key`.
    #[must_use]
    pub fn new(transport: Arc<dyn Transport>, key: ApiKey) -> Self {
        Self { transport, key }
    }

    /// `GET /orders/{id}`. The answer must be about the order with exactly this id.
    ///
    /// # Errors
    /// Why it was not read.
    pub async fn order(&self, order: &OrderId) -> Result<Authorisation, ReadProblem> {
        let segment = path_segment(order).map_err(ReadProblem::NotSent)?;
        let answer = self.read(format!("/orders/{segment}")).await?;
        wire::read_order(&answer, order)
    }

    /// `GET /me`.
    ///
    /// # Errors
    /// Why it was not read; [`ReadProblem::KeyNotAccepted`] when the key is not known there.
    pub async fn me(&self) -> Result<Account, ReadProblem> {
        let answer = self.read("/me".to_owned()).await?;
        wire::read_account(&answer)
    }

    /// `POST /orders/{id}/capture` with `body` as [`crate::CaptureRequest::body`] made it. One attempt.
    pub async fn capture(&self, order: &OrderId, reference: &Reference, body: String) -> WriteOutcome {
        let path = path_segment(order).map(|segment| format!("/orders/{segment}/capture"));
        self.write(Method::Post, path, body, |answer| wire::judge_capture(answer, order, reference)).await
    }

    /// The body of a release: `{"status":"cancelled","reason":…}`.
    #[must_use]
    pub fn release_body(reason: &str) -> String {
        wire::release_body(reason)
    }

    /// `PATCH /capture/{id}` with `body` as [`Client::release_body`] made it. One attempt.
    pub async fn release(&self, order: &OrderId, body: String) -> WriteOutcome {
        let path = path_segment(order).map(|segment| format!("/capture/{segment}"));
        self.write(Method::Patch, path, body, |answer| wire::judge_release(answer, order)).await
    }

    async fn read(&self, path: String) -> Result<Answer, ReadProblem> {
        match self.send(Method::Get, path, None).await {
            Reached::Answered(answer) => Ok(answer),
            Reached::NotSent(reason) => Err(ReadProblem::NotSent(reason)),
            Reached::Unanswered(_) => Err(ReadProblem::NoAnswer),
        }
    }

    async fn write(
        &self,
        method: Method,
        path: Result<String, NotSentReason>,
        body: String,
        judge: impl FnOnce(&Answer) -> WriteOutcome,
    ) -> WriteOutcome {
        let path = match path {
            Ok(path) => path,
            Err(reason) => return WriteOutcome::NotSent(reason),
        };
        #[cfg(feature = "planted")]
        if domain::planted::is_broken(domain::planted::Rule::NeverRetry) {
            let first = self.send(method, path.clone(), Some(body.clone())).await;
            if !matches!(first, Reached::Unanswered(Unanswered::TimedOut)) {
                return judge_reached(first, judge);
            }
        }
        judge_reached(self.send(method, path, Some(body)).await, judge)
    }
    async fn send(&self, method: Method, path: String, body: Option<String>) -> Reached {
        self.transport.send(Request { method, path, body, key: self.key.clone() }).await
    }
}

/// What a write came to that got so far.
fn judge_reached(reached: Reached, judge: impl FnOnce(&Answer) -> WriteOutcome) -> WriteOutcome {
    match reached {
        Reached::Answered(answer) => judge(&answer),
        Reached::NotSent(reason) => WriteOutcome::NotSent(reason),
        Reached::Unanswered(Unanswered::TimedOut) => WriteOutcome::Unclear(UnclearReason::NoAnswer),
        Reached::Unanswered(Unanswered::ConnectionLost) => WriteOutcome::Unclear(UnclearReason::ConnectionLost),
        Reached::Unanswered(Unanswered::Cut) => WriteOutcome::Unclear(UnclearReason::AnswerCut),
    }
}

/// The id as one segment of a path. The ids `.` and `..` cannot be one: every URL reader takes them, encoded or not,
/// for a step through the path, and the request would reach another address.
fn path_segment(order: &OrderId) -> Result<String, NotSentReason> {
    match order.as_str() {
        "." | ".." => Err(NotSentReason::Unbuildable),
        id => Ok(utf8_percent_encode(id, RESERVED).to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(id: &str, expected: Result<&str, NotSentReason>) {
        let segment = OrderId::new(id).map(|order| path_segment(&order));
        assert_eq!(segment, Ok(expected.map(str::to_owned)), "{id}");
    }

    #[test]
    fn an_order_id_stays_one_segment_of_the_path() {
        check("WEB-100231_a.b~c", Ok("WEB-100231_a.b~c"));
        check("WEB/2026 104", Ok("WEB%2F2026%20104"));
        check("a#b?c%d+e&f", Ok("a%23b%3Fc%25d%2Be%26f"));
        check("🌷é", Ok("%F0%9F%8C%B7%C3%A9"));
        check("../me", Ok("..%2Fme"));
        check("%2e%2e", Ok("%252e%252e"));
    }

    #[test]
    fn an_id_that_is_a_step_through_the_path_is_not_sent() {
        check(".", Err(NotSentReason::Unbuildable));
        check("..", Err(NotSentReason::Unbuildable));
    }
}
