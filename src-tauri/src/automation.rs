//! Whoever controls the environment could drive the window by a web driver. Where money may be real, that is taken out
//! before the web view exists.

use crate::arguments::Arguments;
use std::process::{Command, ExitCode};

/// The variable by which the web view lets itself be driven.
const VARIABLE: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Starts the program again without the variable, where it is set and money may be real. `None` means: go on.
pub(crate) fn take_out(arguments: &Arguments) -> Option<ExitCode> {
    if arguments.is_harmless() || std::env::var_os(VARIABLE).is_none() {
        return None;
    }
    let Ok(program) = std::env::current_exe() else { return Some(ExitCode::FAILURE) };
    let mut again = Command::new(program);
    again.args(std::env::args_os().skip(1)).env_remove(VARIABLE);
    Some(replace(&mut again))
}

/// Becomes the other program; comes back only when that cannot be done.
#[cfg(unix)]
fn replace(again: &mut Command) -> ExitCode {
    use std::os::unix::process::CommandExt as _;
    crate::complain(&again.exec().to_string());
    ExitCode::FAILURE
}

/// Runs the other program and ends as it ends.
#[cfg(not(unix))]
fn replace(again: &mut Command) -> ExitCode {
    let ended = again.status().ok().and_then(|status| status.code());
    ended.and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from)
}
