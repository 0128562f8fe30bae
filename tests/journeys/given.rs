//! A desk over a simulator, with a clock and a keyring that the test owns.

use desk::clock::{Clock as _, ManualClock};
use desk::view::{CaptureForm, CaptureView, Choose, LinePick, StoreView};
use desk::{Desk, Failure, Keyring, KeyringProblem, Setup, StateView, Transports};
use domain::{Details, Money, NotSentReason, OrderId, Reference, StatusAfter};
use multisafepay::{ApiKey, CaptureRequest, Client};
use serde_json::{Value, json};
use simulator::{Action, Clock, Faults, Rule, Simulator};
use std::collections::HashMap;
use std::future::Future;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use tokio::sync::watch;

/// The moment at which every journey begins.
pub const START: &str = "2026-11-24T08:41:00Z";

/// A server that cannot be reached.
pub const NO_CONNECTION: Action = Action::NotSent { reason: NotSentReason::NoConnection };

/// A keyring in memory, which may be locked or absent.
#[derive(Default)]
pub struct TestKeyring {
    pub entries: Mutex<HashMap<String, String>>,
    pub problem: Mutex<Option<KeyringProblem>>,
}

impl TestKeyring {
    fn check(&self) -> Result<(), KeyringProblem> {
        self.problem.lock().unwrap().map_or(Ok(()), Err)
    }
}

impl Keyring for TestKeyring {
    fn get(&self, entry: &str) -> Result<Option<String>, KeyringProblem> {
        self.check()?;
        Ok(self.entries.lock().unwrap().get(entry).cloned())
    }
    fn set(&self, entry: &str, key: &str) -> Result<(), KeyringProblem> {
        self.check()?;
        self.entries.lock().unwrap().insert(entry.to_owned(), key.to_owned());
        Ok(())
    }
    fn remove(&self, entry: &str) -> Result<(), KeyringProblem> {
        self.check()?;
        self.entries.lock().unwrap().remove(entry);
        Ok(())
    }
}

/// A practice desk.
pub struct Given {
    pub desk: Desk,
    pub clock: ManualClock,
    pub simulator: Simulator,
    pub keyring: Arc<TestKeyring>,
    pub store: StoreView,
    pub folder: TempDir,
    told: watch::Receiver<Vec<CaptureView>>,
}

/// A desk on an empty folder with one order of €89,95, `BB-10482`, reserved by Visa, with a cart of three lines.
pub async fn given() -> Given {
    given_with(json!({})).await
}

/// The same, with the order's fields replaced by `changes`.
pub async fn given_with(changes: Value) -> Given {
    let clock = ManualClock::new(START.parse().unwrap());
    let following = clock.clone();
    let simulator = Simulator::new(Clock::following(move || following.now()));
    simulator.open_site(simulator::PRACTICE_KEY);
    let mut order = json!({
        "type": "direct", "order_id": "BB-10482", "gateway": "VISA", "currency": "EUR", "amount": 8995,
        "capture": "manual", "description": "Order", "gateway_info": {"card_number": "4111111111111111"},
        "customer": {"first_name": "Sanne", "last_name": "de Vries", "city": "Utrecht"},
    });
    order.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    simulator.place(simulator::PRACTICE_KEY, &order).unwrap();
    open(clock, simulator, Arc::default(), TempDir::new().unwrap())
}

fn open(clock: ManualClock, simulator: Simulator, keyring: Arc<TestKeyring>, folder: TempDir) -> Given {
    let (desk, told) = open_desk(folder.path(), &clock, &simulator, &keyring);
    let store = desk.practise().unwrap();
    Given { desk, clock, simulator, keyring, store, folder, told }
}

/// One more process on the same folder, as far as a test can have one.
pub fn open_desk(
    folder: &Path,
    clock: &ManualClock,
    simulator: &Simulator,
    keyring: &Arc<TestKeyring>,
) -> (Desk, watch::Receiver<Vec<CaptureView>>) {
    let (tell, told) = watch::channel(Vec::new());
    let desk = Desk::open(Setup {
        folder: folder.to_owned(),
        version: "test".to_owned(),
        clock: Arc::new(clock.clone()),
        keyring: keyring.clone(),
        transports: Transports {
            practice: Some(simulator.transport()),
            local: None,
            test: Some(simulator.transport()),
            live: Some(simulator.transport()),
        },
        on_change: Box::new(move |capture| tell.send_modify(|all| all.push(capture))),
    });
    (desk.unwrap(), told)
}

impl Given {
    /// Does something in a program that ends right after it, without a word: nothing of it goes on. It is started again.
    pub async fn ends_after<F>(self, act: impl FnOnce(Arc<Self>) -> F + Send + 'static) -> Self
    where
        F: Future<Output = ()>,
    {
        let process = tokio::task::spawn_blocking(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let given = Arc::new(self);
            runtime.block_on(act(Arc::clone(&given)));
            drop(runtime);
            Arc::into_inner(given).unwrap()
        });
        process.await.unwrap().restart()
    }

