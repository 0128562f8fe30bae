//! A desk without a window, with a simulator behind it: what a clerk does, without the clerk.

use desk::clock::SystemClock;
use desk::view::{CaptureForm, CaptureView, Choose, EnvironmentView, NewStore, SettingsView};
use desk::{Desk, Setup, StateView, SystemKeyring, Transports};
use domain::StatusAfter;
use multisafepay::{ApiKey, ApiUrl, HttpsTransport, Method, Reached, Request, Transport};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// How long a capture may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A desk in one store, whose captures are sent at once.
pub struct Rig {
    /// The id of the store.
    pub store: String,
    desk: Desk,
    transport: Arc<dyn Transport>,
    changes: UnboundedReceiver<CaptureView>,
    orders_made: u32,
}

/// A capture that was made.
pub struct Captured {
    /// Its id in the journal.
    pub id: String,
    /// From the clerk's confirmation until the order was read once more.
    pub took: Duration,
}

impl Rig {
    /// A desk in the practice store, with the simulator in this process.
    pub fn in_process(folder: &Path) -> Self {
        let transport: Arc<dyn Transport> = simulator::practice::simulator(simulator::Clock::system()).transport();
        let transports = Transports { practice: Some(Arc::clone(&transport)), ..Transports::default() };
        let (desk, changes) = open(folder, transports);
        let store = desk.practise().expect("there is no practice store").id;
        Self { store, desk, transport, changes, orders_made: 0 }
    }

    /// A desk in a store at the simulator that listens at `url`.
    pub async fn served(folder: &Path, url: &str) -> Self {
        let address = ApiUrl::local(url).unwrap();
        let transport: Arc<dyn Transport> = Arc::new(HttpsTransport::new(address, "0").unwrap());
        let local = Some((Arc::clone(&transport), url.to_owned()));
        let (desk, changes) = open(folder, Transports { local, ..Transports::default() });
        let (environment, key) = (EnvironmentView::Local, simulator::PRACTICE_KEY.to_owned());
        let store = NewStore { name: "Bench".to_owned(), environment, key, this_run_only: true };
        let store = desk.connect_store(store).await.expect("the store cannot be connected").store.id;
        Self { store, desk, transport, changes, orders_made: 0 }
    }

    /// Puts an order of 89.95 under the simulator's manual capture and gives its number.
    pub async fn make_order(&mut self) -> String {
        self.orders_made += 1;
        let order = format!("BENCH-{:06}", self.orders_made);
        let body = json!({
            "type": "direct", "order_id": order, "gateway": "VISA", "currency": "EUR", "amount": 8995,
            "description": "Order of the bench", "capture": "manual",
            "gateway_info": { "card_number": "4111111111111111", "card_holder_name": "B. Bench",
                "card_expiry_date": "3012", "card_cvc": "123" },
            "payment_options": { "notification_url": "https://shop.example/notify" },
            "customer": { "first_name": "Bo", "last_name": "Bench", "city": "Delft", "email": "bo@shop.example" }
        });
        self.ask(Method::Post, "/orders".to_owned(), Some(body.to_string())).await;
        order
    }

    /// Captures 45.00 of an order: the order is found and the form checked first, then the time runs.
    pub async fn capture(&mut self, order: &str) -> Captured {
        self.desk.find_order(&self.store, order).await.expect("the order is not found");
        let form = form(&self.store, order);
        let preview = self.desk.preview_capture(&form).await.expect("the form cannot be checked");
        let digest = preview.digest.expect("the form is not accepted");
        let begun = Instant::now();
        let capture = self.desk.capture(&form, &digest, false).await.expect("the capture is not accepted");
        self.wait_for(&capture.id).await;
        Captured { id: capture.id, took: begun.elapsed() }
    }

    /// Makes the calls of a capture and nothing else: reads the order, captures, reads the order.
    pub async fn capture_barely(&self, order: &str, body: &str) -> Duration {
        let begun = Instant::now();
        self.ask(Method::Get, format!("/orders/{order}"), None).await;
        self.ask(Method::Post, format!("/orders/{order}/capture"), Some(body.to_owned())).await;
        self.ask(Method::Get, format!("/orders/{order}"), None).await;
        begun.elapsed()
    }

    /// Closes the journals.
    pub async fn close(self) {
        self.desk.close().await;
    }

    /// Waits until the screen would show the capture as made, and the order as it was afterwards.
    async fn wait_for(&mut self, id: &str) {
        loop {
            let change = tokio::time::timeout(PATIENCE, self.changes.recv()).await.expect("the capture does not end");
            let capture = change.expect("the desk is gone");
            if capture.id == id && capture.after.is_some() {
                assert!(capture.state == StateView::Captured, "the capture ended as {:?}", capture.state);
                return;
            }
        }
    }

    async fn ask(&self, method: Method, path: String, body: Option<String>) {
        let key = ApiKey::new(simulator::PRACTICE_KEY.to_owned()).unwrap();
        match self.transport.send(Request { method, path, body, key }).await {
            Reached::Answered(answer) if answer.status == 200 => {}
            other => panic!("the simulator does not answer as it should: {other:?}"),
        }
    }
}

fn open(folder: &Path, transports: Transports) -> (Desk, UnboundedReceiver<CaptureView>) {
    let (tell, changes) = unbounded_channel();
    let desk = Desk::open(Setup {
        folder: folder.to_owned(),
        version: "0".to_owned(),
        clock: Arc::new(SystemClock::new(1)),
        keyring: Arc::new(SystemKeyring::default()),
        transports,
        // Nobody listens any more once everything was measured.
        on_change: Box::new(move |capture| drop(tell.send(capture))),
    });
    let desk = desk.expect("the folder cannot be made");
    desk.save_settings(SettingsView { undo_s: 0, ..SettingsView::default() }).expect("the settings cannot be saved");
    (desk, changes)
}

fn form(store: &str, order: &str) -> CaptureForm {
    CaptureForm {
        store: store.to_owned(),
        order: order.to_owned(),
        choose: Choose::Amount,
        amount: "45.00".to_owned(),
        locale: "en-GB".to_owned(),
        lines: Vec::new(),
        carrier: "PostNL".to_owned(),
        track_and_trace: "3SABCD1234567".to_owned(),
        ship_date: "2026-11-24".to_owned(),
        invoice: String::new(),
        reason: "shipped in part".to_owned(),
        memo: String::new(),
        reference: String::new(),
        status_after: StatusAfter::Completed,
        release_rest: false,
        try_ended: false,
        without_cart: false,
    }
}
