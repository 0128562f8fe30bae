//! What the simulator knows: sites, orders, and every request that reached it.

mod capture;
mod create;
mod order;
mod refund;
mod release;
mod ship;

pub(crate) use capture::CaptureAsked;
pub use order::{CaptureRow, Ended, Order, Related, RelatedKind, Reservation, Status};
pub(crate) use refund::RefundAsked;

use crate::{Refusal, Switches};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The number of the first site that is opened.
const FIRST_SITE: u32 = 12_345;

/// What a write gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Done {
    pub order_id: String,
    pub transaction_id: u64,
}

/// One request that reached the simulator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProcessedRequest {
    /// GET, POST or PATCH.
    pub method: String,
    /// The path without its prefix, percent-decoded.
    pub path: String,
    /// The body as JSON; a text where it was none.
    pub body: Option<Value>,
    /// The HTTP status of the answer; 0 where no answer was made.
    pub status: u16,
    /// Whether the ledger saw it. A request that a fault met before that moved nothing.
    pub processed: bool,
    /// When.
    pub at: Timestamp,
}

#[derive(Clone)]
struct Site {
    id: u32,
    key: String,
}

/// The books. Order ids are unique per site; the queries of this type look through all sites, in the order in which they
/// were opened. Amounts are minor units of the order's currency.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Ledger {
    orders: Vec<Order>,
    counter: u64,
    #[serde(skip)]
    sites: Vec<Site>,
    #[serde(skip)]
    requests: Vec<ProcessedRequest>,
    #[serde(skip)]
    pub(crate) switches: Switches,
}

impl Ledger {
    /// Everything captured on `order`, first to last. A declined capture moved no money and is not among them.
    #[must_use]
    pub fn captures_of(&self, order: &str) -> Vec<CaptureRow> {
        self.order(order).map(|order| order.captures.clone()).unwrap_or_default()
    }

    /// The sum of all captures of `order`.
    #[must_use]
    pub fn captured_total(&self, order: &str) -> i64 {
        self.order(order).map_or(0, Order::captured)
    }

    /// What can still be captured of `order`; 0 where nothing can.
    #[must_use]
    pub fn remaining(&self, order: &str) -> i64 {
        self.order(order).and_then(|order| order.reservation.as_ref()).map_or(0, |reservation| reservation.remain)
    }

    /// The order of this id, on whichever site.
    #[must_use]
    pub fn order(&self, id: &str) -> Option<&Order> {
        self.orders.iter().find(|order| order.id == id)
    }

    /// All orders, with the children that captures made, oldest first.
    #[must_use]
    pub fn orders(&self) -> &[Order] {
        &self.orders
    }

    /// Every request that reached the simulator, oldest first.
    #[must_use]
    pub fn requests(&self) -> &[ProcessedRequest] {
        &self.requests
    }

    /// The capture requests for `order` that reached the simulator, processed or not.
    #[must_use]
    pub fn posts_of(&self, order: &str) -> Vec<&ProcessedRequest> {
        let path = format!("/orders/{order}/capture");
        self.requests.iter().filter(|request| request.method == "POST" && request.path == path).collect()
    }

    pub(crate) fn note(&mut self, request: ProcessedRequest) {
        self.requests.push(request);
    }

    /// The site of `key`, opened if need be.
    pub(crate) fn open_site(&mut self, key: &str) -> u32 {
        if let Some(id) = self.site_of(key) {
            return id;
        }
        let opened = u32::try_from(self.sites.len()).unwrap_or(u32::MAX);
        let id = FIRST_SITE.saturating_add(opened);
        self.sites.push(Site { id, key: key.to_owned() });
        id
    }

    pub(crate) fn site_of(&self, key: &str) -> Option<u32> {
        self.sites.iter().find(|site| site.key == key).map(|site| site.id)
    }

    /// Takes over the books of `other`, and keeps its own sites, switches and requests.
    pub(crate) fn take_over(&mut self, other: Self) {
        self.orders = other.orders;
        self.counter = other.counter;
    }

    /// Turns every reservation void whose time has come (`api/multisafepay.md` §8).
    pub(crate) fn sweep(&mut self, now: Timestamp) {
        let delay = SignedDuration::from_secs(self.switches.expiry_delay_s);
        for order in &mut self.orders {
            let Some(reservation) = order.reservation.as_mut().filter(|reservation| reservation.remain > 0) else {
                continue;
            };
            if reservation.expiry.checked_add(delay).is_ok_and(|flips| flips <= now) {
                reservation.remain = 0;
                reservation.ended = Some(Ended::Expired);
                (order.status, order.financial_status, order.modified) = (Status::Void, Status::Void, now);
            }
        }
    }

    /// The order of this id under this site.
    pub(crate) fn find(&self, site: u32, id: &str) -> Result<&Order, Refusal> {
        self.orders.iter().find(|order| order.site == site && order.id == id).ok_or_else(Refusal::not_found)
    }

    fn find_mut(&mut self, site: u32, id: &str) -> Result<&mut Order, Refusal> {
        self.orders.iter_mut().find(|order| order.site == site && order.id == id).ok_or_else(Refusal::not_found)
    }

    /// A new transaction id: the unix time and a running number, 16 digits, or 17 with the switch.
    fn next_transaction_id(&mut self, now: Timestamp) -> u64 {
        self.counter = self.counter.saturating_add(1);
        let places: u64 = if self.switches.loose.long_ids { 10_000_000 } else { 1_000_000 };
        let seconds = u64::try_from(now.as_second()).unwrap_or(0);
        let running = self.counter.checked_rem(places).unwrap_or(0);
        seconds.saturating_mul(places).saturating_add(running)
    }
}
