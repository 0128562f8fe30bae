//! The hash chain: each event carries a SHA-256 over itself and the hash of the event before it.

use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// The last row of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its row; 0 when nothing was written yet.
    pub row: i64,
    /// SHA-256 over it and everything before it, in hexadecimal.
    pub hash: String,
}

impl fmt::Display for Head {
    /// `ROW:HASH`, as it is copied to be kept elsewhere.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}", self.row, self.hash)
    }
}

impl FromStr for Head {
    type Err = NotAHead;

    fn from_str(text: &str) -> Result<Self, NotAHead> {
        let (row, hash) = text.trim().split_once(':').ok_or(NotAHead)?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let row = row.parse().ok().filter(|row| *row >= 0 && is_hash).ok_or(NotAHead)?;
        Ok(Self { row, hash: hash.to_ascii_lowercase() })
    }
}

/// A text that is not `ROW:HASH`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not ROW:HASH")]
pub struct NotAHead;

/// Everything of one event that its hash covers.
#[derive(Clone, Copy)]
pub(crate) struct Link<'a> {
    pub row: i64,
    pub entry: &'a str,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    pub event: &'a str,
    pub body: &'a str,
    pub previous: &'a str,
}

impl Link<'_> {
    /// The hash over all six parts, numbers as decimal text.
    pub fn hash(&self) -> String {
        let (row, at) = (self.row.to_string(), self.at.to_string());
        hash_of(&[&row, self.entry, &at, self.event, self.body, self.previous])
    }
}

/// What stands where the first event looks for the hash of the one before it. It holds the environment, so that a
/// journal of practice cannot be passed off as one of real money.
pub(crate) fn beginning(environment: &str) -> String {
    hash_of(&["journal", environment])
}

/// Each part goes in as its length in bytes (eight bytes, the highest first) and then its bytes, so that no two lists
/// of parts give the same input.
fn hash_of(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        hash.update(length.to_be_bytes());
        hash.update(part);
    }
    format!("{:x}", hash.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: Link<'static> =
        Link { row: 1, entry: "e", at: 1_700_000_000_000, event: "sent", body: "{}", previous: "00" };

    #[test]
    fn the_hash_never_changes_between_releases() {
        assert_eq!(LINK.hash(), "c0f0becf5910d6f405015f6218c787a06723817d6df04004267b2f4353afb3f9");
        assert_eq!(beginning("live"), "b4e9617d371ef4c2b06a2b6259081a9a795d8c8e2b7d08926a4f60b975d4d731");
    }

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let head = Head { row: 17, hash: LINK.hash() };
        assert_eq!(head.to_string().parse(), Ok(head.clone()));
        assert_eq!(format!(" 17:{} \n", LINK.hash().to_uppercase()).parse(), Ok(head));
        for text in
            ["", "17", "17:", &LINK.hash(), &format!("-1:{}", LINK.hash()), "17:zz", &format!("17:{}0", LINK.hash())]
        {
            assert_eq!(text.parse::<Head>(), Err(NotAHead), "{text}");
        }
    }

    #[test]
    fn every_part_counts() {
        let others = [
            Link { row: 2, ..LINK },
            Link { entry: "f", ..LINK },
            Link { at: 1, ..LINK },
            Link { event: "captured", ..LINK },
            Link { body: "{ }", ..LINK },
            Link { previous: "01", ..LINK },
        ];
        for other in others {
            assert_ne!(other.hash(), LINK.hash());
        }
    }

    #[test]
    fn a_character_cannot_wander_from_one_part_to_the_next() {
        let (left, right) = (Link { event: "ab", body: "c", ..LINK }, Link { event: "a", body: "bc", ..LINK });
        assert_ne!(left.hash(), right.hash());
    }
}
