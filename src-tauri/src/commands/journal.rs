//! The journal, the clipboard and MultiSafepay Control.

use desk::view::JournalCheck;
use desk::{Desk, Failure};
use tauri::{AppHandle, State};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use tauri_plugin_opener::OpenerExt as _;

/// MultiSafepay's own dashboard; the only address that the program ever opens.
const CONTROL: &str = "https://merchant.multisafepay.com/";

#[tauri::command]
pub(crate) async fn verify_journal(desk: State<'_, Desk>, head: String) -> Result<JournalCheck, Failure> {
    desk.verify_journal(&head).await
}

/// The web view may not use the clipboard itself: WebKitGTK refuses it.
#[tauri::command]
pub(crate) fn copy_text(app: AppHandle, text: String) -> Result<(), Failure> {
    app.clipboard().write_text(text).map_err(|error| {
        tracing::warn!(%error, "the clipboard could not be written");
        Failure::NotSaved
    })
}

#[tauri::command]
pub(crate) fn open_control(app: AppHandle) -> Result<(), Failure> {
    app.opener().open_url(CONTROL, None::<&str>).map_err(|error| {
        tracing::warn!(%error, "the browser could not be opened");
        Failure::NotSaved
    })
}
