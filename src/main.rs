//! The program: arguments to the command line, or to the window.

fn main() {}
