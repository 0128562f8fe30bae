//! The layer itself: a file system of SQLite (`sqlite3_vfs`) over the one that SQLite would use, which tells a [`Drive`]
//! what is written, cut, synced and deleted of the files that stand on it, and fails where it says so (sqlite.org/vfs.html).
//!
//! The file object of the wrapped file system is used as it is. Only its table of methods is replaced, by a copy in which
//! four methods are ours; so locks, shared memory and reads are the wrapped one's own.

use crate::drive::Drive;
use crate::image::{Change, Content};
use libsqlite3_sys::{
    SQLITE_IOERR, SQLITE_OK, SQLITE_OPEN_DELETEONCLOSE, sqlite3_file, sqlite3_io_methods, sqlite3_vfs,
    sqlite3_vfs_find, sqlite3_vfs_register,
};
use std::ffi::{CStr, c_char, c_int, c_void};
use std::io;
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

/// The version of the table of methods that has shared memory but maps no files, which would be written past the layer.
const WITHOUT_MAPS: c_int = 2;

/// The file system that is wrapped. It is never taken out of SQLite again.
struct Wrapped(*mut sqlite3_vfs);

// SAFETY: SQLite itself uses a registered file system from all threads; it is only read here.
unsafe impl Send for Wrapped {}
// SAFETY: as above.
unsafe impl Sync for Wrapped {}

static WRAPPED: OnceLock<Option<Wrapped>> = OnceLock::new();

/// The drives and the folders that they are under.
static DRIVES: Mutex<Vec<(PathBuf, Weak<Mutex<Drive>>)>> = Mutex::new(Vec::new());

/// Puts `drive` under the files below `folder`.
pub(crate) fn put_under(folder: &Path, drive: &Arc<Mutex<Drive>>) -> io::Result<()> {
    if WRAPPED.get_or_init(register).is_none() {
        return Err(io::Error::other("SQLite takes no layer"));
    }
    drives().push((folder.to_owned(), Arc::downgrade(drive)));
    Ok(())
}

/// Files that are opened from now on do not stand on `drive` any more.
pub(crate) fn take_away(drive: &Arc<Mutex<Drive>>) {
    drives().retain(|(_, other)| !ptr::eq(other.as_ptr(), Arc::as_ptr(drive)));
}

fn drives() -> MutexGuard<'static, Vec<(PathBuf, Weak<Mutex<Drive>>)>> {
    DRIVES.lock().unwrap_or_else(PoisonError::into_inner)
}

fn register() -> Option<Wrapped> {
    // SAFETY: without a name this gives the default file system, or null; SQLite initialises itself first.
    let wrapped = unsafe { sqlite3_vfs_find(ptr::null()) };
    if wrapped.is_null() {
        return None;
    }
    // SAFETY: not null, registered, and therefore a whole table that nobody changes or frees.
    let table = unsafe { *wrapped };
    let ours = sqlite3_vfs {
        pNext: ptr::null_mut(),
        zName: c"faulty-disk".as_ptr(),
        xOpen: Some(open),
        xDelete: Some(delete),
        ..table
    };
    // SAFETY: the table lives for ever. The methods that were copied find in it all that they read of their own one.
    let code = unsafe { sqlite3_vfs_register(Box::leak(Box::new(ours)), 1) };
    (code == SQLITE_OK).then_some(Wrapped(wrapped))
}

fn wrapped() -> Option<*mut sqlite3_vfs> {
    Some(WRAPPED.get()?.as_ref()?.0)
}

/// A file on a drive.
struct Place {
    drive: Arc<Mutex<Drive>>,
    path: Arc<Path>,
}

impl Place {
    fn drive(&self) -> MutexGuard<'_, Drive> {
        self.drive.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the file that SQLite names stands, when it stands on a drive.
    ///
    /// # Safety
    /// `name` is null or a text that ends with a zero.
    unsafe fn of(name: *const c_char) -> Option<Self> {
        if name.is_null() {
            return None;
        }
        // SAFETY: not null; the caller promises the rest.
        let name = unsafe { CStr::from_ptr(name) };
        let path = Path::new(name.to_str().ok()?);
        let path = path.parent()?.canonicalize().ok()?.join(path.file_name()?);
        let drive = drives().iter().find(|(folder, _)| path.starts_with(folder)).and_then(|(_, drive)| drive.upgrade());
        Some(Self { drive: drive?, path: path.into() })
    }
}

/// What stands in the place of an open file's table of methods.
#[repr(C)]
struct Watched {
    /// The first field, so that a pointer to it is one to the whole.
    methods: sqlite3_io_methods,
    /// The table of the wrapped file system.
    own: *const sqlite3_io_methods,
    place: Place,
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    flags_out: *mut c_int,
) -> c_int {
    let Some(wrapped) = wrapped() else { return SQLITE_IOERR };
    // SAFETY: SQLite gives null or a text that ends with a zero.
    let place = unsafe { Place::of(name) }.filter(|_| flags & SQLITE_OPEN_DELETEONCLOSE == 0);
    let was_there = place.as_ref().is_some_and(|place| place.path.exists());
    // SAFETY: the wrapped file system's own method, with its own table and what SQLite gave.
    let code = unsafe { (*wrapped).xOpen.map_or(SQLITE_IOERR, |open| open(wrapped, name, file, flags, flags_out)) };
    match place {
        // SAFETY: after a success the file object is whole, and SQLite uses it nowhere else yet.
        Some(place) if code == SQLITE_OK => unsafe { watch(file, place, was_there) },
        _ => code,
    }
}

