//! Whether the journal is whole.

use crate::view::{BrokenView, JournalCheck};
use crate::{Desk, Failure};
use journal::{BrokenKind, Head};

impl Desk {
    /// Follows the chain of hashes through the journal of the store that is worked in, up to the head that was copied
    /// earlier where one is given.
    ///
    /// # Errors
    /// When there is no store yet, the text is no head, or the journal cannot be read.
    pub async fn verify_journal(&self, head: &str) -> Result<JournalCheck, Failure> {
        let expected: Option<Head> = match head.trim() {
            "" => None,
            head => Some(head.parse().map_err(|_| Failure::JournalHead)?),
        };
        let store = self.current().ok_or(Failure::StoreUnknown)?;
        let journal = self.journal(store.environment).await?.journal;
        Ok(match journal::verify_file(journal.path(), expected.as_ref()).await? {
            Ok(head) => {
                JournalCheck::Whole { rows: head.row, head: head.to_string(), compared: expected.map(|head| head.row) }
            }
            Err(broken) => JournalCheck::Broken { row: broken.row, what: show(broken.kind) },
        })
    }
}

const fn show(kind: BrokenKind) -> BrokenView {
    match kind {
        BrokenKind::Altered => BrokenView::Altered,
        BrokenKind::Removed => BrokenView::Removed,
        BrokenKind::Moved => BrokenView::Moved,
        BrokenKind::Cut => BrokenView::Cut,
    }
}
