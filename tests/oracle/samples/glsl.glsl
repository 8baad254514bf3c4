#version 450 core
#extension GL_ARB_x : enable
// comment é
/* block */
layout(std140, binding = 0) uniform Block { mat4 mvp; vec3 pos[4]; } ub;
layout(location = 0) in highp vec2 uv; out vec4 color;
#define F(x) (x * 2.0)
const float A = 1.5e-3f; uniform sampler2D tex; struct L { int a; };
subroutine vec4 sr(); shared uint s;
void main() {
  #if defined(X) && X > 3
  for (int i = 0; i < 0x1Fu; ++i) { if (i >= 3 && !true) continue; else discard; }
  #else
  switch (1) { case 0: break; default: return; }
  #endif
  color.rgba = texture(tex, uv.st) * gl_FragCoord.x + dFdx(A); gl_Position = ub.mvp * vec4(1);
}
/* block */ // line
#version 460 core
#extension GL_ARB_x : enable
#define M(a, b) ((a) * \
  (b)) // continued
#if defined(X) && (Y >= 1)
#include "x.glsl"
#elif !Z
#error bad "thing"
#endif
layout(std140, binding = 0) uniform U { mat4x3 m; vec3 v[2]; } u; layout(local_size_x = 8) in; layout(location = 0) flat in ivec2 a; out highp vec4 c; precision mediump float; shared uint s[64]; buffer B { coherent restrict int d[]; }; uniform sampler2DArrayShadow t; subroutine void S(int); const float PI = 3.14159f, E = 1.5e-3, H = .5lf; struct P { float x; } p = P(1.0);
void main() { for (int i = 0; i < 0xFFu; ++i) { if ((i & 1) != 0 ^^ !(a.x > 0)) continue; else discard; } switch (a.y) { case 1: break; default: return; } do { s[gl_LocalInvocationIndex] <<= 1; } while (false); c = mix(texture(t, vec4(0)), u.m[0].xyzz, smoothstep(0., 1., c.r)) * dFdx(c); barrier(); imageStore(img, ivec2(gl_GlobalInvocationID.xy), c); c.rgb = cond ? c.bgr : -c.rgb; gl_Position = vec4(1); bvec2 b = lessThan(a, ivec2(1)); dmat2 dm; invariant gl_Position; }
