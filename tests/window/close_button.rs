//! The close button of the window, which WebDriver does not have: the display asks the window to close.

use crate::desktop::Desktop;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, MapState};
use x11rb::rust_connection::RustConnection;

impl Desktop {
    /// Presses the close button of the program's window.
    pub fn closes_window(&self) {
        let (screen, root) = self.screen();
        let window = main_window(&screen, root).expect("there is no window");
        let atom = |name: &str| screen.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
        let wish = [atom("WM_DELETE_WINDOW"), x11rb::CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS"), wish);
        screen.send_event(false, window, EventMask::NO_EVENT, message).unwrap().check().unwrap();
    }

    fn screen(&self) -> (RustConnection, u32) {
        let (connection, number) = x11rb::connect(Some(self.display())).unwrap();
        let root = connection.setup().roots[number].root;
        (connection, root)
    }
}

/// The window in sight that is called Capture Desk.
fn main_window(screen: &RustConnection, root: u32) -> Option<u32> {
    let is_it = |window: &u32| {
        let name = screen.get_property(false, *window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64).ok()?.reply().ok()?;
        let about = screen.get_window_attributes(*window).ok()?.reply().ok()?;
        let called = String::from_utf8_lossy(&name.value).contains("Capture Desk");
        (called && about.map_state == MapState::VIEWABLE).then_some(())
    };
    let windows = screen.query_tree(root).unwrap().reply().unwrap().children;
    windows.into_iter().find(|window| is_it(window).is_some())
}
