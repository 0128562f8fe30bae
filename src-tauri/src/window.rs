//! The one window: where it stood is where it opens, and everything that it keeps lies below the data folder.

use desk::files;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use tauri::{App, AppHandle, Manager as _, PhysicalPosition, PhysicalSize, WebviewWindow, WebviewWindowBuilder};

/// The label of the window in `tauri.conf.json`.
pub(crate) const MAIN: &str = "main";

/// Where the window stood when it was closed, in pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// The file in which the place is kept.
pub(crate) struct PlaceFile(PathBuf);

/// Opens the window. What the web view keeps goes into `web` below `folder`.
///
/// # Errors
/// When there is no display, or its folder cannot be made.
pub(crate) fn open(app: &App, folder: &Path) -> Result<(), String> {
    let web = folder.join("web");
    files::make_folder(&web).map_err(|error| error.to_string())?;
    let config = app.config().app.windows.first().ok_or("tauri.conf.json has no window")?;
    let builder = WebviewWindowBuilder::from_config(app.handle(), config).map_err(|error| error.to_string())?;
    let window = builder.data_directory(web).build().map_err(|error| error.to_string())?;
    let file = PlaceFile(folder.join("window.json"));
    if let Some(place) = file.read()
        && let Err(error) = put(&window, place)
    {
        tracing::warn!(%error, "the window could not be put where it was");
    }
    app.manage(file);
    // It opens at its place and not at another one first.
    window.show().map_err(|error| error.to_string())
}

/// Keeps where the window stands.
pub(crate) fn keep_place(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let file = app.state::<PlaceFile>();
        if let Err(error) = file.keep(&window) {
            tracing::warn!(%error, "where the window stands could not be kept");
        }
    }
}

/// Puts the window where it stood, if there is still a screen.
fn put(window: &WebviewWindow, place: Place) -> tauri::Result<()> {
    window.set_size(PhysicalSize::new(place.width, place.height))?;
    let screens = window.available_monitors()?;
    if screens.iter().any(|screen| is_on(place, *screen.position(), *screen.size())) {
        window.set_position(PhysicalPosition::new(place.x, place.y))?;
    }
    if place.maximized { window.maximize() } else { Ok(()) }
}

/// Whether the upper edge of the place, by which a window is moved, begins on this screen.
fn is_on(place: Place, at: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> bool {
    let right = at.x.saturating_add_unsigned(size.width);
    let bottom = at.y.saturating_add_unsigned(size.height);
    (at.x..right).contains(&place.x) && (at.y..bottom).contains(&place.y)
}

impl PlaceFile {
    fn read(&self) -> Option<Place> {
        serde_json::from_slice(&std::fs::read(&self.0).ok()?).ok()
    }

    /// A window that fills the screen keeps the place that it had before.
    fn keep(&self, window: &WebviewWindow) -> tauri::Result<()> {
        if window.is_minimized()? {
            return Ok(());
        }
        let maximized = window.is_maximized()?;
        let (at, size) = (window.outer_position()?, window.inner_size()?);
        let now = Place { x: at.x, y: at.y, width: size.width, height: size.height, maximized };
        let place = match self.read() {
            Some(before) if maximized => Place { maximized, ..before },
            _ => now,
        };
        files::write_whole(&self.0, &serde_json::to_vec(&place)?)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(x: i32, y: i32, expected: bool) {
        let place = Place { x, y, width: 1120, height: 760, maximized: false };
        let second = (PhysicalPosition::new(1920, 0), PhysicalSize::new(1280, 1024));
        assert_eq!(is_on(place, second.0, second.1), expected, "{x}, {y}");
    }

    #[test]
    fn a_place_on_a_screen_that_is_gone_is_not_used() {
        check(1920, 0, true);
        check(3199, 1023, true);
        check(1919, 0, false);
        check(3200, 0, false);
        check(2000, -1, false);
    }
}
