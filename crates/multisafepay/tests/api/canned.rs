//! A transport that always gets as far, and remembers what it was asked to send.

use domain::{Authorisation, OrderId, Reference};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use multisafepay::{Account, Answer, ApiKey, Client, Reached, ReadProblem, Request, Transport, WriteOutcome};
use std::sync::{Arc, Mutex};

/// The transport.
pub struct Canned {
    reached: Reached,
    sent: Mutex<Vec<Request>>,
}

impl Transport for Canned {
    fn send(&self, request: Request) -> BoxFuture<'_, Reached> {
        self.sent.lock().unwrap().push(request);
        Box::pin(async { self.reached.clone() })
    }
}

/// A client whose every request gets as far as `reached`, and its transport.
pub fn client(reached: Reached) -> (Client, Arc<Canned>) {
    let canned = Arc::new(Canned { reached, sent: Mutex::new(Vec::new()) });
    let key = ApiKey::new("canary-0123456789".to_owned()).unwrap();
    (Client::new(canned.clone(), key), canned)
}

impl Canned {
    /// What was sent: method, path and body.
    pub fn sent(&self) -> Vec<String> {
        let sent = self.sent.lock().unwrap();
        let line = |request: &Request| {
            format!("{:?} {} {}", request.method, request.path, request.body.as_deref().unwrap_or("-"))
        };
        sent.iter().map(line).collect()
    }
}

/// A whole answer.
pub fn answered(status: u16, body: impl AsRef<[u8]>) -> Reached {
    Reached::Answered(Answer { status, body: body.as_ref().to_vec() })
}

/// The order id.
pub fn order_id(text: &str) -> OrderId {
    OrderId::new(text).unwrap()
}

/// What reading the order comes to.
pub fn read(id: &str, reached: Reached) -> Result<Authorisation, ReadProblem> {
    client(reached).0.order(&order_id(id)).now_or_never().unwrap()
}

/// What reading the account comes to.
pub fn read_account(reached: Reached) -> Result<Account, ReadProblem> {
    client(reached).0.me().now_or_never().unwrap()
}

/// What capturing under the reference `<id>-C1` comes to.
pub fn capture(id: &str, reached: Reached) -> WriteOutcome {
    let reference = Reference::new(&format!("{id}-C1")).unwrap();
    client(reached).0.capture(&order_id(id), &reference, "{}".to_owned()).now_or_never().unwrap()
}

/// What releasing comes to.
pub fn release(id: &str, reached: Reached) -> WriteOutcome {
    client(reached).0.release(&order_id(id), "{}".to_owned()).now_or_never().unwrap()
}
