//! What a disk knows of its files, and what it does to them.

use crate::failure::{Failure, Kind};
use crate::image::{Change, Content, Image};
use std::collections::BTreeMap;
use std::ffi::c_int;
use std::path::Path;
use std::sync::Arc;

/// What happened to a file.
#[derive(Clone, Debug)]
enum Act {
    Change(Change),
    /// A sync that was honoured.
    Sync,
    /// A sync that failed, after which what was written is never kept.
    Forget,
    /// The names in the file's folder are kept.
    KeepNames,
}

/// How much of a write is to be done, and what is answered.
pub(crate) struct Verdict {
    pub(crate) bytes: usize,
    /// The code of its failure.
    pub(crate) fails: Option<c_int>,
}

/// The state of one disk.
#[derive(Debug, Default)]
pub(crate) struct Drive {
    /// The files as they were at the last rest.
    images: BTreeMap<Arc<Path>, Image>,
    /// What happened since, oldest first.
    recent: Vec<(Arc<Path>, Act)>,
    failure: Option<Failure>,
    failed: u32,
    lies: bool,
    /// Nobody asks about it any more, and nothing is kept.
    is_gone: bool,
}

impl Drive {
    pub(crate) const fn fail(&mut self, failure: Failure) {
        self.failure = Some(failure);
        self.failed = 0;
    }

    pub(crate) const fn lie(&mut self) {
        self.lies = true;
    }

    pub(crate) const fn heal(&mut self) -> u32 {
        self.failure = None;
        self.lies = false;
        std::mem::replace(&mut self.failed, 0)
    }

    pub(crate) const fn is_failing(&self) -> bool {
        self.failure.is_some()
    }

    /// Forgets everything.
    pub(crate) fn end(&mut self) {
        *self = Self { is_gone: true, ..Self::default() };
    }

    pub(crate) fn knows(&self, path: &Path) -> bool {
        self.is_gone || self.images.contains_key(path)
    }

    /// A file is opened for the first time; what it holds already was kept long ago.
    pub(crate) fn meet(&mut self, path: Arc<Path>, kept: Content) {
        self.images.insert(path, Image { kept, since: Vec::new() });
    }

    /// A write of `length` bytes is about to be done.
    pub(crate) fn before_write(&mut self, length: usize) -> Verdict {
        let kind = self.failure.as_mut().and_then(|failure| failure.meets_write().then_some(failure.kind));
        let Some(kind) = kind else { return Verdict { bytes: length, fails: None } };
        self.note_failure();
        Verdict { bytes: kind.written_of(length), fails: Some(kind.code()) }
    }

    /// A sync of `path`; gives the code of its failure.
    pub(crate) fn sync(&mut self, path: &Arc<Path>) -> Option<c_int> {
        let Some(kind) = self.failure.as_mut().and_then(|failure| failure.meets_sync().then_some(failure.kind)) else {
            if !self.lies {
                self.note(path, Act::Sync);
            }
            return None;
        };
        self.note_failure();
        if kind == Kind::SyncFailsAndForgets {
            self.note(path, Act::Forget);
        }
        Some(kind.code())
    }

    fn note_failure(&mut self) {
        self.failed = self.failed.saturating_add(1);
        if self.failure.is_some_and(|failure| !failure.lasting) {
            self.failure = None;
        }
    }

    pub(crate) fn changed(&mut self, path: &Arc<Path>, change: Change) {
        self.note(path, Act::Change(change));
    }

    pub(crate) fn deleted(&mut self, path: &Arc<Path>, for_certain: bool) {
        self.changed(path, Change::Delete);
        if for_certain && !self.lies {
            self.note(path, Act::KeepNames);
        }
    }

    fn note(&mut self, path: &Arc<Path>, act: Act) {
        if !self.is_gone {
            self.recent.push((Arc::clone(path), act));
        }
    }

    /// Everything that happened is in the past.
    pub(crate) fn rest(&mut self) {
        for (path, act) in std::mem::take(&mut self.recent) {
            follow(&mut self.images, &path, act);
        }
    }

    /// Whether a loss of power could take anything away.
    pub(crate) fn is_behind(&self) -> bool {
        !self.recent.is_empty() || self.images.values().any(|image| !image.since.is_empty())
    }

    /// How many moments there are since the last rest.
    pub(crate) const fn moments(&self) -> usize {
        self.recent.len()
    }

    /// The files as they were so many moments after the last rest.
    pub(crate) fn images_at(&self, moment: usize) -> BTreeMap<Arc<Path>, Image> {
        let mut images = self.images.clone();
        for (path, act) in self.recent.iter().take(moment) {
            follow(&mut images, path, act.clone());
        }
        images
    }
}

fn follow(images: &mut BTreeMap<Arc<Path>, Image>, path: &Arc<Path>, act: Act) {
    let image = images.entry(Arc::clone(path)).or_default();
    match act {
        Act::Change(change) => image.since.push(change),
        Act::Sync if image.has_new_name() => {
            image.sync();
            keep_names(images, path);
        }
        Act::Sync => image.sync(),
        Act::Forget => image.forget(),
        Act::KeepNames => keep_names(images, path),
    }
}

/// The folder of `path` is synced, as SQLite does with the first sync of a new file: what was deleted in it stays away.
fn keep_names(images: &mut BTreeMap<Arc<Path>, Image>, path: &Path) {
    let beside = images.iter_mut().filter(|(other, _)| other.parent() == path.parent());
    beside.for_each(|(_, image)| image.keep_deletion());
}
