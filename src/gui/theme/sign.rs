//! The icons that the desk uses, of Phosphor (regular), by their names there.

#![allow(missing_docs)] // the names say what is to be seen

pub const ARROW_DOWN: &str = "\u{E03E}";
pub const ARROW_LEFT: &str = "\u{E058}";
pub const ARROW_RIGHT: &str = "\u{E06C}";
pub const ARROW_UP: &str = "\u{E08E}";
pub const ARROWS_LEFT_RIGHT: &str = "\u{E0A0}";
pub const BOOK_OPEN: &str = "\u{E0E6}";
pub const CARET_DOWN: &str = "\u{E136}";
pub const CARET_LEFT: &str = "\u{E138}";
pub const CARET_RIGHT: &str = "\u{E13A}";
pub const CHECK: &str = "\u{E182}";
pub const CLIPBOARD_TEXT: &str = "\u{E198}";
pub const CLOCK: &str = "\u{E19A}";
pub const COPY: &str = "\u{E1CA}";
pub const DOTS_THREE: &str = "\u{E1FE}";
pub const DOTS_THREE_VERTICAL: &str = "\u{E208}";
pub const EQUALS: &str = "\u{E21C}";
pub const EXPORT: &str = "\u{EAF0}";
pub const EYE_SLASH: &str = "\u{E224}";
pub const FILE_TEXT: &str = "\u{E23A}";
pub const FLOPPY_DISK: &str = "\u{E248}";
pub const FOLDER_OPEN: &str = "\u{E256}";
pub const FUNNEL_SIMPLE: &str = "\u{E268}";
pub const GEAR_SIX: &str = "\u{E272}";
pub const INFO: &str = "\u{E2CE}";
pub const KEYBOARD: &str = "\u{E2D8}";
pub const LINK_BREAK: &str = "\u{E2E4}";
pub const LINK_SIMPLE: &str = "\u{E2E6}";
pub const MAGNIFYING_GLASS: &str = "\u{E30C}";
pub const MAP_PIN: &str = "\u{E316}";
pub const MINUS: &str = "\u{E32A}";
pub const NOTE_PENCIL: &str = "\u{E34C}";
pub const PENCIL_SIMPLE: &str = "\u{E3B4}";
pub const PLUS: &str = "\u{E3D4}";
pub const PROHIBIT: &str = "\u{E3DE}";
pub const QUOTES: &str = "\u{E660}";
pub const RULER: &str = "\u{E6B8}";
pub const SHUFFLE: &str = "\u{E422}";
pub const TEXT_AA: &str = "\u{E6EE}";
pub const TRASH: &str = "\u{E4A6}";
pub const WARNING_CIRCLE: &str = "\u{E4E2}";
pub const X: &str = "\u{E4F6}";
