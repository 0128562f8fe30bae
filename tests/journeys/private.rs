//! What the desk keeps is for the eyes of its owner only.
#![cfg(unix)]

use crate::given::given;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

/// Every file below `folder`, and every folder, with the rights that it does not have to have.
fn too_open(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, about) = (entry.path(), entry.metadata().unwrap());
        let mode = about.permissions().mode() & 0o777;
        if mode != if about.is_dir() { 0o700 } else { 0o600 } {
            found.push(format!("{} {mode:o}", path.display()));
        }
        if about.is_dir() {
            found.extend(too_open(&path));
        }
    }
    found
}

#[tokio::test]
async fn nobody_else_may_read_what_is_kept() {
    let given = given().await;
    given.capture(&given.form()).await;
    assert!(given.folder.path().join("journal/practice.lock").exists());
    assert_eq!(too_open(given.folder.path()), Vec::<String>::new());
}

#[tokio::test]
async fn what_was_open_to_others_is_closed_at_the_next_start() {
    let given = given().await;
    given.capture(&given.form()).await;
    let open = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let folder = given.folder.path().to_owned();
    open(&folder, 0o755);
    open(&folder.join("journal"), 0o755);
    open(&folder.join("journal/practice.lock"), 0o644);
    open(&folder.join("settings.json"), 0o644);
    let given = given.restart();
    given.desk.recover().await.unwrap();
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(too_open(&folder), Vec::<String>::new());
}
