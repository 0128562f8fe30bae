//! Lets Tauri make what the window needs.

fn main() {
    tauri_build::build();
}
