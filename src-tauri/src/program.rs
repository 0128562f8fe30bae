//! Puts the desk behind a window.

use crate::arguments::Arguments;
use crate::{commands, logging, practice, window};
use desk::clock::{Clock, SystemClock};
use desk::view::CaptureView;
use desk::{Desk, Setup, SystemKeyring, Transports, files};
use multisafepay::{ApiUrl, Transport, WhenNeeded};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tauri::{App, AppHandle, Emitter as _, Manager as _, RunEvent, WindowEvent};

/// How long closing waits for an answer that is on its way; a write takes 60 seconds at most.
const CLOSING_LIMIT: std::time::Duration = std::time::Duration::from_secs(75);

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no display, or the folder of the files cannot be used.
pub(crate) fn run(arguments: Arguments) -> Result<(), String> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)))
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(commands::handler())
        .setup(move |app| Ok(set_up(app, &arguments)?))
        .build(tauri::generate_context!())
        .map_err(|error| error.to_string())?;
    app.run(|app, event| {
        if let RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } = event {
            api.prevent_close();
            close(app.clone());
        }
    });
    Ok(())
}

fn set_up(app: &App, arguments: &Arguments) -> Result<(), String> {
    let folder = folder(app, arguments)?;
    files::make_folder(&folder).map_err(|error| error.to_string())?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new(arguments.clock_speed));
    logging::start(&folder, Arc::clone(&clock));
    let handle = app.handle().clone();
    let desk = Desk::open(Setup {
        version: app.package_info().version.to_string(),
        transports: transports(arguments, &folder, &clock),
        folder: folder.clone(),
        clock,
        keyring: Arc::new(SystemKeyring::default()),
        on_change: Box::new(move |capture: CaptureView| {
            if let Err(error) = handle.emit("capture", capture) {
                tracing::warn!(%error, "the window did not hear of a capture");
            }
        }),
    })
    .map_err(|failure| format!("{failure:?}"))?;
    if arguments.practice {
        desk.practise().map_err(|failure| format!("{failure:?}"))?;
    }
    let looking_after = desk.clone();
    tauri::async_runtime::spawn(async move { looking_after.look_after().await });
    app.manage(desk);
    app.manage(Closing::default());
    window::open(app, &folder)
}

fn folder(app: &App, arguments: &Arguments) -> Result<PathBuf, String> {
    match &arguments.data_dir {
        Some(folder) => Ok(folder.clone()),
        None => app.path().app_data_dir().map_err(|error| error.to_string()),
    }
}

/// The ways to the servers of this run. Practice and a local test server never share a run with real money.
fn transports(arguments: &Arguments, folder: &Path, clock: &Arc<dyn Clock>) -> Transports {
    let mut transports = Transports { practice: Some(practice::transport(folder, clock)), ..Transports::default() };
    if let Some(url) = &arguments.api_url {
        let address = url.as_str().to_owned();
        transports.local = Some((https(url.clone()), address));
    } else if !arguments.practice {
        transports.test = Some(https(ApiUrl::test()));
        transports.live = Some(https(ApiUrl::live()));
    }
    transports
}

fn https(url: ApiUrl) -> Arc<dyn Transport> {
    Arc::new(WhenNeeded::new(url, env!("CARGO_PKG_VERSION")))
}

/// A second start shows the window of the first.
fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(window::MAIN) {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not be shown");
        }
    }
}

/// Whether the program is closing already.
#[derive(Default)]
struct Closing(AtomicBool);

/// Withdraws what is in its grace period, waits for an answer that is on its way, then ends. While there is nothing to wait
/// for, the window is hidden at once; else it stays, and the screen says what is awaited.
fn close(app: AppHandle) {
    if app.state::<Closing>().0.swap(true, Ordering::SeqCst) {
        return;
    }
    window::keep_place(&app);
    let desk = app.state::<Desk>().inner().clone();
    if desk.is_sending() {
        if let Err(error) = app.emit("closing", ()) {
            tracing::warn!(%error, "the window did not hear that it is closing");
        }
    } else {
        hide(&app);
    }
    tauri::async_runtime::spawn(async move {
        if tokio::time::timeout(CLOSING_LIMIT, desk.close()).await.is_err() {
            tracing::warn!("the program ended before an answer came; the next start asks about it");
        }
        end(&app);
    });
}

/// Lets a next start have a window of its own, and hides this one.
fn hide(app: &AppHandle) {
    tauri_plugin_single_instance::destroy(app);
    if let Some(window) = app.get_webview_window(window::MAIN) {
        // A window that stays in sight for a moment is no harm.
        let _ = window.hide();
    }
}

/// Ends the program, whatever is still awaited.
pub(crate) fn end(app: &AppHandle) {
    hide(app);
    app.exit(0);
}
