//! Captures and releases.

use desk::view::{CaptureForm, CaptureView, Preview, ReleaseForm};
use desk::{Desk, Failure};
use tauri::State;

#[tauri::command]
pub(crate) async fn preview_capture(desk: State<'_, Desk>, form: CaptureForm) -> Result<Preview, Failure> {
    desk.preview_capture(&form).await
}

#[tauri::command]
pub(crate) async fn capture(
    desk: State<'_, Desk>,
    form: CaptureForm,
    digest: String,
    confirmed: bool,
) -> Result<CaptureView, Failure> {
    desk.capture(&form, &digest, confirmed).await
}

#[tauri::command]
pub(crate) async fn undo_capture(desk: State<'_, Desk>, id: String) -> Result<CaptureView, Failure> {
    desk.undo_capture(&id).await
}

#[tauri::command]
pub(crate) async fn read_capture(desk: State<'_, Desk>, id: String) -> Result<CaptureView, Failure> {
    desk.read_capture(&id).await
}

#[tauri::command]
pub(crate) async fn check_again(desk: State<'_, Desk>, id: String) -> Result<CaptureView, Failure> {
    desk.check_again(&id).await
}

#[tauri::command]
pub(crate) async fn send_again(desk: State<'_, Desk>, id: String) -> Result<CaptureView, Failure> {
    desk.send_again(&id).await
}

#[tauri::command]
pub(crate) async fn settle(desk: State<'_, Desk>, id: String, landed: bool) -> Result<CaptureView, Failure> {
    desk.settle(&id, landed).await
}

#[tauri::command]
pub(crate) async fn release(desk: State<'_, Desk>, form: ReleaseForm) -> Result<CaptureView, Failure> {
    desk.release(&form).await
}

#[tauri::command]
pub(crate) async fn unfinished(desk: State<'_, Desk>) -> Result<Vec<CaptureView>, Failure> {
    desk.unfinished().await
}
