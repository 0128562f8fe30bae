//! What the screen may ask for: one call into `desk` each.
#![expect(clippy::unreachable, reason = "written by Tauri's macro for asynchronous commands")]

pub(crate) mod captures;
pub(crate) mod closing;
pub(crate) mod journal;
pub(crate) mod orders;
pub(crate) mod stores;

/// Every command, once: it makes the handler and the list that a test compares with what TypeScript was told.
macro_rules! commands {
    ($($module:ident :: $name:ident),* $(,)?) => {
        /// Answers the screen.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($module::$name),*]
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

commands![
    stores::start,
    stores::practise,
    stores::connect_store,
    stores::check_store,
    stores::replace_key,
    stores::change_store,
    stores::remove_store,
    stores::choose_store,
    stores::save_settings,
    orders::find_order,
    orders::recent_orders,
    orders::practice_orders,
    captures::preview_capture,
    captures::capture,
    captures::undo_capture,
    captures::read_capture,
    captures::check_again,
    captures::send_again,
    captures::settle,
    captures::release,
    captures::unfinished,
    journal::verify_journal,
    journal::copy_text,
    journal::open_control,
    closing::close_now,
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_screen_is_told_of_exactly_these_commands() {
        let told: Vec<_> = desk::commands::COMMANDS.iter().map(|(name, _, _)| *name).collect();
        assert_eq!(super::NAMES, told);
    }
}
