//! Orders.

use crate::practice::examples;
use desk::view::{OrderView, RecentView};
use desk::{Desk, Failure};
use tauri::State;

#[tauri::command]
pub(crate) async fn find_order(desk: State<'_, Desk>, store: String, text: String) -> Result<OrderView, Failure> {
    desk.find_order(&store, &text).await
}

#[tauri::command]
pub(crate) async fn recent_orders(desk: State<'_, Desk>, store: String) -> Result<Vec<RecentView>, Failure> {
    desk.recent_orders(&store).await
}

#[tauri::command]
pub(crate) fn practice_orders() -> Vec<(String, String)> {
    examples()
}
