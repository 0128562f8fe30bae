//! A real process of the desk, as `chaos` sees it.

use jiff::Timestamp;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// How many times faster than real time the clocks of the processes run: five minutes take a tenth of a second.
const SPEED: &str = "3000";

/// How long a process may be silent, in real time, when something is expected of it.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a process says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It looks after what earlier runs left, and takes commands.
    Ready,
    /// It stopped where it was told to.
    Stopped,
    /// The order is on the screen.
    Opened,
    /// The order cannot be captured.
    Closed,
    /// A capture is shown: its id, its order and its state.
    Told(String, String, String),
    /// A command was refused.
    Failed(String),
    /// Something else.
    Other,
}

/// The process.
pub struct Driver {
    child: Child,
    stdin: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
    /// The latest time that it told.
    pub now: Timestamp,
}

impl Driver {
    /// Starts the process in `folder`, towards `url`. Its clock begins at `from`; it stops at `stop`.
    #[must_use]
    pub fn start(folder: &Path, url: &str, from: Timestamp, stop: &str) -> Self {
        let program = std::env::var_os("CHAOS_DESK").map_or_else(beside_this, Into::into);
        let mut child = Command::new(program)
            .arg(folder)
            .args([url, SPEED, &from.as_millisecond().to_string(), stop])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("chaos-desk stands beside chaos");
        let stdin = child.stdin.take().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, stdin, lines, now: from }
    }

    /// Gives a command.
    pub async fn command(&mut self, command: &str) {
        // A process that was killed meanwhile takes no more commands.
        let _ = self.stdin.write_all(format!("{command}\n").as_bytes()).await;
    }

    /// What it says next; `None` when it has ended.
    ///
    /// # Errors
    /// When it says nothing for too long.
    pub async fn hear(&mut self) -> Result<Option<Said>, String> {
        let line = tokio::time::timeout(PATIENCE, self.lines.next_line()).await;
        let line = line.map_err(|_| "a process says nothing any more".to_owned())?;
        Ok(line.ok().flatten().map(|line| self.understand(&line)))
    }

    /// Listens until it says something that `is_it`.
    ///
    /// # Errors
    /// When it ends or falls silent before that.
    pub async fn wait_for(&mut self, is_it: impl Fn(&Said) -> bool) -> Result<Said, String> {
        loop {
            match self.hear().await? {
                Some(said) if is_it(&said) => return Ok(said),
                Some(_) => {}
                None => return Err("a process ended by itself".to_owned()),
            }
        }
    }

    /// Kills it with SIGKILL and hears what it had said before.
    pub async fn kill(mut self) -> Timestamp {
        let _ = self.child.start_kill();
        while let Ok(Some(_)) = self.hear().await {}
        let _ = self.child.wait().await;
        self.now
    }

    fn understand(&mut self, line: &str) -> Said {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["ready"] => Said::Ready,
            ["stopped", _] => Said::Stopped,
            ["opened", _] => Said::Opened,
            ["closed", _] => Said::Closed,
            ["told", id, order, state, now] => {
                let now = now.parse().ok().and_then(|now| Timestamp::from_millisecond(now).ok());
                self.now = now.map_or(self.now, |now| now.max(self.now));
                Said::Told((*id).to_owned(), (*order).to_owned(), (*state).to_owned())
            }
            ["failed", _, code @ ..] => Said::Failed(code.join(" ")),
            _ => Said::Other,
        }
    }
}

/// Beside this program, or beside the folder in which cargo puts tests.
fn beside_this() -> std::path::PathBuf {
    let this = std::env::current_exe().unwrap();
    let places = this.ancestors().skip(1).take(2).map(|folder| folder.join("chaos-desk"));
    places.filter(|place| place.exists()).last().expect("chaos-desk stands beside chaos")
}
