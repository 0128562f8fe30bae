//! What the program was asked to do when it was started.

use multisafepay::{ApiUrl, ApiUrlProblem};
use std::ffi::OsStr;
use std::path::PathBuf;

/// The words for `--help`.
const HELP: &str = "\
Capture Desk captures reserved card payments when the goods leave.

  capture-desk                     open the window
  capture-desk --practice          practise only: no real money, no network
  capture-desk --api-url URL       use a test server on this computer (http or https, loopback addresses only)
  capture-desk --data-dir DIR      keep all files in DIR
  capture-desk --clock-speed N     let time pass N times as fast (with --practice or --api-url only)
  capture-desk verify-journal FILE [--head ROW:HASH]
                                   say whether a journal is whole, or name the first row that is not";

/// What is wished for.
#[derive(Debug)]
pub(crate) enum Wish {
    /// The window.
    Window(Arguments),
    /// Whether a journal is whole.
    VerifyJournal {
        /// Its file.
        file: PathBuf,
        /// A head that was copied earlier, as `row:hash`.
        head: Option<String>,
    },
    /// A text, and nothing else.
    Say(String),
}

/// How the window is to be opened.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    /// Practise only.
    pub practice: bool,
    /// A test server on this computer.
    pub api_url: Option<ApiUrl>,
    /// The folder of all files.
    pub data_dir: Option<PathBuf>,
    /// How fast time passes.
    pub clock_speed: u32,
}

/// Why the program cannot be started so.
#[derive(Debug)]
pub(crate) enum ArgumentProblem {
    /// An argument that does not exist or lacks its value.
    Unreadable(lexopt::Error),
    /// The address does not lead to this computer.
    ApiUrl(ApiUrlProblem),
    /// Time passes at its own speed where money may be real.
    ClockSpeed,
    /// The file of `verify-journal` is missing.
    NoFile,
}

impl std::fmt::Display for ArgumentProblem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable(error) => write!(formatter, "{error} (see --help)"),
            Self::ApiUrl(problem) => write!(formatter, "--api-url: {problem}. Nothing was started."),
            Self::ClockSpeed => {
                formatter.write_str("--clock-speed: a whole number from 1 to 1000, with --practice or --api-url")
            }
            Self::NoFile => formatter.write_str("verify-journal: which file?"),
        }
    }
}

impl From<lexopt::Error> for ArgumentProblem {
    fn from(error: lexopt::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl Arguments {
    /// Whether no real money can be reached in this run.
    pub fn is_harmless(&self) -> bool {
        self.practice || self.api_url.is_some()
    }

    /// Reads the command line.
    pub fn read(mut parser: lexopt::Parser) -> Result<Wish, ArgumentProblem> {
        use lexopt::prelude::{Long, Value};
        let mut arguments = Self { clock_speed: 1, ..Self::default() };
        while let Some(argument) = parser.next()? {
            match argument {
                Long("practice") => arguments.practice = true,
                Long("api-url") => arguments.api_url = Some(read_url(&parser.value()?)?),
                Long("data-dir") => arguments.data_dir = Some(parser.value()?.into()),
                Long("clock-speed") => arguments.clock_speed = read_speed(&parser.value()?)?,
                Long("help") => return Ok(Wish::Say(HELP.to_owned())),
                Long("version") => return Ok(Wish::Say(env!("CARGO_PKG_VERSION").to_owned())),
                Value(word) if word == "verify-journal" => return read_verify(&mut parser),
                other => return Err(other.unexpected().into()),
            }
        }
        if arguments.clock_speed != 1 && !arguments.is_harmless() {
            return Err(ArgumentProblem::ClockSpeed);
        }
        Ok(Wish::Window(arguments))
    }
}

fn read_url(text: &OsStr) -> Result<ApiUrl, ArgumentProblem> {
    ApiUrl::local(&text.to_string_lossy()).map_err(ArgumentProblem::ApiUrl)
}

fn read_speed(text: &OsStr) -> Result<u32, ArgumentProblem> {
    let speed = text.to_string_lossy().parse().ok().filter(|speed| (1..=1000).contains(speed));
    speed.ok_or(ArgumentProblem::ClockSpeed)
}

fn read_verify(parser: &mut lexopt::Parser) -> Result<Wish, ArgumentProblem> {
    use lexopt::prelude::{Long, Value};
    let (mut file, mut head) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("head") => head = Some(parser.value()?.to_string_lossy().into_owned()),
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or(ArgumentProblem::NoFile)?;
    Ok(Wish::VerifyJournal { file, head })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: &str) {
        let read = Arguments::read(lexopt::Parser::from_args(arguments));
        let shown = match read {
            Ok(wish) => format!("{wish:?}"),
            Err(problem) => format!("no: {problem}"),
        };
        assert!(shown.starts_with(expected), "{arguments:?} gave {shown}");
    }

    #[test]
    fn a_window_is_opened_as_asked() {
        check(&[], "Window(Arguments { practice: false, api_url: None, data_dir: None, clock_speed: 1 })");
        check(&["--practice", "--clock-speed", "20"], "Window(Arguments { practice: true");
        check(&["--api-url", "http://127.0.0.1:9"], "Window(Arguments { practice: false, api_url: Some");
    }

    #[test]
    fn what_is_not_this_computer_is_refused() {
        for url in ["http://localhost:1", "https://api.multisafepay.com/v1/json", "http://192.168.0.2", "nonsense"] {
            check(&["--api-url", url], "no: --api-url: ");
        }
    }

    #[test]
    fn time_runs_faster_only_where_money_is_not_real() {
        check(&["--clock-speed", "20"], "no: --clock-speed");
        check(&["--practice", "--clock-speed", "0"], "no: --clock-speed");
        check(&["--practice", "--clock-speed", "fast"], "no: --clock-speed");
    }

    #[test]
    fn what_is_not_known_is_refused() {
        check(&["--capture-everything"], "no: ");
        check(&["verify-journal"], "no: verify-journal: which file?");
        check(&["verify-journal", "a.db", "--head", "3:ab"], "VerifyJournal { file: \"a.db\", head: Some(\"3:ab\") }");
        check(&["--help"], "Say(");
    }
}
