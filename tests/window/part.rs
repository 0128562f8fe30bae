//! A process that a test starts and that never outlives it.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a process may take to start or to end.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// A running process with everything that it started in turn, as one process group. Dropping it ends them all; the kernel
/// ends it where the test is killed before it can.
pub struct Part(Child);

impl Part {
    /// Starts a program with nothing of the test's own environment but what `prepare` gives it.
    pub fn start(program: &str, prepare: impl FnOnce(&mut Command)) -> Self {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "TERM", program]).env_clear().process_group(0);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        prepare(&mut command);
        Self(command.spawn().unwrap_or_else(|error| panic!("{program} does not start: {error}")))
    }

    /// The first line that it prints.
    pub fn first_line(&mut self) -> String {
        let printed = self.0.stdout.take().expect("its output is not piped");
        let mut line = String::new();
        BufReader::new(printed).read_line(&mut line).unwrap();
        line.trim().to_owned()
    }

    /// The folders in `/proc` of every process of its group.
    pub fn processes(&self) -> Vec<PathBuf> {
        let group = self.0.id().to_string();
        let all = std::fs::read_dir("/proc").unwrap().map(|entry| entry.unwrap().path());
        all.filter(|process| group_of(process).as_ref() == Some(&group)).collect()
    }

    /// The process itself, for its input and output.
    pub fn process(&mut self) -> &mut Child {
        &mut self.0
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-s", signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        self.signal("TERM");
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(500) && matches!(self.0.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(5));
        }
        self.signal("KILL");
        let _ = self.0.wait();
    }
}

/// The process group as `/proc/PID/stat` tells it: the third word after the name, which is in brackets.
fn group_of(process: &Path) -> Option<String> {
    let status = std::fs::read_to_string(process.join("stat")).ok()?;
    status.rsplit_once(") ")?.1.split(' ').nth(2).map(str::to_owned)
}

/// Asks again and again, a little apart, until there is an answer.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(begun.elapsed() < PATIENCE, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
