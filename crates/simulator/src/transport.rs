//! The simulator as a transport of the client: the same router, called in-process.

use crate::Clock;
use crate::faults::Mishap;
use axum::Router;
use axum::body::Body;
use axum::response::Response;
use futures_util::future::BoxFuture;
use http::header::CONTENT_TYPE;
use multisafepay::{Answer, Limits, Method, Reached, Request, Transport, Unanswered};
use std::time::Duration;
use tower::ServiceExt;

/// The largest answer that is taken; a larger one counts as cut.
const LARGEST_ANSWER: usize = 4 * 1024 * 1024;

/// Calls the router and turns what HTTP cannot say into how far the request got.
pub(crate) struct InProcess {
    router: Router,
    clock: Clock,
    limits: Limits,
}

impl InProcess {
    pub fn new(router: Router, clock: Clock) -> Self {
        Self { router, clock, limits: Limits::default() }
    }

    async fn attempt(&self, request: Request) -> Reached {
        let limit = if request.method.writes() { self.limits.write } else { self.limits.read };
        let Some(request) = http_request(request) else {
            return Reached::NotSent(domain::NotSentReason::Unbuildable);
        };
        match self.router.clone().oneshot(request).await {
            Ok(response) => self.receive(response, limit).await,
        }
    }

    /// A delay that outlasts `limit` ends in a time-out. Where the clock stands, neither takes any time.
    async fn receive(&self, response: Response, limit: Duration) -> Reached {
        match response.extensions().get::<Mishap>().copied() {
            None => whole(response).await,
            Some(Mishap::NotSent(reason)) => Reached::NotSent(reason),
            Some(Mishap::Dropped) => Reached::Unanswered(Unanswered::ConnectionLost),
            Some(Mishap::Cut(_)) => Reached::Unanswered(Unanswered::Cut),
            Some(Mishap::Late(delay)) if delay < limit => {
                self.clock.pass(delay).await;
                whole(response).await
            }
            Some(Mishap::Late(_) | Mishap::Stalled) => {
                self.clock.pass(limit).await;
                Reached::Unanswered(Unanswered::TimedOut)
            }
        }
    }
}

impl Transport for InProcess {
    fn send(&self, request: Request) -> BoxFuture<'_, Reached> {
        Box::pin(self.attempt(request))
    }
}

fn http_request(request: Request) -> Option<http::Request<Body>> {
    let method = match request.method {
        Method::Get => http::Method::GET,
        Method::Post => http::Method::POST,
        Method::Patch => http::Method::PATCH,
    };
    http::Request::builder()
        .method(method)
        .uri(request.path)
        .header("api_key", request.key.expose())
        .header(CONTENT_TYPE, "application/json")
        .body(request.body.map_or_else(Body::empty, Body::from))
        .ok()
}

async fn whole(response: Response) -> Reached {
    let status = response.status().as_u16();
    match axum::body::to_bytes(response.into_body(), LARGEST_ANSWER).await {
        Ok(body) => Reached::Answered(Answer { status, body: body.to_vec() }),
        Err(_) => Reached::Unanswered(Unanswered::Cut),
    }
}
