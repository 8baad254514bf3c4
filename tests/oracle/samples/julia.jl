# comment é
#= block #= nested =# =#
module Ember
using LinearAlgebra: norm, dot as d
import Base: +, show
"""
    f(x)
Doc `code` \$x
"""
abstract type Shape{T<:Real} end
mutable struct P{T} <: Shape{T}; x::T; const y::Union{Nothing,Int} = 1; P(x) = new(x) end
function f(a::Int, b=0x1F; kw::String="dq \" $a $(b + length("in $a"))", rest...) where {T}
    c = 'c'; d = '\u00e9'; r = r"a/b\"(\d)"i; raw = raw"no $x"; b8 = b"x"; cmd = `ls $a -l`; s = :sym; q = :(x + $y); v"1.2"
    if a >= 3 && !b || c ∈ d; elseif a isa Int; else error("x") end
    for (i, x) in enumerate(1:2:10), j = 1:3; i == 3 && continue; break; end
    while true; try; throw(E()) catch e; rethrow() finally; end; end
    A = [1 2; 3 4]'; B = A.^2 .+ [x^2 for x in 1:3 if x % 2 == 0]; t = a ? b : c; g = x -> 2x + 1.5e-3im
    return map(1:3) do x; x |> sin ∘ cos end, 3 ÷ 2, A[end, :], @time f(1), $x
end
macro m(ex) quote $(esc(ex)) end end
@inline h(x)::Int = x; let y = 1; end; begin end; global z; end
"unterminated $x
