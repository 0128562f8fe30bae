use super::*;
use crate::{Currency, Details, Kind, Money, OrderId, OrderState, Reference, Snapshot};
use jiff::Timestamp;

/// What is true after each event, for each state before it; `-` where the event cannot follow. The attempt before was the
/// first, so that `sent 2` is the next one.
const MATRIX: &str = "
before     | recorded withdrawn sent_1  sent_2  not_sent refused unclear looked  captured not_landed settled_yes settled_no
(none)     | recorded -         -       -       -        -       -       -       -        -          -           -
recorded   | -        withdrawn sending -       -        -       -       -       -        -          -           -
withdrawn  | -        -         -       -       -        -       -       -       -        -          -           -
sending    | -        -         -       -       not_sent refused unclear -       captured -          -           -
not_sent   | -        -         -       -       -        -       -       -       -        -          -           -
refused    | -        -         -       -       -        -       -       -       -        -          -           -
unclear    | -        -         -       -       -        -       -       unclear captured not_landed captured    not_landed
captured   | -        -         -       -       -        -       -       -       -        -          -           -
not_landed | -        -         -       sending -        -       -       -       -        -          -           -
";

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn recorded() -> Event {
    let order = OrderId::new("BB-10482").unwrap_or_else(|problem| panic!("{problem}"));
    let before = Snapshot {
        at: Timestamp::UNIX_EPOCH,
        authorised: eur(8995),
        remaining: Some(eur(8995)),
        state: OrderState::Reserved,
        ends: None,
        related: Vec::new(),
    };
    let intent = Intent {
        kind: Kind::Capture,
        store: "1".to_owned(),
        reference: Reference::proposed(&order, None, 0),
        order,
        amount: eur(4500),
        authorised: eur(8995),
        before,
        details: Details::default(),
        lines: Vec::new(),
        body: "{}".to_owned(),
        customer: None,
        then_release: false,
    };
    Event::Recorded { intent: Box::new(intent) }
}

fn looked(contradiction: Option<Contradiction>) -> Event {
    Event::Looked {
        look: Look { at: Timestamp::UNIX_EPOCH, waited_s: None, order: None, reference: None },
        contradiction,
    }
}

fn unclear() -> Event {
    Event::Unclear { reason: UnclearReason::NoAnswer }
}

fn event(column: &str) -> Event {
    match column {
        "recorded" => recorded(),
        "withdrawn" => Event::Withdrawn { because: WithdrawnBecause::Undone },
        "sent_1" => Event::Sent { attempt: 1 },
        "sent_2" => Event::Sent { attempt: 2 },
        "not_sent" => Event::NotSent { reason: NotSentReason::NoConnection },
        "refused" => Event::Refused { refused: Refused { status: 400, code: Some(1001), info: None } },
        "unclear" => unclear(),
        "looked" => looked(None),
        "captured" => Event::Captured { proof: Proof::OrderShows },
        "not_landed" => Event::NotLanded,
        "settled_yes" => Event::Settled { landed: true },
        "settled_no" => Event::Settled { landed: false },
        other => panic!("the table names an event {other}"),
    }
}

/// The name of a state as the journal and the screen know it.
fn name(state: State) -> String {
    serde_json::to_string(&state).unwrap_or_default().trim_matches('"').to_owned()
}

fn named(row: &str) -> Option<State> {
    serde_json::from_value(row.into()).ok()
}

fn after(state: Option<State>, event: &Event) -> Result<Progress, ProgressProblem> {
    let Some(state) = state else { return Progress::begin(event) };
    let attempts = u32::from(!matches!(state, State::Recorded | State::Withdrawn));
    Progress { state, attempts, looks: Vec::new(), contradiction: None }.after(event)
}

#[test]
fn every_event_leads_from_every_state_to_what_the_table_says() {
    let mut lines = MATRIX.trim().lines();
    let columns: Vec<&str> = lines.next().unwrap_or_default().split_whitespace().skip(2).collect();
    let mut cells = 0;
    for line in lines {
        let (row, expected) = line.split_once('|').unwrap_or_default();
        let state = named(row.trim());
        assert_eq!(state.is_none(), row.trim() == "(none)", "{row}");
        for (column, expected) in columns.iter().zip(expected.split_whitespace()) {
            let event = event(column);
            match after(state, &event) {
                Ok(progress) => assert_eq!(name(progress.state), expected, "{column} after {row}"),
                Err(problem) => {
                    assert_eq!(problem, ProgressProblem { state, event: event.name() });
                    assert_eq!("-", expected, "{column} after {row}");
                }
            }
            cells += 1;
        }
    }
    assert_eq!(cells, 9 * 12);
}

#[test]
fn an_event_has_the_same_word_in_the_journal_as_in_the_code() {
    let columns = MATRIX.trim().lines().next().unwrap_or_default().split_whitespace().skip(2);
    for event in columns.map(event) {
        let json = serde_json::to_value(&event).unwrap_or_default();
        assert_eq!(json.get("event").and_then(serde_json::Value::as_str), Some(event.name()));
        assert_eq!(serde_json::from_value(json).ok(), Some(event));
    }
}

#[test]
fn only_what_is_under_way_or_not_known_locks_its_order() {
    let unfinished = [State::Recorded, State::Sending, State::Unclear];
    for line in MATRIX.trim().lines().skip(2) {
        let state = named(line.split_whitespace().next().unwrap_or_default());
        assert_eq!(state.map(State::is_unfinished), state.map(|state| unfinished.contains(&state)), "{line}");
    }
}

#[test]
fn attempts_are_counted_without_gaps_or_repeats() {
    let twice = [recorded(), event("sent_1"), unclear(), Event::NotLanded, event("sent_2"), event("captured")];
    let progress = Progress::fold(&twice);
    assert_eq!(progress.map(|progress| (progress.state, progress.attempts)), Ok((State::Captured, 2)));
    for attempt in [0, 2, u32::MAX] {
        let problem = ProgressProblem { state: Some(State::Recorded), event: "sent" };
        assert_eq!(Progress::fold(&[recorded(), Event::Sent { attempt }]), Err(problem));
    }
    let again = [recorded(), event("sent_1"), unclear(), Event::NotLanded, event("sent_1")];
    assert_eq!(Progress::fold(&again), Err(ProgressProblem { state: Some(State::NotLanded), event: "sent" }));
}

#[test]
fn looks_belong_to_the_last_attempt() {
    let strange = looked(Some(Contradiction::LookAlike));
    let first = [recorded(), event("sent_1"), unclear(), looked(None), strange];
    let told = |events: &[Event]| Progress::fold(events).map(|progress| (progress.looks.len(), progress.contradiction));
    assert_eq!(told(&first), Ok((2, Some(Contradiction::LookAlike))));
    let again = [&first[..], &[Event::Settled { landed: false }, event("sent_2")]].concat();
    assert_eq!(told(&again), Ok((0, None)));
}

#[test]
fn nothing_happened_is_not_a_capture() {
    assert_eq!(Progress::fold(&[]), Err(ProgressProblem { state: None, event: "nothing" }));
}
