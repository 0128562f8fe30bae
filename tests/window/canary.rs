//! A store's key is planted as a canary: it sings nowhere but in the keyring and in the header of a request.

use crate::desktop::Desktop;
use crate::program::Program;
use crate::simulator::Simulator;
use std::path::{Path, PathBuf};

const CANARY: &str = "canary0f5e9d4c3b2a1908f7e6d5c4b3a291807f";

#[tokio::test]
async fn a_key_is_found_in_no_file_argument_environment_or_page() {
    let desktop = Desktop::start();
    let simulator = Simulator::with_key(CANARY);
    let program = Program::open(&desktop, &["--api-url", simulator.url(), "--clock-speed", "20"]).await;
    program.comes_to_connect().await;
    program.connects("Bloem & Bast", CANARY).await;
    program.see("start-capturing").await;
    assert_silent("the page after connecting", program.source().await.as_bytes());
    program.press("start-capturing").await;
    program.finds("WEB/2026 104").await;
    program.captures().await;
    program.ends("captured").await;
    assert_silent("the page after a capture", program.source().await.as_bytes());
    assert_silent(
        "the page's own memory",
        program.script("return JSON.stringify({ ...localStorage, ...sessionStorage })").await.to_string().as_bytes(),
    );
    let files = files_below(desktop.home());
    assert!(
        files.iter().any(|file| file.ends_with("data/journal/local.db")),
        "the journal is not where it is looked for"
    );
    assert!(
        files.iter().any(|file| file.parent().is_some_and(|folder| folder.ends_with("data/logs"))),
        "there is no log"
    );
    for file in files {
        assert_silent(&file.display().to_string(), &std::fs::read(&file).unwrap_or_default());
    }
    let processes = desktop.processes();
    assert!(processes.len() > 2, "the program and its web view are not where they are looked for");
    for process in processes {
        for about in ["cmdline", "environ"] {
            let file = process.join(about);
            assert_silent(&file.display().to_string(), &std::fs::read(&file).unwrap_or_default());
        }
    }
    program.quit().await;
}

/// The key must not be there, nor the same in two bytes a letter.
fn assert_silent(place: &str, content: &[u8]) {
    let text = String::from_utf8_lossy(content);
    let wide: String = CANARY.chars().flat_map(|letter| [letter, '\0']).collect();
    assert!(!text.contains(CANARY) && !text.contains(&wide), "the key is in {place}");
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            files.extend(files_below(&entry.path()));
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    files
}
