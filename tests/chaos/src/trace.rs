//! What happened, in words; and a digest of it, by which two runs of one seed are compared.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Everything that happened in a run. The words are kept only where somebody wants to read them.
pub struct Trace {
    digest: Sha256,
    lines: Option<Vec<String>>,
    line: String,
}

impl Trace {
    /// An empty trace; `kept` says whether its lines can be read later.
    #[must_use]
    pub fn new(kept: bool) -> Self {
        Self { digest: Sha256::new(), lines: kept.then(Vec::new), line: String::new() }
    }

    /// Adds one line.
    pub fn say(&mut self, what: std::fmt::Arguments<'_>) {
        self.line.clear();
        let _ = self.line.write_fmt(what);
        self.digest.update(self.line.as_bytes());
        self.digest.update(b"\n");
        if let Some(lines) = &mut self.lines {
            lines.push(self.line.clone());
        }
    }

    /// The digest of all lines, and the lines where they were kept.
    #[must_use]
    pub fn end(self) -> ([u8; 32], Vec<String>) {
        (self.digest.finalize().into(), self.lines.unwrap_or_default())
    }
}
