//! Closing without waiting.

use tauri::AppHandle;

/// Ends the program although an answer is awaited. Nothing is lost: that it was sent is on disk, and the next start asks.
#[tauri::command]
pub(crate) fn close_now(app: AppHandle) {
    crate::program::end(&app);
}
