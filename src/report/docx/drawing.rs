//! A number line as a group of the word processor's own shapes: sharp at any size, and its words can be edited.

use super::hex;
use crate::report::{
    blocks::shown,
    drawing::{Drawing, Face, Shape},
    ink::Ink,
};
use maud::{Markup, html};

/// What the shapes are called in the parts of a document.
pub const NAMESPACES: [(&str, &str); 5] = [
    ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
];

/// How many of the format's units one unit of a drawing is: two thirds of a point.
const UNIT: f32 = 12_700.0 * 0.667;

/// How wide a drawing may be so that it fills a line.
pub const WIDTH: f32 = 720.0;

/// A drawing within a run; a program that does not know such shapes shows the words instead. `number` is its own within
/// the document.
pub fn group(drawing: &Drawing, spoken: &str, number: usize) -> Markup {
    let (width, height) = (units(drawing.width), units(drawing.height));
    html! {
        mc:AlternateContent {
            mc:Choice Requires="wpg" {
                w:drawing {
                    wp:inline distT="0" distB="0" distL="0" distR="0" {
                        wp:extent cx=(width) cy=(height) {}
                        wp:docPr id=(number) name=(format!("Line {number}")) descr=(spoken) {}
                        wp:cNvGraphicFramePr {}
                        a:graphic {
                            a:graphicData uri=(NAMESPACES[3].1) {
                                wpg:wgp {
                                    wpg:cNvGrpSpPr {}
                                    wpg:grpSpPr {
                                        a:xfrm {
                                            a:off x="0" y="0" {} a:ext cx=(width) cy=(height) {}
                                            a:chOff x="0" y="0" {} a:chExt cx=(width) cy=(height) {}
                                        }
                                    }
                                    @for shape in &drawing.shapes { (one(shape)) }
                                }
                            }
                        }
                    }
                }
            }
            mc:Fallback { w:t xml:space="preserve" { (spoken) } }
        }
    }
}

fn units(length: f32) -> i64 {
    (length * UNIT).round() as i64
}

fn one(shape: &Shape) -> Markup {
    match shape {
        Shape::Rule(from, to, width, dashed, ink) => rule(*from, *to, *width, *dashed, *ink),
        Shape::Bar(at, size, radius, ink) => {
            // The roundness of a corner is told in parts of the shorter side.
            let share = (radius / size.0.min(size.1).max(f32::EPSILON)).clamp(0.0, 0.5) * 100_000.0;
            filled(*at, *size, *ink, &preset("roundRect", Some(share)))
        }
        Shape::Disc((x, y), r, ink) => filled((x - r, y - r), (2.0 * r, 2.0 * r), *ink, &preset("ellipse", None)),
        Shape::Polygon(corners, ink) => polygon(corners, *ink),
        Shape::Words(at, text, face, ink) => words(*at, text, *face, *ink),
    }
}

fn preset(name: &str, round: Option<f32>) -> Markup {
    html! {
        a:prstGeom prst=(name) {
            a:avLst { @if let Some(round) = round { a:gd name="adj" fmla=(format!("val {}", round.round())) {} } }
        }
    }
}

fn place((x, y): (f32, f32), (width, height): (f32, f32)) -> Markup {
    html! { a:xfrm { a:off x=(units(x)) y=(units(y)) {} a:ext cx=(units(width)) cy=(units(height)) {} } }
}

fn solid(ink: Ink) -> Markup {
    html! { a:solidFill { a:srgbClr val=(hex(ink)) {} } }
}

fn filled(at: (f32, f32), size: (f32, f32), ink: Ink, geometry: &Markup) -> Markup {
    html! {
        wps:wsp {
            wps:cNvSpPr {}
            wps:spPr { (place(at, size)) (geometry) (solid(ink)) a:ln { a:noFill {} } }
            wps:bodyPr {}
        }
    }
}

fn polygon(corners: &[(f32, f32)], ink: Ink) -> Markup {
    let end =
        |pick: fn(&(f32, f32)) -> f32, by: fn(f32, f32) -> f32| corners.iter().map(pick).reduce(by).unwrap_or(0.0);
    let (left, top) = (end(|c| c.0, f32::min), end(|c| c.1, f32::min));
    let size = (end(|c| c.0, f32::max) - left, end(|c| c.1, f32::max) - top);
    let spot = |(x, y): &(f32, f32)| html! { a:pt x=(units(x - left)) y=(units(y - top)) {} };
    let geometry = html! {
        a:custGeom {
            a:avLst {} a:gdLst {} a:ahLst {} a:cxnLst {}
            a:rect l="0" t="0" r="r" b="b" {}
            a:pathLst {
                a:path w=(units(size.0)) h=(units(size.1)) {
                    @for (number, corner) in corners.iter().enumerate() {
                        @if number == 0 { a:moveTo { (spot(corner)) } } @else { a:lnTo { (spot(corner)) } }
                    }
                    a:close {}
                }
            }
        }
    };
    filled((left, top), size, ink, &geometry)
}

fn rule(from: (f32, f32), to: (f32, f32), width: f32, dashed: bool, ink: Ink) -> Markup {
    let at = (from.0.min(to.0), from.1.min(to.1));
    let size = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
    html! {
        wps:wsp {
            wps:cNvCnPr {}
            wps:spPr {
                (place(at, size)) (preset("line", None))
                a:ln w=(units(width)) { (solid(ink)) @if dashed { a:prstDash val="dash" {} } }
            }
            wps:bodyPr {}
        }
    }
}

/// How much wider a frame is than its words: the letters at hand there may be wider, and what does not fit is cut.
const ROOM: f32 = 1.8;

/// Words in a frame of their own that is not seen.
fn words((x, base): (f32, f32), text: &str, face: Face, ink: Ink) -> Markup {
    let high = face.size() * 1.4;
    // Sizes of letters are told in halves of a point.
    let size = (face.size() * UNIT / 12_700.0 * 2.0).round() as u32;
    html! {
        wps:wsp {
            wps:cNvSpPr txBox="1" {}
            wps:spPr { (place((x, base - face.size() * 1.05), (face.width(text) * ROOM, high))) (preset("rect", None)) a:noFill {} a:ln { a:noFill {} } }
            wps:txbx {
                w:txbxContent {
                    w:p {
                        w:pPr { w:pStyle w:val="Label" {} }
                        w:r {
                            w:rPr { @if face != Face::Small { w:b {} } w:color w:val=(hex(ink)) {} w:sz w:val=(size) {} }
                            w:t xml:space="preserve" { (shown(text)) }
                        }
                    }
                }
            }
            wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" { a:noAutofit {} }
        }
    }
}
