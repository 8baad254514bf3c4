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
/* block */ // line
#include "common.hlsli"
#define M(a, b) ((a) * (b)) \
  continued
#if defined(X) && (Y >= 1) || !Z
#pragma pack_matrix(row_major)
#endif
cbuffer Params : register(b0, space1) { float4x4 World : packoffset(c0); row_major matrix<half, 3, 3> m; uint2 sz; };
Texture2D<float4> tex : register(t0); SamplerState s; RWStructuredBuffer<S> buf[2]; groupshared int g[64]; static const float PI = 3.14159f; AppendStructuredBuffer<int> ap; ByteAddressBuffer bb;
struct VS { float3 pos : POSITION; nointerpolation centroid float2 uv : TEXCOORD0; uint id : SV_InstanceID; }; interface I { float f(); }; class C : I { float f() { return 1; } };
[numthreads(8, 8, 1)] void CS(uint3 id : SV_DispatchThreadID) { [unroll(4)] for (int i = 0; i < 4; ++i) { [branch] if (i % 2 && !(id.x > 0xFFu)) continue; else discard; } InterlockedAdd(g[0], 1); GroupMemoryBarrierWithGroupSync(); }
float4 PS(in VS v, out float d : SV_Depth, inout int q, uniform bool b = true) : SV_Target { d = 1.5e-3h; float3 c = tex.SampleLevel(s, v.uv, 0).rgb * mul(World, float4(v.pos, 1)).xyz; switch (q) { case 1: break; default: clip(-1); } do { q <<= 1; } while (q < 8); string str = "s \"q\""; return float4(lerp(c, saturate(c.bgr), 0.5), 1.0) ? dot(c, c) : ~q; }
technique11 T { pass P0 { SetVertexShader(CompileShader(vs_5_0, VS())); } } BlendState bs { BlendEnable[0] = TRUE; }; namespace N { template<typename T> T f(T x) { return x; } }
