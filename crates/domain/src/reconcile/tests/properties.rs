use super::*;
use proptest::prelude::*;

fn any_row() -> impl Strategy<Value = RelatedTransaction> {
    let kind = prop::sample::select(vec![Capture, Refund, Release, RelatedKind::Other]);
    let order = prop::sample::select(vec![OURS, "BB-1-C1", "BB-1-X"]);
    (kind, order, prop::sample::select(vec![1000, 2000, 3000]), any::<bool>(), any::<bool>()).prop_map(
        |(kind, order, amount, completed, nameless)| {
            let row = RelatedTransaction { completed, ..row(kind, order, amount) };
            if nameless { RelatedTransaction { order: None, transaction: None, ..row } } else { row }
        },
    )
}

fn any_order() -> impl Strategy<Value = Snapshot> {
    let state = prop::sample::select(vec![Reserved, Reserved, Captured, Void, Refunded, OrderState::Unknown]);
    let remaining = prop::sample::select(vec![None, Some(0), Some(5000), Some(8000), Some(8000), Some(AUTHORISED)]);
    let rows = prop::collection::vec(any_row(), 0..3);
    (state, remaining, rows, 0..2 * END).prop_map(|(state, remaining, rows, at)| order(at, state, remaining, &rows))
}

fn any_look() -> impl Strategy<Value = Look> {
    let reference = prop::sample::select(vec![None, ABSENT, ABSENT, Some(seen(3000)), Some(seen(1000))]);
    let order = prop_oneof![Just(None), any_order().prop_map(Some), Just(unchanged(0).order), Just(unchanged(0).order)];
    (0..2 * END, order, reference).prop_map(|(at, order, reference)| look(at, order, reference))
}

fn looks() -> impl Strategy<Value = Vec<Look>> {
    prop_oneof![
        prop::collection::vec(any_look(), 0..6),
        (prop::collection::vec(0..END, 0..6), any_look(), any::<prop::sample::Index>()).prop_map(
            |(times, odd, place)| {
                let mut looks: Vec<Look> = times.into_iter().map(unchanged).collect();
                looks.insert(place.index(looks.len() + 1), odd);
                looks
            }
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn not_landed_is_never_said_when_a_look_shows_the_reference_or_less_remaining(looks in looks()) {
        if part(&looks) == Verdict::NotLanded {
            for look in &looks {
                let reference_seen = matches!(look.reference, Some(ReferenceSeen::Present { .. }));
                prop_assert!(!reference_seen);
                let remaining = look.order.as_ref().and_then(|order| order.remaining);
                prop_assert!(remaining.is_none_or(|remaining| remaining.minor() >= 8000));
            }
        }
    }

    #[test]
    fn landed_is_never_said_when_nothing_changed(times in prop::collection::vec(0..2 * END, 0..6), missing in any::<[bool; 2]>()) {
        let blur = |look: Look| Look {
            order: look.order.filter(|_| !missing[0]),
            reference: look.reference.filter(|_| !missing[1]),
            ..look
        };
        let all = |make: fn(i64) -> Look| times.iter().copied().map(make).map(blur).collect::<Vec<_>>();
        for verdict in [part(&all(unchanged)), release(&all(unchanged)), whole(&all(unchanged_whole))] {
            let landed = matches!(verdict, Verdict::Landed { .. });
            prop_assert!(!landed);
        }
    }

    #[test]
    fn every_combination_has_an_answer_and_landed_only_with_evidence(
        before in any_order(),
        release: bool,
        amount in prop::sample::select(vec![0, 3000, AUTHORISED, i64::MAX, i64::MIN]),
        looks in looks(),
    ) {
        let kind = if release { Kind::Release } else { Kind::Capture };
        let verdict = judge(kind, eur(amount), &reference(), &before, &looks);
        let differs = looks.iter().filter_map(|look| look.order.as_ref()).any(|order| {
            order.remaining != before.remaining || order.state != before.state || order.related != before.related
        });
        let landed = matches!(verdict, Verdict::Landed { .. });
        prop_assert!(differs || !landed);
    }
}
