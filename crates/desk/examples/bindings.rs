//! Prints the TypeScript types of everything that crosses to the screen.

#[expect(clippy::print_stdout, reason = "the file is what this program is for")]
fn main() {
    print!("{}", desk::commands::bindings());
}
