//! The journal, the clipboard and MultiSafepay Control.

use desk::view::{EnvironmentView, JournalCheck};
use desk::{Desk, Failure};
use tauri::{AppHandle, State};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use tauri_plugin_opener::OpenerExt as _;

/// MultiSafepay's own dashboard, of which live and test have one each: the only addresses that the program ever opens.
/// Practice and a local test server have none.
const fn control(environment: EnvironmentView) -> Option<&'static str> {
    match environment {
        EnvironmentView::Live => Some("https://merchant.multisafepay.com/"),
        EnvironmentView::Test => Some("https://testmerchant.multisafepay.com/"),
        EnvironmentView::Practice | EnvironmentView::Local => None,
    }
}

#[tauri::command]
pub(crate) async fn verify_journal(desk: State<'_, Desk>, head: String) -> Result<JournalCheck, Failure> {
    desk.verify_journal(&head).await
}

/// The web view may not use the clipboard itself: WebKitGTK refuses it.
#[tauri::command]
pub(crate) fn copy_text(app: AppHandle, text: String) -> Result<(), Failure> {
    app.clipboard().write_text(text).map_err(|error| {
        tracing::warn!(%error, "the clipboard could not be written");
        Failure::NotCopied
    })
}

#[tauri::command]
pub(crate) fn open_control(app: AppHandle, environment: EnvironmentView) -> Result<(), Failure> {
    let address = control(environment).ok_or(Failure::StoreUnknown)?;
    app.opener().open_url(address, None::<&str>).map_err(|error| {
        tracing::warn!(%error, "the browser could not be opened");
        Failure::NotOpened { address: address.to_owned() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_environment_has_a_dashboard_of_its_own_or_none() {
        let all = [EnvironmentView::Live, EnvironmentView::Test, EnvironmentView::Local, EnvironmentView::Practice]
            .map(control);
        let (live, test) = ("https://merchant.multisafepay.com/", "https://testmerchant.multisafepay.com/");
        assert_eq!(all, [Some(live), Some(test), None, None]);
    }
}
