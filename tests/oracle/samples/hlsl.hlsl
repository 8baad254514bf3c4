// comment é
/* block */
#include "common.hlsli"
#define N 4
#pragma pack_matrix(row_major)
cbuffer C : register(b0) { float4x4 mvp : packoffset(c0); half3 x[N]; };
Texture2D<float4> tex : register(t0); SamplerState s; RWStructuredBuffer<uint> buf;
struct VS { float4 pos : SV_POSITION; nointerpolation float2 uv : TEXCOORD0; };
[numthreads(8, 8, 1)]
void CS(uint3 id : SV_DispatchThreadID, inout float a, uniform bool b) {
  [unroll] for (int i = 0; i < 0x1Fu; i++) { if (i >= 3 && !b) continue; else discard; }
  float4 c = tex.Sample(s, id.xy * 1.5e-3f).rgba + mul(mvp, float4(1, 0, 0, 1)); groupshared static const float z = 1.0h;
  switch (1) { case 0: break; default: return; } clip(-1); InterlockedAdd(buf[0], 1);
}
technique11 T { pass P { SetVertexShader(CompileShader(vs_5_0, VS())); } }
#ifdef X
"unterminated
#endif
