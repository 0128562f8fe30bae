//! One file: what is kept of it for certain, and what was done to it since.

/// What was done to a file.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// These bytes were written at this place.
    Write(u64, Vec<u8>),
    /// It was cut, or made longer with zeros, to so many bytes.
    Truncate(u64),
    /// It was deleted.
    Delete,
}

/// The bytes of a file; `None` where there is no file.
pub(crate) type Content = Option<Vec<u8>>;

/// One file as the disk has it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Image {
    /// As of its last honoured sync.
    pub(crate) kept: Content,
    /// What was done since, oldest first.
    pub(crate) since: Vec<Change>,
}

impl Image {
    /// A sync is honoured: everything is kept.
    pub(crate) fn sync(&mut self) {
        for change in std::mem::take(&mut self.since) {
            apply(&mut self.kept, &change);
        }
        self.kept.get_or_insert_default();
    }

    /// Whether no sync has kept that there is a file of this name, or that it is another one than before.
    pub(crate) fn has_new_name(&self) -> bool {
        self.kept.is_none() || self.since.iter().any(|change| matches!(change, Change::Delete))
    }

    /// That the file was deleted is kept.
    pub(crate) fn keep_deletion(&mut self) {
        if let Some(place) = self.since.iter().rposition(|change| matches!(change, Change::Delete)) {
            self.since.drain(..=place);
            self.kept = None;
        }
    }

    /// What was written since is never kept.
    pub(crate) fn forget(&mut self) {
        self.since.retain(|change| !matches!(change, Change::Write(..)));
    }

    /// What whoever reads the file now is given.
    pub(crate) fn content(&self) -> Content {
        let mut content = self.kept.clone();
        self.since.iter().for_each(|change| apply(&mut content, change));
        content
    }
}

/// Does `change` to a file.
pub(crate) fn apply(content: &mut Content, change: &Change) {
    match change {
        Change::Write(at, bytes) => write(content.get_or_insert_default(), *at, bytes),
        Change::Truncate(length) => content.get_or_insert_default().resize(size(*length), 0),
        Change::Delete => *content = None,
    }
}

/// Writes at a place; a gap before it is filled with zeros.
pub(crate) fn write(content: &mut Vec<u8>, at: u64, bytes: &[u8]) {
    let begin = size(at);
    let end = begin.saturating_add(bytes.len());
    if content.len() < end {
        content.resize(end, 0);
    }
    if let Some(place) = content.get_mut(begin..end) {
        place.copy_from_slice(bytes);
    }
}

fn size(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}
