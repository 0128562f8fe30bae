//! A window with one text field and nothing else: what Capture Desk is measured against.

#[expect(clippy::exit, reason = "what Tauri generates ends the program when the window cannot be opened")]
fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
