//! The disk, as tests have it.

use crate::drive::Drive;
use crate::failure::Failure;
use crate::image::Content;
use crate::layer;
use crate::loss::{Loss, Manner, found, share};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, io};

/// What only the running system needs, and a loss of power takes: the index of the write-ahead log.
const SHARED_MEMORY: &str = "-shm";

/// A disk under the files of one folder. It is healthy until it is told otherwise, and forgets everything when it is dropped.
#[derive(Debug)]
pub struct Disk {
    folder: PathBuf,
    drive: Arc<Mutex<Drive>>,
}

impl Disk {
    /// Puts the files in and below `folder` that SQLite opens from now on on a disk of their own. Nothing but SQLite, in
    /// this process, may change these files.
    ///
    /// # Errors
    /// When the folder is not there, or SQLite takes no layer.
    pub fn below(folder: &Path) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        let drive = Arc::default();
        layer::put_under(&folder, &drive)?;
        Ok(Self { folder, drive })
    }

    /// From now on `failure` is met, and no other.
    pub fn fail(&self, failure: Failure) {
        self.locked().fail(failure);
    }

    /// From now on every sync says OK and keeps nothing.
    pub fn lie(&self) {
        self.locked().lie();
    }

    /// From now on the disk neither fails nor lies. Gives how many writes or syncs failed.
    #[must_use]
    pub fn heal(&self) -> u32 {
        self.locked().heal()
    }

    /// Whether a failure is still to come or to go on.
    #[must_use]
    pub fn is_failing(&self) -> bool {
        self.locked().is_failing()
    }

    /// Everything that was done so far is in the past: when the power goes, it goes later than this. What no sync has kept
    /// is still not kept by it.
    pub fn rest(&self) {
        self.locked().rest();
    }

    /// Whether something was done since the last rest, or is not kept by a sync.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.locked().is_behind()
    }

    /// Writes the files into the folder `to` as they are found when the power comes back. It went at a moment between the
    /// last rest and now that the dice choose; and of what no sync had kept then, each write is there, is not, or is torn
    /// at any byte, as they say. `dice` gives a number below the one it is given.
    ///
    /// The disk goes on as if nothing had happened: the files that were lost are those in `to`.
    ///
    /// # Errors
    /// When the files in `to` cannot be written.
    pub fn lose_power(&self, to: &Path, dice: &mut dyn FnMut(u64) -> u64) -> io::Result<Loss> {
        let drive = self.locked();
        let moment = share(drive.moments(), dice);
        let images = drive.images_at(moment);
        let manner = Manner::draw(dice);
        for (path, image) in &images {
            self.write_to(to, path, found(image, manner, dice))?;
        }
        copy_others(&drive, &self.folder, to)?;
        Ok(manner.loss(images.values().any(|image| !image.since.is_empty())))
    }

    /// Writes the files into the folder `to` as they are now for whoever reads them, but for what a failed sync forgot.
    ///
    /// # Errors
    /// When the files in `to` cannot be written.
    pub fn copy(&self, to: &Path) -> io::Result<()> {
        let drive = self.locked();
        for (path, image) in drive.images_at(drive.moments()) {
            self.write_to(to, &path, image.content())?;
        }
        copy_others(&drive, &self.folder, to)
    }

    fn write_to(&self, to: &Path, path: &Path, content: Content) -> io::Result<()> {
        let Some(content) = content else { return Ok(()) };
        let file = to.join(path.strip_prefix(&self.folder).unwrap_or(path));
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, content)
    }

    fn locked(&self) -> MutexGuard<'_, Drive> {
        self.drive.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        layer::take_away(&self.drive);
        self.locked().end();
    }
}

/// Files that SQLite never opened are found as they are. Those that it has open are not touched: closing them would drop
/// its locks.
fn copy_others(drive: &Drive, from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let path = file?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy_others(drive, &path, &to.join(name))?;
        } else if !drive.knows(&path) && !name.to_string_lossy().ends_with(SHARED_MEMORY) {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
