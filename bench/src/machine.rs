//! What the figures were measured on.

use std::fs::read_to_string;

/// Cores, memory, kernel and how busy it is just now, in one line; nothing that names the machine.
pub fn shape() -> String {
    let cores = std::thread::available_parallelism().unwrap();
    let memory = read_to_string("/proc/meminfo").unwrap();
    let memory = memory.lines().find_map(|line| line.strip_prefix("MemTotal:")).unwrap();
    let memory: u64 = memory.trim().trim_end_matches(" kB").parse().unwrap();
    let kernel = read_to_string("/proc/sys/kernel/osrelease").unwrap();
    let number: String =
        kernel.chars().take_while(|character| character.is_ascii_digit() || *character == '.').collect();
    let load = read_to_string("/proc/loadavg").unwrap();
    let load = load.split(' ').next().unwrap();
    let memory = (memory + 512 * 1024) / 1024 / 1024;
    format!("{cores} cores, {memory} GiB of memory, Linux {number}, {load} processes busy when it began")
}
