//! What is found of a file when the power comes back.

use crate::image::{Change, Content, Image, apply, write};

/// The smallest part of a file that a disk writes whole, in bytes.
const SECTOR: u64 = 512;

/// How finely a share of something is drawn.
const FINE: u64 = 1_000_000;

/// A number below the one given, as the caller's dice say.
pub(crate) type Dice<'a> = &'a mut dyn FnMut(u64) -> u64;

/// What a loss of power did to what no sync had kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// There was nothing of the kind.
    Nothing,
    /// All of it is there.
    Kept,
    /// None of it is there.
    Gone,
    /// Some of it is there, some is not, and some is torn.
    Torn,
}

/// How the disk treats what no sync had kept.
#[derive(Clone, Copy)]
pub(crate) enum Manner {
    /// All of it reached the disk.
    All,
    /// None did.
    None,
    /// It reached the disk in order, up to a place within one write.
    InOrder,
    /// Each write by itself did, did not, or did in part.
    Each,
}

impl Manner {
    pub(crate) fn draw(dice: Dice<'_>) -> Self {
        match dice(4) {
            0 => Self::All,
            1 => Self::None,
            2 => Self::InOrder,
            _ => Self::Each,
        }
    }

    pub(crate) const fn loss(self, unsynced: bool) -> Loss {
        match self {
            _ if !unsynced => Loss::Nothing,
            Self::All => Loss::Kept,
            Self::None => Loss::Gone,
            Self::InOrder | Self::Each => Loss::Torn,
        }
    }
}

/// A share of `whole`, from none to all of it. Drawn as a share, so that a little more or less of it changes little.
pub(crate) fn share(whole: usize, dice: Dice<'_>) -> usize {
    let drawn = u128::from(dice(FINE.saturating_add(1)));
    let whole_wide = u128::try_from(whole).unwrap_or(u128::MAX);
    let share = drawn.saturating_mul(whole_wide).checked_div(u128::from(FINE));
    share.and_then(|share| usize::try_from(share).ok()).unwrap_or(whole)
}

/// The file as it is found.
pub(crate) fn found(image: &Image, manner: Manner, dice: Dice<'_>) -> Content {
    let mut content = image.kept.clone();
    let there = share(image.since.len(), dice);
    for (number, change) in image.since.iter().enumerate() {
        let whole = match manner {
            Manner::All => true,
            Manner::None => false,
            Manner::InOrder => number < there,
            Manner::Each => dice(2) == 0,
        };
        let partly = match manner {
            Manner::All | Manner::None => false,
            Manner::InOrder => number == there,
            Manner::Each => dice(2) == 0,
        };
        match change {
            _ if whole => apply(&mut content, change),
            Change::Write(at, bytes) if partly => tear(&mut content, *at, bytes, dice),
            // A file system keeps the order of names: what came under this name later is not there either.
            Change::Delete => break,
            Change::Write(..) | Change::Truncate(_) => {}
        }
    }
    content
}

/// Writes the first or the last part of `bytes`; the rest is as it was, or noise. Nothing beside them changes.
fn tear(content: &mut Content, at: u64, bytes: &[u8], dice: Dice<'_>) {
    let mut torn = bytes.to_vec();
    let (first, last) = torn.split_at_mut(tear_at(at, bytes.len(), dice));
    let (head_is_there, noise) = (dice(2) == 0, dice(2) == 0);
    let missing = if head_is_there { &mut *last } else { &mut *first };
    if noise {
        for byte in missing {
            *byte ^= 0x5a;
        }
        return write(content.get_or_insert_default(), at, &torn);
    }
    let skipped = u64::try_from(first.len()).unwrap_or(u64::MAX);
    let content = content.get_or_insert_default();
    if head_is_there { write(content, at, first) } else { write(content, at.saturating_add(skipped), last) }
}

/// After how many of `length` bytes written at `at`: at the border of a sector, or anywhere.
fn tear_at(at: u64, length: usize, dice: Dice<'_>) -> usize {
    let anywhere = share(length, dice);
    if dice(2) == 0 {
        return anywhere;
    }
    let end = at.saturating_add(u64::try_from(anywhere).unwrap_or(u64::MAX));
    let border = (end / SECTOR).saturating_mul(SECTOR).max(at).saturating_sub(at);
    usize::try_from(border).unwrap_or(anywhere)
}
