//! When the power goes, the end of the write-ahead log may be missing or noise; what was synced before it stays.

use crate::given::*;
use journal::{Head, verify_file};
use std::fs;
use std::path::Path;

/// The write-ahead log after each event, and the head that it must hold.
async fn logs(path: &Path) -> (Vec<u8>, Vec<(usize, Head)>) {
    let log = path.with_file_name("practice.journal-wal");
    let journal = open(path).await;
    let mut ends = Vec::new();
    for order in ["BB-1", "BB-2", "BB-3"] {
        let mut entry = entry(&journal, order, &[]).await;
        for event in [SENT, UNCLEAR, CAPTURED] {
            entry = append_all(&journal, entry, &[event]).await;
            let length = usize::try_from(fs::metadata(&log).unwrap().len()).unwrap();
            ends.push((length, journal.head().await.unwrap()));
        }
    }
    let bytes = fs::read(&log).unwrap();
    (bytes, ends)
}

/// The journal as it is found after the power came back, with `log` as its write-ahead log.
async fn check(main: &[u8], log: &[u8], synced: &Head) {
    let (_folder, path) = folder();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, main).unwrap();
    fs::write(path.with_file_name("practice.journal-wal"), log).unwrap();
    let journal = open(&path).await;
    entry(&journal, "BB-9", &[SENT]).await;
    journal.close().await;
    let found = verify_file(&path, Some(synced)).await.unwrap();
    assert!(found.is_ok(), "{found:?}");
}

#[tokio::test]
async fn a_log_that_is_cut_or_noise_after_its_last_sync_keeps_everything_before_it() {
    let (_folder, path) = folder();
    open(&path).await.close().await;
    let main = fs::read(&path).unwrap();
    let (log, ends) = logs(&path).await;
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let place = usize::try_from(dice.below(ends.len() as u64 - 1)).unwrap();
        let ((synced, head), (next, _)) = (&ends[place], &ends[place + 1]);
        let cut = synced + usize::try_from(dice.below((next - synced) as u64)).unwrap();
        check(&main, &log[..cut], head).await;
        let mut noise = log[..*next].to_vec();
        noise[cut..].iter_mut().for_each(|byte| *byte ^= 0x5a);
        check(&main, &noise, head).await;
    }
}
