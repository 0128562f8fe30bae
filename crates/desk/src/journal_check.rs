//! Whether the journal is whole.

use crate::view::{BrokenView, JournalCheck};
use crate::{Desk, Failure};
use journal::BrokenKind;

impl Desk {
    /// Follows the chain of hashes through the journal of the store that is worked in.
    ///
    /// # Errors
    /// When there is no store yet or the journal cannot be read.
    pub async fn verify_journal(&self) -> Result<JournalCheck, Failure> {
        let store = self.current().ok_or(Failure::StoreUnknown)?;
        let journal = self.journal(store.environment).await?.journal;
        Ok(match journal::verify_file(journal.path(), None).await? {
            Ok(head) => JournalCheck::Whole { rows: head.row, head: head.hash },
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
