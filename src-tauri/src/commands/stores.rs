//! Stores and settings.

use desk::view::{NewStore, SettingsView, Start, StoreChange, StoreChecked, StoreView};
use desk::{Desk, Failure};
use tauri::State;

#[tauri::command]
pub(crate) async fn start(desk: State<'_, Desk>, practice_name: String) -> Result<Start, Failure> {
    Ok(desk.start(&practice_name).await)
}

#[tauri::command]
pub(crate) async fn practise(desk: State<'_, Desk>) -> Result<StoreView, Failure> {
    desk.practise()
}

#[tauri::command]
pub(crate) async fn connect_store(desk: State<'_, Desk>, store: NewStore) -> Result<StoreChecked, Failure> {
    desk.connect_store(store).await
}

#[tauri::command]
pub(crate) async fn check_store(desk: State<'_, Desk>, id: String) -> Result<StoreChecked, Failure> {
    desk.check_store(&id).await
}

#[tauri::command]
pub(crate) async fn replace_key(
    desk: State<'_, Desk>,
    id: String,
    key: String,
    this_run_only: bool,
) -> Result<StoreChecked, Failure> {
    desk.replace_key(&id, key, this_run_only).await
}

#[tauri::command]
pub(crate) async fn change_store(desk: State<'_, Desk>, change: StoreChange) -> Result<StoreView, Failure> {
    desk.change_store(&change)
}

#[tauri::command]
pub(crate) async fn remove_store(desk: State<'_, Desk>, id: String) -> Result<Vec<StoreView>, Failure> {
    desk.remove_store(&id).await
}

#[tauri::command]
pub(crate) async fn choose_store(desk: State<'_, Desk>, id: String) -> Result<Start, Failure> {
    desk.choose_store(&id).await
}

#[tauri::command]
pub(crate) async fn save_settings(desk: State<'_, Desk>, settings: SettingsView) -> Result<SettingsView, Failure> {
    desk.save_settings(settings)
}
