//! A private desktop: its own home folder, display, bus, keyring and WebDriver. Nothing of the tester's own desktop is
//! touched, and tests run beside each other.

use crate::part::{Part, until};
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// In which state the desktop's keyring is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keyring {
    /// Ready, as after logging in with a password.
    Unlocked,
    /// There, but locked, and nobody is asked for its password.
    Locked,
    /// No keyring on this desktop.
    Absent,
}

/// A variable of the environment.
type Variable = (&'static str, String);

/// A running desktop. Its parts end in the order of the fields: first the driver with the program, last the display.
pub struct Desktop {
    driver: Part,
    _keyring: Option<Part>,
    _bus: Part,
    _display: Part,
    port: u16,
    variables: Vec<Variable>,
    home: TempDir,
}

impl Desktop {
    /// A desktop whose keyring is ready.
    pub fn start() -> Self {
        Self::with_keyring(Keyring::Unlocked)
    }

    /// A desktop with its keyring in the given state.
    pub fn with_keyring(state: Keyring) -> Self {
        let home = tempfile::Builder::new().prefix("desk.").tempdir().unwrap();
        let mut variables = variables(home.path());
        let mut display = Part::start("Xvfb", |command| {
            command.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"]);
            command.envs(variables.clone()).stdout(Stdio::piped());
        });
        let mut bus = bus(home.path(), &variables);
        variables.push(("DBUS_SESSION_BUS_ADDRESS", bus.first_line()));
        let keyring = (state != Keyring::Absent).then(|| keyring(state, &variables));
        variables.push(("DISPLAY", format!(":{}", display.first_line())));
        let port = free_port();
        let driver = Part::start("WebKitWebDriver", |command| {
            command.arg(format!("--port={port}")).envs(variables.clone()).env("TAURI_WEBVIEW_AUTOMATION", "true");
        });
        until("WebKitWebDriver does not listen", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
        Self { driver, _keyring: keyring, _bus: bus, _display: display, port, variables, home }
    }

    /// Where WebDriver listens.
    pub fn driver_url(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// The folders in `/proc` of the driver and of every program that it started.
    pub fn processes(&self) -> Vec<PathBuf> {
        self.driver.processes()
    }

    /// The folder in which everything of this desktop lies.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The folder that the program is told to keep its files in.
    pub fn data(&self) -> PathBuf {
        self.home().join("data")
    }

    /// A command on this desktop.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(self.variables.clone());
        command
    }

    /// Starts a program on this desktop, past WebDriver.
    pub fn part(&self, program: &str, prepare: impl FnOnce(&mut Command)) -> Part {
        Part::start(program, |command| {
            command.envs(self.variables.clone());
            prepare(command);
        })
    }

    /// The name of its display.
    pub fn display(&self) -> &str {
        self.variables.iter().find(|(name, _)| *name == "DISPLAY").map_or("", |(_, display)| display)
    }

    /// Locks the keyring, as a screen lock may.
    pub fn locks_keyring(&self) {
        lock(&self.variables);
    }

    /// How many keys the keyring keeps.
    pub fn kept_keys(&self) -> usize {
        let items = ["org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Collection", "Items"];
        ask_keyring(&self.variables, LOGIN, &items).matches(LOGIN).count()
    }

    /// Writes down the language and the look as a clerk chose them earlier.
    pub fn prefers(&self, language: &str, theme: &str) {
        let settings = serde_json::json!({ "settings": { "language": language, "theme": theme, "undo_s": 5 } });
        std::fs::create_dir_all(self.data()).unwrap();
        std::fs::write(self.data().join("settings.json"), settings.to_string()).unwrap();
    }
}

/// GNOME's own face is cut from Inter, which Debian has: the pictures show what most clerks on Linux see.
const FONTS: &str = r#"<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <alias binding="same"><family>Cantarell</family><prefer><family>Inter</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Inter</family></prefer></alias>
  <alias binding="same"><family>system-ui</family><prefer><family>Inter</family></prefer></alias>
</fontconfig>
"#;

fn variables(home: &Path) -> Vec<Variable> {
    let folder = |name: &str| {
        let folder = home.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        folder.to_str().unwrap().to_owned()
    };
    let runtime = folder("run");
    std::fs::set_permissions(&runtime, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    folder("share/keyrings");
    std::fs::write(Path::new(&folder("config/fontconfig")).join("fonts.conf"), FONTS).unwrap();
    vec![
        ("PATH", std::env::var("PATH").unwrap()),
        ("LANG", "C.UTF-8".to_owned()),
        ("HOME", folder("home")),
        ("XDG_RUNTIME_DIR", runtime),
        ("XDG_DATA_HOME", folder("share")),
        ("XDG_CONFIG_HOME", folder("config")),
        ("XDG_CACHE_HOME", folder("cache")),
        ("XDG_STATE_HOME", folder("state")),
        ("GDK_BACKEND", "x11".to_owned()),
        ("GSETTINGS_BACKEND", "memory".to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        // Without it WebKit draws by an emulated graphics card; other switches that look alike make screenshots hang.
        ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1".to_owned()),
    ]
}

/// A bus that starts no service by itself: the only keyring on it is ours, if any. It has no display, so that a locked
/// keyring refuses at once and opens no window to wait for a password.
fn bus(home: &Path, variables: &[Variable]) -> Part {
    let file = home.join("bus.conf");
    let text = format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        home.join("run/bus").display()
    );
    std::fs::write(&file, text).unwrap();
    Part::start("dbus-daemon", |command| {
        command.arg(format!("--config-file={}", file.display())).args(["--nofork", "--nopidfile", "--print-address=1"]);
        command.envs(variables.iter().cloned()).stdout(Stdio::piped());
    })
}

fn keyring(state: Keyring, variables: &[Variable]) -> Part {
    let mut keyring = Part::start("gnome-keyring-daemon", |command| {
        command.args(["--foreground", "--unlock", "--components=secrets"]);
        command.envs(variables.iter().cloned()).stdin(Stdio::piped());
    });
    let mut password = keyring.process().stdin.take().unwrap();
    password.write_all(b"the desktop's password").unwrap();
    drop(password);
    until("the keyring does not open", || {
        let collections =
            ask_keyring(variables, SECRETS, &["org.freedesktop.DBus.Properties.Get", SERVICE, "Collections"]);
        collections.contains(LOGIN).then_some(())
    });
    if state == Keyring::Locked {
        lock(variables);
    }
    keyring
}

fn lock(variables: &[Variable]) {
    ask_keyring(variables, SECRETS, &[&format!("{SERVICE}.Lock"), &format!("[objectpath \"{LOGIN}\"]")]);
}

const SERVICE: &str = "org.freedesktop.Secret.Service";
const SECRETS: &str = "/org/freedesktop/secrets";
const LOGIN: &str = "/org/freedesktop/secrets/collection/login";

/// Calls a method of the keyring over the bus, and gives its answer as text; nothing where there was no answer.
fn ask_keyring(variables: &[Variable], object: &str, method: &[&str]) -> String {
    let mut command = Command::new("gdbus");
    command.args(["call", "--session", "--dest", "org.freedesktop.secrets"]);
    command.args(["--object-path", object, "--method"]).args(method);
    let answer = command.env_clear().envs(variables.iter().cloned()).output().unwrap();
    String::from_utf8(answer.stdout).unwrap()
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

#[test]
fn nothing_of_a_desktop_outlives_it() {
    let desktop = Desktop::start();
    let home = desktop.home().to_str().unwrap().to_owned();
    let living = || {
        let all = std::fs::read_dir("/proc").unwrap().flatten().map(|process| process.path().join("environ"));
        all.filter_map(|file| std::fs::read(file).ok())
            .filter(|environment| String::from_utf8_lossy(environment).contains(&home))
            .count()
    };
    assert_eq!(living(), 4, "display, bus, keyring and driver");
    drop(desktop);
    until("something of the desktop lives on", || (living() == 0).then_some(()));
    assert!(!Path::new(&home).exists());
}
