//! What this process keeps in memory of the captures that are under way.

use super::lock;
use crate::{Desk, JournalProblem};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet, hash_map};
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::watch;
use uuid::Uuid;

/// The memory of a desk.
#[derive(Default)]
pub(super) struct UnderWay {
    flying: Mutex<HashMap<Uuid, Flying>>,
    looking: Mutex<HashSet<Uuid>>,
    last_looks: Mutex<HashMap<Uuid, LastLook>>,
    rests: Mutex<HashSet<Uuid>>,
    on_their_way: watch::Sender<usize>,
    beginning: tokio::sync::Mutex<()>,
}

/// What this process knows about a capture beyond the journal.
#[derive(Clone, Default)]
pub(crate) struct Flying {
    /// When the grace period ends.
    pub sends_at: Option<Timestamp>,
    /// When the next look is due.
    pub next_look_at: Option<Timestamp>,
    /// Why the journal could not be written just now.
    pub journal: Option<JournalProblem>,
}

/// The last look at a capture that this process wrote down.
#[derive(Clone, Copy)]
pub(crate) struct LastLook {
    /// Its row in the journal.
    pub row: i64,
    /// What [`crate::clock::Clock::awake`] said when it was asked.
    pub awake: Duration,
}

/// One request on its way; closing waits until it is dropped.
pub(crate) struct OnItsWay(Desk);

impl Drop for OnItsWay {
    fn drop(&mut self) {
        self.0.0.under_way.on_their_way.send_modify(|count| *count = count.saturating_sub(1));
    }
}

impl Desk {
    pub(crate) fn flying(&self, id: Uuid) -> Flying {
        lock(&self.0.under_way.flying).get(&id).cloned().unwrap_or_default()
    }

    pub(crate) fn set_flying(&self, id: Uuid, change: impl FnOnce(&mut Flying)) {
        change(lock(&self.0.under_way.flying).entry(id).or_default());
    }

    /// Begins to work on the capture; `false` when this process works on it already.
    pub(crate) fn take_off(&self, id: Uuid) -> bool {
        match lock(&self.0.under_way.flying).entry(id) {
            hash_map::Entry::Occupied(_) => false,
            hash_map::Entry::Vacant(free) => {
                free.insert(Flying::default());
                true
            }
        }
    }

    pub(crate) fn land(&self, id: Uuid) {
        lock(&self.0.under_way.flying).remove(&id);
    }

    /// Whether this process works on the capture just now.
    pub(crate) fn is_flying(&self, id: Uuid) -> bool {
        lock(&self.0.under_way.flying).contains_key(&id)
    }

    /// Takes the right to look after an unclear capture; `false` when a task of this process has it.
    pub(crate) fn begin_looking(&self, id: Uuid) -> bool {
        lock(&self.0.under_way.looking).insert(id)
    }

    pub(crate) fn end_looking(&self, id: Uuid) {
        lock(&self.0.under_way.looking).remove(&id);
        lock(&self.0.under_way.last_looks).remove(&id);
    }

    pub(crate) fn last_look(&self, id: Uuid) -> Option<LastLook> {
        lock(&self.0.under_way.last_looks).get(&id).copied()
    }

    pub(crate) fn remember_look(&self, id: Uuid, look: LastLook) {
        lock(&self.0.under_way.last_looks).insert(id, look);
    }

    /// No look is due any more, where one was.
    pub(crate) fn forget_next_look(&self, id: Uuid) {
        if let Some(flying) = lock(&self.0.under_way.flying).get_mut(&id) {
            flying.next_look_at = None;
        }
    }

    /// Whether the rest of this last shipment stays as it is: something else remains than was shown.
    pub(crate) fn rest_is_decided(&self, id: Uuid) -> bool {
        lock(&self.0.under_way.rests).contains(&id)
    }

    pub(crate) fn decide_rest(&self, id: Uuid) {
        lock(&self.0.under_way.rests).insert(id);
    }

    /// Held while a capture begins, and while what is unfinished is gone through; never both at once.
    pub(crate) async fn beginning(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.0.under_way.beginning.lock().await
    }

    /// Says that a request is on its way until the answer is dropped.
    pub(crate) fn on_its_way(&self) -> OnItsWay {
        self.0.under_way.on_their_way.send_modify(|count| *count = count.saturating_add(1));
        OnItsWay(self.clone())
    }

    /// Whether a request is on its way whose answer closing waits for.
    #[must_use]
    pub fn is_sending(&self) -> bool {
        *self.0.under_way.on_their_way.borrow() > 0
    }

    /// Waits until no request is on its way.
    pub(crate) async fn nothing_on_its_way(&self) {
        // The sender lives as long as the desk, so the wait can only end by the count reaching zero.
        let _ = self.0.under_way.on_their_way.subscribe().wait_for(|count| *count == 0).await;
    }
}
