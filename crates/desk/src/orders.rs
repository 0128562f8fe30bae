//! Orders: find, read again, list the recent ones.

mod show;

pub(crate) use show::{captured_pieces, not_capturable};

use crate::desk::Seen;
use crate::settings::SavedStore;
use crate::view::{OrderView, RecentView, StoreView};
use crate::{Desk, Failure};
use domain::OrderId;
use multisafepay::ReadProblem;

/// How many recent orders are listed.
const RECENT: u32 = 12;

impl Desk {
    /// Reads the order whose number is `text` in a store, afresh. Where the store does not have it, the other stores of
    /// the same environment whose key is at hand are asked too.
    ///
    /// # Errors
    /// When it is no order number, is not found, or the question got no answer.
    pub async fn find_order(&self, store: &str, text: &str) -> Result<OrderView, Failure> {
        let store = self.store(store)?;
        let order = OrderId::new(text).map_err(|problem| Failure::order_number(problem, text))?;
        match self.read(&store, &order).await {
            Ok(seen) => self.show_order(&store, &seen).await,
            Err(Failure::OrderNotFound { order: number, store: asked, .. }) => {
                let elsewhere = self.elsewhere(&store, &order).await;
                Err(Failure::OrderNotFound { order: number, store: asked, elsewhere })
            }
            Err(failure) => Err(failure),
        }
    }

    /// The orders of a store that were last worked on here, newest first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn recent_orders(&self, store: &str) -> Result<Vec<RecentView>, Failure> {
        let store = self.store(store)?;
        let journal = self.journal(store.environment).await?.journal;
        let entries = journal.recent(&store.id, RECENT).await?;
        Ok(entries.iter().map(show::recent).collect())
    }

    /// Reads an order afresh and remembers it.
    pub(crate) async fn read(&self, store: &SavedStore, order: &OrderId) -> Result<Seen, Failure> {
        let client = self.client(store).await?;
        let answer = client.order(order).await;
        self.note_network(!matches!(answer, Err(ReadProblem::NotSent(_) | ReadProblem::NoAnswer)));
        let authorisation =
            answer.map_err(|problem| Failure::read(problem, &self.show_store(store), order.as_str()))?;
        let seen = Seen { authorisation, at: self.clock().now() };
        self.remember(&store.id, seen.clone());
        Ok(seen)
    }

    /// The order as it was last read; read now when it was not.
    pub(crate) async fn last_read(&self, store: &SavedStore, order: &OrderId) -> Result<Seen, Failure> {
        match self.seen(&store.id, order) {
            Some(seen) => Ok(seen),
            None => self.read(store, order).await,
        }
    }

    async fn elsewhere(&self, asked: &SavedStore, order: &OrderId) -> Vec<StoreView> {
        let mut found = Vec::new();
        for store in self.all_stores() {
            if store.id == asked.id || store.environment != asked.environment {
                continue;
            }
            let Ok(client) = self.client(&store).await else { continue };
            let answer: Result<_, ReadProblem> = client.order(order).await;
            if answer.is_ok() {
                found.push(self.show_store(&store));
            }
        }
        found
    }
}
