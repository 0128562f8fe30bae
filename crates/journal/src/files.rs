//! The journal's files and their folder: only this person may read them.

use crate::JournalError;
use crate::error::{code, primary_code};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// How much is written to find out whether the disk has room: a few captures' worth, in bytes.
const ROOM_NEEDED: usize = 65_536;

/// Makes the folder (mode 0700) and the file (0600) where they are missing, and takes other people's rights to them away
/// where they have any. SQLite gives the files beside it the mode of the journal itself.
///
/// A file that exists is not opened: closing it would drop the locks that this process holds on it through SQLite.
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    make_folder(folder_of(path))?;
    if !path.exists() {
        make_file(path)?;
    }
    for file in [path.to_owned(), beside(path, "-wal"), beside(path, "-shm")] {
        if file.exists() {
            restrict(&file, 0o600)?;
        }
    }
    Ok(())
}

fn make_file(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

/// The name of a file that SQLite keeps beside the journal: `-wal` or `-shm`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// What a failed write means. SQLite says only that writing failed when a quota is used up, or that a file could not be
/// opened when there is no room for it; so the question is put to the disk itself.
pub(crate) fn explained(error: sqlx::Error, path: &Path) -> JournalError {
    match primary_code(&error) {
        Some(code::IOERR | code::CANTOPEN) => {
            try_to_write(folder_of(path)).err().map_or_else(|| error.into(), JournalError::from)
        }
        _ => error.into(),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn try_to_write(folder: &Path) -> io::Result<()> {
    let path = folder.join(format!(".room-{}", std::process::id()));
    let written = fs::File::create(&path).and_then(|mut file| {
        file.write_all(&vec![0; ROOM_NEEDED])?;
        file.sync_all()
    });
    let removed = fs::remove_file(&path);
    written.and(removed)
}

#[cfg(unix)]
fn make_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    if folder.exists() {
        restrict(folder, 0o700)
    } else {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
    }
}

#[cfg(not(unix))]
fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Takes away every right beyond `mode`. A folder that everyone shares by design (its sticky bit is set, as that of the
/// system's temporary folder) is left as it is: the files in it are private all the same.
#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let is = fs::metadata(path)?.permissions().mode() & 0o7777;
    let is_shared = is & 0o1000 != 0;
    if is_shared || is & mode == is { Ok(()) } else { fs::set_permissions(path, fs::Permissions::from_mode(is & mode)) }
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}