    /// The program is started again. What the one before still does goes on.
    pub fn restart(self) -> Self {
        let Self { desk, clock, simulator, keyring, folder, .. } = self;
        drop(desk);
        open(clock, simulator, keyring, folder)
    }

    /// A form for all that remains.
    pub fn form(&self) -> CaptureForm {
        CaptureForm {
            store: self.store.id.clone(),
            order: "BB-10482".to_owned(),
            choose: Choose::All,
            amount: String::new(),
            locale: "nl-NL".to_owned(),
            lines: Vec::new(),
            carrier: String::new(),
            track_and_trace: String::new(),
            ship_date: String::new(),
            invoice: String::new(),
            reason: String::new(),
            memo: String::new(),
            reference: String::new(),
            status_after: StatusAfter::Completed,
            try_ended: false,
            without_cart: false,
            release_rest: false,
        }
    }

    /// A form for an amount.
    pub fn form_for(&self, amount: &str) -> CaptureForm {
        CaptureForm { choose: Choose::Amount, amount: amount.to_owned(), ..self.form() }
    }

    /// A form for lines with quantities.
    pub fn form_for_lines(&self, lines: &[(u32, u32)]) -> CaptureForm {
        let lines = lines.iter().map(|(line, quantity)| LinePick { line: *line, quantity: *quantity }).collect();
        CaptureForm { choose: Choose::Lines, lines, ..self.form() }
    }

    /// Reads the order, previews the form and confirms what was shown; the grace period has begun then.
    pub async fn confirm(&self, form: &CaptureForm) -> Result<CaptureView, Failure> {
        self.desk.find_order(&form.store, &form.order).await?;
        let preview = self.desk.preview_capture(form).await?;
        self.desk.capture(form, preview.digest.as_deref().unwrap_or_default(), false).await
    }

    /// The same, and waits until the grace period is over and the answer is judged.
    pub async fn capture(&self, form: &CaptureForm) -> CaptureView {
        let capture = self.confirm(form).await.unwrap();
        self.clock.advance(5);
        self.outcome(&capture.id).await
    }

    /// Waits until a capture is neither recorded nor on its way, and gives it as it was told.
    pub async fn outcome(&self, id: &str) -> CaptureView {
        self.told(id, |capture| !matches!(capture.state, StateView::Recorded | StateView::Sending)).await
    }

    /// Waits until the newest news of a capture fits, and gives it.
    pub async fn told(&self, id: &str, fits: impl Fn(&CaptureView) -> bool) -> CaptureView {
        let mut told = self.told.clone();
        let newest = |all: &Vec<CaptureView>| all.iter().rev().find(|capture| capture.id == id).cloned();
        let all = told.wait_for(|all| newest(all).is_some_and(|capture| fits(&capture))).await.unwrap();
        newest(&all).unwrap()
    }

    /// Waits until some capture or release fits, and gives it.
    pub async fn told_of(&self, fits: impl Fn(&CaptureView) -> bool) -> CaptureView {
        let mut told = self.told.clone();
        let all = told.wait_for(|all| all.iter().any(&fits)).await.unwrap();
        all.iter().find(|capture| fits(capture)).unwrap().clone()
    }

    /// Makes the server misbehave.
    pub fn faults(&self, rules: Vec<Rule>) {
        self.simulator.set_faults(Faults::of(rules)).unwrap();
    }

    /// One more order like `BB-10482`.
    pub fn place(&self, order: &str) {
        let order = json!({
            "type": "direct", "order_id": order, "gateway": "VISA", "currency": "EUR", "amount": 8995,
            "capture": "manual", "description": "Order",
        });
        self.simulator.place(simulator::PRACTICE_KEY, &order).unwrap();
    }

    /// Someone captures part of the order without this program.
    pub async fn capture_elsewhere(&self, minor: i64) {
        self.capture_elsewhere_as("by-hand", minor).await;
    }

    /// The same, under a reference.
    pub async fn capture_elsewhere_as(&self, reference: &str, minor: i64) {
        let order = OrderId::new("BB-10482").unwrap();
        let reference = Reference::new(reference).unwrap();
        let amount = Money::new(minor, domain::Currency::EUR);
        let details = Details::default();
        let body = CaptureRequest { amount, reference: &reference, details: &details, cart: None }.body();
        let key = ApiKey::new(simulator::PRACTICE_KEY.to_owned()).unwrap();
        Client::new(self.simulator.transport(), key).capture(&order, &reference, body).await;
    }

    /// What the server captured of the order, in minor units.
    pub fn captured(&self) -> i64 {
        self.simulator.ledger().captured_total("BB-10482")
    }

    /// How many capture requests for the order reached the server.
    pub fn posts(&self) -> usize {
        self.simulator.ledger().posts_of("BB-10482").len()
    }
}

/// The error of a result, as the name of its code.
pub fn code<T>(result: Result<T, Failure>) -> String {
    match result {
        Ok(_) => "done".to_owned(),
        Err(failure) => serde_json::to_value(failure).unwrap()["code"].as_str().unwrap().to_owned(),
    }
}
