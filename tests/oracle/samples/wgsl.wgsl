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
