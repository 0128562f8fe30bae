//! What was written is read again, in its order.

use crate::given::*;
use domain::{Event, OrderId};
use journal::{Entry, JournalError};
use uuid::Uuid;

fn orders(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.intent.order.as_str()).collect()
}

#[tokio::test]
async fn an_entry_is_read_as_it_was_written_also_after_a_restart() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let written = entry(&journal, "WEB/2026 104 🌷", &[SENT, UNCLEAR, CAPTURED]).await;
    assert_eq!(written.intent, intent("WEB/2026 104 🌷"));
    assert_eq!(written.events.iter().map(|written| written.row).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(written.events.iter().map(|written| written.at).collect::<Vec<_>>(), [at(1), at(2), at(2), at(2)]);
    journal.close().await;
    assert_eq!(open(&path).await.entry(written.id).await.unwrap(), written);
}

#[tokio::test]
async fn an_unknown_entry_is_said_to_be_unknown() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    assert!(matches!(journal.entry(Uuid::nil()).await, Err(JournalError::Unknown(id)) if id.is_nil()));
    assert!(matches!(journal.append(Uuid::nil(), SENT, at(1)).await, Err(JournalError::Unknown(id)) if id.is_nil()));
}

#[tokio::test]
async fn unfinished_entries_come_oldest_first() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    for (order, events) in [("z", [SENT].as_slice()), ("done", &[UNDONE]), ("a", &[]), ("m", &[SENT, UNCLEAR])] {
        entry(&journal, order, events).await;
    }
    assert_eq!(orders(&journal.unfinished().await.unwrap()), ["z", "a", "m"]);
}

#[tokio::test]
async fn the_entries_of_an_order_come_oldest_first() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let first = entry(&journal, "BB-1", &[SENT, CAPTURED]).await;
    entry(&journal, "BB-2", &[UNDONE]).await;
    let second = entry(&journal, "BB-1", &[UNDONE]).await;
    let order = OrderId::new("BB-1").unwrap();
    assert_eq!(journal.of_order(STORE, &order).await.unwrap(), [first, second]);
    assert_eq!(journal.of_order("store-2", &order).await.unwrap(), []);
}

#[tokio::test]
async fn the_recent_orders_come_newest_first_and_once() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    for order in ["a", "b", "a", "c", "b"] {
        entry(&journal, order, &[UNDONE]).await;
    }
    assert_eq!(orders(&journal.recent(STORE, 9).await.unwrap()), ["b", "c", "a"]);
    assert_eq!(orders(&journal.recent(STORE, 2).await.unwrap()), ["b", "c"]);
    assert_eq!(orders(&journal.recent("store-2", 9).await.unwrap()), [""; 0]);
}

#[tokio::test]
async fn the_head_moves_with_each_event() {
    let (_folder, path) = folder();
    let journal = open(&path).await;
    let empty = journal.head().await.unwrap();
    assert_eq!(empty.row, 0);
    let written = entry(&journal, "BB-1", &[SENT]).await;
    let sent = journal.head().await.unwrap();
    assert_eq!(sent.row, 2);
    journal.append(written.id, Event::Captured { proof: domain::Proof::Person }, at(3)).await.unwrap();
    let captured = journal.head().await.unwrap();
    assert!(captured.row == 3 && captured.hash != sent.hash && captured.hash.len() == 64);
}
