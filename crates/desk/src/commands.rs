//! The commands that the screen may call, as TypeScript sees them.
//!
//! `bindings` writes every type and this list into one file; a test proves the committed file current, and a test of
//! the shell proves that it serves exactly these names.

use crate::view;
use std::collections::BTreeMap;
use ts_rs::{Config, TS};

/// A command: its name, its arguments and what it answers, as TypeScript types.
pub type Command = (&'static str, &'static str, &'static str);

/// Every command, in the order of the journey.
pub const COMMANDS: &[Command] = &[
    ("start", "{ practiceName: string }", "Start"),
    ("practise", "{}", "StoreView"),
    ("connect_store", "{ store: NewStore }", "StoreChecked"),
    ("check_store", "{ id: string }", "StoreChecked"),
    ("replace_key", "{ id: string; key: string; thisRunOnly: boolean }", "StoreChecked"),
    ("change_store", "{ change: StoreChange }", "StoreView"),
    ("remove_store", "{ id: string }", "Array<StoreView>"),
    ("choose_store", "{ id: string }", "Start"),
    ("save_settings", "{ settings: SettingsView }", "SettingsView"),
    ("find_order", "{ store: string; text: string }", "OrderView"),
    ("recent_orders", "{ store: string }", "Array<RecentView>"),
    ("practice_orders", "{}", "Array<[string, string]>"),
    ("preview_capture", "{ form: CaptureForm }", "Preview"),
    ("capture", "{ form: CaptureForm; digest: string; confirmed: boolean }", "CaptureView"),
    ("undo_capture", "{ id: string }", "CaptureView"),
    ("read_capture", "{ id: string }", "CaptureView"),
    ("check_again", "{ id: string }", "CaptureView"),
    ("send_again", "{ id: string }", "CaptureView"),
    ("settle", "{ id: string; landed: boolean }", "CaptureView"),
    ("release", "{ form: ReleaseForm }", "CaptureView"),
    ("unfinished", "{}", "Array<CaptureView>"),
    ("verify_journal", "{ head: string }", "JournalCheck"),
    ("copy_text", "{ text: string }", "null"),
    ("open_control", "{ environment: EnvironmentView }", "null"),
    ("close_now", "{}", "null"),
];

/// The whole TypeScript file.
#[must_use]
pub fn bindings() -> String {
    let config = Config::new().with_large_int("number");
    let mut types = Types { config: &config, declarations: BTreeMap::new() };
    types.add_with_dependencies::<view::Start>();
    types.add_with_dependencies::<view::NewStore>();
    types.add_with_dependencies::<view::StoreChange>();
    types.add_with_dependencies::<view::StoreChecked>();
    types.add_with_dependencies::<view::RecentView>();
    types.add_with_dependencies::<view::CaptureForm>();
    types.add_with_dependencies::<view::Preview>();
    types.add_with_dependencies::<view::ReleaseForm>();
    types.add_with_dependencies::<view::JournalCheck>();
    let mut text = String::from("// Made from the Rust types by `make bindings`; a test proves it current.\n\n");
    for declaration in types.declarations.values() {
        text.extend(["export ", declaration, "\n\n"]);
    }
    text.push_str("/** Every command: what goes in and what comes out. */\nexport type Commands = {\n");
    for (name, arguments, answer) in COMMANDS {
        text.extend(["  ", name, ": [", arguments, ", ", answer, "];\n"]);
    }
    text.push_str("};\n");
    text
}

struct Types<'a> {
    config: &'a Config,
    /// By name: the order in which types are met is not the same in every run.
    declarations: BTreeMap<String, String>,
}

impl Types<'_> {
    fn add_with_dependencies<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
        T::visit_dependencies(self);
    }

    fn add<T: TS + 'static + ?Sized>(&mut self) -> bool {
        let name = T::name(self.config);
        if T::output_path().is_none() || self.declarations.contains_key(&name) {
            return false;
        }
        self.declarations.insert(name, T::decl(self.config));
        true
    }
}

impl ts_rs::TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.add::<T>() {
            T::visit_dependencies(self);
        }
    }
}
