//! Two processes on one journal that confirm the same capture of the same order at the same time.

use crate::audit::Audit;
use crate::dice::Dice;
use crate::driver::{Driver, Said};
use crate::kills::{Site, compare};
use crate::report::{Counts, Violation};
use domain::State;
use std::time::{Duration, Instant};

/// How many orders are raced for before the next shop is opened.
const ORDERS: u64 = 60;

/// Races until `until`.
#[must_use]
pub fn run_until(seed: u64, until: Instant) -> (Counts, Vec<Violation>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let (mut counts, mut dice) = (Counts::default(), Dice::part(seed, 2));
        while Instant::now() < until {
            if let Err(what) = race_in_one_shop(until, &mut dice, &mut counts).await {
                let what = format!("{what} (race {})", counts.races);
                return (counts, vec![Violation { what, replay: format!("make chaos SEED={seed}") }]);
            }
        }
        (counts, Vec::new())
    })
}

async fn race_in_one_shop(until: Instant, dice: &mut Dice, counts: &mut Counts) -> Result<(), String> {
    let mut site = Site::open().await;
    // One after the other: the first makes the store that both work in.
    let mut pair = [start(&site).await?, start(&site).await?];
    let mut audit = Audit::open(&site.journal()).await;
    for _ in 0..ORDERS {
        if Instant::now() >= until {
            break;
        }
        let order = site.place();
        site.relay.slow_down(dice.below(20));
        race(&mut pair, &order, dice).await?;
        if dice.per_mille(100) {
            let place = dice.below(2) as usize;
            let next = start(&site).await?;
            let killed = std::mem::replace(&mut pair[place], next);
            site.set_now(killed.kill().await);
            counts.kills += 1;
            counts.fault("killed in a race");
        }
        settle(&mut site, &mut audit, &order, &mut pair).await?;
        counts.races += 1;
    }
    counts.captured += compare(&site, &audit)?;
    for process in pair {
        process.kill().await;
    }
    Ok(())
}

async fn start(site: &Site) -> Result<Driver, String> {
    let mut process = site.start("none");
    process.wait_for(|said| *said == Said::Ready).await?;
    Ok(process)
}

/// Both have the order on the screen; both confirm.
async fn race(pair: &mut [Driver; 2], order: &str, dice: &mut Dice) -> Result<(), String> {
    for process in pair.iter_mut() {
        process.command(&format!("open {order} 500")).await;
        process.wait_for(|said| *said == Said::Opened).await?;
    }
    let go = format!("go {order}");
    let first = dice.below(2) as usize;
    pair[first].command(&go).await;
    tokio::time::sleep(Duration::from_micros(dice.below(8_000))).await;
    pair[1 - first].command(&go).await;
    Ok(())
}

/// Waits until nothing of the order is unfinished and both have an answer, and checks that it was captured at most once.
async fn settle(site: &mut Site, audit: &mut Audit, order: &str, pair: &mut [Driver; 2]) -> Result<(), String> {
    let since = Instant::now();
    let mut rows = -1;
    loop {
        for process in pair.iter_mut() {
            // What they say is of no interest here, but must not fill the pipe.
            while let Ok(said) = tokio::time::timeout(Duration::from_millis(1), process.hear()).await {
                said?.ok_or("a process ended by itself")?;
            }
            site.set_now(process.now);
        }
        audit.read().await?;
        let unfinished = audit.entries().values().any(|(_, known)| known.progress.state.is_unfinished());
        // Quiet for a moment: the slower of the two has been answered as well.
        if !unfinished && rows == audit.rows() && since.elapsed() > Duration::from_millis(40) {
            break;
        }
        rows = audit.rows();
        if since.elapsed() > Duration::from_secs(60) {
            return Err(format!("{order} is not settled"));
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let entries = audit.entries();
    let captured = entries
        .values()
        .filter(|(_, known)| known.intent.order.as_str() == order && known.progress.state == State::Captured);
    let (entries, total) = (captured.count(), site.simulator.ledger().captured_total(order));
    if entries > 1 || total > 500 {
        return Err(format!("{order} was captured twice: {entries} entries, {total} in the ledger"));
    }
    Ok(())
}
