//! The report for other programs: fields may be added here, never renamed.

use super::Report;
use serde::Serialize;

/// The report as JSON, with a line break at its end.
#[must_use]
pub fn print(report: &Report) -> String {
    pretty(report)
}

/// Plain data as JSON that a person can read too, with a line break at its end.
#[must_use]
pub fn pretty(data: &impl Serialize) -> String {
    // Plain data, with no keys but names: nothing in it can fail.
    let mut out = serde_json::to_string_pretty(data).unwrap_or_default();
    out.push('\n');
    out
}