/// Lets the methods of an open file pass through the layer.
///
/// # Safety
/// `file` was opened by the wrapped file system and is not used elsewhere.
unsafe fn watch(file: *mut sqlite3_file, place: Place, was_there: bool) -> c_int {
    // SAFETY: an open file has a table of methods, which lives as long as the wrapped file system.
    let (own, table) = unsafe { ((*file).pMethods, *(*file).pMethods) };
    let mut drive = place.drive();
    if !drive.knows(&place.path) {
        // SAFETY: as above.
        let kept = if was_there { unsafe { read_all(file, &table) } } else { None };
        drive.meet(Arc::clone(&place.path), kept);
    }
    drop(drive);
    let methods = sqlite3_io_methods {
        iVersion: table.iVersion.min(WITHOUT_MAPS),
        xClose: Some(close),
        xWrite: Some(write),
        xTruncate: Some(truncate),
        xSync: Some(sync),
        ..table
    };
    let watched = Box::into_raw(Box::new(Watched { methods, own, place }));
    // SAFETY: the table is the first field of what was just made, and lives until the file is closed.
    unsafe { (*file).pMethods = watched.cast() };
    SQLITE_OK
}

/// What an open file holds. Read through the file itself: opening and closing it once more would drop its locks.
///
/// # Safety
/// `file` is open, and `table` holds its methods.
unsafe fn read_all(file: *mut sqlite3_file, table: &sqlite3_io_methods) -> Content {
    let mut size = 0;
    // SAFETY: the file is open, and the size is written into a number of the type that is asked for.
    unsafe { table.xFileSize?(file, &raw mut size) };
    let mut content = vec![0; usize::try_from(size).ok()?];
    // SAFETY: the buffer is as long as is said.
    unsafe { table.xRead?(file, content.as_mut_ptr().cast::<c_void>(), c_int::try_from(size).ok()?, 0) };
    Some(content)
}

/// What was put in the place of the methods of `file`.
///
/// # Safety
/// `file` is open and passed through [`watch`], as every file whose methods are those below.
unsafe fn watched<'a>(file: *mut sqlite3_file) -> &'a Watched {
    // SAFETY: the methods are the first field of a `Watched`, which lives until the file is closed.
    unsafe { &*(*file).pMethods.cast::<Watched>() }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, bytes: *const c_void, length: c_int, at: i64) -> c_int {
    // SAFETY: SQLite calls this method only on a file that has it.
    let watched = unsafe { watched(file) };
    // SAFETY: SQLite gives so many bytes.
    let bytes = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), usize::try_from(length).unwrap_or(0)) };
    let mut drive = watched.place.drive();
    let verdict = drive.before_write(bytes.len());
    let bytes = bytes.get(..verdict.bytes).unwrap_or(bytes);
    if !bytes.is_empty() {
        let length = c_int::try_from(bytes.len()).unwrap_or(length);
        // SAFETY: the file's own method, with no more bytes than there are.
        let code = unsafe {
            (*watched.own).xWrite.map_or(SQLITE_IOERR, |write| write(file, bytes.as_ptr().cast(), length, at))
        };
        if code != SQLITE_OK {
            return code;
        }
        drive.changed(&watched.place.path, Change::Write(at.unsigned_abs(), bytes.to_vec()));
    }
    verdict.fails.unwrap_or(SQLITE_OK)
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: i64) -> c_int {
    // SAFETY: SQLite calls this method only on a file that has it.
    let watched = unsafe { watched(file) };
    let mut drive = watched.place.drive();
    // SAFETY: the file's own method, with what SQLite gave.
    let code = unsafe { (*watched.own).xTruncate.map_or(SQLITE_IOERR, |truncate| truncate(file, size)) };
    if code == SQLITE_OK {
        drive.changed(&watched.place.path, Change::Truncate(size.unsigned_abs()));
    }
    code
}

/// What is kept is what the drive keeps; nothing waits for the disk that the files are really on.
unsafe extern "C" fn sync(file: *mut sqlite3_file, _: c_int) -> c_int {
    // SAFETY: SQLite calls this method only on a file that has it.
    let watched = unsafe { watched(file) };
    watched.place.drive().sync(&watched.place.path).unwrap_or(SQLITE_OK)
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite calls this method only on a file that has it, and closes a file once; what `watch` made is given back
    // here and used no more.
    let watched = unsafe { Box::from_raw((*file).pMethods.cast_mut().cast::<Watched>()) };
    // SAFETY: the file gets its own methods back before it is closed by them.
    unsafe {
        (*file).pMethods = watched.own;
        (*watched.own).xClose.map_or(SQLITE_IOERR, |close| close(file))
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    let Some(wrapped) = wrapped() else { return SQLITE_IOERR };
    // SAFETY: SQLite gives a text that ends with a zero.
    let place = unsafe { Place::of(name) };
    // SAFETY: the wrapped file system's own method, with its own table and what SQLite gave.
    let code = unsafe { (*wrapped).xDelete.map_or(SQLITE_IOERR, |delete| delete(wrapped, name, sync_folder)) };
    if let Some(place) = place.filter(|_| code == SQLITE_OK) {
        place.drive().deleted(&place.path, sync_folder != 0);
    }
    code
}
