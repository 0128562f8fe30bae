//! The screen is told of the types as they are.

#[test]
fn the_committed_types_are_current() {
    let committed = include_str!("../../ui/src/generated/desk.ts");
    assert!(committed == desk::commands::bindings(), "run `make bindings`");
}
