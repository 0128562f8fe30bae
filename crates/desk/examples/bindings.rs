//! Prints the TypeScript types of everything that crosses to the screen.

fn main() {
    print!("{}", desk::commands::bindings());
}
