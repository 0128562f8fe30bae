//! `capture-desk verify-journal FILE`: says whether a journal is whole, without a window.

use journal::{Broken, BrokenKind, Head, verify_file};
use std::path::Path;
use std::process::ExitCode;

/// Reads the file, says what it found and ends with 0 only when the journal is whole.
pub(crate) fn run(file: &Path, head: Option<&str>) -> ExitCode {
    let expected = match head.map(read_head).transpose() {
        Ok(expected) => expected,
        Err(problem) => {
            crate::complain(problem);
            return ExitCode::from(2);
        }
    };
    match tauri::async_runtime::block_on(verify_file(file, expected.as_ref())) {
        Ok(Ok(head)) => {
            crate::say(&format!("whole: {} rows, head {}:{}", head.row, head.row, head.hash));
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

fn read_head(text: &str) -> Result<Head, &'static str> {
    let (row, hash) = text.split_once(':').ok_or("--head: ROW:HASH")?;
    let row = row.parse().map_err(|_| "--head: ROW:HASH")?;
    Ok(Head { row, hash: hash.to_owned() })
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
