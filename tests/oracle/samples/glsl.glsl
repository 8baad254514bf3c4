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
