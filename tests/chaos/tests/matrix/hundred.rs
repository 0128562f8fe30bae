//! A hundred captures that the server processed and told nobody.

use crate::bench::Bench;
use domain::State;
use simulator::{Action, Body, Faults, Kind, Rule};

#[tokio::test]
async fn a_hundred_captures_that_were_processed_and_not_told_end_captured_with_one_request_each() {
    let mut bench = Bench::open().await;
    let faults = [
        Action::Stall { processed: true },
        Action::DropProcessed,
        Action::Answer { status: 500, body: Body::Html, processed: true },
        Action::Answer { status: 200, body: Body::WrongTypes, processed: true },
    ];
    let mut unclear = Vec::new();
    for number in 0..100 {
        let order = bench.place("B4-");
        bench.open_order(&order).await.unwrap();
        let fault = &faults[number % faults.len()];
        bench.simulator.set_faults(Faults::of(vec![Rule::on(Kind::Capture, fault.clone())])).unwrap();
        if matches!(fault, Action::Stall { .. }) {
            bench.way.hurry(true);
        }
        let id = bench.confirm(&order).await.unwrap().id;
        assert_eq!(bench.outcome(&id).await.state, State::Unclear);
        bench.heal();
        unclear.push((order, id));
    }
    assert_eq!(bench.desk.unfinished().await.unwrap().len(), 100);
    for (order, id) in unclear {
        assert_eq!(bench.resolve(&id).await.state, State::Captured);
        assert_eq!(bench.booked(&order), (1, 500));
    }
}
