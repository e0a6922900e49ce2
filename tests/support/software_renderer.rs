//! Paints what egui lays out, in memory: no graphics card, no display, the same bytes on every run.

use egui::{
    ClippedPrimitive, Color32, Context, FullOutput, TextureId, TexturesDelta,
    epaint::{ImageData, ImageDelta, Mesh, Primitive, Vertex},
};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use std::collections::HashMap;

/// A renderer for `egui_kittest` that rasterises triangles itself.
#[derive(Default)]
pub struct SoftwareRenderer {
    textures: HashMap<TextureId, Texture>,
}

impl TestRenderer for SoftwareRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for image in images {
                self.textures.entry(id).or_default().update(&image);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            canvas.mesh(&mesh, texture, clip_rect * scale, scale);
        }
        Ok(canvas.finish())
    }
}

#[derive(Default)]
struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

impl Texture {
    fn update(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let Some([left, top]) = delta.pos else {
            *self = Self { width, height, pixels: image.pixels.clone() };
            return;
        };
        for row in 0..height {
            let to = (top + row) * self.width + left;
            self.pixels[to..to + width].copy_from_slice(&image.pixels[row * width..][..width]);
        }
    }

    /// The colour at a place of the texture, 0 to 1 each way, mixed of the four pixels around it.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let (x, y) = (u * self.width as f32 - 0.5, v * self.height as f32 - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right, down) = (x - left, y - top);
        let at = |x: f32, y: f32| {
            let x = x.clamp(0.0, self.width as f32 - 1.0) as usize;
            let y = y.clamp(0.0, self.height as f32 - 1.0) as usize;
            self.pixels[y * self.width + x].to_array().map(f32::from)
        };
        let corners = [at(left, top), at(left + 1.0, top), at(left, top + 1.0), at(left + 1.0, top + 1.0)];
        std::array::from_fn(|i| {
            let above = corners[0][i] * (1.0 - right) + corners[1][i] * right;
            let below = corners[2][i] * (1.0 - right) + corners[3][i] * right;
            above * (1.0 - down) + below * down
        })
    }
}

/// Premultiplied colours, 0 to 255, row by row.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0.0; 4]; width * height] }
    }

    fn finish(self) -> RgbaImage {
        let mut image = RgbaImage::new(self.width as u32, self.height as u32);
        for (out, pixel) in image.pixels_mut().zip(&self.pixels) {
            out.0 = pixel.map(|v| v.round().clamp(0.0, 255.0) as u8);
            out.0[3] = 255;
        }
        image
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: egui::Rect, scale: f32) {
        let inside = |v: f32, most: usize| (v.round().max(0.0) as usize).min(most);
        let (left, right) = (inside(clip.min.x, self.width), inside(clip.max.x, self.width));
        let (top, bottom) = (inside(clip.min.y, self.height), inside(clip.max.y, self.height));
        if left >= right || top >= bottom {
            return;
        }
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |i: usize| Corner::new(&mesh.vertices[corners[i] as usize], scale);
            self.triangle([corner(0), corner(1), corner(2)], texture, [left, right, top, bottom]);
        }
    }

    fn triangle(&mut self, mut t: [Corner; 3], texture: &Texture, [left, right, top, bottom]: [usize; 4]) {
        let mut area = edge(&t[0], &t[1], t[2].x, t[2].y);
        if area == 0.0 {
            return;
        }
        if area < 0.0 {
            t.swap(1, 2);
            area = -area;
        }
        let least = |f: fn(&Corner) -> f32| t.iter().map(f).fold(f32::INFINITY, f32::min).floor().max(0.0) as usize;
        let most = |f: fn(&Corner) -> f32| t.iter().map(f).fold(0.0, f32::max).ceil() as usize;
        let (x0, x1) = (least(|c| c.x).max(left), most(|c| c.x).min(right));
        let (y0, y1) = (least(|c| c.y).max(top), most(|c| c.y).min(bottom));
        // An edge that two triangles share belongs to the one on its upper left, so that it is painted once.
        let owns = |a: &Corner, b: &Corner| (a.y == b.y && b.x > a.x) || b.y < a.y;
        let owned = [owns(&t[1], &t[2]), owns(&t[2], &t[0]), owns(&t[0], &t[1])];
        let flat = (t[0].uv == t[1].uv && t[1].uv == t[2].uv).then(|| texture.sample(t[0].uv[0], t[0].uv[1]));
        for y in y0..y1 {
            for x in x0..x1 {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                let w = [edge(&t[1], &t[2], px, py), edge(&t[2], &t[0], px, py), edge(&t[0], &t[1], px, py)];
                if (0..3).any(|i| w[i] < 0.0 || (w[i] == 0.0 && !owned[i])) {
                    continue;
                }
                let w = w.map(|w| w / area);
                let mix = |of: fn(&Corner, usize) -> f32, i: usize| (0..3).map(|k| w[k] * of(&t[k], i)).sum::<f32>();
                let texel = flat.unwrap_or_else(|| texture.sample(mix(|c, i| c.uv[i], 0), mix(|c, i| c.uv[i], 1)));
                let source: [f32; 4] = std::array::from_fn(|i| mix(|c, i| c.color[i], i) * texel[i] / 255.0);
                let pixel = &mut self.pixels[y * self.width + x];
                let rest = 1.0 - source[3] / 255.0;
                (0..4).for_each(|i| pixel[i] = source[i] + pixel[i] * rest);
            }
        }
    }
}

/// A corner of a triangle, in pixels.
struct Corner {
    x: f32,
    y: f32,
    uv: [f32; 2],
    color: [f32; 4],
}

impl Corner {
    fn new(vertex: &Vertex, scale: f32) -> Self {
        Self {
            x: vertex.pos.x * scale,
            y: vertex.pos.y * scale,
            uv: [vertex.uv.x, vertex.uv.y],
            color: vertex.color.to_array().map(f32::from),
        }
    }
}

/// Twice the area of the triangle from the edge to the point; its sign says on which side the point lies.
fn edge(a: &Corner, b: &Corner, x: f32, y: f32) -> f32 {
    (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
}
