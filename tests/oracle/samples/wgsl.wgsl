// comment é
/* block /* nested */ */
enable f16; requires x; diagnostic(off, derivative_uniformity);
struct V { @builtin(position) pos: vec4<f32>, @location(0) @interpolate(flat) uv: vec2f, }
@group(0) @binding(0) var<uniform> u: mat4x4<f32>;
@group(0) @binding(1) var tex: texture_2d<f32>;
var<workgroup> w: array<atomic<u32>, 0x1Fu>; const A: f32 = 1.5e-3f; override B: bool = true; alias T = vec3<i32>;
@compute @workgroup_size(8, 8, 1)
fn main(@builtin(global_invocation_id) id: vec3<u32>) -> @location(0) vec4f {
  var x = 0i; let y = select(1.0h, 2, true); for (var i: i32 = 0; i < 3; i++) { if (i >= 3 && !B) { continue; } else { break; } }
  loop { x += 1; continuing { break if x > 3; } } switch x { case 1, 2: { discard; } default { return vec4f(); } } while false { }
  x = bitcast<i32>(y) << 2u & ~0xF; let p = &x; *p = 1; v.xyz = u * vec4<f32>(1).rgb; _ = textureSample(tex, s, uv); const_assert 1 < 2;
}
fn o( unterminated
/* block /* nested */ comment */ // line
enable f16; requires x; diagnostic(off, derivative_uniformity);
const A: i32 = 0xFFi; override B: f32 = 1.5e-3f; alias V = array<vec3<f32>, 4>; @id(1) override C: u32 = 10u;
struct S { @location(0) @interpolate(flat) a: vec4f, @builtin(position) b: mat4x4<f16>, @size(16) @align(8) c: atomic<u32>, }
@group(0) @binding(1) var<storage, read_write> buf: array<S>; var<workgroup> w: ptr<function, i32>; var t: texture_2d<f32>; var s: sampler;
@compute @workgroup_size(8, 8, 1) fn main(@builtin(global_invocation_id) id: vec3<u32>) -> @location(0) vec4<f32> {
  var x = 0x1.8p3; let y = &x; *y += 2.; for (var i = 0u; i < 10u; i++) { if (i % 2u == 0u && !(x > .5)) { continue; } else if x != 1 { break; } }
  switch (id.x) { case 0, 1: { discard; } default: { return vec4(textureSample(t, s, vec2(0.5)).rgb, 1.0); } }
  loop { continuing { break if x > 3.0; } } while (true) { x = select(1.0, 2.0, x == -x); _ = f(buf[0].a.xyz); x <<= 1u; x = ~x ^ 1; }
  const_assert A > 1; return vec4<f32>();
}
