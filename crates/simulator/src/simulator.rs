//! The simulator itself: the ledger behind its router.

use crate::faults::{Chooser, alter, answer_of, is_met_unread};
use crate::routes::{self, Asked, Reply};
use crate::transport::InProcess;
use crate::{Clock, Faults, FaultsProblem, Ledger, ProcessedRequest, Refusal, Switches};
use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use http::{Method, StatusCode};
use multisafepay::Transport;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The largest body of a request that is read.
const LARGEST_REQUEST: usize = 4 * 1024 * 1024;

/// MultiSafepay, as far as this program can know it. Cheap to clone; all clones are one simulator.
#[derive(Clone)]
pub struct Simulator(Arc<Inner>);

struct Inner {
    clock: Clock,
    ledger: Mutex<Ledger>,
    chooser: Mutex<Chooser>,
    watch: Mutex<Option<Watch>>,
}

type Watch = Box<dyn Fn(&ProcessedRequest) + Send>;

/// Why a saved ledger cannot be loaded.
#[derive(Debug, thiserror::Error)]
#[error("this is not a saved ledger: {0}")]
pub struct SnapshotProblem(#[from] serde_json::Error);

#[derive(Serialize, Deserialize)]
struct Snapshot {
    ledger: Ledger,
    fault_counts: Vec<u32>,
}

impl Simulator {
    /// An empty simulator without sites: it knows no key until one is given to [`Simulator::open_site`] or
    /// [`Simulator::place`].
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self(Arc::new(Inner { clock, ledger: Mutex::default(), chooser: Mutex::default(), watch: Mutex::new(None) }))
    }

    /// Its clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Makes `key` known: it has a site of its own from now on, if it had none.
    pub fn open_site(&self, key: &str) {
        self.ledger().open_site(key);
    }

    /// Puts an order that is paid on the site of `key`, which is opened if need be. `order` has the shape of a
    /// `POST /orders`; its `type` does not matter.
    ///
    /// # Errors
    /// As the API would refuse it.
    pub fn place(&self, key: &str, order: &Value) -> Result<(), Refusal> {
        let now = self.0.clock.now();
        let mut ledger = self.ledger();
        let site = ledger.open_site(key);
        ledger.create(site, order, true, now).map(|_| ())
    }

    /// The books, to be asked. They are locked as long as the answer is held, and the simulator waits that long.
    pub fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.0.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Settles the open questions about the API.
    pub fn set_switches(&self, switches: Switches) {
        self.ledger().switches = switches;
    }

    /// Takes these rules instead of any before, counting from nothing.
    ///
    /// # Errors
    /// When a rule cannot be used.
    pub fn set_faults(&self, faults: Faults) -> Result<(), FaultsProblem> {
        *self.chooser() = Chooser::new(faults)?;
        Ok(())
    }

    /// Tells `watch` each request that reached the simulator, before its answer is made known.
    pub fn watch(&self, watch: impl Fn(&ProcessedRequest) + Send + 'static) {
        *self.0.watch.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(watch));
    }

    /// The API as one router, with or without the prefix `/v1/json`.
    pub fn router(&self) -> Router {
        Router::new().fallback(answer).with_state(self.clone())
    }

    /// The API as a transport of the client, in-process: no port is opened.
    #[must_use]
    pub fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(InProcess::new(self.router(), self.0.clock.clone()))
    }

    /// The ledger and how far the faults have come, as JSON. Keys, switches, rules and requests are not part of it.
    #[must_use]
    pub fn snapshot(&self) -> String {
        let snapshot = Snapshot { ledger: self.ledger().clone(), fault_counts: self.chooser().counts().to_vec() };
        serde_json::to_string(&snapshot).unwrap_or_default()
    }

    /// Takes over what another simulator with the same sites and rules saved.
    ///
    /// # Errors
    /// When `snapshot` is not what [`Simulator::snapshot`] gave; nothing changes then.
    pub fn restore(&self, snapshot: &str) -> Result<(), SnapshotProblem> {
        let Snapshot { ledger, fault_counts } = serde_json::from_str(snapshot)?;
        self.ledger().take_over(ledger);
        self.chooser().resume(&fault_counts);
        Ok(())
    }

    fn chooser(&self) -> MutexGuard<'_, Chooser> {
        self.0.chooser.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn answer(&self, request: Request) -> Response {
        let (head, content) = request.into_parts();
        let asked = Asked::read(&head);
        let fault = self.chooser().choose(&asked);
        if let Some(fault) = fault.as_ref().filter(|fault| is_met_unread(fault)) {
            let response = answer_of(fault, None);
            self.note(&asked, None, response.status().as_u16(), false);
            return response;
        }
        let Ok(content) = axum::body::to_bytes(content, LARGEST_REQUEST).await else {
            return StatusCode::PAYLOAD_TOO_LARGE.into_response();
        };
        let body = read_body(&asked.method, &content);
        let mut reply = self.process(&asked, body);
        let Some(fault) = fault else { return written(&reply) };
        alter(&fault, &mut reply.body);
        answer_of(&fault, Some(written(&reply)))
    }

    fn process(&self, asked: &Asked, body: Option<Value>) -> Reply {
        let now = self.0.clock.now();
        let reply = routes::answer(&mut self.ledger(), asked, body.as_ref().unwrap_or(&Value::Null), now);
        self.note(asked, body, reply.status, true);
        reply
    }

    fn note(&self, asked: &Asked, body: Option<Value>, status: u16, processed: bool) {
        let method = asked.method.to_string();
        let request = ProcessedRequest { method, path: asked.path(), body, status, processed, at: self.0.clock.now() };
        if let Some(watch) = &*self.0.watch.lock().unwrap_or_else(PoisonError::into_inner) {
            watch(&request);
        }
        self.ledger().note(request);
    }
}

async fn answer(State(simulator): State<Simulator>, request: Request) -> Response {
    simulator.answer(request).await
}

/// The body of a write as JSON, and as text where it is none.
fn read_body(method: &Method, content: &[u8]) -> Option<Value> {
    if method == Method::GET || content.is_empty() {
        return None;
    }
    let text = || Value::String(String::from_utf8_lossy(content).into_owned());
    Some(serde_json::from_slice(content).unwrap_or_else(|_| text()))
}

fn written(reply: &Reply) -> Response {
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(CONTENT_TYPE, "application/json")], reply.body.to_string()).into_response()
}
