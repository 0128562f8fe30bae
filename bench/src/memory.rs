//! The memory that processes take for themselves: PSS, in which what several share is divided among them.

use std::fs::read_to_string;
use std::path::{Path, PathBuf};

/// The name of the program that drives windows; its memory counts for nobody.
const DRIVER: &str = "WebKitWebDriver";

/// The memory of the processes of one program, in kibibytes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Memory {
    /// Its own process (all of them, in Chromium).
    pub main: u64,
    /// The process that shows the page.
    pub web: u64,
    /// The process that fetches it.
    pub network: u64,
}

impl Memory {
    /// The memory of these processes, given by their folders in `/proc`; nothing once all have ended.
    pub fn of(processes: &[PathBuf]) -> Self {
        let mut memory = Self::default();
        for process in processes {
            let name = read_to_string(process.join("comm")).unwrap_or_default();
            let part = match name.trim() {
                DRIVER => continue,
                name if name.starts_with("WebKitWeb") => &mut memory.web,
                name if name.starts_with("WebKitNetwork") => &mut memory.network,
                _ => &mut memory.main,
            };
            *part += pss(process);
        }
        memory
    }

    /// All together.
    pub const fn total(self) -> u64 {
        self.main + self.web + self.network
    }
}

/// A process that has ended takes nothing.
fn pss(process: &Path) -> u64 {
    let sums = read_to_string(process.join("smaps_rollup")).unwrap_or_default();
    let sum = sums.lines().find_map(|line| line.strip_prefix("Pss:"));
    sum.map_or(0, |sum| sum.trim().trim_end_matches(" kB").parse().unwrap())
}
