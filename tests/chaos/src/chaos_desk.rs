//! A desk as a process of its own, which `chaos` starts, tells what to do, and kills.
//!
//! `chaos-desk FOLDER URL SPEED FROM STOP`: the folder of all files, the API's address, how many times faster than real
//! time the clock runs, the time at which it starts (milliseconds since 1970), and the step at which the process stops
//! and waits to be killed (`sent`: on disk, and no byte has left; `answered`: the answer is whole, and nothing is on disk;
//! `none`). One command per line comes in, one line per event goes out.
#![allow(
    clippy::pedantic,
    clippy::style,
    clippy::complexity,
    reason = "what is shipped is linted in full; a proof is judged by what it finds"
)]
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::panic, reason = "a part of a proof, driven by its parent")]

use chaos::process::{code, form};
use desk::clock::{Clock, SystemClock, later};
use desk::view::{CaptureForm, CaptureView, EnvironmentView, NewStore, SettingsView};
use desk::{Desk, Keyring, KeyringProblem, Setup, Transports};
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use multisafepay::{ApiUrl, HttpsTransport, Reached, Request, Transport};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, BufReader};

/// A clock that runs faster than the computer's and goes on where an earlier process stopped.
struct Fast {
    inner: SystemClock,
    ahead: SignedDuration,
}

impl Clock for Fast {
    fn now(&self) -> Timestamp {
        self.inner.now().checked_add(self.ahead).unwrap()
    }

    fn wait_until(&self, at: Timestamp) -> BoxFuture<'_, ()> {
        self.inner.wait_until(at.checked_sub(self.ahead).unwrap())
    }

    fn awake(&self) -> Duration {
        self.inner.awake()
    }
}

/// A keyring that holds the one key of the proof.
struct OneKey;

impl Keyring for OneKey {
    fn get(&self, _: &str) -> Result<Option<String>, KeyringProblem> {
        Ok(Some(chaos::kills::KEY.to_owned()))
    }
    fn set(&self, _: &str, _: &str) -> Result<(), KeyringProblem> {
        Ok(())
    }
    fn remove(&self, _: &str) -> Result<(), KeyringProblem> {
        Ok(())
    }
}

/// The real transport, which can stop on either side of a write.
struct Stopping {
    inner: HttpsTransport,
    stop: String,
}

impl Stopping {
    async fn attempt(&self, request: Request) -> Reached {
        let writes = request.method.writes();
        self.stop_at("sent", writes).await;
        let reached = self.inner.send(request).await;
        self.stop_at("answered", writes).await;
        reached
    }

    async fn stop_at(&self, step: &str, writes: bool) {
        if writes && self.stop == step {
            println!("stopped {step}");
            std::future::pending::<()>().await;
        }
    }
}

impl Transport for Stopping {
    fn send(&self, request: Request) -> BoxFuture<'_, Reached> {
        Box::pin(self.attempt(request))
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, url, speed, from, stop] = arguments.try_into().unwrap();
    let inner = SystemClock::new(speed.parse().unwrap());
    let from = Timestamp::from_millisecond(from.parse().unwrap()).unwrap();
    let clock = Arc::new(Fast { ahead: from.duration_since(inner.now()), inner });
    let transport = HttpsTransport::new(ApiUrl::local(&url).unwrap(), "0").unwrap();
    let told = Arc::clone(&clock);
    let desk = Desk::open(Setup {
        folder: folder.into(),
        version: "0".to_owned(),
        clock,
        keyring: Arc::new(OneKey),
        transports: Transports {
            local: Some((Arc::new(Stopping { inner: transport, stop }), url)),
            ..Transports::default()
        },
        on_change: Box::new(move |view| tell(&view, told.now())),
    })
    .unwrap();
    let store = store(&desk).await;
    desk.recover().await.unwrap();
    let looking_after = desk.clone();
    tokio::spawn(async move { looking_after.look_after().await });
    println!("ready");
    obey(&desk, &store).await;
    desk.close().await;
}

async fn store(desk: &Desk) -> String {
    if let Some(store) = desk.stores().first() {
        return store.id.clone();
    }
    let asked = NewStore {
        name: "Chaos".to_owned(),
        environment: EnvironmentView::Local,
        key: chaos::kills::KEY.to_owned(),
        this_run_only: false,
    };
    let store = desk.connect_store(asked).await.unwrap().store.id;
    desk.save_settings(SettingsView { undo_s: 5, ..SettingsView::default() }).unwrap();
    store
}

fn tell(view: &CaptureView, now: Timestamp) {
    println!("told {} {} {:?} {}", view.id, view.order, view.state, now.as_millisecond());
}

async fn obey(desk: &Desk, store: &str) {
    let mut commands = BufReader::new(tokio::io::stdin()).lines();
    let mut opened: HashMap<String, (CaptureForm, String)> = HashMap::new();
    while let Some(command) = commands.next_line().await.unwrap() {
        let words: Vec<&str> = command.split(' ').collect();
        match words.as_slice() {
            ["open", order, amount] => {
                let form = form(store, order, amount.parse().ok(), &format!("F-{order}"));
                match prepare(desk, &form).await {
                    Some(digest) => {
                        opened.insert((*order).to_owned(), (form, digest));
                        println!("opened {order}");
                    }
                    None => println!("closed {order}"),
                }
            }
            ["go", order] => {
                let (form, digest) = opened.remove(*order).unwrap();
                match desk.capture(&form, &digest, false).await {
                    Ok(view) => tell(&view, later(Timestamp::UNIX_EPOCH, 0)),
                    Err(failure) => println!("failed {order} {}", code(&failure)),
                }
            }
            ["again", id] => match desk.send_again(id).await {
                Ok(_) => println!("sent again"),
                Err(failure) => println!("failed {id} {}", code(&failure)),
            },
            _ => panic!("{command}"),
        }
    }
}

async fn prepare(desk: &Desk, form: &CaptureForm) -> Option<String> {
    desk.find_order(&form.store, &form.order).await.ok()?;
    desk.preview_capture(form).await.ok()?.digest
}
