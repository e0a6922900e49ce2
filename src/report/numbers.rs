//! Numbers as the window writes them. What articles say is quoted and never rewritten.

use crate::wording::Wording;

/// A number with the window's separators, rounded to as many decimals as tell something: "1.800", "2,3".
#[must_use]
pub fn written(words: &Wording, value: f64) -> String {
    let size = value.abs();
    let decimals = if size >= 100.0 || size.fract() == 0.0 { 0 } else { 1 };
    let plain = format!("{size:.decimals$}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let group = words.text("number-group");
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push_str(&group);
        }
        grouped.push(digit);
    }
    let sign = if value < 0.0 { "-" } else { "" };
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{grouped}"),
        fraction => format!("{sign}{grouped}{}{fraction}", words.text("number-point")),
    }
}

/// The same for the axis: from a thousand millions on as so many millions (or what the language counts large numbers in).
#[must_use]
pub fn on_axis(words: &Wording, value: f64) -> String {
    let unit = words.text("number-large-unit").parse().unwrap_or(1e6);
    if value.abs() < 1e9 {
        return written(words, value);
    }
    words.with("number-large", &[("number", &written(words, value / unit))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_windows_language() {
        let check = |language, value, expected: &str| assert_eq!(written(&Wording::new(language), value), expected);
        check("es", 1800.0, "1.800");
        check("en", 1_234_567.0, "1,234,567");
        check("es", 2.333, "2,3");
        check("en", 2.333, "2.3");
        check("es", 0.0, "0");
        check("es", -1500.4, "-1.500");
        check("es", 999.0, "999");
        check("es", 12.04, "12");
    }

    #[test]
    fn large_numbers_are_short_on_the_axis() {
        let check = |language, value, expected: &str| assert_eq!(on_axis(&Wording::new(language), value), expected);
        check("es", 2e10, "20.000 millones");
        check("en", 2e10, "20 billion");
        check("es", 5e6, "5.000.000");
    }
}
