//! Where the program keeps its files, and for whom.

use crate::desktop::Desktop;
use crate::program::Program;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        found.push(entry.path());
        if entry.file_type().unwrap().is_dir() {
            found.extend(below(&entry.path()));
        }
    }
    found
}

#[tokio::test]
async fn every_file_lies_in_the_folder_that_was_named_and_is_for_its_owner_only() {
    let desktop = Desktop::start();
    let program = Program::open(&desktop, &["--practice", "--clock-speed", "20"]).await;
    program.finds("PRACTICE-1001").await;
    program.captures().await;
    program.ends("captured").await;
    desktop.closes_window();
    program.ends_by_itself().await;
    let data = desktop.data();
    let ours = |path: &PathBuf| path.to_string_lossy().to_lowercase().contains("capture-desk");
    let elsewhere: Vec<_> =
        below(desktop.home()).into_iter().filter(|path| !path.starts_with(&data)).filter(ours).collect();
    assert_eq!(elsewhere, Vec::<PathBuf>::new());
    for name in ["settings.json", "practice.json", "window.json", "logs", "journal/practice.db", "web"] {
        assert!(data.join(name).exists(), "{name} is not where it is looked for");
    }
    // What the web view makes has rights of its own; the folder around it keeps everybody else out.
    let inside_web = |path: &PathBuf| path.starts_with(data.join("web")) && *path != data.join("web");
    for path in below(&data).into_iter().filter(|path| !inside_web(path)).chain([data.clone()]) {
        let about = fs::metadata(&path).unwrap();
        let expected = if about.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(about.permissions().mode() & 0o777, expected, "{}", path.display());
    }
}
