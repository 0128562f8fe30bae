//! A journal that cannot be read, and a capture that must not leave any more.

use crate::given::{Given, code, given};
use crate::recovering::{four_looks, unclear};
use desk::view::{EnvironmentView, EventWhat, JournalCheck, NewStore, StoreView};
use desk::{Desk, Failure, JournalProblem, StateView};
use domain::WithdrawnBecause;
use simulator::Kind;
use simulator::{Action, Rule};
use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};

/// Whoever may write the file runs `statements` on the journal of practice.
async fn tampered(given: &Given, statements: &'static str) {
    let file = given.folder.path().join("journal").join("practice.db");
    let mut connection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    sqlx::raw_sql(statements).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

async fn connect_live(desk: &Desk) -> StoreView {
    let (name, key) = ("Bloem & Bast".to_owned(), simulator::PRACTICE_KEY.to_owned());
    let store = NewStore { name, environment: EnvironmentView::Live, key, this_run_only: true };
    desk.connect_store(store).await.unwrap().store
}

#[tokio::test]
async fn a_damaged_journal_keeps_nobody_from_the_others() {
    let given = given().await;
    let folder = given.folder.path().join("journal");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("practice.db"), "this is no journal").unwrap();
    let live = connect_live(&given.desk).await;
    let form = desk::view::CaptureForm { store: live.id, ..given.form_for("45,00") };
    let capture = given.confirm(&form).await.unwrap();
    assert_eq!(given.desk.start("Practice").await.unfinished.len(), 1);
    assert!(given.desk.recover().await.is_err());
    assert_eq!(given.desk.undo_capture(&capture.id).await.unwrap().state, StateView::Withdrawn);
}

#[tokio::test]
async fn nothing_is_sent_while_what_is_unfinished_cannot_be_read() {
    let given = given().await;
    given.faults(vec![Rule::on(Kind::Capture, Action::DropProcessed)]);
    given.capture(&given.form_for("45,00")).await;
    tampered(&given, "DROP TRIGGER events_are_not_changed; UPDATE events SET body = '{}' WHERE row = 1").await;
    given.place("BB-10483");
    let start = given.desk.start("Practice").await;
    assert!(
        matches!(start.journal, Some(Failure::Journal { problem: JournalProblem::Damaged })),
        "{:?}",
        start.journal
    );
    let other = desk::view::CaptureForm { order: "BB-10483".to_owned(), ..given.form_for("10,00") };
    assert_eq!(code(given.confirm(&other).await), "journal");
    assert!(given.simulator.ledger().posts_of("BB-10483").is_empty());
}

#[tokio::test]
async fn nothing_is_sent_again_while_what_is_unfinished_cannot_be_read() {
    let (given, lost) = unclear(Action::DropUnread).await;
    assert_eq!(four_looks(&given, &lost).await, StateView::NotLanded);
    let posts = given.posts();
    given.place("BB-10483");
    given.faults(vec![Rule::on(Kind::Capture, Action::DropProcessed)]);
    let other = desk::view::CaptureForm { order: "BB-10483".to_owned(), ..given.form_for("10,00") };
    given.capture(&other).await;
    tampered(
        &given,
        "DROP TRIGGER events_are_not_changed; UPDATE events SET body = '{}' \
         WHERE row = (SELECT max(row) FROM entries)",
    )
    .await;
    assert!(given.desk.start("Practice").await.journal.is_some());
    assert_eq!(code(given.desk.send_again(&lost).await), "journal");
    assert_eq!(given.posts(), posts);
}

#[tokio::test]
async fn what_cannot_be_written_as_sent_is_withdrawn_as_soon_as_it_can() {
    let given = given().await;
    let capture = given.confirm(&given.form_for("45,00")).await.unwrap();
    tampered(
        &given,
        "CREATE TRIGGER no_room BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    )
    .await;
    given.clock.advance(5);
    given.told(&capture.id, |capture| capture.journal.is_some()).await;
    tampered(&given, "DROP TRIGGER no_room").await;
    given.clock.advance(2);
    let withdrawn = given.told(&capture.id, |capture| capture.state == StateView::Withdrawn).await;
    let because = WithdrawnBecause::NotWritten;
    assert_eq!(withdrawn.events.last().unwrap().what, EventWhat::Withdrawn { because });
    assert_eq!(given.posts(), 0);
    assert_eq!(code(given.confirm(&given.form_for("45,00")).await), "done");
}

#[tokio::test]
async fn a_capture_does_not_leave_after_a_night_s_sleep() {
    let given = given().await;
    let capture = given.confirm(&given.form_for("45,00")).await.unwrap();
    given.clock.sleep(9 * 3600);
    let withdrawn = given.told(&capture.id, |capture| capture.state == StateView::Withdrawn).await;
    let because = WithdrawnBecause::ComputerSlept;
    assert_eq!(withdrawn.events.last().unwrap().what, EventWhat::Withdrawn { because });
    assert_eq!(given.posts(), 0);
}

#[tokio::test]
async fn a_journal_is_compared_with_a_head_that_was_kept() {
    let given = given().await;
    given.capture(&given.form_for("45,00")).await;
    let JournalCheck::Whole { head: kept, compared: None, .. } = given.desk.verify_journal("").await.unwrap() else {
        panic!()
    };
    given.capture(&given.form_for("10,00")).await;
    let JournalCheck::Whole { head, compared, rows } = given.desk.verify_journal(&kept).await.unwrap() else {
        panic!()
    };
    assert_eq!((rows, compared), (6, Some(3)));
    let other = kept.replace(':', ":0").get(..kept.len()).unwrap().to_owned();
    let altered = given.desk.verify_journal(&other).await.unwrap();
    assert!(matches!(altered, JournalCheck::Broken { row: 3, .. }), "{other}");
    let later = head.replace("6:", "9:");
    assert!(matches!(given.desk.verify_journal(&later).await.unwrap(), JournalCheck::Broken { row: 7, .. }));
    assert_eq!(code(given.desk.verify_journal("4ff203").await), "journal_head");
}
