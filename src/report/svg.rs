//! A drawing within a page. Its colours are classes of the page's style, so that it follows light, dark and paper.

use super::{
    drawing::{Drawing, Face, Shape},
    ink::Ink,
};
use maud::{Markup, html};

/// The drawing as an image that says `spoken` aloud.
pub fn print(drawing: &Drawing, spoken: &str) -> Markup {
    // The page's letters may be wider than those that the drawing reckons with.
    let frame = format!("0 0 {} {}", drawing.width + MARGIN, drawing.height);
    html! {
        svg.line role="img" aria-label=(spoken) viewBox=(frame) focusable="false" {
            @for shape in &drawing.shapes { (one(shape)) }
        }
    }
}

/// Room for the end of the words at the right.
const MARGIN: f32 = 16.0;

fn one(shape: &Shape) -> Markup {
    html! {
        @match shape {
            Shape::Rule(from, to, width, dashed, ink) => line.(stroke(*ink)) x1=(from.0) y1=(from.1) x2=(to.0) y2=(to.1)
                stroke-width=(width) stroke-dasharray=[dashed.then_some("6 4")] {},
            Shape::Bar(at, size, radius, ink) =>
                rect.(fill(*ink)) x=(at.0) y=(at.1) width=(size.0) height=(size.1) rx=(radius) {},
            Shape::Disc(at, radius, ink) => circle.(fill(*ink)) cx=(at.0) cy=(at.1) r=(radius) {},
            Shape::Polygon(corners, ink) => polygon.(fill(*ink)) points=(points(corners)) {},
            Shape::Words(at, text, face, ink) =>
                text.(fill(*ink)).(weight(*face)) x=(at.0) y=(at.1) font-size=(face.size()) { (super::text::clean(text)) },
        }
    }
}

fn points(corners: &[(f32, f32)]) -> String {
    corners.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

fn weight(face: Face) -> &'static str {
    match face {
        Face::Small => "wr",
        Face::Strong | Face::Badge => "wb",
    }
}

fn fill(ink: Ink) -> String {
    format!("f{}", name(ink))
}

fn stroke(ink: Ink) -> String {
    format!("k{}", name(ink))
}

/// The name of a colour in the page's style.
fn name(ink: Ink) -> String {
    match ink {
        Ink::Text => "-text".to_owned(),
        Ink::Quiet => "-quiet".to_owned(),
        Ink::Hairline => "-hairline".to_owned(),
        Ink::Paper => "-paper".to_owned(),
        Ink::Soft => "-soft".to_owned(),
        Ink::Common => "-common".to_owned(),
        Ink::Apart(verdict) => format!("-{}", verdict.key()),
        Ink::Source(id) => format!("-s{}", id % 8 + 1),
        Ink::Marked => "-marked".to_owned(),
        Ink::OnSource(id) => format!("-on{}", id % 8 + 1),
    }
}
