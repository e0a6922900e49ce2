//! The report for other programs: fields may be added here, never renamed.

use super::Report;

/// The report as JSON, with a line break at its end.
#[must_use]
pub fn print(report: &Report) -> String {
    // Plain data without maps: nothing in it can fail.
    let mut out = serde_json::to_string_pretty(report).unwrap_or_default();
    out.push('\n');
    out
}
