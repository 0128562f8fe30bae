//! What became of every write: who sent it, and whether the ledger changed by it.

use crate::network::Late;
use multisafepay::Request;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use uuid::Uuid;

/// A capture or release on its way.
#[derive(Clone, Debug)]
pub struct Write {
    /// The order's number.
    pub order: String,
    /// The entry of the journal that it belongs to; `None` when no entry was found for it, which is a violation by itself.
    pub entry: Option<Uuid>,
}

/// The books of one simulated world.
#[derive(Default)]
pub struct Books(Mutex<Content>);

#[derive(Default)]
struct Content {
    sender: Option<Uuid>,
    landed: HashMap<Uuid, u32>,
    landings: u64,
    late: Vec<Late>,
}

impl Books {
    /// Says which entry the next request that is let go belongs to.
    pub fn set_sender(&self, entry: Option<Uuid>) {
        self.content().sender = entry;
    }

    /// How often a write of this entry changed the ledger.
    #[must_use]
    pub fn landed(&self, entry: Uuid) -> u32 {
        self.content().landed.get(&entry).copied().unwrap_or(0)
    }

    /// How many writes changed the ledger.
    #[must_use]
    pub fn landings(&self) -> u64 {
        self.content().landings
    }

    /// Takes the late requests that have to arrive until then, or all of them.
    #[must_use]
    pub fn take_late(&self, until: Option<Duration>) -> Vec<Late> {
        let late = &mut self.content().late;
        let (due, later) =
            std::mem::take(late).into_iter().partition(|late| until.is_none_or(|until| late.before <= until));
        *late = later;
        due
    }

    /// Whether a request is on its way that its sender gave up on.
    #[must_use]
    pub fn awaits_late(&self) -> bool {
        !self.content().late.is_empty()
    }

    pub(crate) fn write_of(&self, request: &Request) -> Write {
        Write { order: order_of(&request.path), entry: self.content().sender }
    }

    pub(crate) fn give_up(&self, late: Late) {
        self.content().late.push(late);
    }

    pub(crate) fn note(&self, write: Write, changed: bool) {
        if changed {
            let mut content = self.content();
            content.landings += 1;
            if let Some(entry) = write.entry {
                *content.landed.entry(entry).or_default() += 1;
            }
        }
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The order in a path; the simulated orders have no character that a path would encode.
#[must_use]
pub fn order_of(path: &str) -> String {
    let segment = path.strip_prefix("/orders/").or_else(|| path.strip_prefix("/capture/")).unwrap_or(path);
    segment.split('/').next().unwrap_or_default().to_owned()
}
