//! How the program is started, and by whom it may be driven.

use crate::desktop::Desktop;
use crate::part::until;
use crate::program::PROGRAM;

const VARIABLE: &str = "TAURI_WEBVIEW_AUTOMATION=true";

#[test]
fn an_address_elsewhere_than_on_this_computer_is_refused() {
    let desktop = Desktop::start();
    let ended = desktop.command(PROGRAM).args(["--api-url", "http://example.com"]).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(said.contains("--api-url"), "it said {said:?}");
    assert!(!desktop.data().exists());
}

#[test]
fn nobody_can_drive_a_window_behind_which_money_is_real() {
    let desktop = Desktop::start();
    let data = desktop.data();
    let program = desktop.part(PROGRAM, |command| {
        command.args(["--data-dir", data.to_str().unwrap()]).env("TAURI_WEBVIEW_AUTOMATION", "true");
    });
    until("the program opens no window", || {
        let lines = program.processes().into_iter().map(|process| std::fs::read_to_string(process.join("cmdline")));
        lines.flatten().any(|line| line.contains("WebKitWebProcess")).then_some(())
    });
    for process in program.processes() {
        let environment = std::fs::read_to_string(process.join("environ")).unwrap_or_default();
        assert!(!environment.contains(VARIABLE), "{} can be driven", process.display());
    }
}
