//! A window with one text field and nothing else: what Capture Desk is measured against.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
