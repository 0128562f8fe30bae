//! The program in its window, as a clerk meets it: things are looked for by their `data-test` mark, and every look waits
//! until the screen shows what is expected or the patience ends.

use crate::desktop::Desktop;
use crate::part::{PATIENCE, until};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::prelude::*;

/// The finished program, built together with these tests.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_capture-desk");

/// Every question to WebDriver ends within this time.
const CALL_LIMIT: Duration = Duration::from_secs(20);

/// The program, running on a desktop.
pub struct Program<'a> {
    window: WebDriver,
    desktop: &'a Desktop,
}

impl<'a> Program<'a> {
    /// Starts the program with these arguments and the desktop's data folder.
    pub async fn open(desktop: &'a Desktop, arguments: &[&str]) -> Self {
        // Fails only where a test opens the program a second time.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let data = desktop.data();
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--data-dir", data.to_str().unwrap()]).collect();
        let mut wishes = Capabilities::new();
        let options = serde_json::json!({ "binary": PROGRAM, "args": arguments });
        wishes.set("webkitgtk:browserOptions", options).unwrap();
        let window = WebDriver::builder(desktop.driver_url(), wishes).request_timeout(CALL_LIMIT).connect();
        Self { window: window.await.expect("the program does not open"), desktop }
    }

    /// Closes the window and waits for the program to end: a second one would only show the window of the first.
    pub async fn quit(self) {
        self.window.quit().await.unwrap();
        until("the program does not end", || (!is_running(self.desktop)).then_some(()));
    }

    /// Waits for the program to end without having been told by the driver.
    pub async fn ends_by_itself(self) {
        until("the program does not end", || (!is_running(self.desktop)).then_some(()));
        // The driver says that its session is over, in whatever words.
        let _ = self.window.quit().await;
    }

    /// The thing with this mark, as soon as it is in sight.
    pub async fn see(&self, mark: &str) -> WebElement {
        let found = self.window.query(By::Css(selector(mark))).and_displayed();
        match found.wait(PATIENCE, Duration::from_millis(30)).first().await {
            Ok(found) => found,
            Err(_) => self.fail(&format!("{mark} is not in sight")).await,
        }
    }

    /// Whether the thing with this mark is there now.
    pub async fn shows(&self, mark: &str) -> bool {
        self.window.query(By::Css(selector(mark))).nowait().exists().await.unwrap()
    }

    /// Clicks the thing with this mark.
    pub async fn press(&self, mark: &str) {
        let found = self.see(mark).await;
        if let Err(error) = found.click().await {
            self.fail(&format!("{mark} cannot be clicked: {error}")).await;
        }
    }

    /// Puts text into the field with this mark, in place of what is in it.
    pub async fn fill(&self, mark: &str, text: &str) {
        let field = self.see(mark).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Puts text into the field with this label.
    pub async fn fill_labelled(&self, label: &str, text: &str) {
        let field = format!("//*[@id = //label[starts-with(normalize-space(), '{label}')]/@for]");
        let field = self.window.query(By::XPath(field)).first().await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Clicks the button with these words.
    pub async fn press_button(&self, words: &str) {
        let button = By::XPath(format!("//button[contains(normalize-space(), '{words}')]"));
        self.window.query(button).first().await.unwrap().click().await.unwrap();
    }

    /// Clicks the thing that has this name for a screen reader.
    pub async fn press_named(&self, name: &str) {
        let found = self.window.query(By::Css(format!("[aria-label=\"{name}\"]"))).first().await.unwrap();
        found.click().await.unwrap();
    }

    /// Waits until the screen says these words somewhere.
    pub async fn says(&self, words: &str) {
        // An amount is not broken at the end of a line: the space after its currency is a special one.
        let said = r"document.body.innerText.replaceAll('\u00a0', ' ')";
        self.waits_for(&format!("{said}.includes({})", serde_json::json!(words))).await;
    }

    /// Everything that the screen says.
    pub async fn page(&self) -> String {
        self.script("return document.body.innerText").await.as_str().unwrap().to_owned()
    }

    /// The page as the web view has it, with what cannot be seen.
    pub async fn source(&self) -> String {
        self.window.source().await.unwrap()
    }

    /// Waits until a capture stands as given, for example `captured`.
    pub async fn ends(&self, state: &str) {
        self.see(&format!("outcome\"][data-state=\"{state}")).await;
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn script(&self, script: &str) -> serde_json::Value {
        self.window.execute(script, Vec::new()).await.unwrap().json().clone()
    }

    /// Keys that are pressed one after the other, wherever the focus is.
    pub fn keys(&self) -> ActionChain {
        let apart = Some(Duration::from_millis(5));
        self.window.action_chain_with_delay(apart, apart)
    }

    /// Makes the window as large as given and waits for the page to have that size.
    pub async fn resize(&self, width: u32, height: u32) {
        self.window.set_window_rect(0, 0, width, height).await.unwrap();
        self.waits_for(&format!("innerWidth === {width} && innerHeight === {height}")).await;
    }

    /// Waits until a condition of the page's own holds.
    pub async fn waits_for(&self, condition: &str) {
        let begun = Instant::now();
        while self.script(&format!("return {condition}")).await != true {
            if begun.elapsed() > PATIENCE {
                self.fail(&format!("{condition} does not come true")).await;
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Takes a picture of the screen in light and in dark, where pictures were asked for.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("CAPTURE_DESK_SHOTS").map(PathBuf::from) else { return };
        for (theme, suffix) in [("light", ""), ("dark", "-dark")] {
            self.script(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
            // Colours take a moment to change.
            tokio::time::sleep(Duration::from_millis(250)).await;
            self.is_painted().await;
            self.window.screenshot(&folder.join(format!("{name}{suffix}.png"))).await.unwrap();
        }
        self.script("delete document.documentElement.dataset.theme").await;
    }

    /// Waits until the web view has painted what the page holds: the second frame begins after the first was shown.
    async fn is_painted(&self) {
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        self.window.execute_async(frames, Vec::new()).await.unwrap();
    }

    /// Ends the test with what the screen looks like.
    async fn fail(&self, what: &str) -> ! {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.png", test_name().replace("::", ".")));
        let _ = self.window.screenshot(&file).await;
        panic!("{what}. A picture is in {}. The screen says:\n{}", file.display(), self.page().await);
    }
}

fn is_running(desktop: &Desktop) -> bool {
    let is_program = |process: &PathBuf| {
        std::fs::read_to_string(process.join("comm")).is_ok_and(|name| name.trim() == "capture-desk")
    };
    desktop.processes().iter().any(is_program)
}

fn selector(mark: &str) -> String {
    format!("[data-test=\"{mark}\"]")
}

fn test_name() -> String {
    std::thread::current().name().unwrap_or("test").to_owned()
}
