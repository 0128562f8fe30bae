//! Files and folders that only this person may read: everything that the program keeps is made here, except the journals,
//! whose own crate does the same.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Makes a folder, and those above it, that only its owner may enter (mode 0700). From a folder that is there already,
/// other people's rights are taken away; one that is shared by design (the sticky bit, as on `/tmp`) is left as it is.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    restrict(path, 0o700);
    Ok(())
}

/// Opens a file to write at its end, made where there is none, that only its owner may read (mode 0600).
///
/// # Errors
/// When it cannot be opened.
pub fn open_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    restrict(path, 0o600);
    Ok(file)
}

/// Writes a file whole or not at all: under another name first, so that a loss of power leaves the old or the new one.
/// Only its owner may read it.
///
/// # Errors
/// When it cannot be written; what was there before is there still.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    let mut file = open_file(&beside)?;
    file.set_len(0)?;
    file.write_all(content)?;
    file.sync_all()?;
    std::fs::rename(&beside, path)
}

/// Takes other people's rights away. What belongs to somebody else, or lies where there are no such rights, stays as it
/// is: that is told in the log and stops nothing.
#[cfg(unix)]
fn restrict(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    /// Set on folders in which everybody may have files.
    const SHARED: u32 = 0o1000;
    let Ok(about) = path.metadata() else { return };
    let found = about.permissions().mode();
    if found & 0o777 == mode || (about.is_dir() && found & SHARED != 0) {
        return;
    }
    if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)) {
        tracing::warn!(%error, "other people's rights to a file of ours could not be taken away");
    }
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) {}
