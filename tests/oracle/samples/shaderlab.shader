// comment é
Shader "Ember/List" {
    Properties {
        [HDR] _Color ("Tint \"q\"", Color) = (1, 1, 1, 0.5)
        _MainTex ("Tex", 2D) = "white" {}
        _R ("Range", Range(0, 1.5)) = 0.5
    }
    SubShader {
        Tags { "RenderType" = "Opaque" "Queue" = "Geometry+1" }
        LOD 200 Cull Off ZWrite On Blend SrcAlpha OneMinusSrcAlpha
        Pass {
            Name "X" Stencil { Ref 2 Comp always }
            CGPROGRAM
            #pragma vertex vert
            #include "UnityCG.cginc"
            struct v2f { float4 pos : SV_POSITION; half2 uv : TEXCOORD0; };
            v2f vert(appdata_base v) { v2f o; o.pos = UnityObjectToClipPos(v.vertex); return o; }
            fixed4 frag(v2f i) : SV_Target { if (i.uv.x >= 0x1F && !false) discard; return tex2D(_MainTex, i.uv) * 1.5e3f; }
            ENDCG
        }
        HLSLPROGRAM
        float4 x;
        ENDHLSL
        GrabPass { }
        UsePass "A/B"
    }
    FallBack "Diffuse" CustomEditor "X"
}
"unterminated
