//! `capture-desk verify-journal FILE`: says whether a journal is whole, without a window.

use journal::{Broken, BrokenKind, Head, verify_file};
use std::path::Path;
use std::process::ExitCode;

/// Reads the file, says what it found and ends with 0 only when the journal is whole.
pub(crate) fn run(file: &Path, head: Option<&str>) -> ExitCode {
    let expected = match head.map(str::parse::<Head>).transpose() {
        Ok(expected) => expected,
        Err(problem) => {
            crate::complain(&format!("--head: {problem}"));
            return ExitCode::from(2);
        }
    };
    match tauri::async_runtime::block_on(verify_file(file, expected.as_ref())) {
        Ok(Ok(head)) => {
            crate::say(&format!("whole: {} rows, head {head}", head.row));
            ExitCode::SUCCESS
        }
        Ok(Err(broken)) => {
            crate::say(&words(&broken));
            ExitCode::FAILURE
        }
        Err(error) => {
            crate::complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn words(broken: &Broken) -> String {
    let row = broken.row;
    match broken.kind {
        BrokenKind::Altered => format!("row {row} was altered: it is not what was written"),
        BrokenKind::Removed => format!("row {row} was removed"),
        BrokenKind::Moved => format!("row {row} was moved: another row stands in its place"),
        BrokenKind::Cut => format!("the journal was cut: it ends before row {row}"),
    }
}
